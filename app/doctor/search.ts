'use server';
import { searchPanel } from '#lib/transport/page-search';

export async function searchPatients(form: FormData): Promise<void> {
  await searchPanel(form);
}
