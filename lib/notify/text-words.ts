import { createTranslator } from 'next-intl';
import { formatter } from '#lib/i18n/format';
import { chooseLocale, type Locale } from '#lib/i18n/locale';
import { env } from '#lib/platform/env';
import en from '#messages/en.json';
import type { Text } from './text';

const catalogue: Record<Locale, typeof en> = { en };

/** Puts a text message into its reader's language. */
export function wordText({ template, params, locale: profile }: Text): string {
  const locale = chooseLocale({ profile });
  const t = createTranslator({ locale, messages: catalogue[locale], namespace: 'text' });
  return t(template, {
    site: env().publicUrl.hostname,
    code: 'code' in params ? params.code : '',
    minutes: 'minutes' in params ? params.minutes : 0,
    at: 'at' in params ? formatter(locale, 'UTC').dateTime(params.at) : '',
  });
}
