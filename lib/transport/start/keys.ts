import { z } from 'zod';
import { withActor } from '#db/client';
import { insertEncryptionKey, listEncryptionKeys } from '#db/queries/encryption-keys';
import { rings } from '#lib/crypto/columns';
import type { KeyProvider } from '#lib/crypto/key-provider';
import { keyRing } from '#lib/crypto/key-ring';
import { KekFileRefused } from '#lib/crypto/providers/kek-file';
import { localFileProvider } from '#lib/crypto/providers/local-file';
import { newRingKey, type RingKeyRow } from '#lib/crypto/ring-key-row';
import { systemClock } from '#lib/platform/clock';
import { env } from '#lib/platform/env';
import { OperatorError } from '#lib/platform/operator-error';
import { newRequestId } from '#lib/platform/request-id';
import { checkout } from './checkout';

/** Opens the key ring of this process; the first start of an installation makes its keys. */
export async function openKeys(): Promise<void> {
  const known = await load();
  const provider = await openProvider(known.length === 0);
  if (known.length === 0) await makeFirstKeys(provider);
  keyRing.configure({ load, provider, now: () => systemClock.now() });
  await keyRing.fresh();
}

/** The columns are text to the database; this process believes only the rings and states it knows. */
const ringKeys = z.array(
  z.object({
    id: z.uuid().transform((value) => value as RingKeyRow['id']),
    ring: z.enum(rings),
    version: z.number(),
    wrapped_key: z.instanceof(Uint8Array),
    provider: z.string(),
    status: z.enum(['active', 'opening', 'retired']),
  }),
);

const asKeyKeeper = () =>
  ({ kind: 'system', job: 'keys', now: systemClock.now(), requestId: newRequestId() }) as const;

async function load(): Promise<RingKeyRow[]> {
  const rows = await withActor(asKeyKeeper(), (tx) => listEncryptionKeys(tx));
  return ringKeys.parse(rows);
}

/** A KEK is made only when nothing was ever wrapped: a new one would hide that the old one is lost. */
async function openProvider(mayCreate: boolean): Promise<KeyProvider> {
  const { mode, kekFile, dataDir } = env();
  if (!kekFile) throw new OperatorError('No key-encryption key: set MEDISECURE_KEK_FILE.');
  try {
    return await localFileProvider({
      path: kekFile,
      mayCreate,
      production: mode === 'production',
      // In production `kekFile` is set only together with the operator's consent (env/read.ts).
      allowedInProduction: true,
      checkout,
      ignoredFolders: dataDir ? [dataDir] : [],
    });
  } catch (error) {
    throw error instanceof KekFileRefused ? new OperatorError(error.message) : error;
  }
}

/** All rings in one transaction. Of two processes that start together the second meets the first one's keys. */
async function makeFirstKeys(provider: KeyProvider): Promise<void> {
  const keys = await Promise.all(rings.map((ring) => newRingKey(ring, provider)));
  const actor = asKeyKeeper();
  try {
    await withActor(actor, async (tx) => {
      for (const key of keys) {
        await insertEncryptionKey(tx, {
          ...key,
          wrapped_key: Buffer.from(key.wrapped_key),
          created_at: actor.now,
        });
      }
    });
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
  }
}

function isUniqueViolation(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '23505';
}
