import { getTranslations } from 'next-intl/server';
import { paths } from '#lib/platform/paths';
import type { FormState } from './form-state';
import { pageToReturnTo, whyEnded } from './sign-in-again';

type Values = FormState['values'];

/** What was typed stays in the page; signing in goes on beside it. */
export async function sessionEnded(values: Values): Promise<FormState> {
  const t = await getTranslations('form');
  const href = paths.signInAgain(await whyEnded(), await pageToReturnTo());
  return refused('unauthenticated', t('sessionEnded'), values, { href, label: t('signInAgain') });
}

export async function otherPerson(values: Values): Promise<FormState> {
  const t = await getTranslations('form');
  return refused('other_person', t('otherPerson'), values);
}

function refused(code: string, message: string, values: Values, link?: FormState['link']): FormState {
  return { status: 'error', errors: [{ path: '', code, message }], values, message, link };
}
