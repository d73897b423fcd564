import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { roles } from '#db/roles';
import { asRole } from '../harness/as-role';
import { createTestDatabase, type TestDatabase } from '../harness/database';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const catalogue = <T>(query: (sql: Parameters<Parameters<typeof asRole>[1]>[0]) => Promise<T>) =>
  asRole(database.superuserUrl, query);

describe('every table of ours', () => {
  it('forces row-level security and has a policy, partitions too', async () => {
    const open = await catalogue(
      (sql) => sql`
        select c.relname from pg_class c
         where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
           and not (c.relrowsecurity and c.relforcerowsecurity
                    and exists (select from pg_policy p where p.polrelid = c.oid))`,
    );
    expect(open.map((row) => row.relname)).toEqual([]);
  });

  it('belongs to the owner, who is not the application', async () => {
    const owners = await catalogue(
      (sql) => sql`
        select distinct pg_get_userbyid(c.relowner) as owner from pg_class c
         where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'S', 'v')`,
    );
    expect(owners.map((row) => row.owner)).toEqual([roles.owner]);
  });

  it('lets nobody delete, but for what is spent', async () => {
    const deletable = await catalogue(
      (sql) => sql`
        select distinct table_name from information_schema.role_table_grants
         where table_schema = 'public' and privilege_type in ('DELETE', 'TRUNCATE')
           and grantee in (${roles.app}, ${roles.login}, ${roles.definer}, 'PUBLIC')
         order by table_name`,
    );
    // Hours and what is offered are as they are now; of a visit only a hold that ran out is deleted, by its own function.
    const spent = [
      ...['absences', 'appointments', 'availability_overrides', 'availability_rules'],
      'blob_chunks',
      ...['clinic_closures', 'clinic_hours'],
      'drafts',
      'export_charts',
      'export_files',
      'exports',
      'import_chunks',
      'outbox',
      'pending_signups',
      'practitioner_services',
      'profile_pictures',
      'reminder_texts',
      'sms_codes',
      'throttle_counters',
      'visit_reminders',
      'webauthn_challenges',
    ];
    expect(deletable.map((row) => row.table_name)).toEqual(spent);
  });

  it('keeps the audit log, versions and reasons append-only', async () => {
    const changeable = await catalogue(
      (sql) => sql`
        select table_name from information_schema.column_privileges
         where table_schema = 'public' and privilege_type = 'UPDATE' and grantee in (${roles.app}, ${roles.login})
           and table_name similar to '(audit_logs%|medical_record_versions|result_reviews|reasons|password_history|encryption_keys)'`,
    );
    expect(changeable).toHaveLength(0);
  });

  it('lets nobody change whose a row is, who wrote it, or what its owner may', async () => {
    const fixed = await catalogue(
      (sql) => sql`
        select table_name || '.' || column_name as place from information_schema.column_privileges
         where table_schema = 'public' and privilege_type = 'UPDATE' and grantee in (${roles.app}, ${roles.login})
           and (column_name in ('id', 'user_id', 'patient_id', 'practitioner_id', 'doctor_id', 'author_user_id', 'kind',
                                'role', 'scopes', 'expires_at', 'token_hash', 'secret_hash', 'valid_from', 'source_id')
                or table_name = 'users' and column_name in ('email', 'email_index', 'disabled_at', 'deleted_at'))
         order by 1`,
    );
    expect(fixed.map((row) => row.place)).toEqual([]);
  });

  it('shows password hashes to the sign-in functions only', async () => {
    const readers = await catalogue(
      (sql) => sql`
        select distinct grantee from information_schema.column_privileges
         where table_schema = 'public' and table_name = 'users' and column_name = 'password_hash'
           and privilege_type = 'SELECT' and grantee <> ${roles.owner}`,
    );
    expect(readers.map((row) => row.grantee)).toEqual([roles.definer]);
  });
});

describe('the roles', () => {
  it('stand above nothing', async () => {
    const rows = await catalogue(
      (sql) => sql`
        select rolname from pg_roles where rolname like 'medisecure%'
           and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication)`,
    );
    expect(rows).toHaveLength(0);
  });

  it('give the login role nothing that it did not take', async () => {
    const [row] = await catalogue(
      (sql) => sql`select rolinherit from pg_roles where rolname = ${roles.login}`,
    );
    expect(row?.rolinherit).toBe(false);
  });
});

describe('functions with the rights of another', () => {
  it('are exactly these, with a fixed search path and closed to the public', async () => {
    const functions = await catalogue(
      (sql) => sql`
        select p.oid::regprocedure::text as name, pg_get_userbyid(p.proowner) as owner,
               p.proconfig::text as config, has_function_privilege('public', p.oid, 'execute') as public,
               l.lanname as language
          from pg_proc p join pg_language l on l.oid = p.prolang
         where p.prosecdef and p.pronamespace in ('app'::regnamespace, 'public'::regnamespace)
         order by 1`,
    );
    expect(functions.map(({ name, owner }) => `${name} as ${owner}`)).toEqual([
      'app.append_read_events(text) as medisecure_definer',
      'app.apply_release_wish(text,text) as medisecure_definer',
      'app.books_for(uuid) as medisecure_definer',
      'app.change_own_email(bytea,bytea) as medisecure_definer',
      'app.chart_of_account(uuid) as medisecure_definer',
      'app.clinic_counts(tstzrange) as medisecure_definer',
      'app.coming_visits_of(uuid) as medisecure_definer',
      'app.consume_challenge(bytea,text,timestamp with time zone) as medisecure_definer',
      'app.consume_signup(bytea,timestamp with time zone) as medisecure_definer',
      'app.delete_own_account() as medisecure_definer',
      'app.end_sessions_of(uuid,uuid,text) as medisecure_definer',
      'app.end_spent_waits() as medisecure_definer',
      'app.ensure_audit_partitions(timestamp with time zone,integer) as medisecure_owner',
      'app.export_actor(uuid) as medisecure_definer',
      'app.factors_of(uuid) as medisecure_definer',
      'app.find_calendar_feed(bytea) as medisecure_definer',
      'app.find_codes(text,text,integer) as medisecure_definer',
      'app.find_credential(bytea) as medisecure_definer',
      'app.find_login(bytea) as medisecure_definer',
      'app.find_refresh_token_owner(bytea) as medisecure_definer',
      'app.find_session(uuid,bytea,timestamp with time zone) as medisecure_definer',
      'app.find_ticket_owner(bytea,text) as medisecure_definer',
      'app.follow_account() as medisecure_definer',
      'app.forget_unsent_reminder(uuid) as medisecure_definer',
      'app.grant_role(uuid) as medisecure_definer',
      'app.import_actor(uuid) as medisecure_definer',
      'app.is_still_owed(uuid) as medisecure_definer',
      'app.knows_visits_of(uuid) as medisecure_definer',
      'app.labelled_records(uuid) as medisecure_definer',
      'app.last_sign_in_of(uuid) as medisecure_definer',
      'app.owner_of_chart(uuid) as medisecure_definer',
      'app.parties_of_care(uuid) as medisecure_definer',
      'app.parties_of_request(uuid,uuid,uuid) as medisecure_definer',
      'app.phone_of(uuid) as medisecure_definer',
      'app.readers_of(uuid) as medisecure_definer',
      'app.readers_of_visits(uuid) as medisecure_definer',
      'app.release_expired_holds() as medisecure_definer',
      'app.renew_session_secret(uuid,bytea,bytea) as medisecure_definer',
      'app.reveal_result(uuid) as medisecure_definer',
      'app.room_is_taken(uuid,tstzrange,uuid) as medisecure_definer',
      'app.session_state(uuid,bytea) as medisecure_definer',
      'app.sessions_of(uuid) as medisecure_definer',
      'app.set_user_disabled(uuid,boolean) as medisecure_definer',
      'app.taken_over(uuid) as medisecure_definer',
      'app.taken_spans(uuid[],uuid,tstzrange,uuid) as medisecure_definer',
      'app.tells_of_visits(uuid) as medisecure_definer',
      'app.treats(uuid) as medisecure_definer',
      'app.undo_own_deletion(integer) as medisecure_definer',
      'app.visits_standing(uuid,date,date) as medisecure_definer',
      'app.visits_to_remind_of() as medisecure_definer',
      'app.waiting_actor(uuid) as medisecure_definer',
      'app.waits_for_me(uuid,uuid,text,uuid) as medisecure_definer',
      'app.withdraw_invitation(uuid) as medisecure_definer',
      'app.withheld_results() as medisecure_definer',
    ]);
    for (const row of functions) {
      expect(row.config).toBe('{"search_path=pg_catalog, public, pg_temp"}');
      expect(row.public).toBe(false);
      expect(row.language).toBe('plpgsql');
    }
  });
});

describe('without an actor', () => {
  it.each(['medical_records', 'users', 'audit_logs', 'patient_keys', 'sessions'])(
    '%s is refused',
    async (table) => {
      const attempt = asRole(database.loginUrl, (sql) => sql`select 1 from ${sql(table)} limit 1`);
      await expect(attempt).rejects.toMatchObject({ code: '42501' });
    },
  );

  it('a role alone sees no row and writes none', async () => {
    await asRole(database.loginUrl, async (sql) => {
      await sql.begin(async (tx) => {
        await tx`select set_config('role', ${roles.app}, true)`;
        expect(await tx`select id from users`).toHaveLength(0);
      });
      const write = sql.begin(async (tx) => {
        await tx`select set_config('role', ${roles.app}, true)`;
        await tx`insert into clinics (id, name, zone, created_at) values (gen_random_uuid(), 'x', 'UTC', now())`;
      });
      await expect(write).rejects.toMatchObject({ code: '42501' });
    });
  });

  it('no role may be taken but the application’s', async () => {
    const climb = asRole(database.loginUrl, (sql) => sql`select set_config('role', ${roles.owner}, false)`);
    await expect(climb).rejects.toMatchObject({ code: '42501' });
  });
});
