import type { ReactNode } from 'react';
import { personOf } from '#lib/transport/page-person';
import { PortalFrame } from '../portal-frame';

export default async function AdminLayout({ children }: { children: ReactNode }) {
  return <PortalFrame person={await personOf('admin')}>{children}</PortalFrame>;
}
