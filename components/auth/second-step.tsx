import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { TextLink } from '#components/ui/text-link';
import { paths } from '#lib/platform/paths';
import { AuthPage } from './auth-page';

interface SecondStepProps {
  /** What one way of proving it asks. */
  children: ReactNode;
  /** Links to the other ways. */
  others?: ReactNode;
}

/** The page of the second step of signing in, whichever way it is taken. */
export function SecondStep({ children, others }: SecondStepProps) {
  const t = useTranslations('auth.code');
  return (
    <AuthPage title={t('title')} footer={<TextLink href={paths.signIn}>{t('restart')}</TextLink>}>
      {children}
      {others && <div className="mt-5 border-t border-border pt-4">{others}</div>}
    </AuthPage>
  );
}
