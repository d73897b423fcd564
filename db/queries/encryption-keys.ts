import type { Tx } from '../client';
import { insertRow } from '../rows';
import { encryptionKeys } from '../schema/encryption-keys';

export type EncryptionKeyRow = typeof encryptionKeys.$inferSelect;

export function listEncryptionKeys(tx: Tx): Promise<EncryptionKeyRow[]> {
  return tx<EncryptionKeyRow[]>`select * from encryption_keys order by ring, version`;
}

/** Two processes may start at once: the first version of a ring is whoever's came first. */
export async function insertEncryptionKey(tx: Tx, row: typeof encryptionKeys.$inferInsert): Promise<void> {
  await insertRow(tx, encryptionKeys, row);
}
