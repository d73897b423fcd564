/** The languages that the product ships, and the regional rules by which each writes dates and numbers. */
export const locales = ['en'] as const;
export type Locale = (typeof locales)[number];
export const defaultLocale: Locale = 'en';
export const localeCookieName = 'medisecure.locale';

const regions: Record<Locale, string> = { en: 'en-GB' };
export const regionOf = (locale: string): string => regions[supported(locale) ?? defaultLocale];

const rightToLeft: readonly string[] = ['ar', 'fa', 'he', 'ur'];
export const directionOf = (locale: string): 'ltr' | 'rtl' =>
  rightToLeft.includes(locale.split('-')[0] ?? '') ? 'rtl' : 'ltr';

function supported(tag: string | null | undefined): Locale | undefined {
  const language = tag?.trim().split('-')[0]?.toLowerCase();
  return locales.find((locale) => locale === language);
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
