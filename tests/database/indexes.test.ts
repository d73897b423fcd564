import { afterAll, beforeAll, expect, it } from 'vitest';
import { asRole } from '../harness/as-role';
import { createTestDatabase, type TestDatabase } from '../harness/database';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  // Enough rows that a sequential scan would cost more than the index.
  await asRole(database.superuserUrl, async (sql) => {
    await sql`insert into users (id, email, email_index, role, is_verified, created_at, updated_at)
      select gen_random_uuid(), 'x', sha256(n::text::bytea), 'patient', true, now(), now() from generate_series(1, 20000) n`;
    await sql`insert into user_devices (id, user_id, fingerprint_hash, name, first_seen_at, last_seen_at)
      select gen_random_uuid(), id, email_index, 'x', now(), now() from users`;
    await sql`insert into audit_logs (id, timestamp, user_id, action, resource_type, response_status)
      select gen_random_uuid(), now(), id, 'LOGIN', 'user', 200 from users`;
    await sql`analyze`;
  });
});
afterAll(() => database.drop());

const queries = {
  idx_user_email_verified: `select id from users where email_index = sha256('7') and is_verified`,
  idx_device_user_fingerprint: `select id from user_devices
    where user_id = (select id from users limit 1) and fingerprint_hash = sha256('7')`,
  idx_audit_user_timestamp: `select action from audit_logs
    where user_id = (select id from users limit 1) order by timestamp desc limit 20`,
};

it.each(Object.entries(queries))('%s serves its query', async (index, query) => {
  const plan = await asRole(database.superuserUrl, (sql) => sql.unsafe(`explain ${query}`));
  const text = plan.map((row) => row['QUERY PLAN']).join('\n');
  // A partition's copy of the index is named after its columns.
  const names = index === 'idx_audit_user_timestamp' ? /audit_logs_\w*user_id_timestamp_idx/ : index;
  expect(text).toMatch(names);
});
