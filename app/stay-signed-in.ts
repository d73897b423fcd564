'use server';
import { somebody } from '#lib/transport/page-person';

/** Looking the session up on behalf of its owner is what keeps it. */
export async function staySignedIn(_form: FormData): Promise<boolean> {
  return (await somebody()) !== null;
}
