import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { dataFolder, makeDataFolder } from '#lib/platform/data-folder';

const parent = mkdtempSync(path.join(tmpdir(), 'medisecure-folder-'));
const file = path.join(parent, 'file');
writeFileSync(file, '');
afterAll(() => rmSync(parent, { recursive: true, force: true }));

const sentenceFor = (chosen: string) =>
  dataFolder(parent, chosen)
    .then(makeDataFolder)
    .then(
      () => 'made',
      (error: Error) => `${error.name}: ${error.message}`,
    );

it.each([
  [file, `${file} is not a folder`],
  [path.join(file, 'deep/er'), `${file} is not a folder`],
  ['/proc/medisecure', 'No folder can be made at /proc/medisecure'],
  ['/proc/medisecure/deeper', 'No folder can be made at /proc/medisecure'],
  ['/dev/null', '/dev/null is not a folder'],
])('%s is refused in one sentence', async (chosen, beginning) => {
  const sentence = await sentenceFor(chosen);
  expect(sentence).toMatch(/^OperatorError: [^\n]*: set MEDISECURE_DATA_DIR to [^\n.]*\.$/);
  expect(sentence).toContain(beginning);
});
