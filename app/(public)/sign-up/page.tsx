import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { SignUpForm } from '#components/auth/sign-up-form';
import { PublicShell } from '#components/shell/public-shell';
import { passwordPolicy } from '#lib/transport/page-mode';
import { createAccount } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('auth.signUp'))('title') };
}

export default function SignUpPage() {
  return (
    <PublicShell>
      <SignUpForm policy={passwordPolicy()} action={createAccount} />
    </PublicShell>
  );
}
