import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { OwnPhone } from '#components/account/own-phone';
import { PhoneCodeForm } from '#components/account/phone-code-form';
import { PhoneDone } from '#components/account/phone-done';
import { PhoneForm } from '#components/account/phone-form';
import { Notice } from '#components/ui/notice';
import { PageHeader } from '#components/ui/page-header';
import { Section } from '#components/ui/section';
import { TextLink } from '#components/ui/text-link';
import { getPhone } from '#lib/operations/phones/get';
import { paths } from '#lib/platform/paths';
import { query } from '#lib/transport/page';
import { anybody } from '#lib/transport/page-person';
import { queryOf, type SearchParams } from '#lib/transport/page-query';
import { confirmNumber, remove, rename, sendFirstCode } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('account.phone'))('title') };
}

export default async function PhonePage({ searchParams }: { searchParams: SearchParams }) {
  const [{ phone, pending }, { zone }, asked, t] = await Promise.all([
    query(getPhone, {}),
    anybody(),
    queryOf(searchParams),
    getTranslations('account.phone'),
  ]);
  return (
    <div className="mx-auto flex max-w-2xl flex-col gap-6">
      <PageHeader
        title={t('title')}
        summary={t('intro')}
        back={{ href: paths.account.security, label: t('back') }}
      />
      <PhoneDone done={asked.done} />
      <Notice tone="warn">
        {t('weak')} <TextLink href={paths.account.passkeys}>{t('passkey')}</TextLink>
      </Notice>
      {phone && (
        <Section id="own-phone" title={t('yours')}>
          <OwnPhone phone={phone} zone={zone} asked={asked.ask} actions={{ rename, remove }} />
        </Section>
      )}
      {pending && (
        <Section id="phone-code-title" title={t('codeTitle')}>
          <PhoneCodeForm endsWith={pending.ends_with} action={confirmNumber} />
        </Section>
      )}
      <Section id="phone-title" title={pending ? t('another') : phone ? t('replace') : t('add')}>
        <PhoneForm replaces={phone !== null} action={sendFirstCode} />
      </Section>
    </div>
  );
}
