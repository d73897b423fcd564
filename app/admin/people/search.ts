'use server';
import { search } from '#lib/transport/page-search';

export async function searchPeople(form: FormData): Promise<void> {
  await search('people', form);
}
