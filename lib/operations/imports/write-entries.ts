import type { Temporal } from 'temporal-polyfill';
import type { Tx } from '#db/client';
import type { ImportRow } from '#db/queries/fhir-imports';
import { insertNewRecordVersions, insertRecordVersion } from '#db/queries/medical-record-versions';
import {
  insertNewRecords,
  listRecordsBySource,
  markRecordChangedBySource,
  type SourceRow,
} from '#db/queries/medical-records';
import { holdReleaseWishes, type WishRow } from '#db/queries/release-preferences';
import { blindIndex } from '#lib/crypto/blind-index';
import type { PatientKey } from '#lib/crypto/patient-key';
import { withMedicineNamed } from '#lib/fhir/bundle/medicine-name';
import { withOwnResults } from '#lib/fhir/report-results';
import { type Id, newId } from '#lib/platform/ids';
import type { RecordStage } from '#lib/policy/subject';
import { importedRecord, importedVersion } from '../clinic-import/imported-record';
import { sourceIndex } from '../clinic-import/source-index';
import { chartKey } from '../patients/chart-key';
import { isToldOf } from '../results/tell-of-result';
import type { ImportChart } from './import-chart';
import type { Survey } from './survey';
import type { WaitingEntry } from './waiting-entry';

export interface Written {
  added: number;
  known: number;
  updated: number;
}

interface Prepared {
  readonly source_index: Uint8Array;
  readonly source_hash: Uint8Array;
  readonly id: Id<'medical_records'>;
  /** As it stands among our records. */
  readonly text: string;
}

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
const soughtAtOnce = 1000;

/** Writes entries of one import into its chart: what is new, and what its source has changed. */
export class EntryWriter {
  readonly written: Written = { added: 0, known: 0, updated: 0 };
  /** Something came that the patient can read or open today. */
  news = false;
  readonly #key: PatientKey;
  readonly #ids = new Map<string, Id<'medical_records'>>();
  readonly #standing = new Map<string, SourceRow>();
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

  /** Our id of each record that comes, and what stands in the chart already: reports refer to both. */
  async lookUp(): Promise<void> {
    this.#wishes = await holdReleaseWishes(this.tx, this.chart.row.patient_id);
    const { sourceIds } = this.survey;
    for (let first = 0; first < sourceIds.length; first += soughtAtOnce) {
      const indexes = new Map(
        sourceIds.slice(first, first + soughtAtOnce).map((id) => [hex(this.#indexOf(id)), id]),
      );
      for (const id of indexes.values()) this.#ids.set(id, newId('medical_records'));
      const places = [...indexes.keys()].map((each) => Buffer.from(each, 'hex'));
      for (const row of await listRecordsBySource(this.tx, this.chart.row.patient_id, places)) {
        this.#standing.set(hex(row.source_index), row);
        this.#ids.set(indexes.get(hex(row.source_index)) ?? '', row.id);
      }
    }
  }

  async write(entries: readonly WaitingEntry[]): Promise<void> {
    const records = entries.filter(({ type }) => type !== 'Patient').map((entry) => this.#prepare(entry));
    const fresh = records.filter(({ source_index }) => !this.#standing.has(hex(source_index)));
    await this.#insert(fresh);
    for (const record of records) {
      const standing = this.#standing.get(hex(record.source_index));
      if (standing) await this.#compare(record, standing);
    }
    const people = entries.length - records.length;
    if (this.chart.isNew) this.written.added += people;
    else this.written.known += people;
  }

  #indexOf(sourceId: string): Uint8Array {
    return sourceIndex(this.row.source_system, sourceId);
  }

  #prepare({ source_id, text: received }: WaitingEntry): Prepared {
    // What has no identity in its source is known by what it says: the same text twice is one record.
    const source = source_id ?? received;
    const named = withMedicineNamed(received, this.survey.medicines);
    const text = withOwnResults(named, (id) => this.#ids.get(id) ?? this.#ids.get(`Observation/${id}`));
    return {
      source_index: this.#indexOf(source),
      source_hash: blindIndex('record_text', received),
      id: this.#ids.get(source) ?? newId('medical_records'),
      text,
    };
  }

  async #insert(records: readonly Prepared[]): Promise<void> {
    const { source_system } = this.row;
    const rows = records.map(({ text, id, ...source }) => ({
      text,
      row: { ...this.#recordOf(id, text), ...source, source_system },
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
  async #compare({ id, text, source_hash }: Prepared, standing: SourceRow): Promise<void> {
    const { source_hash: before, stage } = standing;
    const isSame = before === null || hex(before) === hex(source_hash);
    if (isSame || stage === 'entered_in_error') {
      this.written.known += 1;
      return;
    }
    const columns = this.#recordOf(id, text);
    const next = {
      ...columns,
      version: standing.version + 1,
      stage: laterStage(columns.stage),
      source_hash,
    };
    await markRecordChangedBySource(this.tx, next);
    const version = importedVersion({ ...next, text }, this.#key);
    await insertRecordVersion(this.tx, { ...version, version: next.version });
    this.written.updated += 1;
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
