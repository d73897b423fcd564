import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import QRCode from 'qrcode';
import { AuthenticatorEnrolment } from '#components/account/authenticator-enrolment';
import { Notice } from '#components/ui/notice';
import { PageHeader } from '#components/ui/page-header';
import { setupTotp } from '#lib/operations/auth/setup-totp';
import { paths } from '#lib/platform/paths';
import { query } from '#lib/transport/page';
import { anybody } from '#lib/transport/page-person';
import { confirmCode } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('account.authenticator'))('title') };
}

export default async function AuthenticatorPage() {
  const [person, t] = await Promise.all([anybody(), getTranslations('account.authenticator')]);
  const { secret, otpauth_uri } = await query(setupTotp, {});
  const qrSvg = await QRCode.toString(otpauth_uri, { type: 'svg', margin: 4 });
  return (
    <div className="mx-auto flex max-w-2xl flex-col gap-6">
      <PageHeader
        title={t('title')}
        summary={t('intro')}
        back={person.must_enrol ? undefined : { href: paths.account.security, label: t('back') }}
      />
      {person.must_enrol && <Notice>{t('required')}</Notice>}
      {person.has_second_factor && <Notice tone="warn">{t('replaces')}</Notice>}
      <AuthenticatorEnrolment qrSvg={qrSvg} secret={secret} action={confirmCode} />
    </div>
  );
}
