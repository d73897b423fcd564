import { type ListedFile, type Manifest, manifestPath, parseManifest, signaturePath } from './manifest';
import { unpacked } from './unpacked';
import { type ZipEntry, zipEntries } from './zip-entries';

/** A public key as whoever signs publishes it (RFC 8037). */
export interface SigningKey {
  readonly kty: string;
  readonly crv: string;
  readonly x: string;
  readonly kid: string;
}

/** What is trusted: taken from the issuer, never from the archive. */
export interface Published {
  readonly issuer: string;
  readonly keys: readonly SigningKey[];
}

export interface Difference {
  readonly path: string;
  readonly fault: 'changed' | 'missing' | 'extra';
}

export type Verdict =
  | { readonly state: 'valid'; readonly manifest: Manifest }
  | { readonly state: 'changed'; readonly manifest: Manifest; readonly differences: readonly Difference[] }
  /** `no_archive`: no ZIP that we wrote. `issuer`: somebody else's. `key`: not among theirs. `signature`: does not hold. */
  | { readonly state: 'refused'; readonly why: 'no_archive' | 'issuer' | 'key' | 'signature' };

const largestManifest = 4_000_000;
const signatureBytes = 64;

/** Whether every byte of every file is what the issuer signed. Nothing else is unpacked before the signature holds. */
export async function verifyArchive(zip: Uint8Array, { issuer, keys }: Published): Promise<Verdict> {
  const entries = entriesOf(zip);
  const text = part(entries, manifestPath, largestManifest);
  const manifest = text && parseManifest(text);
  if (!manifest) return refused('no_archive');
  if (manifest.issuer !== issuer) return refused('issuer');
  const key = keys.find(({ kid }) => kid === manifest.key_id);
  if (!key) return refused('key');
  const signature = part(entries, signaturePath, signatureBytes);
  if (!signature || !(await isSignedBy(key, text, signature))) return refused('signature');
  const differences = await differencesOf(manifest.files, entries);
  return differences.length === 0
    ? { state: 'valid', manifest }
    : { state: 'changed', manifest, differences };
}

/** Who says to have signed it: where to ask for keys, and no proof. */
export function claimedIssuer(zip: Uint8Array): string | null {
  const text = part(entriesOf(zip), manifestPath, largestManifest);
  return (text && parseManifest(text))?.issuer ?? null;
}

const entriesOf = (zip: Uint8Array) => new Map((zipEntries(zip) ?? []).map((entry) => [entry.path, entry]));

const refused = (why: (Verdict & { state: 'refused' })['why']): Verdict => ({ state: 'refused', why });

function part(entries: ReadonlyMap<string, ZipEntry>, path: string, most: number) {
  const entry = entries.get(path);
  return entry && entry.size <= most ? unpacked(entry, entry.size) : null;
}

async function isSignedBy(
  { kty, crv, x }: SigningKey,
  text: Uint8Array<ArrayBuffer>,
  signature: Uint8Array<ArrayBuffer>,
): Promise<boolean> {
  const { subtle } = globalThis.crypto;
  const key = await subtle.importKey('jwk', { kty, crv, x }, 'Ed25519', false, ['verify']);
  return subtle.verify('Ed25519', key, signature, text);
}

async function differencesOf(
  files: readonly ListedFile[],
  entries: ReadonlyMap<string, ZipEntry>,
): Promise<Difference[]> {
  const found: Difference[] = [];
  for (const file of files) {
    const entry = entries.get(file.path);
    if (!entry) found.push({ path: file.path, fault: 'missing' });
    else if (!(await isAsListed(file, entry))) found.push({ path: file.path, fault: 'changed' });
  }
  const listed = new Set([manifestPath, signaturePath, ...files.map(({ path }) => path)]);
  const extra = [...entries.keys()].filter((path) => !listed.has(path));
  return [...found, ...extra.map((path): Difference => ({ path, fault: 'extra' }))];
}

async function isAsListed({ size, sha256 }: ListedFile, entry: ZipEntry): Promise<boolean> {
  const bytes = unpacked(entry, size);
  return bytes !== null && (await sha256Of(bytes)) === sha256;
}

export async function sha256Of(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await globalThis.crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
