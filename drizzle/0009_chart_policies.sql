-- Who sees which record of a chart: not the chart decides alone, but what the record is as well.

-- A record goes one way: draft, final, amended; and nothing comes back from an error. A new content is a new version.
create function app.check_record_stage() returns trigger language plpgsql
set search_path = pg_catalog, public, pg_temp as $$
begin
  if new.encrypted_content is distinct from old.encrypted_content and new.version = old.version + 1 and new.stage = any (
      case old.stage
        when 'draft' then '{draft,final,entered_in_error}'::text[]
        when 'entered_in_error' then '{}'::text[]
        else '{amended,entered_in_error}'::text[]
      end) then
    return new;
  end if;
  if (new.encrypted_content, new.version, new.stage, new.sensitivity) = (old.encrypted_content, old.version, old.stage, old.sensitivity) then
    return new;
  end if;
  raise exception 'A record cannot move from % to %.', old.stage, new.stage
    using errcode = 'check_violation', constraint = 'medical_records_stage_move', table = 'medical_records';
end
$$;
--> statement-breakpoint
create trigger medical_records_stage_move before update on medical_records
  for each row execute function app.check_record_stage();
--> statement-breakpoint
revoke execute on function app.check_record_stage() from public;
--> statement-breakpoint

-- Results that the patient has chosen not to see at once: that they are there, and no more. Their rows stay hidden.
create function app.withheld_results()
returns table (id uuid, result_category text, release text, effective_at timestamptz)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  return query select r.id, r.result_category, r.release, r.effective_at from medical_records r
    where r.patient_id = app.patient_id() and app.role() is distinct from 'admin'
      and r.release <> 'released' and r.stage in ('final', 'amended')
    order by r.effective_at desc, r.id;
end
$$;
--> statement-breakpoint
-- The patient opens one that waits for nothing but their wish. Row security would hide the row from its own update.
create function app.reveal_result(p_id uuid) returns boolean
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  update medical_records r set release = 'released'
   where r.id = p_id and r.patient_id = app.patient_id() and app.role() is distinct from 'admin'
     and r.release = 'ask_first' and r.stage in ('final', 'amended');
  return found;
end
$$;
--> statement-breakpoint
-- What of a chart not everybody sees who sees the chart, by ids and sources alone. Compared with what row security shows, it
-- tells which references of a record would speak of another that is hidden, and what has been taken away meanwhile.
create function app.labelled_records(p_patient_id uuid)
returns table (id uuid, source_index bytea, stage text, created_at timestamptz, updated_at timestamptz)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  return query select r.id, r.source_index, r.stage, r.created_at, r.updated_at from medical_records r
    where r.patient_id = p_patient_id and app.role() is distinct from 'admin'
      and (r.stage = 'draft' or r.sensitivity <> 'normal' or r.release <> 'released');
end
$$;
--> statement-breakpoint
grant create on schema app to medisecure_definer;
--> statement-breakpoint
alter function app.labelled_records(uuid) owner to medisecure_definer;
--> statement-breakpoint
alter function app.withheld_results() owner to medisecure_definer;
--> statement-breakpoint
alter function app.reveal_result(uuid) owner to medisecure_definer;
--> statement-breakpoint
revoke create on schema app from medisecure_definer;
--> statement-breakpoint
revoke execute on function app.labelled_records(uuid), app.withheld_results(), app.reveal_result(uuid) from public;
--> statement-breakpoint
grant execute on function app.labelled_records(uuid), app.withheld_results(), app.reveal_result(uuid) to medisecure_app;
--> statement-breakpoint
grant select (id, patient_id, result_category, release, effective_at, stage, sensitivity, source_index, created_at, updated_at),
  update (release) on medical_records to medisecure_definer;
--> statement-breakpoint

do $$
declare
  me constant text := 'app.user_id()';
  import constant text := $p$app.system_job() = any ('{import}')$p$;
  clinical constant text := $p$app.role() is distinct from 'admin'$p$;
  own constant text := $p$patient_id = app.patient_id()$p$;
  -- What patients write themselves.
  self_written constant text := own || $p$ and source_system = 'patient' and doctor_id is null
    and record_type in ('allergy', 'vital_sign', 'document') and release = 'released' and stage <> 'draft'$p$;
  treats constant text := $p$app.role() = 'doctor' and exists (
    select 1 from care_relationships c
     where c.patient_id = %1$s.patient_id and c.kind in ('treating', 'consulting')
       and c.practitioner_id = app.practitioner_id()
       and c.valid_from <= app.now() and (c.valid_until is null or c.valid_until > app.now()))$p$;
  -- A draft is its author's. A restricted record is for those who treat, and for whom they have said so; a carer sees
  -- what the patient sees, without the restricted.
  opens constant text := $p$(
    medical_records.patient_id = app.patient_id() and medical_records.stage <> 'draft' and medical_records.release = 'released'
    or exists (
      select 1 from care_relationships c
       where c.patient_id = medical_records.patient_id
         and c.valid_from <= app.now() and (c.valid_until is null or c.valid_until > app.now())
         and (c.practitioner_id = app.practitioner_id() and c.kind in ('treating', 'consulting')
                and (medical_records.stage <> 'draft' or medical_records.doctor_id = app.practitioner_id())
                and (medical_records.sensitivity = 'normal' or c.kind = 'treating' or c.scope = 'restricted')
              or c.user_id = app.user_id() and c.kind = 'carer' and medical_records.stage <> 'draft'
                and medical_records.release = 'released' and medical_records.sensitivity = 'normal')))$p$;
begin
  execute 'drop policy read on medical_records';
  execute 'drop policy write on medical_records';
  execute 'drop policy amend on medical_records';
  execute 'drop policy read on medical_record_versions';
  execute 'drop policy write on medical_record_versions';

  execute format('create policy read on medical_records for select to medisecure_app using (%s and %s or %s)', clinical, opens, import);
  execute format('create policy write on medical_records for insert to medisecure_app
    with check (doctor_id = app.practitioner_id() and %s or %s)', format(treats, 'medical_records'), import);
  execute format('create policy self_write on medical_records for insert to medisecure_app with check (%s and %s)', clinical, self_written);
  execute format('create policy amend on medical_records for update to medisecure_app using (%1$s and %2$s) with check (%1$s and %2$s)',
    format(treats, 'medical_records'), opens);
  execute format('create policy self_amend on medical_records for update to medisecure_app
    using (%1$s and %2$s) with check (%1$s and %2$s)', clinical, self_written);

  -- A version is as visible as its record; one from before the signing, as the draft that it was.
  execute format($p$create policy read on medical_record_versions for select to medisecure_app using (
    exists (select 1 from medical_records r where r.id = record_id) and (stage <> 'draft' or author_user_id = %s) or %s)$p$, me, import);
  execute format($p$create policy write on medical_record_versions for insert to medisecure_app with check (
    author_user_id = %s and (%s or %s) or %s)$p$, me, format(treats, 'medical_record_versions'), clinical || ' and ' || own, import);

  execute 'create policy withheld on medical_records for update to medisecure_definer using (true) with check (true)';
end
$$;
--> statement-breakpoint
grant update (stage, sensitivity, release, review) on medical_records to medisecure_app;
