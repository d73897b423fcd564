-- Who may see a chart because somebody said so: a doctor's colleague for a time, whom the patient has chosen, whom an
-- admin has assigned. The rules stand in lib/policy/decide.ts; here they hold a second time.
alter table care_relationships add column granted_by uuid
  constraint care_relationships_granted_by_users_id_fk references users (id);
--> statement-breakpoint
alter table care_relationships add constraint care_relationships_scope check (
  case kind when 'consulting' then scope in ('chart', 'restricted')
            when 'carer' then scope in ('chart', 'appointments', 'chart_and_appointments')
            else scope = 'chart' end);
--> statement-breakpoint
-- One at a time: what somebody may do is one line that the patient can read.
alter table care_relationships add constraint care_relationships_one_consulting
  exclude using gist (patient_id with =, practitioner_id with =, tstzrange(valid_from, valid_until, '[)') with &&)
  where (kind = 'consulting');
--> statement-breakpoint
alter table care_relationships add constraint care_relationships_one_carer
  exclude using gist (patient_id with =, user_id with =, tstzrange(valid_from, valid_until, '[)') with &&)
  where (kind = 'carer');
--> statement-breakpoint
alter table care_relationships add constraint care_relationships_one_assignment
  exclude using gist (patient_id with =, practitioner_id with =, tstzrange(valid_from, valid_until, '[)') with &&)
  where (kind = 'treating' and source_id is null);
--> statement-breakpoint
create table carer_invitations (
  id uuid primary key not null,
  patient_id uuid not null constraint carer_invitations_patient_id_patients_id_fk references patients (id),
  name bytea not null,
  email bytea not null,
  email_index bytea not null,
  scope text not null,
  valid_until timestamptz,
  token_hash bytea not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  accepted_at timestamptz,
  withdrawn_at timestamptz,
  constraint carer_invitations_scope check (scope in ('chart', 'appointments', 'chart_and_appointments'))
);
--> statement-breakpoint
create unique index carer_invitations_token on carer_invitations (token_hash);
--> statement-breakpoint
create index carer_invitations_patient on carer_invitations (patient_id, created_at);
--> statement-breakpoint
create index carer_invitations_email on carer_invitations (email_index);
--> statement-breakpoint

-- A policy of care_relationships may not read its own table: these do. Whether the actor may book for that patient…
create function app.books_for(p_patient_id uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  return exists (
    select 1 from care_relationships c
     where c.patient_id = p_patient_id and c.kind = 'carer' and c.user_id = app.user_id()
       and c.scope in ('appointments', 'chart_and_appointments')
       and c.valid_from <= app.now() and (c.valid_until is null or c.valid_until > app.now()));
end
$$;
--> statement-breakpoint
-- … and whether the actor treats them.
create function app.treats(p_patient_id uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  return app.role() = 'doctor' and exists (
    select 1 from care_relationships c
     where c.patient_id = p_patient_id and c.kind = 'treating' and c.practitioner_id = app.practitioner_id()
       and c.valid_from <= app.now() and (c.valid_until is null or c.valid_until > app.now()));
end
$$;
--> statement-breakpoint
-- The chart of an account, for an admin who assigns a doctor to it: an id, and nothing of what it holds.
create function app.chart_of_account(p_user_id uuid) returns uuid
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  return (select p.id from patients p where app.role() = 'admin' and p.user_id = p_user_id);
end
$$;
--> statement-breakpoint
-- Whom to tell of a relationship, for those who may make or end it: where they read their mail, sealed as it is stored.
create function app.parties_of_care(p_id uuid)
returns table (party text, id uuid, email bytea, locale text)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
#variable_conflict use_column
begin
  return query
    with care as (
      select c.patient_id, c.practitioner_id, c.user_id from care_relationships c
       where c.id = p_id
         and (c.patient_id = app.patient_id() or c.user_id = app.user_id() or c.granted_by = app.user_id()
              or c.kind = 'consulting' and app.treats(c.patient_id)
              or c.kind = 'treating' and c.source_id is null and app.role() = 'admin')),
    parties as (
      select 'patient' as party, p.user_id from care join patients p on p.id = care.patient_id
      union all select 'doctor', d.user_id from care join practitioners d on d.id = care.practitioner_id
      union all select 'carer', care.user_id from care)
    select parties.party, u.id, u.email, u.locale from parties join users u on u.id = parties.user_id
     where u.is_verified and u.disabled_at is null and u.deleted_at is null;
end
$$;
--> statement-breakpoint
-- What has ended stays ended, and whoever was given access, or gave it for another, can only shorten it.
create function app.check_care_end() returns trigger
language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if old.valid_until <= app.now()
     or (old.kind = 'consulting' or old.kind = 'carer' and old.patient_id is distinct from app.patient_id())
        and coalesce(new.valid_until, 'infinity') > coalesce(old.valid_until, 'infinity') then
    raise exception 'care_ended' using errcode = 'check_violation', constraint = 'care_relationships_end';
  end if;
  return new;
end
$$;
--> statement-breakpoint
create trigger care_relationships_end before update on care_relationships
  for each row execute function app.check_care_end();
--> statement-breakpoint
grant create on schema app to medisecure_definer;
--> statement-breakpoint
grant select (email, locale) on users to medisecure_definer;
--> statement-breakpoint
grant select (id, practitioner_id, scope, source_id, granted_by) on care_relationships to medisecure_definer;
--> statement-breakpoint
do $$
declare
  f regprocedure;
  me constant text := 'app.user_id()';
  import constant text := $p$app.system_job() = 'import'$p$;
  admin constant text := $p$app.role() = 'admin'$p$;
  clinical constant text := $p$app.role() is distinct from 'admin'$p$;
  assigned constant text := $p$kind = 'treating' and source_id is null$p$;
  -- A relationship that holds now and opens that part of the chart in the column that stands for $1.
  related constant text := $p$exists (
    select 1 from care_relationships c
     where c.patient_id = %1$s and (c.kind in ('treating', 'consulting') or c.kind = 'carer' and c.scope in (%2$s))
       and (c.practitioner_id = app.practitioner_id() or c.user_id = app.user_id())
       and c.valid_from <= app.now() and (c.valid_until is null or c.valid_until > app.now()))$p$;
  sees constant text := '(' || clinical || ' and (%1$s = app.patient_id() or ' || related || '))';
  of_records constant text := $p$'chart', 'chart_and_appointments'$p$;
  of_visits constant text := $p$'appointments', 'chart_and_appointments'$p$;
  invited constant text := 'email_index = (select u.email_index from users u where u.id = app.user_id())';
  p record;
begin
  foreach f in array array[
    'app.books_for(uuid)', 'app.treats(uuid)', 'app.chart_of_account(uuid)', 'app.parties_of_care(uuid)']::regprocedure[]
  loop
    execute format('alter function %s owner to medisecure_definer', f);
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to medisecure_app', f);
  end loop;
  revoke all on function app.check_care_end() from public;

  drop policy read on care_relationships;
  drop policy add on care_relationships;
  drop policy "end" on care_relationships;
  drop policy book on appointments;
  drop policy change on appointments;
  drop policy read on medical_records;
  drop policy read on reasons;
  drop policy add on reasons;
  drop function app.is_carer(uuid);
  alter table carer_invitations enable row level security;
  alter table carer_invitations force row level security;

  for p in select * from (values
    -- table, name, command, using, with check
    ('care_relationships', 'read', 'select', format(
      $p$patient_id = app.patient_id() or practitioner_id = app.practitioner_id() or user_id = %1$s or granted_by = %1$s
         or %2$s or (%3$s and %4$s)
         or kind = 'consulting' and app.treats(patient_id) or kind = 'treating' and app.books_for(patient_id)$p$,
      me, import, admin, assigned), null),
    -- A booking by the patient or whoever may book for them makes a relationship; a doctor makes none for themself.
    ('care_relationships', 'book', 'insert', null,
      $p$kind = 'treating' and source_id is not null and (patient_id = app.patient_id() or app.books_for(patient_id))$p$),
    ('care_relationships', 'assign', 'insert', null, format('%s and (%s and granted_by = %s)', assigned, admin, me)),
    ('care_relationships', 'consult', 'insert', null, format(
      $p$kind = 'consulting' and valid_until is not null and granted_by = %s and app.treats(patient_id)$p$, me)),
    -- Whoever was invited, in the transaction that has used their invitation up, and to no more than it says.
    ('care_relationships', 'accept', 'insert', null, format(
      $p$kind = 'carer' and user_id = %s and exists (
           select 1 from carer_invitations i
            where i.id = care_relationships.source_id and i.patient_id = care_relationships.patient_id
              and i.scope = care_relationships.scope
              and i.valid_until is not distinct from care_relationships.valid_until
              and i.accepted_at = app.now() and i.withdrawn_at is null)$p$, me)),
    ('care_relationships', 'import', 'insert', null, import),
    ('care_relationships', 'end', 'update', format(
      $p$patient_id = app.patient_id()
         or kind = 'treating' and (practitioner_id = app.practitioner_id() or app.books_for(patient_id))
         or (%1$s and %2$s)
         or kind = 'consulting' and (granted_by = %3$s or app.treats(patient_id))
         or kind = 'carer' and user_id = %3$s$p$, assigned, admin, me), 'true'),

    ('carer_invitations', 'own', 'all', 'patient_id = app.patient_id()', 'patient_id = app.patient_id()'),
    ('carer_invitations', 'invited', 'select', invited, null),
    ('carer_invitations', 'accept', 'update', invited || ' and accepted_at is null', 'accepted_at = app.now()'),

    ('appointments', 'book', 'insert', null, format(sees, 'appointments.patient_id', of_visits) || ' or ' || import),
    ('appointments', 'change', 'update', format(sees, 'appointments.patient_id', of_visits),
      format(sees, 'appointments.patient_id', of_visits)),

    -- Why a version was written is for those who see it, and the policies of versions and records hold within this.
    ('reasons', 'read', 'select', 'exists (select 1 from medical_record_versions v where v.reason_id = reasons.id)', null),
    ('reasons', 'add', 'insert', null, format('user_id = %s and %s', me, format(sees, 'reasons.patient_id', of_records)))
  ) as t (tbl, name, command, using_text, check_text)
  loop
    execute format('create policy %I on %I for %s to medisecure_app %s %s', p.name, p.tbl, p.command,
      case when p.using_text is not null then 'using (' || p.using_text || ')' else '' end,
      case when p.check_text is not null then 'with check (' || p.check_text || ')' else '' end);
  end loop;

  -- As before, and a carer whose grant is for visits alone sees none.
  execute format('create policy read on medical_records for select to medisecure_app using (%s and %s or %s)', clinical, $p$(
    medical_records.patient_id = app.patient_id() and medical_records.stage <> 'draft' and medical_records.release = 'released'
    or exists (
      select 1 from care_relationships c
       where c.patient_id = medical_records.patient_id
         and c.valid_from <= app.now() and (c.valid_until is null or c.valid_until > app.now())
         and (c.practitioner_id = app.practitioner_id() and c.kind in ('treating', 'consulting')
                and (medical_records.stage <> 'draft' or medical_records.doctor_id = app.practitioner_id())
                and (medical_records.sensitivity = 'normal' or c.kind = 'treating' or c.scope = 'restricted')
              or c.user_id = app.user_id() and c.kind = 'carer' and c.scope <> 'appointments'
                and medical_records.stage <> 'draft' and medical_records.release = 'released'
                and medical_records.sensitivity = 'normal')))$p$, import);
end
$$;
--> statement-breakpoint
grant select, insert on carer_invitations to medisecure_app;
--> statement-breakpoint
grant update (accepted_at, withdrawn_at) on carer_invitations to medisecure_app;
--> statement-breakpoint
revoke create on schema app from medisecure_definer;
