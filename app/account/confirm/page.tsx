import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ConfirmForm } from '#components/account/confirm-form';
import { MethodLinks } from '#components/auth/method-links';
import { PasskeyStepUp } from '#components/auth/passkey-step-up';
import { PageHeader } from '#components/ui/page-header';
import { stepUpMethods } from '#lib/operations/auth/step-up-methods';
import { paths, safeNext } from '#lib/platform/paths';
import { query } from '#lib/transport/page';
import { queryOf, type SearchParams } from '#lib/transport/page-query';
import { beginConfirming, confirmByPasskey, confirmItIsYou } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('account.confirm'))('title') };
}

export default async function ConfirmPage({ searchParams }: { searchParams: SearchParams }) {
  const [asked, { methods }, t] = await Promise.all([
    queryOf(searchParams),
    query(stepUpMethods, {}),
    getTranslations('account.confirm'),
  ]);
  const next = safeNext(asked.next);
  const method = methods.find((each) => each === asked.method) ?? methods[0];
  return (
    <div className="mx-auto flex max-w-xl flex-col gap-6">
      <PageHeader title={t('title')} summary={t('intro')} />
      {method === 'webauthn' && (
        <PasskeyStepUp begin={beginConfirming} action={confirmByPasskey} next={next} />
      )}
      {method && <ConfirmForm key={method} method={method} next={next} action={confirmItIsYou} />}
      <MethodLinks
        methods={methods.filter((each) => each !== method)}
        hrefOf={(each) => paths.account.confirm(next, each)}
      />
    </div>
  );
}
