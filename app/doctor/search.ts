'use server';
import { search } from '#lib/transport/page-search';

export async function searchPatients(form: FormData): Promise<void> {
  await search('panel', form);
}
