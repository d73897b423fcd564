import type { ReactNode } from 'react';
import { StaffShell } from '#components/shell/staff-shell';
import { personOf } from '#lib/transport/page-person';
import { signOut } from '../sign-out';

export default async function AdminLayout({ children }: { children: ReactNode }) {
  const { name, idle_minutes } = await personOf('admin');
  return (
    <StaffShell
      portal="admin"
      person={{ name }}
      signOut={signOut}
      locksAfterMinutes={idle_minutes ?? undefined}
    >
      {children}
    </StaffShell>
  );
}
