import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { publishedIn } from '#lib/archive/published';
import { claimedIssuer, type Published, type Verdict, verifyArchive } from '#lib/archive/verify-archive';
import { OperatorError } from '#lib/platform/operator-error';
import { paths } from '#lib/platform/paths';
import type { Command } from '../command';

/** Whether anything in an archive was changed since its issuer signed it. Without a network where the keys are a file. */
export const archiveVerify: Command = {
  usage: 'npm run archive:verify -- archive.zip [--key keys.json or https://…]',
  alone: true,
  parse(args) {
    const options = { key: { type: 'string' } } as const;
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const [file] = positionals;
    if (!file || positionals.length > 1) throw new TypeError('One file');
    return async () => {
      const zip = await read(file);
      return sentenceOf(await verifyArchive(zip, await keysFor(zip, values.key)));
    };
  },
};

async function read(file: string): Promise<Uint8Array> {
  return readFile(file).catch(() => {
    throw new OperatorError(`${file} cannot be read.`);
  });
}

/** Named by whoever checks, else asked of the issuer that the archive names: the answer says which that was. */
async function keysFor(zip: Uint8Array, named: string | undefined): Promise<Published> {
  const issuer = claimedIssuer(zip);
  const from = named ?? (issuer && URL.canParse(issuer) ? new URL(paths.recordKeys, issuer).href : null);
  if (from === null) throw new OperatorError('This is no archive of a medical record.');
  const published = publishedIn(await load(from).catch(() => null));
  if (!published) throw new OperatorError(`${from} gives no keys.`);
  return published;
}

async function load(from: string): Promise<unknown> {
  if (!/^https?:\/\//.test(from)) return JSON.parse(await readFile(from, 'utf8'));
  const answer = await fetch(from, { redirect: 'error', signal: AbortSignal.timeout(10_000) });
  return answer.json();
}

const reasons = {
  no_archive: 'This is no archive of a medical record as it was made.',
  issuer: 'It says that somebody else has signed it than the issuer of these keys.',
  key: 'It was signed with none of these keys.',
  signature: 'The signature does not hold: its list of files was changed, or somebody else has signed it.',
} as const;

/** @throws OperatorError for everything but a valid archive, so that a script sees it */
function sentenceOf(verdict: Verdict): string {
  if (verdict.state === 'refused') throw new OperatorError(reasons[verdict.why]);
  const { issuer, created_at, record_number, files } = verdict.manifest;
  const about = `signed by ${issuer} at ${created_at}, record number ${record_number}`;
  if (verdict.state === 'valid') return `Valid: ${about}; all ${files.length} files are as they were signed.`;
  const differences = verdict.differences.map(({ path, fault }) => `  ${path}: ${fault}`);
  throw new OperatorError([`Changed since it was ${about}:`, ...differences].join('\n'));
}
