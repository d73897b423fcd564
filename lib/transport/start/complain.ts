import { log } from '#lib/platform/log';
import { asOperatorError, OperatorError } from '#lib/platform/operator-error';

/** Says why the start failed: our own sentence where there is one, else only the place, because messages quote data. */
export function complain(error: unknown, folder: string): void {
  const known = asOperatorError(error, folder);
  if (known instanceof OperatorError) {
    process.stderr.write(`${known.message}\n`);
    return;
  }
  log().error('start_failed', known);
  process.stderr.write('MediSecure could not start: the line above says where it failed.\n');
}
