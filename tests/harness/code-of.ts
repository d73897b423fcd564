import { isOperationError } from '#lib/errors/operation-error';

/** How it ends: 'done', or the code of the refusal. Whatever else is thrown is thrown on. */
export const codeOf = (asked: Promise<unknown>): Promise<string> =>
  asked.then(
    () => 'done',
    (error: unknown) => (isOperationError(error) ? error.code : Promise.reject(error)),
  );
