/** A failure that the person at the terminal can mend: the message is one sentence that says what to do. */
export class OperatorError extends Error {
  override readonly name = 'OperatorError';
}

const fullDisk = /ENOSPC|No space left on device/;
const diskFullSqlState = '53100';

/** True for a full disk, whoever met it: Node, a PostgreSQL program or a SQL statement. */
function isDiskFull(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? error.code : undefined;
  return code === 'ENOSPC' || code === diskFullSqlState || fullDisk.test(error.message);
}

/** Gives the one sentence for a full disk, also where a program's complaint was quoted; leaves all else as it is. */
export function asOperatorError(error: unknown, folder: string): unknown {
  if (!isDiskFull(error)) return error;
  return new OperatorError(`The disk that holds ${folder} is full: free some space there and start again.`);
}
