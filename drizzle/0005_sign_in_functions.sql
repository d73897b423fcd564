-- Functions of sign-in by several factors, and of accounts that their owners change.
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

-- As before, but for a practitioner who was closed, for a factor that was revoked, and for codes by SMS, which do not make a doctor or an admin strong
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
    left join practitioners d on d.user_id = s.user_id and d.closed_at is null
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

-- Tells whoever shows a page of that session, on whichever server, as soon as its end is committed.
create function app.tell_session_end() returns trigger
language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  perform pg_notify('session_ended', new.id::text);
  return null;
end
$$;
--> statement-breakpoint
revoke all on function app.tell_session_end() from public;
--> statement-breakpoint
create trigger sessions_tell_end after update of revoked_at on sessions
  for each row when (old.revoked_at is null and new.revoked_at is not null)
  execute function app.tell_session_end();
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

do $$
declare
  f regprocedure;
begin
  foreach f in array array[
    'app.find_login(bytea)', 'app.session_state(uuid, bytea)', 'app.find_credential(bytea)',
    'app.consume_challenge(bytea, text, timestamptz)', 'app.renew_session_secret(uuid, bytea, bytea)',
    'app.change_own_email(bytea, bytea)', 'app.delete_own_account()', 'app.undo_own_deletion(integer)'
  ]::regprocedure[] loop
    execute format('alter function %s owner to medisecure_definer', f);
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to medisecure_app', f);
  end loop;
end
$$;
--> statement-breakpoint
revoke create on schema app from medisecure_definer;
