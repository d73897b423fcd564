import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { isOperationError } from '#lib/errors/operation-error';
import { carryOutImport } from '#lib/jobs/handlers/carry-out-imports';
import { createClinicImport } from '#lib/operations/imports/create-for-clinic';
import { getImport } from '#lib/operations/imports/get';
import { run } from '#lib/operations/run';
import { systemClock } from '#lib/platform/clock';
import type { Id } from '#lib/platform/ids';
import { OperatorError } from '#lib/platform/operator-error';
import { asJob } from '#lib/transport/as-job';
import { validateResource } from '../../start/validate-resource';
import type { Command } from '../command';
import { contentOf, filesIn } from '../import-files';
import { type ImportedFile, importTable } from '../import-table';

interface Asked {
  readonly directories: readonly string[];
  readonly doctor_email?: string | undefined;
  readonly source_system?: string | undefined;
}

/** Takes over charts from FHIR bundles: those of one file, or of a folder with a chart in each. */
export const fhirImport: Command = {
  usage:
    'npm run fhir:import -- <file or folder> [--directory <file>]… [--as-doctor someone@clinic.example] [--source <name>]',
  parse(args) {
    const options = {
      directory: { type: 'string', multiple: true, default: [] as string[] },
      'as-doctor': { type: 'string' },
      source: { type: 'string' },
    } as const;
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const [place, ...more] = positionals;
    if (!place || more.length > 0) throw new TypeError('One file or folder is asked for.');
    const { directory: directories, 'as-doctor': doctor_email, source: source_system } = values;
    return async () => {
      const files = await filesIn(place, directories);
      const done: ImportedFile[] = [];
      for (const file of files) {
        done.push(await importFile(file, { directories, doctor_email, source_system }));
        process.stderr.write(`\r${done.length} of ${files.length} files\n`);
      }
      const table = importTable(done);
      if (done.some(({ state }) => state !== 'done')) throw new OperatorError(table);
      return table;
    };
  },
};

async function importFile(file: string, { directories, ...asked }: Asked): Promise<ImportedFile> {
  const name = path.basename(file);
  const input = { content: contentOf(file), directories: directories.map(contentOf), ...asked };
  try {
    const { id, total } = await run(createClinicImport, input, asJob('import'));
    return { name, ...(await carriedOut(id as Id<'imports'>, total)) };
  } catch (error) {
    if (!isOperationError(error) || error.code !== 'validation_failed') throw error;
    const issues = (error.facts.errors ?? []).map((each) => ({ ...each, severity: 'error' as const }));
    return { name, state: 'refused', total: 0, added: 0, known: 0, updated: 0, rejected: 0, issues };
  }
}

/** By this process, or by a running server that was quicker. */
async function carriedOut(id: Id<'imports'>, total: number) {
  let checked = 0;
  const tell = (more: number) => {
    checked += more;
    process.stderr.write(`\r${checked} of ${total} entries checked`);
  };
  for (;;) {
    await carryOutImport(id, systemClock, validateResource, tell);
    const found = await run(getImport, { id }, asJob('import'));
    if (found.ended_at !== null) return found;
    await pause(200);
  }
}
