import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ProfileForm } from '#components/account/profile-form';
import { Notice } from '#components/ui/notice';
import { PageHeader } from '#components/ui/page-header';
import { getMe } from '#lib/operations/users/get-me';
import { query } from '#lib/transport/page';
import { queryOf, type SearchParams } from '#lib/transport/page-query';
import { saveProfile } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('account'))('profileTitle') };
}

export default async function ProfilePage({ searchParams }: { searchParams: SearchParams }) {
  const [me, { done }, t] = await Promise.all([
    query(getMe, {}),
    queryOf(searchParams),
    getTranslations('account'),
  ]);
  const { first_name, last_name, phone_number, date_of_birth, address } = me;
  const known = Object.entries({ first_name, last_name, phone_number, date_of_birth, address });
  const values = Object.fromEntries(known.map(([name, value]) => [name, value ?? '']));
  return (
    <div className="mx-auto flex max-w-2xl flex-col gap-6">
      <PageHeader title={t('profileTitle')} summary={me.email} />
      {done === 'saved' && (
        <Notice tone="ok" role="status">
          {t('profile.saved')}
        </Notice>
      )}
      <ProfileForm values={values} action={saveProfile} />
    </div>
  );
}
