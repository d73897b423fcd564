import { joinWaitingList } from '#lib/operations/waiting-list/join';
import { listWaits } from '#lib/operations/waiting-list/list';
import { offerTime } from '#lib/operations/waiting-list/offer';
import { leaveWaitingList } from '#lib/operations/waiting-list/withdraw';
import type { Clock } from '#lib/platform/clock';
import { newId } from '#lib/platform/ids';
import { signIn } from '../factories/account';
import { type Visitor, visitor } from '../factories/visitor';
import { asRole } from '../harness/as-role';
import { allMails } from '../harness/mails';
import type { ExampleChart } from './example-chart';

interface Scene {
  readonly clock: Clock;
  readonly chart: ExampleChart;
  readonly database: { readonly superuserUrl: string };
}

const job = (clock: Clock) => visitor(clock, { kind: 'system', job: 'waiting-list' });

async function leaveAll(owner: Visitor): Promise<void> {
  const { items } = await owner.call(listWaits, {});
  for (const { id, state } of items) {
    if (state === 'waiting' || state === 'offered') await owner.call(leaveWaitingList, { id });
  }
}

/** The owner of the chart waits; where they may not, nobody does. */
export async function aWait({ clock, chart }: Scene): Promise<string> {
  const owner = visitor(clock, await signIn(clock, chart.owner));
  try {
    await leaveAll(owner);
    return (await owner.call(joinWaitingList, { doctor_id: chart.bookable })).id;
  } catch {
    return newId('waiting_list_entries');
  }
}

/** What is offered to the owner of the chart. */
export async function anOffer(scene: Scene): Promise<string> {
  const { clock, chart, database } = scene;
  // Others have shut the account, and nobody is told of a time there, or at night.
  await asRole(database.superuserUrl, async (sql) => {
    const { id } = chart.owner;
    await sql`update users set is_verified = true, disabled_at = null, deleted_at = null where id = ${id}`;
    await sql`
      insert into reminder_settings (user_id, mail_kinds, text_kinds, quiet_from, quiet_to, updated_at)
      values (${id}, '{}', '{}', '00:00', '00:00', ${clock.now().toString()})
      on conflict (user_id) do update set quiet_from = '00:00', quiet_to = '00:00'`;
  });
  const id = await aWait(scene);
  await job(clock)
    .call(offerTime, { id })
    .catch(() => null);
  const owner = visitor(clock, await signIn(clock, chart.owner));
  const waits = await owner.call(listWaits, {}).catch(() => ({ items: [] }));
  return waits.items.find((wait) => wait.id === id)?.offer?.id ?? newId('waiting_list_offers');
}

async function offerLink(scene: Scene): Promise<string> {
  await anOffer(scene);
  // Whatever address the owner has by now.
  const mails = await allMails(scene.database.superuserUrl);
  const mail = mails.findLast(({ link }) => link?.includes('/visit-offer?'));
  return mail ? (new URL(mail.link).searchParams.get('token') ?? '') : '';
}

/** What the examples of the waiting list need. */
export const waitingInputs = {
  'waiting-list.join': async (scene: Scene) => {
    await aWait(scene);
    const owner = visitor(scene.clock, await signIn(scene.clock, scene.chart.owner));
    await leaveAll(owner).catch(() => null);
    return { doctor_id: scene.chart.bookable, patient_id: scene.chart.patient };
  },
  'waiting-list.withdraw': async (scene: Scene) => ({ id: await aWait(scene) }),
  'waiting-list.offer': async (scene: Scene) => ({ id: await aWait(scene) }),
  'waiting-list.answer': async (scene: Scene) => ({ id: await anOffer(scene), answer: 'decline' }),
  'waiting-list.get-by-link': async (scene: Scene) => ({ token: await offerLink(scene) }),
  'waiting-list.answer-by-link': async (scene: Scene) => ({
    token: await offerLink(scene),
    answer: 'decline',
  }),
};
