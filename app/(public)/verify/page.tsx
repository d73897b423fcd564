import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { AuthPage } from '#components/auth/auth-page';
import { PublicShell } from '#components/shell/public-shell';
import { CheckArchive } from '#components/verify/check-archive';
import { paths } from '#lib/platform/paths';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('verify'))('title') };
}

/** For whoever was given a record: no sign-in, and the file stays with them. */
export default async function VerifyPage() {
  const t = await getTranslations('verify');
  const labels = {
    choose: t('choose'),
    private: t('private'),
    checking: t('checking'),
    unsupported: t('unsupported'),
    unreachable: t('unreachable'),
    large: t('large'),
    valid: { title: t('valid.title'), text: t('valid.text') },
    changed: { title: t('changed.title'), text: t('changed.text') },
    fault: { changed: t('fault.changed'), missing: t('fault.missing'), extra: t('fault.extra') },
    refused: {
      title: t('refused.title'),
      no_archive: t('refused.no_archive'),
      issuer: t('refused.issuer'),
      key: t('refused.key'),
      signature: t('refused.signature'),
    },
    facts: {
      issuer: t('facts.issuer'),
      at: t('facts.at'),
      number: t('facts.number'),
      files: t('facts.files'),
    },
  };
  return (
    <PublicShell>
      <AuthPage title={t('title')} intro={t('intro')}>
        <noscript>
          <p>{t('noScript')}</p>
        </noscript>
        <CheckArchive keys={paths.recordKeys} labels={labels} />
      </AuthPage>
    </PublicShell>
  );
}
