import { cookies, headers } from 'next/headers';
import { getRequestConfig } from 'next-intl/server';
import { chooseLocale, localeCookieName } from '#lib/i18n/locale';

/** next-intl's request configuration. The cookie is written from the profile at sign-in and when the profile changes. */
export default getRequestConfig(async () => {
  const [jar, head] = await Promise.all([cookies(), headers()]);
  const locale = chooseLocale({
    cookie: jar.get(localeCookieName)?.value,
    acceptLanguage: head.get('accept-language'),
  });
  const messages = await import(`../i18n/messages/${locale}.json`);
  // A zone is always given to the formatter; this default only keeps a forgotten one from following the server's.
  return { locale, timeZone: 'UTC', messages: messages.default };
});
