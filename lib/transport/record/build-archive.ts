import {
  archiveFormat,
  type ListedFile,
  type Manifest,
  manifestPath,
  signaturePath,
} from '#lib/archive/manifest';
import { sha256Of } from '#lib/archive/verify-archive';
import { ZipWriter } from './zip-writer';

type Bytes = Uint8Array<ArrayBuffer>;

export interface ArchiveFile {
  readonly path: string;
  readonly bytes: Bytes;
}

interface Issue extends Pick<Manifest, 'issuer' | 'created_at' | 'record_number' | 'key_id'> {
  sign(bytes: Uint8Array): Bytes;
}

/**
 * A ZIP of the files with a list of them and its signature, in pieces. A file is asked for when the one before it has been
 * taken, and no two are held at a time; the signature comes last, so what breaks off is no archive.
 */
export async function* buildArchive(
  files: Iterable<ArchiveFile> | AsyncIterable<ArchiveFile>,
  issue: Issue,
): AsyncGenerator<Bytes, void> {
  const { sign, ...about } = issue;
  const zip = new ZipWriter(about.created_at.slice(0, 10));
  const listed: ListedFile[] = [];
  for await (const { path, bytes } of files) {
    listed.push({ path, size: bytes.byteLength, sha256: await sha256Of(bytes) });
    yield* await zip.add(path, bytes);
  }
  const manifest: Manifest = { format: archiveFormat, ...about, files: listed };
  const text = new TextEncoder().encode(`${JSON.stringify(manifest, undefined, 2)}\n`);
  yield* await zip.add(manifestPath, text);
  yield* await zip.add(signaturePath, sign(text));
  yield zip.end();
}
