import { LogOut } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Button } from '#components/ui/button';
import { paths } from '#lib/platform/paths';
import { PublicShell } from './public-shell';

/** Around the one thing that staff can do before their second factor; and leaving is always possible. */
export function EnrolmentShell({ children }: { children: ReactNode }) {
  const t = useTranslations('shell.account');
  const leave = (
    <form action={paths.signOut} method="post">
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
