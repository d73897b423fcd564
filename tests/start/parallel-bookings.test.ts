import { afterAll, beforeAll, expect, it } from 'vitest';
import { asRole } from '../harness/as-role';
import { demoAccounts } from '../harness/product';
import { call, signIn, startTwoServers, type TwoServers } from './two-servers';

let servers: TwoServers;

beforeAll(async () => {
  servers = await startTwoServers();
});
afterAll(() => servers?.stop());

const patients = 10;

it('200 parallel bookings of one time, spread over two servers: one has it, all others hear that it is taken', async () => {
  const accounts = demoAccounts(servers.first, patients)
    .filter(({ role, totp_secret }) => role === 'patient' && totp_secret === null)
    .slice(-patients);
  const tokens = await Promise.all(
    accounts.map(
      async (each, n) => (await signIn(servers.origins[n % 2 === 0 ? 0 : 1], each)).pair.access_token,
    ),
  );
  expect(tokens.filter(Boolean)).toHaveLength(patients);
  const { doctor_id, scheduled_at } = await aFreeTime(tokens[0] ?? '');
  const answers = await Promise.all(
    Array.from({ length: 200 }, (_, n) =>
      call(servers.origins[n % 2 === 0 ? 0 : 1], 'POST /appointments', {
        token: tokens[n % patients] ?? '',
        body: { doctor_id, scheduled_at },
      }),
    ),
  );
  const statuses = answers.map(({ status }) => status);
  expect(statuses.filter((status) => status === 201)).toHaveLength(1);
  expect(statuses.filter((status) => status === 409)).toHaveLength(199);
  const [row] = await asRole(
    servers.superuserUrl,
    (sql) => sql`
      select count(*)::int as n from appointments
       where doctor_id = ${doctor_id} and scheduled_at = ${scheduled_at} and status = 'scheduled'`,
  );
  expect(row?.n).toBe(1);
});

async function aFreeTime(token: string): Promise<{ doctor_id: string; scheduled_at: string }> {
  const [origin] = servers.origins;
  const ask = async (path: string) =>
    (await fetch(`${origin}/api/v1${path}`, { headers: { authorization: `Bearer ${token}` } })).json();
  const { items } = (await ask('/doctors')) as { items: { id: string }[] };
  const doctor_id = items[0]?.id ?? '';
  const { days } = (await ask(`/doctors/${doctor_id}/slots?days=14`)) as {
    days: { slots: { starts_at: string }[] }[];
  };
  return { doctor_id, scheduled_at: days.flatMap(({ slots }) => slots).at(-1)?.starts_at ?? '' };
}
