import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { AccountTabs } from '#components/account/account-tabs';
import { PasswordForm } from '#components/account/password-form';
import { PageHeader } from '#components/ui/page-header';
import { getMe } from '#lib/operations/users/get-me';
import { query } from '#lib/transport/page';
import { passwordPolicy } from '#lib/transport/page-mode';
import { changePassword } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('account'))('passwordTitle') };
}

export default async function PasswordPage() {
  const [{ email }, t] = await Promise.all([query(getMe, {}), getTranslations('account')]);
  return (
    <div className="mx-auto flex max-w-2xl flex-col gap-6">
      <PageHeader title={t('passwordTitle')} summary={t('password.summary')} />
      <AccountTabs current="security" />
      <PasswordForm email={email} policy={passwordPolicy()} action={changePassword} />
    </div>
  );
}
