'use server';
import { search } from '#lib/transport/page-search';

export async function searchPatients(form: FormData): Promise<void> {
  await search('panel', form);
}

/** The same among those for whom a visit may be booked on a day. */
export async function searchPatientsFor(day: string | undefined, form: FormData): Promise<void> {
  await search('panel', form, day);
}
