import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { AccountTabs } from '#components/account/account-tabs';
import { ProfileForm } from '#components/account/profile-form';
import { ProfilePicture } from '#components/account/profile-picture';
import { EmailText } from '#components/ui/email-text';
import { Notice } from '#components/ui/notice';
import { PageHeader } from '#components/ui/page-header';
import { getMe } from '#lib/operations/users/get-me';
import { query } from '#lib/transport/page';
import { queryOf, type SearchParams } from '#lib/transport/page-query';
import { formDraft } from '../../form-draft';
import { saveProfile } from './actions';
import { dropPicture, savePicture } from './picture-actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('account'))('profileTitle') };
}

export default async function ProfilePage({ searchParams }: { searchParams: SearchParams }) {
  const [me, draft, { done }, t] = await Promise.all([
    query(getMe, {}),
    formDraft('profile'),
    queryOf(searchParams),
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
      {(done === 'picture_set' || done === 'picture_removed') && (
        <Notice tone="ok" role="status">
          {t(done === 'picture_set' ? 'profile.picture.set' : 'profile.picture.removed')}
        </Notice>
      )}
      <ProfileForm values={values} action={saveProfile.bind(null, me.version)} draft={draft} />
      <ProfilePicture address={me.profile_picture_url} set={savePicture} remove={dropPicture} />
    </div>
  );
}
