'use server';
import { extendPortalSession } from '#lib/transport/page-extend';

export async function staySignedIn(_form: FormData): Promise<boolean> {
  return extendPortalSession();
}
