import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { PasskeySignIn } from '#components/auth/passkey-sign-in';
import { SignInForm } from '#components/auth/sign-in-form';
import { PublicShell } from '#components/shell/public-shell';
import { nextFor, safeNext, signInReasons } from '#lib/platform/paths';
import { isDemo, singleSignOn } from '#lib/transport/page-mode';
import { somebody } from '#lib/transport/page-person';
import { queryOf, type SearchParams } from '#lib/transport/page-query';
import { signIn } from './actions';
import { beginSignIn, finishSignIn } from './passkey-actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('auth.signIn'))('title') };
}

export default async function SignInPage({ searchParams }: { searchParams: SearchParams }) {
  const [asked, person] = await Promise.all([queryOf(searchParams), somebody()]);
  const next = safeNext(asked.next);
  const reason = signInReasons.find((name) => name === asked.reason);
  if (person && !reason) redirect(nextFor(person.role, next));
  return (
    <PublicShell>
      <SignInForm
        action={signIn}
        next={next}
        reason={reason}
        passkey={<PasskeySignIn begin={beginSignIn} action={finishSignIn} next={next} />}
        sso={singleSignOn(next)}
        demo={isDemo()}
      />
    </PublicShell>
  );
}
