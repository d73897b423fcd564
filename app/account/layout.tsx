import type { ReactNode } from 'react';
import { anybody } from '#lib/transport/page-person';
import { PortalFrame } from '../portal-frame';

/** An account's pages stand in the frame of its owner's portal. */
export default async function AccountLayout({ children }: { children: ReactNode }) {
  return <PortalFrame person={await anybody()}>{children}</PortalFrame>;
}
