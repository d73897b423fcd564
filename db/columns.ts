import { customType, uuid } from 'drizzle-orm/pg-core';
import type { Temporal } from 'temporal-polyfill';
import type { Sealed, SealedColumn } from '#lib/crypto/columns';
import type { Id, IdOwner } from '#lib/platform/ids';

/** A UUIDv7 of the named table; as a foreign key it keeps the brand of the table it points to. */
export const id = <T extends IdOwner>(_owner: T) => uuid().$type<Id<T>>();

/** Takes only what `seal(column, rowId, value)` returned for this very column: a string does not compile. */
export const sealed = <C extends SealedColumn>(_column: C) =>
  customType<{ data: Sealed<C>; driverData: Uint8Array }>({ dataType: () => 'bytea' })();

/** A keyed or plain hash: looked up by equality only, never read back into meaning. */
export const hash = customType<{ data: Uint8Array; driverData: Uint8Array }>({ dataType: () => 'bytea' });

/** A moment, to the microsecond. The driver parses it (`db/driver-types.ts`), so raw and typed queries agree. */
export const instant = customType<{ data: Temporal.Instant; driverData: string }>({
  dataType: () => 'timestamp with time zone',
});

/** The id of the inserting transaction, for an order without gaps. */
export const transactionId = customType<{ data: string; driverData: string }>({ dataType: () => 'xid8' });

/** Words to search by, made by `array_to_tsvector`. Never read. */
export const textSearch = customType<{ data: never; driverData: string }>({ dataType: () => 'tsvector' });
