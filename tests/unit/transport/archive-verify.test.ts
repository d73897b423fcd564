import { generateKeyPairSync, sign } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { strToU8, unzipSync, type Zippable, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { archiveVerify } from '#lib/transport/cli/commands/archive-verify';
import { buildArchive } from '#lib/transport/record/build-archive';
import { joined } from '../../harness/joined';

const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const { x } = publicKey.export({ format: 'jwk' });
const published = { issuer: 'https://clinic.example', keys: [{ kty: 'OKP', crv: 'Ed25519', x, kid: 'k' }] };
let folder: string;
let zip: Uint8Array;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'medisecure-archive-'));
  const files = [
    { path: 'bundle.json', bytes: strToU8('{}') },
    { path: 'documents/7.txt', bytes: strToU8('a letter') },
  ];
  zip = await joined(
    buildArchive(files, {
      ...{ issuer: published.issuer, created_at: '2026-01-05T09:00:00Z', record_number: '7', key_id: 'k' },
      sign: (bytes) => Uint8Array.from(sign(null, bytes, privateKey)),
    }),
  );
  await writeFile(path.join(folder, 'keys.json'), JSON.stringify(published));
  await writeFile(path.join(folder, 'no-keys.json'), '{"keys":[]}');
});
afterAll(() => rm(folder, { recursive: true }));
async function verify(bytes: Uint8Array, keys = 'keys.json'): Promise<string> {
  const file = path.join(folder, 'archive.zip');
  await writeFile(file, bytes);
  return archiveVerify.parse([file, '--key', path.join(folder, keys)])();
}

describe('archive:verify', () => {
  it('says who signed what is as it was, without a network', async () => {
    expect(await verify(zip)).toBe(
      'Valid: signed by https://clinic.example at 2026-01-05T09:00:00Z, record number 7; all 2 files are as they were signed.',
    );
  });
  it('names what differs, and fails', async () => {
    const files = {
      ...unzipSync(zip),
      'documents/7.txt': strToU8('A letter'),
      'more.txt': strToU8('x'),
    };
    await expect(verify(zipSync(files as Zippable))).rejects.toThrow(
      /documents\/7\.txt: changed\n {2}more\.txt: extra$/,
    );
  });
  it('fails in one sentence for another file, and without keys', async () => {
    await expect(verify(strToU8('text'))).rejects.toThrow('This is no archive of a medical record');
    await expect(verify(zip, 'no-keys.json')).rejects.toThrow('gives no keys');
    await expect(archiveVerify.parse(['missing.zip'])()).rejects.toThrow('missing.zip cannot be read.');
    expect(() => archiveVerify.parse([])).toThrow();
  });
});
