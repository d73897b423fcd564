import type { Temporal } from 'temporal-polyfill';
import type { Tx } from '#db/client';
import { type ImportRow, insertImportIssues } from '#db/queries/fhir-imports';
import { insertNewRecordVersions, insertRecordVersion } from '#db/queries/medical-record-versions';
import { insertNewRecords } from '#db/queries/medical-records';
import { holdReleaseWishes, type WishRow } from '#db/queries/release-preferences';
import { findStanding, markRecordChangedBySource, type SourceRow } from '#db/queries/source-records';
import { blindIndex } from '#lib/crypto/blind-index';
import type { PatientKey } from '#lib/crypto/patient-key';
import { open } from '#lib/crypto/seal';
import { warningAt } from '#lib/fhir/bundle/issue';
import { withMedicineNamed } from '#lib/fhir/bundle/medicine-name';
import { withOwnResults } from '#lib/fhir/report-results';
import { type Id, newId } from '#lib/platform/ids';
import type { RecordStage } from '#lib/policy/subject';
import { importedRecord, importedVersion } from '../clinic-import/imported-record';
import { chartKey } from '../patients/chart-key';
import { releaseOfRenewed, saysOtherwise } from '../results/release-of';
import { isToldOf } from '../results/tell-of-result';
import { asRestrictedAs, isOlder } from './changed-by-source';
import type { ImportChart } from './import-chart';
import { issueRows } from './issue-rows';
import { type KnownRecord, lookUpKnown } from './known-records';
import { entryIndex, type Survey, type SurveyedEntry } from './survey';
import type { WaitingEntry } from './waiting-entry';

export interface Written {
  added: number;
  known: number;
  updated: number;
}

interface Prepared extends KnownRecord, Pick<WaitingEntry, 'position' | 'place'> {
  readonly source_hash: Uint8Array;
  readonly id: Id<'medical_records'>;
  /** As it stands among our records. */
  readonly text: string;
}

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

/** Writes entries of one import into its chart: what is new, and what its source has changed. */
export class EntryWriter {
  readonly written: Written = { added: 0, known: 0, updated: 0 };
  /** Something came that the patient can read or open today. */
  news = false;
  readonly #key: PatientKey;
  readonly #ids = new Map<string, Id<'medical_records'>>();
  #known: ReadonlyMap<string, KnownRecord> = new Map();
  #wishes: readonly WishRow[] = [];

  constructor(
    private readonly tx: Tx,
    private readonly now: Temporal.Instant,
    private readonly row: ImportRow,
    private readonly chart: ImportChart,
    private readonly survey: Survey,
  ) {
    this.#key = chartKey(chart.row);
  }

  /**
   * Our id of each record that comes, and what stands in the chart already: reports refer to both.
   * @returns those that are known as another type of resource
   */
  async lookUp(): Promise<SurveyedEntry[]> {
    const { tx, row, survey } = this;
    const { patient_id } = this.chart.row;
    this.#wishes = await holdReleaseWishes(tx, patient_id);
    this.#known = await lookUpKnown(tx, row, patient_id, survey.records);
    for (const { source_id, index } of survey.records)
      if (source_id !== null) this.#ids.set(source_id, this.#standing(index)?.id ?? newId('medical_records'));
    return survey.records.filter(
      ({ type, index }) => (this.#standing(index)?.resource_type ?? type) !== type,
    );
  }

  async write(entries: readonly WaitingEntry[]): Promise<void> {
    const records = entries.filter(({ type }) => type !== 'Patient').map((entry) => this.#prepare(entry));
    await this.#insert(records.filter(({ standing }) => !standing));
    for (const record of records) if (record.standing) await this.#compare(record, record.standing);
    const people = entries.length - records.length;
    if (this.chart.isNew) this.written.added += people;
    else this.written.known += people;
  }

  #standing(index: string): SourceRow | null {
    return this.#known.get(index)?.standing ?? null;
  }

  #prepare(entry: WaitingEntry): Prepared {
    const { position, place, source_id, text: received } = entry;
    const known = this.#known.get(entryIndex(this.row, entry));
    if (!known) throw new Error('An entry was not looked up.');
    const named = withMedicineNamed(received, this.survey.medicines);
    const text = withOwnResults(named, (id) => this.#ids.get(id) ?? this.#ids.get(`Observation/${id}`));
    const id = known.standing?.id ?? (source_id === null ? undefined : this.#ids.get(source_id));
    return {
      ...{ position, place, ...known },
      source_hash: blindIndex('record_text', received),
      id: id ?? newId('medical_records'),
      text,
    };
  }

  async #insert(records: readonly Prepared[]): Promise<void> {
    const { source_system } = this.row;
    const rows = records.map(({ text, id, source_index, source_hash }) => ({
      text,
      row: { ...this.#recordOf(id, text), source_index, source_hash, source_system },
    }));
    const added = await insertNewRecords(
      this.tx,
      rows.map(({ row }) => row),
    );
    const versions = rows.filter(({ row }) => added.has(row.id));
    await insertNewRecordVersions(
      this.tx,
      versions.map(({ row, text }) => importedVersion({ ...row, text }, this.#key)),
    );
    this.news ||= rows.some(({ row }) => added.has(row.id) && isToldOf(row, this.now));
    this.written.added += added.size;
    this.written.known += rows.length - added.size;
  }

  /** A record whose source was never asked what it says is left alone; an error stays one. */
  async #compare(record: Prepared, standing: SourceRow): Promise<void> {
    const { source_hash: before, stage } = standing;
    const isSame = before === null || hex(before) === hex(record.source_hash);
    if (isSame || stage === 'entered_in_error') this.written.known += 1;
    else await this.#renew(record, standing);
  }

  /** What its source has changed becomes the next version, unless it would take the place of words of ours or newer ones. */
  async #renew(record: Prepared, { version }: SourceRow): Promise<void> {
    const { id, source_hash } = record;
    const standing = await findStanding(this.tx, id);
    if (!standing) throw new Error('A record that an import holds is not there.');
    const before = open('medical_records.encrypted_content', id, standing.encrypted_content, this.#key);
    if (standing.written_here) return this.#keep(record, 'amended_here');
    if (isOlder(record.text, before)) return this.#keep(record, 'older_version');
    const text = asRestrictedAs(standing.sensitivity, record.text);
    const columns = this.#recordOf(id, text);
    const stage = laterStage(columns.stage);
    const written = { ...columns, stage, text, origin: 'import' as const, now: this.now };
    const state = releaseOfRenewed(written, { ...standing, text: before }, this.#wishes);
    const next = { ...columns, ...state, stage, version: version + 1, source_hash };
    await markRecordChangedBySource(this.tx, next);
    await insertRecordVersion(this.tx, {
      ...importedVersion({ ...next, text }, this.#key),
      version: next.version,
    });
    const isNews = state.release !== standing.release || saysOtherwise(before, text);
    this.news ||= isNews && isToldOf(next, this.now);
    this.written.updated += 1;
  }

  /** What came is told of, for a doctor to decide. */
  async #keep({ position, place }: Prepared, code: 'amended_here' | 'older_version'): Promise<void> {
    await insertImportIssues(this.tx, issueRows(this.row.id, position, [warningAt(place, code)]));
    this.written.known += 1;
  }

  #recordOf(id: Id<'medical_records'>, text: string) {
    return importedRecord(
      { id, text },
      {
        ...{ chart: this.chart.row, key: this.#key, now: this.now, wishes: this.#wishes },
      },
    );
  }
}

const laterStage = (stage: RecordStage): RecordStage => (stage === 'entered_in_error' ? stage : 'amended');
