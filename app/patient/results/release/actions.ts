'use server';
import { saveReleasePreferences } from '#lib/operations/release-preferences/save';
import { paths } from '#lib/platform/paths';
import { type FormState, submit } from '#lib/transport/action';

export async function saveWishes(_state: FormState, form: FormData): Promise<FormState> {
  return submit(saveReleasePreferences, form, paths.patient.resultsDone('saved'));
}
