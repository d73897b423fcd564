import { createTranslator } from 'next-intl';
import { formatter } from '#lib/i18n/format';
import { chooseLocale, type Locale } from '#lib/i18n/locale';
import { env } from '#lib/platform/env';
import { paths } from '#lib/platform/paths';
import en from '#messages/en.json';
import { wordReminder } from './reminder-words';
import type { Text } from './text';

const catalogue: Record<Locale, typeof en> = { en };

/** Puts a text message into its reader's language. */
export function wordText({ locale: profile, ...message }: Text): string {
  const { template, params } = message;
  const locale = chooseLocale({ profile });
  const t = createTranslator({ locale, messages: catalogue[locale], namespace: 'text' });
  const site = env().publicUrl.hostname;
  if (template === 'visit_reminder') {
    const { text: body } = wordReminder(params, '');
    return t('visit_reminder', { body, settings: `${site}${paths.account.reminders}` });
  }
  return t(template, {
    site,
    code: 'code' in params ? params.code : '',
    minutes: 'minutes' in params ? params.minutes : 0,
    at: 'at' in params ? formatter(locale, 'UTC').dateTime(params.at) : '',
  });
}
