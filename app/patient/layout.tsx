import type { ReactNode } from 'react';
import { PatientShell } from '#components/shell/patient-shell';
import { personOf } from '#lib/transport/page-person';
import { signOut } from '../sign-out';

export default async function PatientLayout({ children }: { children: ReactNode }) {
  const { name } = await personOf('patient');
  return (
    <PatientShell person={{ name }} signOut={signOut}>
      {children}
    </PatientShell>
  );
}
