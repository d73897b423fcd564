import { withActor } from '#db/client';
import { checkChunk } from '#lib/operations/imports/check-chunk';
import { createImport } from '#lib/operations/imports/create';
import { createClinicImport } from '#lib/operations/imports/create-for-clinic';
import type { Caller } from '#lib/operations/kernel/caller';
import type { Clock } from '#lib/platform/clock';
import { type Id, newId } from '#lib/platform/ids';
import { newRequestId } from '#lib/platform/request-id';
import { visitor } from '../factories/visitor';
import type { Scene } from './example-input';

const job: Caller = { kind: 'system', job: 'import' };

/** A person with one finding: always the same, so that what every door answers is. */
function upload(): Uint8Array[] {
  const [person, finding] = ['aaaaaaaa', 'bbbbbbbb'].map((each) => `${each}-1111-4111-8111-111111111111`);
  const entries = [
    { fullUrl: `urn:uuid:${person}`, resource: { resourceType: 'Patient', name: [{ family: 'Vargas' }] } },
    {
      fullUrl: `urn:uuid:${finding}`,
      resource: {
        resourceType: 'Condition',
        code: { text: 'Gout' },
        subject: { reference: `urn:uuid:${person}` },
      },
    },
  ];
  return [Buffer.from(JSON.stringify({ resourceType: 'Bundle', type: 'batch', entry: entries }))];
}

/** An upload by whoever calls, if they may; else by nobody they know. */
async function uploaded({
  clock,
  caller,
  chart,
}: Pick<Scene, 'clock' | 'caller' | 'chart'>): Promise<{ id: string }> {
  const by = visitor(clock, caller);
  const content = upload();
  return by
    .call(createImport, { content, patient_id: chart.patient })
    .catch(() => by.call(createClinicImport, { content }))
    .then(({ id }) => ({ id }))
    .catch(() => ({ id: newId('imports') }));
}

/** One that waits for nothing but to be written. */
export async function checkedImport(clock: Clock): Promise<{ id: string }> {
  const { id } = await uncheckedImport(clock);
  const actor = { kind: 'system', job: 'import', now: clock.now(), requestId: newRequestId() } as const;
  await withActor(actor, (tx) => checkChunk(tx, id as Id<'imports'>, () => []));
  return { id };
}

async function uncheckedImport(clock: Clock): Promise<{ id: string }> {
  const { id } = await visitor(clock, job).call(createClinicImport, { content: upload() });
  return { id };
}

export const importInputs: Readonly<Record<string, (scene: Scene) => Promise<unknown>>> = {
  'imports.create': async ({ chart }) => ({ content: upload(), patient_id: chart.patient }),
  'imports.create-for-clinic': async () => ({ content: upload() }),
  'imports.get': uploaded,
  'imports.cancel': uploaded,
  'imports.finish': ({ clock }) => checkedImport(clock),
};

/** What can go wrong with them, by operation and code; `again` is the same a second time. */
export const importErrors = <Again>(again: Again) => ({
  'imports.cancel: conflict': again,
  'imports.finish: conflict': ({ clinic }: { clinic: { clock: Clock } }) => uncheckedImport(clinic.clock),
});
