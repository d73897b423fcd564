import type { Metadata, Viewport } from 'next';
import { headers } from 'next/headers';
import { connection } from 'next/server';
import { getLocale, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { DemoBanner } from '#components/ui/demo-banner';
import { directionOf } from '#lib/i18n/locale';
import { isDemo } from '#lib/transport/page-mode';
import { fontVariables } from './fonts';
import './globals.css';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('shell');
  return {
    title: { template: `%s · ${t('product')}`, default: t('product') },
    description: t('description'),
    referrer: 'strict-origin-when-cross-origin',
    formatDetection: { telephone: false },
  };
}

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#ffffff' },
    { media: '(prefers-color-scheme: dark)', color: '#141e1d' },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  // A prerendered page would carry no nonce: every page of the product is made for its request.
  await connection();
  const [locale, head] = await Promise.all([getLocale(), headers()]);
  const demo = isDemo();
  return (
    <html lang={locale} dir={directionOf(locale)} className={fontVariables}>
      <head>
        {/* react-aria puts this nonce on the styles that it adds while an overlay is open. */}
        <meta property="csp-nonce" nonce={head.get('x-nonce') ?? undefined} />
      </head>
      <body data-demo={demo || undefined} className="bg-canvas font-sans text-ink antialiased">
        {demo && <DemoBanner />}
        {children}
      </body>
    </html>
  );
}
