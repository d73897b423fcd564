import { errorCodes } from '#lib/errors/codes';
import { isOperationError, type OperationError } from '#lib/errors/operation-error';
import { log } from '#lib/platform/log';
import { asOperatorError, OperatorError } from '#lib/platform/operator-error';
import { checkout } from '../start/checkout';

/** Why a command failed, for the person at the terminal. What nobody foresaw goes to the log by its place alone. */
export function sentenceOf(thrown: unknown): string {
  if (isOperationError(thrown)) return ofRefusal(thrown);
  const error = asOperatorError(thrown, checkout);
  if (error instanceof OperatorError) return error.message;
  log().error('command_failed', error);
  return 'The command failed: the line above says where.';
}

function ofRefusal({ code, facts }: OperationError): string {
  if (facts.errors) return facts.errors.map(({ path, message }) => `${path}: ${message}.`).join(' ');
  if (code === 'not_found') return 'Only the demo knows this command, and this is not the demo.';
  if (code === 'conflict') return 'There is already an account with this address.';
  return `${errorCodes[code].title}.`;
}
