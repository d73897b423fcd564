import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ForgotPasswordForm } from '#components/auth/forgot-password-form';
import { PublicShell } from '#components/shell/public-shell';
import { askForLink } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('auth.forgot'))('title') };
}

export default function ForgotPasswordPage() {
  return (
    <PublicShell>
      <ForgotPasswordForm action={askForLink} />
    </PublicShell>
  );
}
