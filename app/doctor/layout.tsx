import type { ReactNode } from 'react';
import { StaffShell } from '#components/shell/staff-shell';
import { personOf } from '#lib/transport/page-person';
import { signOut } from '../sign-out';
import { searchPatients } from './search';

export default async function DoctorLayout({ children }: { children: ReactNode }) {
  const { name, clinic_name, idle_minutes } = await personOf('doctor');
  return (
    <StaffShell
      portal="doctor"
      person={{ name, ...(clinic_name && { detail: clinic_name }) }}
      signOut={signOut}
      search={searchPatients}
      {...(idle_minutes !== null && { locksAfterMinutes: idle_minutes })}
    >
      {children}
    </StaffShell>
  );
}
