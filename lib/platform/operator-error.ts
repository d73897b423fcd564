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

const forbidden = new Set(['EACCES', 'EPERM', 'EROFS']);

/** The file that this user may not read or write, if that is what went wrong. */
function forbiddenPath(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error) || !('path' in error)) return null;
  return forbidden.has(String(error.code)) ? String(error.path) : null;
}

/**
 * Gives the sentence for a full disk, also where a program's complaint was quoted, and for a file that belongs to
 * someone else; leaves all else as it is.
 */
export function asOperatorError(error: unknown, folder: string): unknown {
  if (isDiskFull(error)) {
    return new OperatorError(`The disk that holds ${folder} is full: free some space there and start again.`);
  }
  const path = forbiddenPath(error);
  if (path === null) return error;
  return new OperatorError(
    `This user may not use ${path}: start as the user who owns it, or set MEDISECURE_DATA_DIR to another folder.`,
  );
}
