import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import QRCode from 'qrcode';
import { AuthenticatorEnrolment } from '#components/account/authenticator-enrolment';
import { BeginAuthenticator } from '#components/account/begin-authenticator';
import { OwnAuthenticator } from '#components/account/own-authenticator';
import { Notice } from '#components/ui/notice';
import { PageHeader } from '#components/ui/page-header';
import { TextLink } from '#components/ui/text-link';
import { getTotpSetup } from '#lib/operations/auth/get-totp-setup';
import { listFactors } from '#lib/operations/factors/list';
import { paths } from '#lib/platform/paths';
import { query } from '#lib/transport/page';
import { anybody } from '#lib/transport/page-person';
import { queryOf, type SearchParams } from '#lib/transport/page-query';
import { beginSetup, confirmCode, remove } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('account.authenticator'))('title') };
}

export default async function AuthenticatorPage({ searchParams }: { searchParams: SearchParams }) {
  const [person, asked, t] = await Promise.all([
    anybody(),
    queryOf(searchParams),
    getTranslations('account.authenticator'),
  ]);
  const { setup } = await query(getTotpSetup, {});
  const { items } = person.must_enrol ? { items: [] } : await query(listFactors, {});
  const own = items.find(({ kind }) => kind === 'totp');
  return (
    <div className="mx-auto flex max-w-2xl flex-col gap-6">
      <PageHeader
        title={t('title')}
        summary={t('intro')}
        back={person.must_enrol ? undefined : { href: paths.account.security, label: t('back') }}
      />
      {person.must_enrol && (
        <Notice>
          {t('required')} <TextLink href={paths.account.passkeys}>{t('orPasskey')}</TextLink>
        </Notice>
      )}
      {own && <Notice tone="warn">{t('replaces')}</Notice>}
      {setup ? (
        <AuthenticatorEnrolment
          qrSvg={await QRCode.toString(setup.otpauth_uri, { type: 'svg', margin: 4 })}
          secret={setup.secret}
          action={confirmCode}
        />
      ) : (
        <BeginAuthenticator action={beginSetup} />
      )}
      {own && !setup && <OwnAuthenticator id={own.id} asked={asked.remove !== undefined} remove={remove} />}
    </div>
  );
}
