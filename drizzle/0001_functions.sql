-- Who acts, as `enter` in db/client.ts has set it for this transaction. Plain SQL, so that the planner inlines it.
-- Policies call it bare: wrapped in (select …) each use becomes an InitPlan, and forty of those cost a read more time
-- than the read. On a reused connection an unset value is
-- '' and not null, hence nullif.
create schema app;
--> statement-breakpoint
grant usage on schema app to medisecure_app, medisecure_login;
--> statement-breakpoint
grant usage, create on schema app to medisecure_definer;
--> statement-breakpoint
create function app.actor_kind() returns text language sql stable
  return nullif(current_setting('app.actor_kind', true), '');
--> statement-breakpoint
create function app.user_id() returns uuid language sql stable
  return nullif(current_setting('app.user_id', true), '')::uuid;
--> statement-breakpoint
create function app.role() returns text language sql stable
  return nullif(current_setting('app.role', true), '');
--> statement-breakpoint
create function app.patient_id() returns uuid language sql stable
  return nullif(current_setting('app.patient_id', true), '')::uuid;
--> statement-breakpoint
create function app.practitioner_id() returns uuid language sql stable
  return nullif(current_setting('app.practitioner_id', true), '')::uuid;
--> statement-breakpoint
create function app.system_job() returns text language sql stable
  return nullif(current_setting('app.system_job', true), '');
--> statement-breakpoint
create function app.now() returns timestamptz language sql stable
  return nullif(current_setting('app.now', true), '')::timestamptz;
--> statement-breakpoint

-- The live session behind a request, with what its owner is. A portal session is named by id and the hash of the
-- cookie's secret, an API session by the id in its signed token. Activity is written at most once a minute; a row
-- that another request holds is left to it.
create function app.find_session(p_id uuid, p_secret_hash bytea, p_now timestamptz)
returns table (
  id uuid, user_id uuid, kind text, role text, patient_id uuid, practitioner_id uuid, assurance text, scopes text[],
  authenticated_at timestamptz, second_factor_at timestamptz, has_confirmed_factor boolean
)
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
#variable_conflict use_column
declare
  v_last timestamptz;
begin
  select s.id, s.user_id, s.kind, u.role, p.id, d.id, s.assurance, s.scopes, s.authenticated_at, s.second_factor_at,
         exists (select 1 from factors f where f.user_id = s.user_id and f.confirmed_at is not null),
         s.last_activity_at
    into find_session.id, find_session.user_id, find_session.kind, find_session.role, find_session.patient_id,
         find_session.practitioner_id, find_session.assurance, find_session.scopes, find_session.authenticated_at,
         find_session.second_factor_at, find_session.has_confirmed_factor, v_last
    from sessions s
    join users u on u.id = s.user_id
    left join patients p on p.user_id = s.user_id
    left join practitioners d on d.user_id = s.user_id
   where s.id = p_id
     and s.secret_hash is not distinct from p_secret_hash
     and s.revoked_at is null
     and s.expires_at > p_now
     and (s.idle_timeout_seconds is null or s.last_activity_at > p_now - make_interval(secs => s.idle_timeout_seconds))
     and u.is_verified and u.disabled_at is null and u.deleted_at is null;
  if not found then
    return;
  end if;
  if v_last < p_now - interval '60 seconds' then
    update sessions set last_activity_at = p_now
     where id = (select s.id from sessions s where s.id = p_id for update skip locked);
  end if;
  return next;
end
$$;
--> statement-breakpoint

-- What sign-in needs of the account behind a blind index. Nothing else may read a password hash. A deleted account
-- is disabled as well; an address that was deleted and taken anew finds the living one.
create function app.find_login(p_email_index bytea)
returns table (
  user_id uuid, role text, password_hash text, is_verified boolean, is_disabled boolean, has_confirmed_factor boolean
)
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  return query
    select u.id, u.role, u.password_hash, u.is_verified, u.disabled_at is not null,
           exists (select 1 from factors f where f.user_id = u.id and f.confirmed_at is not null)
      from users u
     where u.email_index = p_email_index
     order by u.disabled_at nulls first
     limit 1;
end
$$;
--> statement-breakpoint

-- Uses up the mailed token of a sign-up, once, and gives what the account is made of.
create function app.consume_signup(p_token_hash bytea, p_now timestamptz)
returns table (id uuid, email bytea, email_index bytea, profile bytea, password_hash text)
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
#variable_conflict use_column
begin
  return query
    update pending_signups s set used_at = p_now
     where s.token_hash = p_token_hash and s.used_at is null and s.expires_at > p_now
    returning s.id, s.email, s.email_index, s.profile, s.password_hash;
end
$$;
--> statement-breakpoint

-- The owner of a single-use ticket, so that the transaction can become them and then lock it under their policies.
create function app.find_ticket_owner(p_token_hash bytea, p_purpose text)
returns table (id uuid, user_id uuid)
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  return query
    select t.id, t.user_id from single_use_tickets t where t.token_hash = p_token_hash and t.purpose = p_purpose;
end
$$;
--> statement-breakpoint

-- The owner of a refresh token, for the same purpose.
create function app.find_refresh_token_owner(p_token_hash bytea)
returns table (id uuid, user_id uuid, session_id uuid)
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  return query
    select t.id, t.user_id, t.session_id from refresh_tokens t where t.token_hash = p_token_hash;
end
$$;
--> statement-breakpoint

-- Taken time of a doctor, without whose it is: all that a patient may learn of other visits.
create function app.busy_ranges(p_practitioner_id uuid, p_range tstzrange)
returns table (starts_at timestamptz, ends_at timestamptz)
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  return query
    select a.scheduled_at, a.ends_at
      from appointments a
     where a.doctor_id = p_practitioner_id and a.status <> 'cancelled'
       and tstzrange(a.scheduled_at, a.ends_at, '[)') && p_range
     order by a.scheduled_at;
end
$$;
--> statement-breakpoint

-- Whether the actor cares for that patient: a policy of care_relationships may not read its own table.
create function app.is_carer(p_patient_id uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  return exists (
    select 1 from care_relationships c
     where c.patient_id = p_patient_id and c.kind = 'carer' and c.user_id = app.user_id()
       and c.valid_from <= app.now() and (c.valid_until is null or c.valid_until > app.now()));
end
$$;
--> statement-breakpoint

-- Numbers of things for administration, which sees no row of most of them. For anybody else there is no answer.
create function app.clinic_counts(p_day tstzrange)
returns table (
  patients integer, practitioners integer, medical_records integer, appointments_scheduled integer, appointments_completed integer,
  appointments_cancelled integer, appointments_today integer
)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
#variable_conflict use_column
begin
  if app.role() is distinct from 'admin' then
    return;
  end if;
  return query
    select (select count(*)::int from patients), (select count(*)::int from practitioners),
           (select count(*)::int from medical_records r where r.status <> 'entered-in-error'),
           (count(*) filter (where a.status = 'scheduled'))::int, (count(*) filter (where a.status = 'completed'))::int,
           (count(*) filter (where a.status = 'cancelled'))::int,
           (count(*) filter (where a.status <> 'cancelled' and a.scheduled_at <@ p_day))::int
      from appointments a;
end
$$;
--> statement-breakpoint

-- The events of reads that have ended well, of many actors at once: so the policy that compares an event's user with the
-- actor cannot guard it. Nothing within an actor's transaction may call it; the database gives epoch and transaction id.
create function app.append_read_events(p_events text) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  insert into audit_logs (id, timestamp, user_id, action, resource_type, resource_id, patient_id, session_id, request_id,
                          ip_address, user_agent, request_data, response_status, additional_info, reason_code, purpose)
  select e.id, e.timestamp, e.user_id, e.action, e.resource_type, e.resource_id, e.patient_id, e.session_id, e.request_id,
         e.ip_address, e.user_agent, e.request_data, e.response_status, e.additional_info, e.reason_code, e.purpose
    from json_to_recordset(p_events::json) as e (
           id uuid, timestamp timestamptz, user_id uuid, action text, resource_type text, resource_id uuid, patient_id uuid,
           session_id uuid, request_id uuid, ip_address text, user_agent text, request_data jsonb, response_status integer,
           additional_info jsonb, reason_code text, purpose text);
end
$$;
--> statement-breakpoint
alter function app.append_read_events(text) owner to medisecure_definer;
--> statement-breakpoint
revoke all on function app.append_read_events(text) from public;
--> statement-breakpoint
grant execute on function app.append_read_events(text) to medisecure_login;
--> statement-breakpoint

do $$
declare
  f regprocedure;
begin
  foreach f in array array[
    'app.find_session(uuid, bytea, timestamptz)', 'app.find_login(bytea)', 'app.consume_signup(bytea, timestamptz)',
    'app.find_ticket_owner(bytea, text)', 'app.find_refresh_token_owner(bytea)', 'app.busy_ranges(uuid, tstzrange)',
    'app.is_carer(uuid)', 'app.clinic_counts(tstzrange)'
  ]::regprocedure[] loop
    execute format('alter function %s owner to medisecure_definer', f);
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to medisecure_app', f);
  end loop;
end
$$;
--> statement-breakpoint
-- `enter` looks the session up before it takes the role.
grant execute on function app.find_session(uuid, bytea, timestamptz) to medisecure_login;
--> statement-breakpoint
revoke create on schema app from medisecure_definer;
--> statement-breakpoint

-- Makes the monthly partitions of the audit log from last month to p_months ahead. Rows that fell into the default
-- partition meanwhile are moved first. Forced row-level security binds the owner as well, so the default partition
-- is opened for the move and closed again within the same transaction.
create table audit_logs_default partition of audit_logs default;
--> statement-breakpoint
create function app.ensure_audit_partitions(p_now timestamptz, p_months integer) returns integer
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  v_month timestamptz := date_trunc('month', p_now, 'UTC') - interval '1 month';
  v_next timestamptz;
  v_name text;
  v_made integer := 0;
begin
  perform pg_advisory_xact_lock(hashtext('medisecure.audit_partitions'));
  for i in 0..p_months + 1 loop
    v_next := (v_month at time zone 'UTC' + interval '1 month') at time zone 'UTC';
    v_name := 'audit_logs_' || to_char(v_month at time zone 'UTC', 'YYYY_MM');
    if to_regclass('public.' || v_name) is null then
      execute format('create table public.%I (like audit_logs including defaults including constraints)', v_name);
      alter table audit_logs_default no force row level security;
      execute format('with moved as (delete from audit_logs_default where timestamp >= %L and timestamp < %L returning *)
                      insert into %I select * from moved', v_month, v_next, v_name);
      alter table audit_logs_default force row level security;
      execute format('alter table audit_logs attach partition %I for values from (%L) to (%L)', v_name, v_month, v_next);
      execute format('alter table %I enable row level security', v_name);
      execute format('alter table %I force row level security', v_name);
      execute format('create policy closed on %I using (false)', v_name);
      v_made := v_made + 1;
    end if;
    v_month := v_next;
  end loop;
  return v_made;
end
$$;
--> statement-breakpoint
revoke all on function app.ensure_audit_partitions(timestamptz, integer) from public;
--> statement-breakpoint
grant execute on function app.ensure_audit_partitions(timestamptz, integer) to medisecure_login;
--> statement-breakpoint
alter table audit_logs alter column xact_id set default pg_current_xact_id();
--> statement-breakpoint

-- Nobody is in two places at once. A cancelled visit frees its time.
alter table appointments add constraint appointments_doctor_busy
  exclude using gist (doctor_id with =, tstzrange(scheduled_at, ends_at, '[)') with &&) where (status <> 'cancelled');
--> statement-breakpoint
alter table appointments add constraint appointments_patient_busy
  exclude using gist (patient_id with =, tstzrange(scheduled_at, ends_at, '[)') with &&) where (status <> 'cancelled');
