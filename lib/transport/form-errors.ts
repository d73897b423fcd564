import { getTranslations } from 'next-intl/server';
import type { OperationError } from '#lib/errors/operation-error';
import type { FormState } from './form-state';

/** A refusal in the reader's language, each broken field with what to do about it. */
export async function formErrors(error: OperationError, values: Record<string, string>): Promise<FormState> {
  const [t, field] = await Promise.all([getTranslations('errors'), getTranslations('fieldErrors')]);
  const { errors = [], retryAfterSeconds } = error.facts;
  const sentence = (code: string) =>
    field.has(code as 'invalid') ? field(code as 'invalid') : field('invalid');
  const named = errors.map(({ path, code }) => ({ path, code, message: sentence(code) }));
  const message =
    retryAfterSeconds === undefined || error.status !== 429
      ? t(error.code)
      : t('too_many_requests_for', { seconds: retryAfterSeconds });
  return {
    status: 'error',
    errors: named.length > 0 ? named : [{ path: '', code: error.code, message }],
    values,
    message,
    ...(retryAfterSeconds !== undefined && { retryAfterSeconds }),
  };
}
