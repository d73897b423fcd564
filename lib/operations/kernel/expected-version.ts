import { wholeNumber } from '#lib/domain/whole-number';
import { OperationError } from '#lib/errors/operation-error';

/** The version that was read; refused when another has come between. */
export const expectedVersion = wholeNumber(0, 2_147_483_647).optional();

/** @throws OperationError `stale_version` */
export function requireVersion(current: number, expected: number | undefined): void {
  if (expected !== undefined && expected !== current) throw new OperationError('stale_version');
}
