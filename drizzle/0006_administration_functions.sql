-- Functions by which admins change the accounts of others.
grant create on schema app to medisecure_definer;
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

-- Takes an invitation back that nobody has accepted: the account goes as if its owner had deleted it, and its address is
-- free. By an admin, or by the job that lets an admin's invitation lapse.
create function app.withdraw_invitation(p_user_id uuid) returns boolean
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if app.role() is distinct from 'admin' and app.system_job() is distinct from 'approvals' then
    return false;
  end if;
  update users set disabled_at = app.now(), deleted_at = app.now(), updated_at = app.now()
   where id = p_user_id and not is_verified and disabled_at is null and deleted_at is null;
  return found;
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

-- The sealed number of somebody whose account two admins recover, so that its owner hears of it on every channel: for
-- them, for the job that carries it out, and for the owner.
create function app.phone_of(p_user_id uuid)
returns table (id uuid, secret bytea)
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
#variable_conflict use_column
begin
  if app.role() is distinct from 'admin' and app.system_job() is distinct from 'approvals'
     and p_user_id is distinct from app.user_id() then
    return;
  end if;
  return query
    select f.id, f.secret from factors f
     where f.user_id = p_user_id and f.kind = 'sms' and f.confirmed_at is not null and f.revoked_at is null
       and exists (select 1 from approvals a where a.user_id = p_user_id and a.kind = 'recovery')
     order by f.confirmed_at desc limit 1;
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

-- How many visits stand with somebody who gives care, for an admin: a number, and nothing of whom they are.
create function app.coming_visits_of(p_user_id uuid) returns integer
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if app.role() is distinct from 'admin' then
    return 0;
  end if;
  return (
    select count(*) from appointments a join practitioners d on d.id = a.doctor_id
     where d.user_id = p_user_id and a.status = 'scheduled' and a.ends_at > app.now());
end
$$;
--> statement-breakpoint

-- A role changes only as two admins have agreed; the approval is used up by it. The last admin stays one, and so does a
-- doctor with whom visits are booked; whoever becomes a doctor has a practitioner to be.
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
  if v_role <> 'doctor' and app.coming_visits_of(v_user) > 0 then
    return false;
  end if;
  if v_role = 'doctor' and not exists (select 1 from practitioners d where d.user_id = v_user) then
    return false;
  end if;
  update users set role = v_role, updated_at = app.now() where id = v_user;
  update sessions set revoked_at = app.now(), revoked_reason = 'role_changed' where user_id = v_user and revoked_at is null;
  return true;
end
$$;
--> statement-breakpoint

-- Somebody gives care here for as long as their account is a doctor's, and open. Whatever changes that, a practitioner
-- follows.
create function app.follow_account() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  update practitioners set closed_at = case
      when not (new.role = 'doctor' and new.is_verified and new.disabled_at is null and new.deleted_at is null)
      then coalesce(closed_at, new.updated_at) end
   where user_id = new.id;
  return null;
end
$$;
--> statement-breakpoint
create trigger practitioners_follow after update of role, is_verified, disabled_at, deleted_at on users
  for each row execute function app.follow_account();
--> statement-breakpoint

do $$
declare
  f regprocedure;
begin
  foreach f in array array[
    'app.set_user_disabled(uuid, boolean)', 'app.withdraw_invitation(uuid)', 'app.end_sessions_of(uuid, uuid, text)',
    'app.grant_role(uuid)',
    'app.sessions_of(uuid)', 'app.factors_of(uuid)', 'app.phone_of(uuid)', 'app.last_sign_in_of(uuid)',
    'app.coming_visits_of(uuid)', 'app.follow_account()'
  ]::regprocedure[] loop
    execute format('alter function %s owner to medisecure_definer', f);
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to medisecure_app', f);
  end loop;
end
$$;
--> statement-breakpoint
revoke create on schema app from medisecure_definer;
