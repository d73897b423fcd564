import type { ReactNode } from 'react';
import { PatientShell } from '#components/shell/patient-shell';
import { StaffShell } from '#components/shell/staff-shell';
import { anybody } from '#lib/transport/page-person';
import { signOut } from '../sign-out';

/** An account's pages stand in the frame of its owner's portal. */
export default async function AccountLayout({ children }: { children: ReactNode }) {
  const { name, role } = await anybody();
  if (role === 'patient') {
    return (
      <PatientShell person={{ name }} signOut={signOut}>
        {children}
      </PatientShell>
    );
  }
  return (
    <StaffShell portal={role} person={{ name }} signOut={signOut}>
      {children}
    </StaffShell>
  );
}
