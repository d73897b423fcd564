import { NextIntlClientProvider } from 'next-intl';
import { type ComponentType, createElement, type ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import messages from '#messages/en.json';

const Messages = NextIntlClientProvider as ComponentType<{
  locale: string;
  messages: object;
  timeZone: string;
}>;

/** A component as the server draws it, in English. */
export const markupOf = (element: ReactElement): string =>
  renderToStaticMarkup(createElement(Messages, { locale: 'en', messages, timeZone: 'UTC' }, element));

/** What of it is read, in one line. */
export const textOf = (element: ReactElement): string =>
  markupOf(element)
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ');
