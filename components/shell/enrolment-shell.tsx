import { LogOut } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Button } from '#components/ui/button';
import { PublicShell } from './public-shell';
import type { SignOutAction } from './shell-person';

interface EnrolmentShellProps {
  signOut: SignOutAction;
  children: ReactNode;
}

/** Around the one thing that staff can do before their second factor; and leaving is always possible. */
export function EnrolmentShell({ signOut, children }: EnrolmentShellProps) {
  const t = useTranslations('shell.account');
  const leave = (
    <form action={signOut}>
      <Button type="submit" tone="secondary">
        <LogOut aria-hidden className="size-4 rtl:-scale-x-100" />
        {t('signOut')}
      </Button>
    </form>
  );
  return (
    <PublicShell width="wide" actions={leave}>
      {children}
    </PublicShell>
  );
}
