import type { Tx } from '#db/client';
import { insertImportIssues } from '#db/queries/fhir-imports';
import type { BundleIssue } from '#lib/fhir/bundle/issue';
import type { Id } from '#lib/platform/ids';
import { issueRows } from './issue-rows';

const writtenAtOnce = 500;

/** What is wrong with the entries of an upload, written in runs: rubbish is many entries in few bytes. */
export class IssueStore {
  #rows: ReturnType<typeof issueRows> = [];

  constructor(
    private readonly tx: Tx,
    private readonly importId: Id<'imports'>,
  ) {}

  async add(position: number, issues: readonly BundleIssue[]): Promise<void> {
    this.#rows.push(...issueRows(this.importId, position, issues));
    if (this.#rows.length >= writtenAtOnce) await this.flush();
  }

  async flush(): Promise<void> {
    await insertImportIssues(this.tx, this.#rows);
    this.#rows = [];
  }
}
