import { getLocale, getTranslations } from 'next-intl/server';
import type { NearestTime, OperationError } from '#lib/errors/operation-error';
import { formatter } from '#lib/i18n/format';
import type { FieldError, FormState } from './form-state';

/** A refusal in the reader's language, each broken field with what to do about it. */
export async function formErrors(error: OperationError, values: Record<string, string>): Promise<FormState> {
  const { retryAfterSeconds, nearest } = error.facts;
  const named = await fieldErrors(error);
  const [first] = named;
  const isOfForm = first !== undefined && named.every(({ path }) => path === '');
  const message = isOfForm ? first.message : await sentenceOf(error);
  return {
    status: 'error',
    errors: first ? named : [{ path: '', code: error.code, message }],
    values,
    message,
    ...(retryAfterSeconds !== undefined && { retryAfterSeconds }),
    ...(nearest && { nearest: await choicesOf(nearest) }),
  };
}

/** By the clock of the site, whose zone goes with them: a patient is shown their own beside it. */
async function choicesOf(times: readonly NearestTime[]): Promise<NonNullable<FormState['nearest']>> {
  const locale = await getLocale();
  return times.map(({ starts_at, zone }) => {
    const format = formatter(locale, zone);
    return { value: starts_at, zone, label: `${format.longDate(starts_at)}, ${format.time(starts_at)}` };
  });
}

/** A token was typed by nobody: what is wrong with it is said of the form as a whole. */
export async function fieldErrors({ facts: { errors = [] } }: OperationError): Promise<FieldError[]> {
  const t = await getTranslations('fieldErrors');
  return errors.map(({ path, code, suggestion = '' }) => {
    const key = t.has(code as 'invalid') ? (code as 'invalid') : 'invalid';
    return { path: path === 'token' ? '' : path, code, message: t(key, { suggestion }) };
  });
}

async function sentenceOf({ code, status, facts: { retryAfterSeconds } }: OperationError): Promise<string> {
  const t = await getTranslations('errors');
  if (status !== 429 || retryAfterSeconds === undefined) return t(code);
  if (retryAfterSeconds <= 90) return t('too_many_requests_for', { seconds: retryAfterSeconds });
  return t('too_many_requests_for_minutes', { minutes: Math.ceil(retryAfterSeconds / 60) });
}
