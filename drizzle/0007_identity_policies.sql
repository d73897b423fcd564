-- The way of an approval, and the policies and grants of the tables of identity.
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
grant select (closed_at), update (closed_at) on practitioners to medisecure_definer;
--> statement-breakpoint
grant update (clinic_id, display_name, speciality) on practitioners to medisecure_app;
--> statement-breakpoint
grant select (id, kind, secret, credential_id, revoked_at) on factors to medisecure_definer;
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
  -- A former doctor's name stands under what they wrote: one admin alone changes nothing of it.
  agreed constant text := $p$app.role() = 'admin' and closed_at is not null and exists (select 1 from approvals a
    where a.user_id = practitioners.user_id and a.role = 'doctor' and a.status = 'approved')$p$;
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
    ('single_use_tickets', 'let_object', 'insert', null, admin || $c$ and purpose = 'recovery_objection'$c$),
    -- Nobody becomes an admin by it: an account that is to be one begins as nothing more than a patient.
    ('users', 'invite', 'insert', null, admin || $c$ and role in ('patient', 'doctor') and not is_verified and password_hash is null$c$),
    ('user_profiles', 'invite', 'insert', null, admin || $c$ and exists (select from users u where u.id = user_id and not u.is_verified)$c$),
    -- Nobody can be booked before the account is a doctor's.
    ('practitioners', 'invite', 'insert', null, admin || ' and closed_at is not null'),
    ('practitioners', 'prepare', 'update', agreed, agreed)
  ) as t (tbl, name, command, using_text, check_text)
  loop
    execute format('create policy %I on %I for %s to medisecure_app %s %s', p.name, p.tbl, p.command,
      case when p.using_text is not null then 'using (' || p.using_text || ')' else '' end,
      case when p.check_text is not null then 'with check (' || p.check_text || ')' else '' end);
  end loop;

  -- Nobody on the staff is signed in by a text message (NIST SP 800-63B, 3.2.9: a restricted authenticator).
  execute $p$create policy patients_only on factors as restrictive for insert to medisecure_app
    with check (kind <> 'sms' or app.role() = 'patient')$p$;
  execute 'create policy follow on practitioners for update to medisecure_definer using (true) with check (true)';
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
grant select (password_state, profile_version), update (password_state, profile_version) on users to medisecure_app;
--> statement-breakpoint
grant delete on webauthn_challenges, sms_codes, drafts to medisecure_app;
