import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ConfirmForm } from '#components/account/confirm-form';
import { AskForCode } from '#components/auth/ask-for-code';
import { MethodLinks } from '#components/auth/method-links';
import { PasskeyStepUp } from '#components/auth/passkey-step-up';
import { Card } from '#components/ui/card';
import { PageHeader } from '#components/ui/page-header';
import { stepUpMethods } from '#lib/operations/auth/step-up-methods';
import { paths, safeNext } from '#lib/platform/paths';
import { query } from '#lib/transport/page';
import { queryOf, type SearchParams } from '#lib/transport/page-query';
import { beginConfirming, confirmItIsYou, confirmWithPasskey, textMeACode } from './actions';

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
  const waits = method === 'sms' && asked.sent !== undefined;
  return (
    <div className="mx-auto flex max-w-xl flex-col gap-6">
      <PageHeader
        title={t('title')}
        summary={t('intro')}
        back={{ href: next ?? paths.account.security, label: t('back') }}
      />
      {method === 'webauthn' && (
        <Card>
          <PasskeyStepUp begin={beginConfirming} action={confirmWithPasskey} next={next} />
        </Card>
      )}
      {method && method !== 'webauthn' && (method !== 'sms' || waits) && (
        <ConfirmForm key={method} method={method} next={next} action={confirmItIsYou} />
      )}
      {method === 'sms' && (
        <Card>
          <AskForCode action={textMeACode} next={next} sent={waits} />
        </Card>
      )}
      <MethodLinks
        methods={methods.filter((each) => each !== method)}
        hrefOf={(each) => paths.account.confirm(next, each)}
      />
    </div>
  );
}
