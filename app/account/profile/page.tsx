import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { AccountTabs } from '#components/account/account-tabs';
import { ProfileForm } from '#components/account/profile-form';
import { EmailText } from '#components/ui/email-text';
import { PageHeader } from '#components/ui/page-header';
import { getMe } from '#lib/operations/users/get-me';
import { query } from '#lib/transport/page';
import { formDraft } from '../../form-draft';
import { saveProfile } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('account'))('profileTitle') };
}

export default async function ProfilePage() {
  const [me, draft, t] = await Promise.all([
    query(getMe, {}),
    formDraft('profile'),
    getTranslations('account'),
  ]);
  const { first_name, last_name, phone_number, date_of_birth, address } = me;
  const known = Object.entries({ first_name, last_name, phone_number, date_of_birth, address });
  const values = Object.fromEntries(known.map(([name, value]) => [name, value ?? '']));
  return (
    <div className="mx-auto flex max-w-2xl flex-col gap-6">
      <PageHeader
        title={t('profileTitle')}
        summary={t.rich('profile.summary', {
          email: me.email,
          mail: () => <EmailText>{me.email}</EmailText>,
        })}
      />
      <AccountTabs current="profile" />
      <ProfileForm values={values} action={saveProfile.bind(null, me.version)} draft={draft} />
    </div>
  );
}
