-- Row-level security: the second lock. Every table is forced, so it binds the owner as well; what no policy allows
-- is refused.

-- The role of the sign-in functions sees just the columns they return.
grant select (id, role, password_hash, is_verified, email_index, disabled_at, deleted_at) on users to medisecure_definer;
--> statement-breakpoint
grant select (id, user_id) on patients, practitioners to medisecure_definer;
--> statement-breakpoint
grant select (user_id, confirmed_at) on factors to medisecure_definer;
--> statement-breakpoint
grant select, update (last_activity_at) on sessions to medisecure_definer;
--> statement-breakpoint
grant select, update (used_at) on pending_signups to medisecure_definer;
--> statement-breakpoint
grant select (id, user_id, token_hash, purpose) on single_use_tickets to medisecure_definer;
--> statement-breakpoint
grant select (id, user_id, session_id, token_hash) on refresh_tokens to medisecure_definer;
--> statement-breakpoint
grant select (doctor_id, scheduled_at, ends_at, status) on appointments to medisecure_definer;
--> statement-breakpoint
grant select (status) on medical_records to medisecure_definer;
--> statement-breakpoint
grant select (patient_id, user_id, kind, valid_from, valid_until) on care_relationships to medisecure_definer;
--> statement-breakpoint
grant insert (id, timestamp, user_id, action, resource_type, resource_id, patient_id, session_id, request_id, ip_address,
  user_agent, request_data, response_status, additional_info, reason_code, purpose) on audit_logs to medisecure_definer;
--> statement-breakpoint

do $$
declare
  -- Who acts.
  me constant text := 'app.user_id()';
  my_role constant text := 'app.role()';
  signed_in constant text := $p$app.actor_kind() = 'user'$p$;
  anyone constant text := 'app.actor_kind() is not null';
  anonymous constant text := $p$app.actor_kind() = 'anonymous'$p$;
  admin constant text := $p$app.role() = 'admin'$p$;
  -- Administration opens no chart, whatever else its holder is.
  clinical constant text := $p$app.role() is distinct from 'admin'$p$;
  job constant text := $p$app.system_job() = any ('{%s}')$p$;
  import constant text := format(job, 'import');
  -- A relationship that holds now, with the chart in the column that stands for $1.
  related constant text := $p$exists (
    select 1 from care_relationships c
     where c.patient_id = %1$s and c.kind in ('treating', 'consulting', 'carer')
       and (c.practitioner_id = app.practitioner_id() or c.user_id = app.user_id())
       and c.valid_from <= app.now() and (c.valid_until is null or c.valid_until > app.now()))$p$;
  treats constant text := $p$app.role() = 'doctor' and exists (
    select 1 from care_relationships c
     where c.patient_id = %1$s and c.kind in ('treating', 'consulting')
       and c.practitioner_id = app.practitioner_id()
       and c.valid_from <= app.now() and (c.valid_until is null or c.valid_until > app.now()))$p$;
  sees constant text := '(' || clinical || ' and (%1$s = app.patient_id() or ' || related || '))';
  p record;
begin
  for p in select * from (values
    -- table, name, command, using, with check
    ('clinics', 'read', 'select', anyone, null),
    ('clinics', 'add', 'insert', null, import),

    ('users', 'read', 'select', format('id = %s or %s or %s', me, admin, format(job, 'import,create-admin,mail')), null),
    ('users', 'add', 'insert', null, format('id = %s or %s', me, format(job, 'import,create-admin'))),
    ('users', 'change', 'update', format('id = %s', me), format('id = %s', me)),

    ('pending_signups', 'add', 'insert', null, anonymous),
    ('pending_signups', 'spent', 'select', format(job, 'purge') || ' and expires_at <= app.now()', null),
    ('pending_signups', 'purge', 'delete', format(job, 'purge') || ' and expires_at <= app.now()', null),

    ('user_profiles', 'read', 'select', format('user_id = %s or %s', me, admin), null),
    ('user_profiles', 'add', 'insert', null, format('user_id = %s or %s', me, import)),
    ('user_profiles', 'change', 'update', format('user_id = %s', me), format('user_id = %s', me)),

    ('user_devices', 'own', 'all', format('user_id = %s', me), format('user_id = %s', me)),

    ('patients', 'read', 'select', format('%s and user_id = %s or %s or %s', clinical, me, format(sees, 'patients.id'), import), null),
    ('patients', 'add', 'insert', null, format('user_id = %s or %s', me, import)),

    ('practitioners', 'read', 'select', signed_in || ' or ' || import, null),
    ('practitioners', 'add', 'insert', null, import),

    ('sessions', 'own', 'all', format('user_id = %s', me), format('user_id = %s', me)),
    ('refresh_tokens', 'own', 'all', format('user_id = %s', me), format('user_id = %s', me)),

    ('factors', 'own', 'all', format('user_id = %s', me), format('user_id = %s', me)),
    ('factors', 'add', 'insert', null, import),

    ('single_use_tickets', 'own', 'all', format('user_id = %s', me), format('user_id = %s', me)),
    ('single_use_tickets', 'invite', 'insert', null, format(job, 'create-admin')),

    ('throttle_counters', 'count', 'all', anyone, anyone),

    ('password_history', 'own', 'all', format('user_id = %s', me), format('user_id = %s', me)),
    ('password_history', 'add', 'insert', null, import),

    ('care_relationships', 'read', 'select',
      format('patient_id = app.patient_id() or practitioner_id = app.practitioner_id() or user_id = %s or %s', me, import), null),
    -- Only the booking of the patient or their carer makes a relationship; staff make none for themselves.
    ('care_relationships', 'add', 'insert', null,
      format('patient_id = app.patient_id() or app.is_carer(patient_id) or %s', import)),
    ('care_relationships', 'end', 'update',
      'patient_id = app.patient_id() or practitioner_id = app.practitioner_id()',
      'patient_id = app.patient_id() or practitioner_id = app.practitioner_id()'),

    ('availability_rules', 'read', 'select', signed_in || ' or ' || import, null),
    ('availability_rules', 'add', 'insert', null, format('practitioner_id = app.practitioner_id() or %s', import)),

    ('medical_records', 'read', 'select', format(sees, 'medical_records.patient_id') || ' or ' || import, null),
    ('medical_records', 'write', 'insert', null, format(treats, 'medical_records.patient_id') || ' or ' || import),
    ('medical_records', 'amend', 'update', format(treats, 'medical_records.patient_id'), format(treats, 'medical_records.patient_id')),

    ('medical_record_versions', 'read', 'select', format(sees, 'medical_record_versions.patient_id') || ' or ' || import, null),
    ('medical_record_versions', 'write', 'insert', null, format(treats, 'medical_record_versions.patient_id') || ' or ' || import),

    ('appointments', 'read', 'select',
      format('doctor_id = app.practitioner_id() or %s or %s', format(sees, 'appointments.patient_id'), import), null),
    ('appointments', 'book', 'insert', null, format(sees, 'appointments.patient_id') || ' or ' || import),
    ('appointments', 'change', 'update', format(sees, 'appointments.patient_id'), format(sees, 'appointments.patient_id')),

    ('reasons', 'read', 'select', format(sees, 'reasons.patient_id'), null),
    ('reasons', 'add', 'insert', null, format('user_id = %s and %s', me, format(sees, 'reasons.patient_id'))),

    ('audit_logs', 'read', 'select', format('%s or user_id = %s or patient_id = app.patient_id()', admin, me), null),
    ('audit_logs', 'add', 'insert', null,
      format($p$user_id is null or user_id = %s or app.actor_kind() in ('anonymous', 'system')$p$, me)),

    ('encryption_keys', 'load', 'select', format(job, 'keys'), null),
    ('encryption_keys', 'add', 'insert', null, format(job, 'keys')),

    ('patient_keys', 'read', 'select', format(sees, 'patient_keys.patient_id') || ' or ' || import, null),
    ('patient_keys', 'add', 'insert', null,
      format('exists (select 1 from patients p where p.id = patient_keys.patient_id and p.user_id = %s) or %s', me, import)),

    ('outbox', 'add', 'insert', null, anyone),
    ('outbox', 'send', 'select', format(job, 'relay,mail,demo-outbox'), null),
    ('outbox', 'mark', 'update', format(job, 'relay,mail'), format(job, 'relay,mail')),
    ('outbox', 'spent', 'select', format(job, 'purge') || ' and sent_at <= app.now()', null),
    ('outbox', 'purge', 'delete', format(job, 'purge') || ' and sent_at <= app.now()', null)
  ) as t (tbl, name, command, using_text, check_text)
  loop
    execute format('create policy %I on %I for %s to medisecure_app %s %s', p.name, p.tbl, p.command,
      case when p.using_text is not null then 'using (' || p.using_text || ')' else '' end,
      case when p.check_text is not null then 'with check (' || p.check_text || ')' else '' end);
  end loop;

  -- What the sign-in functions may touch; their grants above name the columns.
  execute 'create policy sign_in on users for select to medisecure_definer using (true)';
  execute 'create policy sign_in on patients for select to medisecure_definer using (true)';
  execute 'create policy sign_in on practitioners for select to medisecure_definer using (true)';
  execute 'create policy sign_in on factors for select to medisecure_definer using (true)';
  execute 'create policy sign_in on sessions for select to medisecure_definer using (true)';
  execute 'create policy activity on sessions for update to medisecure_definer using (true) with check (true)';
  execute 'create policy sign_in on pending_signups for select to medisecure_definer using (true)';
  execute 'create policy consume on pending_signups for update to medisecure_definer using (true) with check (true)';
  execute 'create policy sign_in on single_use_tickets for select to medisecure_definer using (true)';
  execute 'create policy sign_in on refresh_tokens for select to medisecure_definer using (true)';
  execute 'create policy busy on appointments for select to medisecure_definer using (true)';
  execute 'create policy count on medical_records for select to medisecure_definer using (true)';
  execute 'create policy carers on care_relationships for select to medisecure_definer using (true)';
  -- Only of what was answered: a refusal's event is written as the one who was refused.
  execute 'create policy reads on audit_logs for insert to medisecure_definer with check (response_status between 200 and 299)';
  execute 'create policy closed on audit_logs_default using (false)';
end
$$;
--> statement-breakpoint

do $$
declare
  t regclass;
begin
  for t in select c.oid::regclass from pg_class c
            where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') loop
    execute format('alter table %s enable row level security', t);
    execute format('alter table %s force row level security', t);
  end loop;
end
$$;
--> statement-breakpoint

-- What the application may try at all. No DELETE anywhere but for spent counters, sign-ups and mails; no UPDATE on what is
-- append-only.
grant usage on schema public to medisecure_app;
--> statement-breakpoint
grant select, insert on clinics, user_profiles, user_devices, patients, practitioners, sessions, refresh_tokens, factors,
  single_use_tickets, throttle_counters, password_history, care_relationships, availability_rules, medical_records,
  medical_record_versions, appointments, reasons, audit_logs, encryption_keys, patient_keys, outbox to medisecure_app;
--> statement-breakpoint
grant insert on users, pending_signups to medisecure_app;
--> statement-breakpoint
grant select (expires_at) on pending_signups to medisecure_app;
--> statement-breakpoint
grant select (id, email, email_index, role, is_verified, locale, password_changed_at, disabled_at, deleted_at, created_at,
  updated_at) on users to medisecure_app;
--> statement-breakpoint
-- Columns by name: a policy tells whose a row is, never what of it is changed. Whose it is, who wrote it, a role and the
-- scopes of a session are fixed when the row is made, so no statement of ours can move a relationship to another chart.
grant update (password_hash, password_changed_at, is_verified, locale, updated_at) on users to medisecure_app;
--> statement-breakpoint
grant update (first_name, last_name, phone_number, date_of_birth, address, profile_picture_url, updated_at)
  on user_profiles to medisecure_app;
--> statement-breakpoint
grant update (last_seen_at) on user_devices to medisecure_app;
--> statement-breakpoint
grant update (revoked_at, revoked_reason, assurance, second_factor_at, last_activity_at) on sessions to medisecure_app;
--> statement-breakpoint
grant update (used_at) on refresh_tokens to medisecure_app;
--> statement-breakpoint
grant update (secret, session_id, last_step, confirmed_at, created_at) on factors to medisecure_app;
--> statement-breakpoint
grant update (used_at, attempts) on single_use_tickets to medisecure_app;
--> statement-breakpoint
grant update (count, window_ends_at) on throttle_counters to medisecure_app;
--> statement-breakpoint
grant update (valid_until, ended_by) on care_relationships to medisecure_app;
--> statement-breakpoint
grant update (status, version, occurred_text, effective_at, encrypted_content, updated_at) on medical_records to medisecure_app;
--> statement-breakpoint
grant update (status, scheduled_at, ends_at, notes, noted_as, booked_as, cancelled_at, cancelled_by, version, updated_at)
  on appointments to medisecure_app;
--> statement-breakpoint
grant update (enqueued_at, attempts, sent_at) on outbox to medisecure_app;
--> statement-breakpoint
grant delete on throttle_counters, pending_signups, outbox to medisecure_app;
