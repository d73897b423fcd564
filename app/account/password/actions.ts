'use server';
import { getTranslations } from 'next-intl/server';
import { changePassword as change } from '#lib/operations/passwords/change';
import { paths } from '#lib/platform/paths';
import { type FormState, submit } from '#lib/transport/action';

/** Whoever is signed in is not asked for an address: what is wrong is the current password. */
export async function changePassword(_state: FormState, form: FormData): Promise<FormState> {
  const state = await submit(change, form, paths.account.overviewDone('password_changed'));
  if (!state.errors?.some(({ code }) => code === 'invalid_credentials')) return state;
  const message = (await getTranslations('account.password'))('wrong');
  return { ...state, message, errors: [{ path: 'current_password', code: 'invalid_credentials', message }] };
}
