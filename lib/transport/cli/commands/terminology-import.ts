import { createReadStream, existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { run } from '#lib/operations/run';
import { addCodes } from '#lib/operations/terminology/add';
import { OperatorError } from '#lib/platform/operator-error';
import { codeFiles } from '#lib/terminology/formats/all';
import type { CodeFile } from '#lib/terminology/formats/code-file';
import type { KnownCode } from '#lib/terminology/systems';
import { asJob } from '#lib/transport/as-job';
import type { Command } from '../command';

const batchSize = 1000;
const known = codeFiles.map(({ system, name }) => `  ${system}  ${name}`).join('\n');

/** Loads a full code system from its publisher's file. After a stop the same command goes on: what is known stays. */
export const terminologyImport: Command = {
  usage: `npm run terminology:import -- --system <uri> <file>, with one of\n${known}`,
  parse(args) {
    const options = { system: { type: 'string' } } as const;
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const [path, ...more] = positionals;
    const format = codeFiles.find(({ system }) => system === values.system);
    if (!format || !path || more.length > 0) throw new TypeError('A system and one file are asked for.');
    return async () => {
      const { read, changed } = await importFile(format, path);
      if (read === 0) throw new OperatorError(`No code stands in ${path}: it is not ${format.name}.`);
      return `${read} codes read, ${changed} of them new or changed.`;
    };
  },
};

async function importFile(format: CodeFile, path: string): Promise<{ read: number; changed: number }> {
  if (!existsSync(path)) throw new OperatorError(`There is no file ${path}.`);
  let [read, changed] = [0, 0];
  for await (const codes of batches(format, path)) {
    changed += (await run(addCodes, { codes }, asJob('terminology'))).changed;
    read += codes.length;
    process.stderr.write(`${read} codes, ${changed} of them new or changed\n`);
  }
  return { read, changed };
}

/** A line at a time, so that a file of any length takes the same memory. Of a code that is given twice the first counts. */
async function* batches(format: CodeFile, path: string): AsyncGenerator<KnownCode[]> {
  const lines = createInterface({
    input: createReadStream(path, 'utf8'),
    crlfDelay: Number.POSITIVE_INFINITY,
  });
  const codeOf = format.reader();
  let batch = new Map<string, KnownCode>();
  for await (const line of lines) {
    const code = readLine(codeOf, line.replace(/^\uFEFF/, ''), format);
    if (!code || batch.has(code.code)) continue;
    batch.set(code.code, code);
    if (batch.size < batchSize) continue;
    yield [...batch.values()];
    batch = new Map();
  }
  if (batch.size > 0) yield [...batch.values()];
}

function readLine(
  codeOf: ReturnType<CodeFile['reader']>,
  line: string,
  { name }: CodeFile,
): KnownCode | null {
  try {
    return codeOf(line);
  } catch {
    throw new OperatorError(`The file does not begin like ${name}.`);
  }
}
