/** The languages that the product ships, and the regional rules by which each writes dates and numbers. */
export const locales = ['en'] as const;
export type Locale = (typeof locales)[number];
export const defaultLocale: Locale = 'en';
export const localeCookieName = 'medisecure.locale';

/** Languages in which an organisation may write reminders beside those: a date in them is written by their own rules. */
const writtenRegions = {
  ar: 'ar',
  de: 'de-DE',
  es: 'es-ES',
  fr: 'fr-FR',
  pl: 'pl-PL',
  pt: 'pt-PT',
  uk: 'uk-UA',
};
const regions = { en: 'en-GB', ...writtenRegions };
type Written = keyof typeof regions;
export const writtenLanguages = Object.keys(regions) as [Written, ...Written[]];

const languageOf = (tag: string) => tag.trim().split('-')[0]?.toLowerCase();

export const regionOf = (tag: string): string =>
  regions[writtenLanguages.find((language) => language === languageOf(tag)) ?? defaultLocale];

/** The language in which an organisation's own words would reach somebody. */
export const writtenLanguageOf = (tag: string | null): Written =>
  writtenLanguages.find((language) => tag !== null && language === languageOf(tag)) ?? defaultLocale;

const rightToLeft: readonly string[] = ['ar', 'fa', 'he', 'ur'];
export const directionOf = (locale: string): 'ltr' | 'rtl' =>
  rightToLeft.includes(locale.split('-')[0] ?? '') ? 'rtl' : 'ltr';

function supported(tag: string | null | undefined): Locale | undefined {
  return locales.find((locale) => tag && locale === languageOf(tag));
}

function accepted(header: string | null | undefined): Locale | undefined {
  return (header ?? '')
    .split(',')
    .map((part) => {
      const [tag, ...parameters] = part.split(';');
      const quality = parameters.find((parameter) => parameter.trim().startsWith('q='));
      return { tag, quality: quality ? Number(quality.split('=')[1]) : 1 };
    })
    .filter(({ quality }) => quality > 0)
    .sort((left, right) => right.quality - left.quality)
    .map(({ tag }) => supported(tag))
    .find((locale) => locale !== undefined);
}

export interface LocaleWishes {
  profile?: string | null;
  cookie?: string | null;
  acceptLanguage?: string | null;
}

/** The account's choice first, then this browser's, then what the browser asks for (RFC 9110 12.5.4). */
export const chooseLocale = ({ profile, cookie, acceptLanguage }: LocaleWishes): Locale =>
  supported(profile) ?? supported(cookie) ?? accepted(acceptLanguage) ?? defaultLocale;
