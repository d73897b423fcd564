import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { AddPasskey } from '#components/account/add-passkey';
import { PasskeyList } from '#components/account/passkey-list';
import { PasskeysDone } from '#components/account/passkeys-done';
import { Notice } from '#components/ui/notice';
import { PageHeader } from '#components/ui/page-header';
import { Section } from '#components/ui/section';
import { TextLink } from '#components/ui/text-link';
import { listFactors } from '#lib/operations/factors/list';
import { paths } from '#lib/platform/paths';
import { query } from '#lib/transport/page';
import { anybody } from '#lib/transport/page-person';
import { queryOf, type SearchParams } from '#lib/transport/page-query';
import { beginAdding, finishAdding, remove, rename } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('account.passkeys'))('title') };
}

export default async function PasskeysPage({ searchParams }: { searchParams: SearchParams }) {
  const [person, asked, t] = await Promise.all([
    anybody(),
    queryOf(searchParams),
    getTranslations('account.passkeys'),
  ]);
  const { items } = person.must_enrol ? { items: [] } : await query(listFactors, {});
  const passkeys = items.filter(({ kind }) => kind === 'webauthn');
  return (
    <div className="mx-auto flex max-w-2xl flex-col gap-6">
      <PageHeader
        title={t('title')}
        summary={t('intro')}
        back={person.must_enrol ? undefined : { href: paths.account.security, label: t('back') }}
      />
      {person.must_enrol && (
        <Notice>
          {t('required')} <TextLink href={paths.account.authenticator}>{t('orApp')}</TextLink>
        </Notice>
      )}
      <PasskeysDone done={asked.done} />
      {passkeys.length > 0 && (
        <Section id="passkeys" title={t('listTitle')}>
          <PasskeyList
            passkeys={passkeys}
            zone={person.zone}
            asked={{ rename: asked.rename, remove: asked.remove }}
            actions={{ rename, remove }}
          />
        </Section>
      )}
      <Section id="add-passkey-title" title={t('addTitle')}>
        <AddPasskey begin={beginAdding} action={finishAdding} />
      </Section>
    </div>
  );
}
