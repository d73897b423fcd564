import type postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ActorContext, withActor } from '#db/client';
import type { Id } from '#lib/platform/ids';
import { newRequestId } from '#lib/platform/request-id';
import type { UserActor } from '#lib/policy/actor';
import { decide } from '#lib/policy/decide';
import { jobMay, jobPermissions, type SystemJob } from '#lib/policy/jobs';
import { scopesOfRole } from '#lib/policy/scopes';
import { type Relation, relations } from '#lib/policy/subject';
import { signIn } from '../factories/account';
import { asRole } from '../harness/as-role';
import { openClinic, type TestClinic } from '../harness/clinic';
import { accountTables, chartTables, closedTables, otherwise, ownTables, sharedTables } from './tables-seen';
import { walkLimit } from './walk-limit';
import { createWard, type Reader, type Ward } from './ward';

type ChartTable = keyof typeof chartTables;
const chartTableNames = Object.keys(chartTables) as ChartTable[];

interface Fact {
  id: string;
  patient_id: Id<'patients'>;
  doctor_id: string | null;
}
interface Care {
  patient_id: string;
  party: string;
  kind: Relation;
  holds: boolean;
}

let clinic: TestClinic;
let ward: Ward;
let care: Care[];
const facts = {} as Record<ChartTable, Fact[]>;

beforeAll(async () => {
  clinic = await openClinic();
  ward = await createWard(clinic);
  await asRole(clinic.database.superuserUrl, (sql) => readFacts(sql));
}, walkLimit);
afterAll(() => clinic.close());

async function readFacts(sql: postgres.Sql): Promise<void> {
  for (const table of chartTableNames) {
    const patient = table === 'patients' ? sql`id` : sql`patient_id`;
    const doctor = table === 'appointments' ? sql`doctor_id` : sql`null::uuid`;
    facts[table] = await sql<
      Fact[]
    >`select id, ${patient} as patient_id, ${doctor} as doctor_id from ${sql(table)}`;
  }
  const now = clinic.clock.now().toString();
  care = await sql<Care[]>`
    select patient_id, coalesce(practitioner_id, user_id) as party,
           case when kind = 'treating' or kind = 'consulting' and scope = 'chart' or scope = 'chart_and_appointments'
                then kind else kind || '_' || scope end as kind,
           valid_from <= ${now} and (valid_until is null or valid_until > ${now}) as holds from care_relationships`;
}

interface Self {
  readonly actor: UserActor;
  readonly context: ActorContext;
}

/** The reader, signed in with all that their role can have. */
async function enter({ account }: Reader): Promise<Self> {
  const caller = await signIn(clinic.clock, account);
  const context = {
    kind: 'user',
    session: caller.session,
    now: clinic.clock.now(),
    requestId: newRequestId(),
  } as const;
  const actor = await withActor(context, async (_tx, session) => {
    if (!session) throw new Error('No session');
    const { id: session_id, kind: door, scopes: _, ...rest } = session;
    return { ...rest, kind: 'user', session_id, door, scopes: scopesOfRole[session.role] } as UserActor;
  });
  return { actor, context };
}

/** What the care relationships make of the actor, in the order of their strength; worked out apart from the queries. */
function relationOf({ patient_id, practitioner_id, user_id }: UserActor, chart: string): Relation {
  if (patient_id === chart) return 'self';
  const held = care.filter(({ holds, ...each }) => holds && each.patient_id === chart);
  const own = held.filter(({ party }) => party === practitioner_id || party === user_id);
  return relations.find((kind) => own.some((each) => each.kind === kind)) ?? 'none';
}

const idsSeen = (context: ActorContext, table: string, key = 'id', lock = false) =>
  withActor(context, async (tx) => {
    const rows = await tx<{ id: string }[]>`
      select ${tx(key)} as id from ${tx(table)} ${lock ? tx`for update` : tx``}`;
    return rows.map(({ id }) => id).sort();
  });

const idsOf = (rows: readonly { id: string }[]) => rows.map(({ id }) => id).sort();

it('every table stands in one of these lists', async () => {
  const tables = await asRole(
    clinic.database.superuserUrl,
    (sql) => sql<{ name: string }[]>`
      select relname as name from pg_class where relkind in ('r', 'p') and not relispartition
         and relnamespace = 'public'::regnamespace`,
  );
  const listed = [
    ...chartTableNames,
    ...accountTables,
    ...ownTables,
    ...sharedTables,
    ...closedTables,
    ...otherwise,
  ];
  expect(listed.sort()).toEqual(tables.map(({ name }) => name).sort());
});

describe('the rows that row-level security shows are those that the policy allows', () => {
  it('of charts', async () => {
    const counts: number[] = [];
    for (const reader of ward.readers) {
      const { actor, context } = await enter(reader);
      for (const table of chartTableNames) {
        const allowed = facts[table].filter(({ patient_id, doctor_id }) => {
          const held = relationOf(actor, patient_id);
          // A doctor's own visit stays theirs to see when the chart has been closed.
          const isOwn = doctor_id !== null && doctor_id === actor.practitioner_id;
          const relation = held === 'none' && isOwn ? 'treating' : held;
          return decide(actor, chartTables[table], { type: 'chart', patient_id, relation }).allowed;
        });
        counts.push(allowed.length);
        expect([reader.name, table, await idsSeen(context, table)]).toEqual([
          reader.name,
          table,
          idsOf(allowed),
        ]);
      }
    }
    expect(new Set(counts).size).toBeGreaterThan(4);
  });

  it.each([
    ['medical_records', 'write:records'],
    ['appointments', 'write:appointments'],
  ] as const)('of %s that may be changed', async (table, permission) => {
    for (const reader of ward.readers) {
      const { actor, context } = await enter(reader);
      const allowed = facts[table].filter(({ patient_id }) => {
        const subject = { type: 'chart', patient_id, relation: relationOf(actor, patient_id) } as const;
        return decide(actor, permission, subject).allowed;
      });
      expect([reader.name, await idsSeen(context, table, 'id', true)]).toEqual([reader.name, idsOf(allowed)]);
    }
  });

  it('of accounts', async () => {
    const users = await asRole(
      clinic.database.superuserUrl,
      (sql) => sql<{ id: Id<'users'> }[]>`select id from users`,
    );
    const profiles = await asRole(
      clinic.database.superuserUrl,
      (sql) => sql<{ id: Id<'users'> }[]>`select user_id as id from user_profiles`,
    );
    for (const reader of ward.readers) {
      const { actor, context } = await enter(reader);
      const mayRead = ({ id }: { id: Id<'users'> }) =>
        decide(actor, 'read:profile', { type: 'account', user_id: id }).allowed;
      const seen = [await idsSeen(context, 'users'), await idsSeen(context, 'user_profiles', 'user_id')];
      expect([reader.name, ...seen]).toEqual([
        reader.name,
        idsOf(users.filter(mayRead)),
        idsOf(profiles.filter(mayRead)),
      ]);
      for (const table of ownTables) {
        const owners = new Set(await idsSeen(context, table, 'user_id'));
        expect([reader.name, table, ...owners]).toEqual([reader.name, table, actor.user_id]);
      }
    }
  });
});

it('what belongs to the clinic is seen by whoever is signed in, what is owed to nobody by none', async () => {
  for (const reader of ward.readers) {
    const { context } = await enter(reader);
    for (const table of sharedTables) expect((await idsSeen(context, table)).length).toBeGreaterThan(0);
    for (const table of closedTables) {
      expect([table, await idsSeen(context, table).catch(({ code }) => code)]).toEqual([
        table,
        table === 'pending_signups' ? '42501' : [],
      ]);
    }
  }
});

it('nobody, and a job without the permission, see no chart and no account’s own', async () => {
  const moment = { now: clinic.clock.now(), requestId: newRequestId() };
  const jobs = Object.keys(jobPermissions) as SystemJob[];
  const contexts: ActorContext[] = [
    { kind: 'anonymous', ...moment },
    ...jobs.map((job) => ({ kind: 'system', job, ...moment }) as const),
  ];
  for (const context of contexts) {
    const name = context.kind === 'system' ? context.job : context.kind;
    for (const table of chartTableNames) {
      const may = context.kind === 'system' && jobMay(context.job as SystemJob, chartTables[table]);
      const seen = await idsSeen(context, table);
      if (!may) expect([name, table, seen]).toEqual([name, table, []]);
      else expect([0, facts[table].length]).toContain(seen.length);
    }
    for (const table of ownTables)
      expect([name, table, await idsSeen(context, table)]).toEqual([name, table, []]);
  }
});
