import { type AsyncZippable, zip } from 'fflate';
import { archiveFormat, type Manifest, manifestPath, signaturePath } from './manifest';
import { sha256Of } from './verify-archive';

export interface ArchiveFile {
  readonly path: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

interface Issue extends Pick<Manifest, 'issuer' | 'created_at' | 'record_number' | 'key_id'> {
  sign(bytes: Uint8Array): Uint8Array;
}

/** A ZIP of the files with a list of them and its signature. What is packed already is packed no further. */
export async function buildArchive(
  files: readonly ArchiveFile[],
  issue: Issue,
): Promise<Uint8Array<ArrayBuffer>> {
  const { sign, ...about } = issue;
  const listed = await Promise.all(
    files.map(async ({ path, bytes }) => ({ path, size: bytes.byteLength, sha256: await sha256Of(bytes) })),
  );
  const manifest: Manifest = { format: archiveFormat, ...about, files: listed };
  const text = new TextEncoder().encode(`${JSON.stringify(manifest, undefined, 2)}\n`);
  const all = [...files, { path: manifestPath, bytes: text }, { path: signaturePath, bytes: sign(text) }];
  const content: AsyncZippable = {};
  for (const { path, bytes } of all) content[path] = [bytes, { level: levelOf(path) }];
  return zipped(content, dayOf(about.created_at));
}

const levelOf = (path: string): 0 | 6 => (/\.(?:json|txt|html)$/.test(path) ? 6 : 0);

/** A ZIP's times have no zone; the day says enough. */
const dayOf = (instant: string) => `${instant.slice(0, 10)}T00:00:00`;

/** Off the thread that answers others. */
function zipped(files: AsyncZippable, mtime: string): Promise<Uint8Array<ArrayBuffer>> {
  return new Promise((resolve, reject) => {
    zip(files, { mtime }, (fault, bytes) =>
      fault ? reject(fault) : resolve(bytes as Uint8Array<ArrayBuffer>),
    );
  });
}
