import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sealedColumns } from '#lib/crypto/columns';
import { inviteAdmin } from '#lib/operations/people/invite-admin';
import { configureEnv } from '#lib/platform/env';
import { visitor } from '../factories/visitor';
import { attempt } from './attempt';
import { type ExampleClinic, openExampleClinic } from './example-clinic';
import { createProbes, type Probe } from './sealed-probes';
import { walkLimit } from './walk-limit';

let clinic: ExampleClinic;
let probes: Probe[];
let sql: postgres.Sql;

beforeAll(async () => {
  // Every broken cell is an error that is meant.
  configureEnv({ logLevel: 'silent' });
  clinic = await openExampleClinic();
  sql = postgres(clinic.database.superuserUrl, { max: 1, onnotice: () => {} });
  // Whoever can change a cell behind the product's back can put its triggers aside too.
  await sql`set session_replication_role = replica`;
  // Two mails, so that one can stand in the other's place.
  for (const email of ['one@example.org', 'two@example.org']) {
    await visitor(clinic.clock, { kind: 'system', job: 'create-admin' }).call(inviteAdmin, { email });
  }
  // Another row stands beside each cell, of somebody else.
  await createProbes(clinic);
  clinic.spend({ role: 'patient', relation: 'self' });
  probes = await createProbes(clinic);
});
afterAll(async () => {
  await sql.end();
  await clinic.close();
});

interface Place {
  readonly table: string;
  readonly column: string;
  readonly key: string;
  readonly id: string;
}

const halves = (name: string) => name.split('.') as [table: string, column: string];

/** Of tables whose rows have no id of their own. */
const keys: Readonly<Record<string, string>> = { user_profiles: 'user_id', blob_chunks: 'blob_id' };

async function placeOf({ column: name, rowId }: Probe): Promise<Place> {
  const [table, column] = halves(name);
  const key = keys[table] ?? 'id';
  if (rowId) return { table, column, key, id: rowId };
  const [row] = await sql`select id from ${sql(table)} order by id desc limit 1`;
  return { table, column, key, id: String(row?.id) };
}

async function cellAt({ table, column, key, id }: Place): Promise<Buffer> {
  const [row] = await sql`select ${sql(column)} as cell from ${sql(table)} where ${sql(key)} = ${id}`;
  if (!row?.cell) throw new Error(`${table}.${column} holds nothing`);
  return row.cell as Buffer;
}

const write = ({ table, column, key, id }: Place, cell: Buffer) =>
  sql`update ${sql(table)} set ${sql(column)} = ${cell} where ${sql(key)} = ${id}`;

/** What the operation answers while the cell holds something else. */
async function answerWith(probe: Probe, place: Place, cell: Buffer) {
  const before = await cellAt(place);
  await write(place, cell);
  const { error, output } = await ask(probe);
  await write(place, before);
  return { code: error?.code, output };
}

const ask = ({ operation, input, caller }: Probe) =>
  attempt(operation, input, { caller, clock: clinic.clock });

const refused = { code: 'internal_error', output: undefined };

/** Every byte of the head and of the nonce and tag, then some of what follows: each is as good as its neighbour. */
function places(length: number): number[] {
  const head = Array.from({ length: 32 }, (_, index) => index);
  const rest = Array.from({ length: 6 }, (_, index) => 32 + Math.floor(((length - 33) * index) / 5));
  return [...new Set([...head, ...rest])].filter((index) => index < length);
}

it('every column of bytes is sealed and probed here, or holds a hash', async () => {
  const columns = await sql<{ name: string }[]>`
    select c.relname || '.' || a.attname as name from pg_attribute a join pg_class c on c.oid = a.attrelid
     where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
       and a.atttypid = 'bytea'::regtype and not a.attisdropped`;
  // Of a passkey its name among authenticators and its public key: WebAuthn Level 3, 4, both are no secret.
  const hashes = /_(hash|index)$|^encryption_keys\.wrapped_key$|^factors\.(credential_id|public_key)$/;
  const sealed = columns.map(({ name }) => name).filter((name) => !hashes.test(name));
  expect(sealed.sort()).toEqual(probes.map(({ column }) => column).sort());
  expect(sealed.filter((name) => !(name in sealedColumns))).toEqual([]);
  const declared = Object.keys(sealedColumns).filter((name) => !sealed.includes(name));
  expect(declared).toEqual([]);
});

describe('a sealed cell fails to open', () => {
  it(
    'with any byte flipped',
    async () => {
      for (const probe of probes) {
        const place = await placeOf(probe);
        const cell = await cellAt(place);
        for (const index of places(cell.length)) {
          const broken = Buffer.from(cell);
          broken.writeUInt8(broken.readUInt8(index) ^ 1, index);
          expect([probe.column, index, await answerWith(probe, place, broken)]).toEqual([
            probe.column,
            index,
            refused,
          ]);
        }
      }
    },
    walkLimit,
  );

  it('shortened, emptied or lengthened', async () => {
    for (const probe of probes) {
      const place = await placeOf(probe);
      const cell = await cellAt(place);
      const longer = Buffer.concat([cell, Buffer.of(0)]);
      for (const other of [cell.subarray(0, -1), cell.subarray(0, 20), Buffer.alloc(0), longer]) {
        expect([probe.column, await answerWith(probe, place, other)]).toEqual([probe.column, refused]);
      }
    }
  });

  it('in the place of the same column of another row', async () => {
    for (const probe of probes) {
      const place = await placeOf(probe);
      const { table, column, key, id } = place;
      const others = await sql`
        select ${sql(column)} as cell from ${sql(table)} where ${sql(key)} <> ${id} and ${sql(column)} is not null limit 3`;
      expect([column, others.length > 0]).toEqual([column, true]);
      for (const { cell } of others) {
        expect([probe.column, await answerWith(probe, place, cell)]).toEqual([probe.column, refused]);
      }
    }
  });

  it('in the place of every other column of the same row', async () => {
    let swaps = 0;
    for (const probe of probes) {
      const place = await placeOf(probe);
      const columns = Object.keys(sealedColumns).filter((name) => halves(name)[0] === place.table);
      for (const column of probes.map((each) => each.column).filter((name) => columns.includes(name))) {
        if (column === probe.column) continue;
        // Not every row has all of them: a passkey has no secret, an app need not have a name.
        const cell = await cellAt({ ...place, column: halves(column)[1] }).catch(() => null);
        if (!cell) continue;
        expect([probe.column, column, await answerWith(probe, place, cell)]).toEqual([
          probe.column,
          column,
          refused,
        ]);
        swaps += 1;
      }
    }
    expect(swaps).toBeGreaterThan(30);
  });

  it('in a row that was moved to another chart, or given the id of another', async () => {
    const chart = await clinic.chartOf({ role: 'patient', relation: 'self' });
    clinic.spend({ role: 'patient', relation: 'self' });
    const other = await clinic.chartOf({ role: 'patient', relation: 'self' });
    const record = probes.find(({ column }) => column === 'medical_records.encrypted_content');
    const visit = probes.find(({ column }) => column === 'appointments.notes');
    if (!record || !visit) throw new Error('There is no such probe.');
    const caller = await clinic.callerOf({ role: 'doctor', relation: 'treating' });
    const codes: unknown[] = [];
    for (const [table, probe, id] of [
      ['medical_records', record, chart.record],
      ['appointments', visit, chart.visit],
    ] as const) {
      await sql`update ${sql(table)} set patient_id = ${other.patient} where id = ${id}`;
      const moved = await ask({ ...probe, caller });
      await sql`update ${sql(table)} set patient_id = ${chart.patient} where id = ${id}`;
      codes.push([moved.error?.code, moved.output]);
    }
    const swap = (one: string, two: string) => sql`
      update medical_records r set encrypted_content = o.encrypted_content
        from medical_records o where (r.id, o.id) in ((${one}, ${two}), (${two}, ${one}))`;
    await swap(chart.record, other.record);
    const swapped = await ask({ ...record, caller });
    await swap(chart.record, other.record);
    codes.push([swapped.error?.code, swapped.output]);
    expect(codes).toEqual(Array(3).fill(['internal_error', undefined]));
  });

  it('and opens again when it is put back', async () => {
    // One use opens both of these pairs.
    const together: string[] = ['pending_signups.profile', 'single_use_tickets.payload'];
    for (const probe of probes.filter(({ column }) => !together.includes(column))) {
      expect([probe.column, (await ask(probe)).error]).toEqual([probe.column, null]);
    }
  });
});
