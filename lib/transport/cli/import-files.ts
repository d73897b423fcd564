import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { createGunzip } from 'node:zlib';
import type { UploadContent } from '#lib/operations/imports/upload-content';

const bundle = /\.(?:json|ndjson)(?:\.gz)?$/;

/** The file itself, or what a folder holds of FHIR, but for these others. */
export async function filesIn(place: string, others: readonly string[]): Promise<string[]> {
  if (!(await stat(place)).isDirectory()) return [place];
  const left = new Set(others.map((each) => path.resolve(each)));
  const names = (await readdir(place)).filter((name) => bundle.test(name)).sort();
  return names.map((name) => path.resolve(place, name)).filter((each) => !left.has(each));
}

/** What a file holds, inflated where it is compressed; read anew by each reader. */
export function contentOf(file: string): UploadContent {
  return {
    async *[Symbol.asyncIterator]() {
      const bytes = createReadStream(file);
      yield* file.endsWith('.gz') ? bytes.pipe(createGunzip()) : bytes;
    },
  };
}
