import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { SignInForm } from '#components/auth/sign-in-form';
import { PublicShell } from '#components/shell/public-shell';
import { safeNext } from '#lib/platform/paths';
import { queryOf, type SearchParams } from '#lib/transport/page-query';
import { signIn } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('auth.signIn'))('title') };
}

const reasons = {
  expired: 'ended',
  step_up: 'stepUp',
  signed_out: 'signedOut',
  verified: 'verified',
} as const;

export default async function SignInPage({ searchParams }: { searchParams: SearchParams }) {
  const [{ next, reason }, t] = await Promise.all([queryOf(searchParams), getTranslations('auth.signIn')]);
  const key = Object.entries(reasons).find(([name]) => name === reason)?.[1];
  return (
    <PublicShell>
      <SignInForm action={signIn} next={safeNext(next)} intro={key && t(key)} />
    </PublicShell>
  );
}
