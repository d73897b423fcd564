'use server';
import { getTranslations } from 'next-intl/server';
import { deleteMe } from '#lib/operations/users/delete-me';
import { paths } from '#lib/platform/paths';
import { type FormState, submit } from '#lib/transport/action';

/** Loading the page again, as a conflict asks elsewhere, would help nobody here. */
export async function closeAccount(_state: FormState, form: FormData): Promise<FormState> {
  const state = await submit(deleteMe, form, paths.signInAgain('deleted'));
  if (!state.errors?.some(({ code }) => code === 'conflict')) return state;
  const message = (await getTranslations('account.delete'))('conflict');
  return { ...state, message, errors: [{ path: '', code: 'conflict', message }] };
}
