import { withActor } from '#db/client';
import { insertRow } from '#db/rows';
import { careRelationships } from '#db/schema/care-relationships';
import { carerInvitations } from '#db/schema/carer-invitations';
import { blindIndex } from '#lib/crypto/blind-index';
import { seal } from '#lib/crypto/seal';
import { hashToken, randomToken } from '#lib/crypto/tokens';
import { getMe } from '#lib/operations/users/get-me';
import type { Clock } from '#lib/platform/clock';
import { type Id, newId } from '#lib/platform/ids';
import { newRequestId } from '#lib/platform/request-id';
import { createAccount, signIn } from '../factories/account';
import { createDoctor, createPatient } from '../factories/care';
import { visitor } from '../factories/visitor';
import type { ExampleChart } from './example-chart';
import type { Scene } from './example-input';

type Work = Parameters<typeof withActor<void>>[1];
type Care = Partial<typeof careRelationships.$inferInsert> & { kind: 'treating' | 'carer' };

const asImport = (clock: Clock, work: Work) =>
  withActor({ kind: 'system', job: 'import', now: clock.now(), requestId: newRequestId() }, work);

/** Somebody stands in this relationship to the chart. */
async function related({ clock, chart }: Pick<Scene, 'clock' | 'chart'>, care: Care) {
  const id = newId('care_relationships');
  const now = clock.now();
  await asImport(clock, async (tx) => {
    const row = { ...care, id, patient_id: chart.patient, valid_from: now, created_at: now };
    await insertRow(tx, careRelationships, row);
  });
  return id;
}

const aCarer = async (scene: Scene) => {
  const { id } = await createAccount(scene.clock, 'patient');
  return related(scene, { kind: 'carer', user_id: id });
};

/** An invitation to look after the chart, for whoever has this address. */
export async function invitationFor(
  clock: Clock,
  chart: Pick<ExampleChart, 'patient' | 'owner'>,
  email: string,
) {
  const [id, token, now] = [newId('carer_invitations'), randomToken(), clock.now()];
  const owner = { kind: 'user', now, requestId: newRequestId() } as const;
  const { session } = await signIn(clock, chart.owner);
  await withActor({ ...owner, session }, async (tx) => {
    await insertRow(tx, carerInvitations, {
      ...{ id, patient_id: chart.patient, scope: 'chart' },
      name: seal('carer_invitations.name', id, 'Rosa'),
      email: seal('carer_invitations.email', id, email),
      email_index: blindIndex('email', email),
      token_hash: hashToken(token),
      created_at: now,
      expires_at: now.add({ hours: 24 }),
    });
  });
  return { id, token };
}

/** For whoever calls, of somebody whom they do not know. */
async function tokenFor({ clock, site, caller }: Scene) {
  const me = await visitor(clock, caller)
    .call(getMe, {})
    .catch(() => null);
  const { id: patient, account: owner } = await createPatient(clock, site as Id<'clinics'>);
  return { token: (await invitationFor(clock, { patient, owner }, me?.email ?? 'rosa@example.org')).token };
}

/** What the examples of sharing need to find when they are run. */
export const careInputs: Readonly<Record<string, (scene: Scene) => Promise<unknown>>> = {
  'care-relationships.end': async (scene) => ({ id: await aCarer(scene) }),
  'care-relationships.change-end': async (scene) => ({ id: await aCarer(scene), until: '2099-12-31' }),
  'care-relationships.withdraw-invitation': async ({ clock, chart }) => ({
    id: (await invitationFor(clock, chart, 'rosa@example.org')).id,
  }),
  'care-relationships.get-invitation': tokenFor,
  'care-relationships.accept-invitation': tokenFor,
  'care-relationships.end-assignment': async (scene) => ({
    id: scene.chart.owner.id,
    assignment_id: await related(scene, {
      kind: 'treating',
      practitioner_id: (await createDoctor(scene.clock, scene.site as Id<'clinics'>)).id,
    }),
    reason: 'Has moved to another site',
  }),
};
