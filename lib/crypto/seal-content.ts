import type { ColumnOf, Sealed } from './columns';
import { openBytes, sealBytes } from './envelope';
import { keyRing } from './key-ring';
import { ringKeyOf, ringOf } from './ring-key-of';

type AccountColumn = ColumnOf<'pii' | 'secrets'>;

/** Seals bytes that are no text for one cell of an account. */
export function sealContent<C extends AccountColumn>(column: C, rowId: string, bytes: Uint8Array): Sealed<C> {
  return sealBytes({ column, rowId }, bytes, keyRing.current(ringOf(column))) as Uint8Array as Sealed<C>;
}

/** @throws SealBroken, UnknownKeyVersion */
export function openContent<C extends AccountColumn>(column: C, rowId: string, sealed: Sealed<C>): Buffer {
  return openBytes({ column, rowId }, sealed, ringKeyOf(column, sealed));
}
