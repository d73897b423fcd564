import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { AccountTabs } from '#components/account/account-tabs';
import { EmailForm } from '#components/account/email-form';
import { EmailText } from '#components/ui/email-text';
import { PageHeader } from '#components/ui/page-header';
import { getMe } from '#lib/operations/users/get-me';
import { query } from '#lib/transport/page';
import { askForAddress } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('account'))('emailTitle') };
}

export default async function EmailPage() {
  const [{ email }, t] = await Promise.all([query(getMe, {}), getTranslations('account')]);
  return (
    <div className="mx-auto flex max-w-2xl flex-col gap-6">
      <PageHeader
        title={t('emailTitle')}
        summary={t.rich('email.summary', { email, mail: () => <EmailText>{email}</EmailText> })}
      />
      <AccountTabs current="overview" />
      <EmailForm action={askForAddress} />
    </div>
  );
}
