import { withActor } from '#db/client';
import { listImportCharts } from '#db/queries/imports';
import { listContents, listNewestRecords } from '#db/queries/medical-records';
import { findPatient } from '#db/queries/patients';
import type { RecordType } from '#db/schema/medical-records';
import { open } from '#lib/crypto/seal';
import { readEntry } from '#lib/fhir/bundle/bundle-entry';
import { scanBundle } from '#lib/fhir/bundle/scan-bundle';
import type { UploadContent } from '#lib/operations/imports/upload-content';
import { chartKey } from '#lib/operations/patients/chart-key';
import { systemClock } from '#lib/platform/clock';
import type { Id } from '#lib/platform/ids';
import { newRequestId } from '#lib/platform/request-id';

const recordTypes: readonly RecordType[] = [
  ...(['diagnosis', 'prescription', 'lab_result', 'lab_report', 'allergy', 'immunization'] as const),
  ...(['vital_sign', 'procedure', 'encounter', 'note', 'document', 'other'] as const),
];

interface Differences {
  out: number;
  /** Character for character, but for white space between elements. */
  same: number;
  /** Reports that name their results by our ids. */
  results: number;
  /** Prescriptions that name a medicine which stands in a record of its own. */
  named: number;
  other: number;
  lost: number;
}

/** What stands in the chart beside what was uploaded. */
export async function compareChart(
  content: UploadContent,
  { patient_id }: { patient_id: string | null },
): Promise<Differences> {
  const stored = await storedTexts(patient_id as Id<'patients'>);
  const found: Differences = { out: stored.size, same: 0, results: 0, named: 0, other: 0, lost: 0 };
  for await (const scanned of scanBundle(content)) {
    const { text, resource } = readEntry(scanned);
    const kept = stored.get(keyOf(text));
    if (kept === undefined) found.lost += 1;
    else if (kept === text) found.same += 1;
    else if (unreferred(kept) === unreferred(text)) found.results += 1;
    else if (unnamed(kept) === unnamed(text)) found.named += 1;
    else {
      found.other += 1;
      console.log(`  differs: ${String(resource.resourceType)} ${String(resource.id)}`);
    }
  }
  return found;
}

const keyOf = (text: string): string => {
  const { resourceType, id } = JSON.parse(text);
  return `${resourceType}/${id}`;
};

/** By the text, so that a digit that is lost shows. */
const unreferred = (text: string) => text.replaceAll(/"(?:urn:uuid:|Observation\/)[0-9a-f-]{36}"/g, '""');

const unnamed = (text: string) =>
  text.replace(/("medicationReference":\{"reference":"[^"]*"),"display":"(?:[^"\\]|\\.)*"\}/, '$1}');

async function storedTexts(patientId: Id<'patients'>): Promise<Map<string, string>> {
  const actor = { kind: 'system', job: 'import', now: systemClock.now(), requestId: newRequestId() } as const;
  return withActor(actor, async (tx) => {
    const [chart] = await listImportCharts(tx, [patientId]);
    const patient = await findPatient(tx, patientId);
    if (!chart || !patient?.identity) throw new Error('No chart.');
    const key = chartKey(chart);
    const texts = [open('patients.identity', patient.id, patient.identity, key)];
    for (const type of recordTypes) {
      const listed = await listNewestRecords(tx, patientId, { type, statuses: null, limit: 100_000 });
      const rows = await listContents(
        tx,
        listed.map(({ id }) => id),
      );
      texts.push(
        ...rows.map((each) =>
          open('medical_records.encrypted_content', each.id, each.encrypted_content, key),
        ),
      );
    }
    return new Map(texts.map((text) => [keyOf(text), text]));
  });
}
