import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { AskForCode } from '#components/auth/ask-for-code';
import { CodeForm } from '#components/auth/code-form';
import { MethodLinks } from '#components/auth/method-links';
import { PasskeySecondFactor } from '#components/auth/passkey-second-factor';
import { SecondStep } from '#components/auth/second-step';
import { PublicShell } from '#components/shell/public-shell';
import { paths, safeNext } from '#lib/platform/paths';
import { queryOf, type SearchParams } from '#lib/transport/page-query';
import { owedStep } from '#lib/transport/portal-sign-in';
import { answerSecondFactor, textMeACode } from '../actions';
import { beginSecondFactor, finishSecondFactor } from '../passkey-actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('auth.code'))('title') };
}

const shown = ['webauthn', 'totp', 'sms', 'recovery_code'] as const;

export default async function CodePage({ searchParams }: { searchParams: SearchParams }) {
  const asked = await queryOf(searchParams);
  const next = safeNext(asked.next);
  const { methods: owed, mayTrustDevice } = await owedStep(next);
  const methods = shown.filter((each) => owed.includes(each));
  const method = methods.find((each) => each === asked.method) ?? methods[0] ?? 'totp';
  const waits = method === 'sms' && asked.sent !== undefined;
  const others = methods.filter((each) => each !== method);
  return (
    <PublicShell>
      <SecondStep
        others={
          others.length > 0 && (
            <MethodLinks methods={others} hrefOf={(each) => paths.signInCodeBy(each, next)} />
          )
        }
      >
        {method === 'webauthn' && (
          <PasskeySecondFactor
            begin={beginSecondFactor}
            action={finishSecondFactor}
            next={next}
            mayTrustDevice={mayTrustDevice}
          />
        )}
        {method !== 'webauthn' && (method !== 'sms' || waits) && (
          <CodeForm
            key={method}
            action={answerSecondFactor}
            next={next}
            method={method}
            mayTrustDevice={mayTrustDevice}
          />
        )}
        {method === 'sms' && <AskForCode action={textMeACode} next={next} sent={waits} />}
      </SecondStep>
    </PublicShell>
  );
}
