-- Functions, policies and grants of sign-in by several factors, of approvals and of accounts that change.
grant create on schema app to medisecure_definer;
--> statement-breakpoint
drop function app.find_login(bytea);
--> statement-breakpoint

-- What sign-in needs of the account behind a blind index. Nothing else may read a password hash. The address
-- of a deleted account is as unknown as any, or finds the living account that has taken it anew. `methods` are the kinds of factor
-- that the account can answer with now.
create function app.find_login(p_email_index bytea)
returns table (
  user_id uuid, role text, password_hash text, password_state text, is_verified boolean, is_disabled boolean,
  has_confirmed_factor boolean, methods text[]
)
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  return query
    select u.id, u.role, u.password_hash, u.password_state, u.is_verified, u.disabled_at is not null,
           exists (select 1 from factors f where f.user_id = u.id and f.confirmed_at is not null and f.revoked_at is null
                                              and (f.kind <> 'sms' or u.role = 'patient')),
           array(select distinct f.kind from factors f
                  where f.user_id = u.id and f.confirmed_at is not null and f.revoked_at is null
                    and (f.kind <> 'sms' or u.role = 'patient') order by f.kind)
      from (select x.id, x.role, x.password_hash, x.password_state, x.is_verified, x.disabled_at, x.deleted_at
              from users x
             where x.email_index = p_email_index
             order by x.deleted_at nulls first
             limit 1) u
     where u.deleted_at is null;
end
$$;
--> statement-breakpoint

-- As before, but for a factor that was revoked, and for codes by SMS, which do not make a doctor or an admin strong
-- (NIST SP 800-63B, 3.1.3: restricted).
create or replace function app.find_session(p_id uuid, p_secret_hash bytea, p_now timestamptz)
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
         exists (select 1 from factors f where f.user_id = s.user_id and f.confirmed_at is not null and f.revoked_at is null
                                            and (f.kind <> 'sms' or u.role = 'patient')),
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

-- What a browser may learn of its own session without being active in it: when it would end, or why it has.
create function app.session_state(p_id uuid, p_secret_hash bytea)
returns table (
  user_id uuid, role text, last_activity_at timestamptz, idle_timeout_seconds integer, expires_at timestamptz,
  revoked_at timestamptz, revoked_reason text, is_open boolean
)
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
#variable_conflict use_column
begin
  return query
    select s.user_id, u.role, s.last_activity_at, s.idle_timeout_seconds, s.expires_at, s.revoked_at, s.revoked_reason,
           u.is_verified and u.disabled_at is null and u.deleted_at is null
      from sessions s join users u on u.id = s.user_id
     where s.id = p_id and s.secret_hash is not distinct from p_secret_hash;
end
$$;
--> statement-breakpoint

-- The owner of a passkey, so that the transaction can become them and then look at it under their policies.
create function app.find_credential(p_credential_id bytea)
returns table (id uuid, user_id uuid)
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
#variable_conflict use_column
begin
  return query
    select f.id, f.user_id from factors f
     where f.credential_id = p_credential_id and f.confirmed_at is not null and f.revoked_at is null;
end
$$;
--> statement-breakpoint

-- Uses a challenge up, once, whoever asked for it. What it was made for comes back, to be compared.
create function app.consume_challenge(p_challenge_hash bytea, p_purpose text, p_now timestamptz)
returns table (id uuid, user_id uuid, session_id uuid)
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
#variable_conflict use_column
begin
  return query
    update webauthn_challenges c set used_at = p_now
     where c.challenge_hash = p_challenge_hash and c.purpose = p_purpose and c.used_at is null and c.expires_at > p_now
    returning c.id, c.user_id, c.session_id;
end
$$;
--> statement-breakpoint

-- Gives the actor's session a new secret in place of the one that opened it (OWASP ASVS 5, 7.2.4).
create function app.renew_session_secret(p_id uuid, p_old_hash bytea, p_new_hash bytea) returns boolean
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  update sessions set secret_hash = p_new_hash
   where id = p_id and user_id = app.user_id() and secret_hash = p_old_hash and revoked_at is null;
  return found;
end
$$;
--> statement-breakpoint

-- The actor's verified new address. Of two accounts that want one at once the index lets one have it.
create function app.change_own_email(p_email bytea, p_email_index bytea) returns boolean
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  update users set email = p_email, email_index = p_email_index, updated_at = app.now()
   where id = app.user_id() and deleted_at is null;
  return found;
exception
  when unique_violation then
    return false;
end
$$;
--> statement-breakpoint

-- The actor closes their account: it stays, for as long as the law asks, and opens nothing. False for the last admin who
-- could open anything again.
create function app.delete_own_account() returns boolean
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if app.role() = 'admin' then
    -- Two admins who leave at the same time stand in line here.
    perform 1 from users u where u.role = 'admin' order by u.id for update;
    if not exists (
      select 1 from users u where u.role = 'admin' and u.id <> app.user_id() and u.is_verified and u.disabled_at is null) then
      return false;
    end if;
  end if;
  update users set disabled_at = app.now(), deleted_at = app.now(), updated_at = app.now()
   where id = app.user_id() and deleted_at is null;
  update sessions set revoked_at = app.now(), revoked_reason = 'account_deleted'
   where user_id = app.user_id() and revoked_at is null;
  return true;
end
$$;
--> statement-breakpoint

-- The actor, proven by a mailed link, takes that back. False where it is too late, or somebody has the address meanwhile.
create function app.undo_own_deletion(p_days integer) returns boolean
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  update users u set disabled_at = null, deleted_at = null, updated_at = app.now()
   where u.id = app.user_id() and u.deleted_at > app.now() - make_interval(days => p_days)
     and not exists (select 1 from users o where o.email_index = u.email_index and o.deleted_at is null);
  return found;
end
$$;
--> statement-breakpoint

-- An admin shuts an account or opens it again; a shut one has no session left. Null for what is no account that an
-- admin may shut: their own, a deleted one, the last admin who could open it again.
create function app.set_user_disabled(p_user_id uuid, p_disabled boolean) returns boolean
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  v_role text;
begin
  if app.role() is distinct from 'admin' or p_user_id = app.user_id() then
    return null;
  end if;
  -- Two admins who shut one another at the same time stand in line here.
  perform 1 from users u where u.role = 'admin' or u.id = p_user_id order by u.id for update;
  select u.role into v_role from users u where u.id = p_user_id and u.deleted_at is null;
  if v_role is null then
    return null;
  end if;
  if p_disabled and v_role = 'admin' and not exists (
    select 1 from users u where u.role = 'admin' and u.id <> p_user_id and u.is_verified and u.disabled_at is null) then
    return null;
  end if;
  update users set disabled_at = case when p_disabled then coalesce(disabled_at, app.now()) end, updated_at = app.now()
   where id = p_user_id;
  if p_disabled then
    update sessions set revoked_at = app.now(), revoked_reason = 'account_disabled'
     where user_id = p_user_id and revoked_at is null;
  end if;
  return true;
end
$$;
--> statement-breakpoint

-- Ends one or all sessions of somebody else: by an admin, or by the job that carries a recovery out.
create function app.end_sessions_of(p_user_id uuid, p_session_id uuid, p_reason text) returns integer
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  v_ended integer;
begin
  if app.role() is distinct from 'admin' and app.system_job() is distinct from 'approvals' then
    return 0;
  end if;
  update sessions set revoked_at = app.now(), revoked_reason = p_reason
   where user_id = p_user_id and revoked_at is null and (p_session_id is null or id = p_session_id);
  get diagnostics v_ended = row_count;
  return v_ended;
end
$$;
--> statement-breakpoint

-- Where somebody else is signed in, for an admin. No secret is among it.
create function app.sessions_of(p_user_id uuid)
returns table (id uuid, kind text, device text, ip_address text, created_at timestamptz, last_activity_at timestamptz)
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
#variable_conflict use_column
begin
  if app.role() is distinct from 'admin' then
    return;
  end if;
  return query
    select s.id, s.kind, d.name, s.ip_address, s.created_at, s.last_activity_at
      from sessions s left join user_devices d on d.id = s.device_id
     where s.user_id = p_user_id and s.revoked_at is null and s.expires_at > app.now()
       and (s.idle_timeout_seconds is null
            or s.last_activity_at > app.now() - make_interval(secs => s.idle_timeout_seconds))
     order by s.last_activity_at desc, s.id desc
     limit 200;
end
$$;
--> statement-breakpoint

-- With what somebody else signs in, for an admin: kinds and days, nothing that would answer for it.
create function app.factors_of(p_user_id uuid)
returns table (id uuid, kind text, confirmed_at timestamptz)
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
#variable_conflict use_column
begin
  if app.role() is distinct from 'admin' then
    return;
  end if;
  return query
    select f.id, f.kind, f.confirmed_at from factors f
     where f.user_id = p_user_id and f.confirmed_at is not null and f.revoked_at is null
     order by f.confirmed_at, f.id;
end
$$;
--> statement-breakpoint

-- When somebody else last began a session, for an admin.
create function app.last_sign_in_of(p_user_id uuid) returns timestamptz
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if app.role() is distinct from 'admin' then
    return null;
  end if;
  return (select max(s.created_at) from sessions s where s.user_id = p_user_id);
end
$$;
--> statement-breakpoint

-- A role changes only as two admins have agreed; the approval is used up by it. The last admin stays one.
create function app.grant_role(p_approval_id uuid) returns boolean
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  v_user uuid;
  v_role text;
begin
  if app.role() is distinct from 'admin' then
    return false;
  end if;
  update approvals set status = 'done', done_at = app.now()
   where id = p_approval_id and kind = 'grant_role' and status = 'approved' and expires_at > app.now()
  returning user_id, role into v_user, v_role;
  if v_user is null then
    return false;
  end if;
  perform 1 from users u where u.role = 'admin' or u.id = v_user order by u.id for update;
  if v_role <> 'admin' and not exists (
    select 1 from users u where u.role = 'admin' and u.id <> v_user and u.is_verified and u.disabled_at is null) then
    return false;
  end if;
  update users set role = v_role, updated_at = app.now() where id = v_user;
  update sessions set revoked_at = app.now(), revoked_reason = 'role_changed' where user_id = v_user and revoked_at is null;
  return true;
end
$$;
--> statement-breakpoint

do $$
declare
  f regprocedure;
begin
  foreach f in array array[
    'app.find_login(bytea)', 'app.session_state(uuid, bytea)', 'app.find_credential(bytea)',
    'app.consume_challenge(bytea, text, timestamptz)', 'app.renew_session_secret(uuid, bytea, bytea)',
    'app.change_own_email(bytea, bytea)', 'app.delete_own_account()', 'app.undo_own_deletion(integer)',
    'app.set_user_disabled(uuid, boolean)', 'app.end_sessions_of(uuid, uuid, text)', 'app.grant_role(uuid)',
    'app.sessions_of(uuid)', 'app.factors_of(uuid)', 'app.last_sign_in_of(uuid)'
  ]::regprocedure[] loop
    execute format('alter function %s owner to medisecure_definer', f);
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to medisecure_app', f);
  end loop;
end
$$;
--> statement-breakpoint
revoke create on schema app from medisecure_definer;
--> statement-breakpoint

-- Of an approval only the way from asked to decided to done, no decision in somebody else's name, and none taken back.
-- Nobody but the account's owner refuses what two admins have agreed on.
create function app.check_approval() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if old.status <> new.status and not (
    old.status = 'requested' and new.status in ('approved', 'refused', 'expired')
    or old.status = 'approved' and new.status in ('done', 'refused', 'expired')) then
    raise exception 'approval_transition' using errcode = 'check_violation', constraint = 'approvals_transition';
  end if;
  if old.status = 'requested' then
    if new.status in ('approved', 'refused') and new.decided_by is distinct from app.user_id()
       and not (new.status = 'refused' and new.decided_by is null and old.user_id = app.user_id()) then
      raise exception 'approval_decided_by' using errcode = 'check_violation', constraint = 'approvals_transition';
    end if;
  elsif (new.decided_by, new.decided_at, new.not_before) is distinct from (old.decided_by, old.decided_at, old.not_before)
     or new.status = 'refused' and old.status <> 'refused' and old.user_id is distinct from app.user_id() then
    raise exception 'approval_decided' using errcode = 'check_violation', constraint = 'approvals_transition';
  end if;
  return new;
end
$$;
--> statement-breakpoint
revoke all on function app.check_approval() from public;
--> statement-breakpoint
create trigger approvals_transition before update on approvals for each row execute function app.check_approval();
--> statement-breakpoint

grant select (password_state, updated_at), update (email, email_index, role, disabled_at, deleted_at, updated_at) on users
  to medisecure_definer;
--> statement-breakpoint
grant select (id, kind, credential_id, revoked_at) on factors to medisecure_definer;
--> statement-breakpoint
grant select (id, name) on user_devices to medisecure_definer;
--> statement-breakpoint
grant update (secret_hash, revoked_at, revoked_reason) on sessions to medisecure_definer;
--> statement-breakpoint
grant select, update (used_at) on webauthn_challenges to medisecure_definer;
--> statement-breakpoint
grant select, update (status, done_at) on approvals to medisecure_definer;
--> statement-breakpoint

do $$
declare
  -- Who acts.
  me constant text := 'app.user_id()';
  anyone constant text := 'app.actor_kind() is not null';
  admin constant text := $p$app.role() = 'admin'$p$;
  approvals_job constant text := $p$app.system_job() = 'approvals'$p$;
  purge constant text := $p$app.system_job() = 'purge' and expires_at <= app.now()$p$;
  own constant text := 'user_id = app.user_id()';
  p record;
begin
  for p in select * from (values
    -- table, name, command, using, with check
    ('webauthn_challenges', 'own', 'select', own, null),
    -- Whoever signs in with a passkey is nobody yet.
    ('webauthn_challenges', 'ask', 'insert', null, format('%s and (user_id is null or user_id = %s)', anyone, me)),
    ('webauthn_challenges', 'spent', 'select', purge, null),
    ('webauthn_challenges', 'purge', 'delete', purge, null),
    ('recovery_codes', 'own', 'all', own, own),
    ('sms_codes', 'own', 'all', own, own),
    ('sms_codes', 'spent', 'select', purge, null),
    ('sms_codes', 'purge', 'delete', purge, null),
    ('drafts', 'own', 'all', own, own),
    ('drafts', 'spent', 'select', purge, null),
    ('drafts', 'purge', 'delete', purge, null),
    ('refresh_tokens', 'spent', 'select', $p$app.system_job() = 'purge' and used_at is not null$p$, null),
    ('refresh_tokens', 'forget', 'update', $p$app.system_job() = 'purge' and successor is not null$p$,
      $c$app.system_job() = 'purge' and successor is null$c$),
    ('account_reasons', 'administer', 'select', admin, null),
    ('account_reasons', 'give', 'insert', null, format('%s and author_id = %s', admin, me)),
    ('approvals', 'administer', 'select', admin, null),
    ('approvals', 'ask', 'insert', null, format($c$%s and requested_by = %s and status = 'requested'$c$, admin, me)),
    ('approvals', 'decide', 'update', admin, admin),
    ('approvals', 'own', 'select', own, null),
    ('approvals', 'object', 'update', own, format($c$%s and status = 'refused'$c$, own)),
    ('approvals', 'work', 'select', approvals_job, null),
    ('approvals', 'carry_out', 'update', approvals_job, approvals_job),
    ('users', 'recover', 'select', approvals_job, null),
    ('single_use_tickets', 'recover', 'insert', null, approvals_job || $c$ and purpose = 'recovery'$c$),
    -- An invitation by an admin.
    ('single_use_tickets', 'invite_staff', 'insert', null, admin || $c$ and purpose = 'invitation'$c$),
    -- Nobody becomes an admin by it: an account that is to be one begins as nothing more than a patient.
    ('users', 'invite', 'insert', null, admin || $c$ and role in ('patient', 'doctor') and not is_verified and password_hash is null$c$),
    ('user_profiles', 'invite', 'insert', null, admin || $c$ and exists (select from users u where u.id = user_id and not u.is_verified)$c$),
    ('practitioners', 'invite', 'insert', null, admin)
  ) as t (tbl, name, command, using_text, check_text)
  loop
    execute format('create policy %I on %I for %s to medisecure_app %s %s', p.name, p.tbl, p.command,
      case when p.using_text is not null then 'using (' || p.using_text || ')' else '' end,
      case when p.check_text is not null then 'with check (' || p.check_text || ')' else '' end);
  end loop;

  execute 'create policy account on users for update to medisecure_definer using (true) with check (true)';
  execute 'create policy sign_in on webauthn_challenges for select to medisecure_definer using (true)';
  execute 'create policy consume on webauthn_challenges for update to medisecure_definer using (true) with check (true)';
  execute 'create policy devices on user_devices for select to medisecure_definer using (true)';
  execute 'create policy grant_role on approvals for select to medisecure_definer using (true)';
  execute 'create policy carry_out_role on approvals for update to medisecure_definer using (true) with check (true)';
end
$$;
--> statement-breakpoint

do $$
declare
  t text;
begin
  foreach t in array array['webauthn_challenges', 'recovery_codes', 'sms_codes', 'drafts', 'approvals', 'account_reasons'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('grant select, insert on %I to medisecure_app', t);
  end loop;
end
$$;
--> statement-breakpoint
grant update (used_at, replaced_at) on recovery_codes to medisecure_app;
--> statement-breakpoint
grant update (used_at, attempts) on sms_codes to medisecure_app;
--> statement-breakpoint
grant update (status, decided_by, decided_at, not_before, done_at) on approvals to medisecure_app;
--> statement-breakpoint
grant update (name, session_id, sign_count, backed_up, verifies_user, flagged_at, last_used_at, revoked_at) on factors to medisecure_app;
--> statement-breakpoint
grant update (successor) on refresh_tokens to medisecure_app;
--> statement-breakpoint
grant update (authenticated_at, second_factor_kind) on sessions to medisecure_app;
--> statement-breakpoint
grant update (trusted_until, removed_at) on user_devices to medisecure_app;
--> statement-breakpoint
grant select (password_state), update (password_state) on users to medisecure_app;
--> statement-breakpoint
grant delete on webauthn_challenges, sms_codes, drafts to medisecure_app;
