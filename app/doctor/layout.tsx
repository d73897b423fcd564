import type { ReactNode } from 'react';
import { personOf } from '#lib/transport/page-person';
import { PortalFrame } from '../portal-frame';

export default async function DoctorLayout({ children }: { children: ReactNode }) {
  return <PortalFrame person={await personOf('doctor')}>{children}</PortalFrame>;
}
