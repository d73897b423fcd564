import { createTranslator } from 'next-intl';
import { type Formatter, formatter } from '#lib/i18n/format';
import type { Locale } from '#lib/i18n/locale';
import en from '#messages/en.json';

const catalogue: Record<Locale, typeof en> = { en };

const translatorOf = (locale: Locale) => createTranslator({ locale, messages: catalogue[locale] });
type Translator = ReturnType<typeof translatorOf>;

/** What a printed record is worded with. */
export interface Words {
  readonly locale: Locale;
  readonly t: Translator;
  readonly format: Formatter;
  /** The word for a code below a key of the catalogue; a code without one stands as it was received. */
  word(below: 'clinicalStatus' | 'prescriptionStatus' | 'choice' | 'interpretation', code: string): string;
}

export function wordsOf(locale: Locale, zone: string): Words {
  const t = translatorOf(locale);
  return {
    locale,
    t,
    format: formatter(locale, zone),
    word(below, code) {
      const key = `records.${below}.${code}` as 'records.choice.unknown';
      return t.has(key) ? t(key) : code;
    },
  };
}
