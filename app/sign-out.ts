'use server';
import { portalSignOut } from '#lib/transport/portal-sign-in';

/** Of every shell's account menu. */
export async function signOut(): Promise<void> {
  await portalSignOut();
}
