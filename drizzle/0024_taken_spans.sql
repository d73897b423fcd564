-- When doctors, the rooms of their hours, and one patient are taken, without by whom: all that anybody may learn of the
-- visits of others. Each span's start and end stand at the same place in `starts` and `ends`, as PostgreSQL sends a
-- timestamptz: microseconds since 2000, eight bytes. A doctor's visits that stand beside another on purpose are told apart:
-- they are in the way of patients, and not of a visit that had its time before. What somebody holds is free to them; a job
-- that looks for a time in their place leaves it alone. So is the visit that is to be moved. `app.taken_times` did the same
-- with arithmetic for each visit; processes that run while this is migrated still ask it.
create function app.taken_spans(p_doctors uuid[], p_patient uuid, p_range tstzrange, p_except uuid)
returns table (kind text, id uuid, starts bytea, ends bytea)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
#variable_conflict use_column
declare
  v_now timestamptz := app.now();
  v_holder uuid := case when app.system_job() is null then app.user_id() end;
  v_rooms uuid[] := (select array_agg(distinct v.room_id) from availability_rules v
                      where v.practitioner_id = any (p_doctors) and v.room_id is not null);
  v_patient uuid := case when p_patient = app.patient_id() or app.books_for(p_patient) or app.treats(p_patient) then p_patient end;
begin
  return query
    -- Not materialized: each of the three finds its visits by an index of its own.
    with visits as not materialized (
      select a.doctor_id, a.overbooked, a.room_id, a.patient_id, a.scheduled_at, a.ends_at
        from appointments a
       where a.status not in ('cancelled', 'no_show') and tstzrange(a.scheduled_at, a.ends_at, '[)') && p_range
         and (a.held_until is null or a.held_until > v_now and a.created_by is distinct from v_holder)
         and (p_except is null or a.id <> p_except))
    select case when overbooked then 'overbooked' else 'doctor' end, doctor_id,
           string_agg(timestamptz_send(scheduled_at), ''), string_agg(timestamptz_send(ends_at), '')
      from visits where doctor_id = any (p_doctors) group by doctor_id, overbooked
    union all
    select 'room', room_id, string_agg(timestamptz_send(scheduled_at), ''), string_agg(timestamptz_send(ends_at), '')
      from visits where v_rooms is not null and room_id = any (v_rooms) group by room_id
    union all
    select 'patient', patient_id, string_agg(timestamptz_send(scheduled_at), ''), string_agg(timestamptz_send(ends_at), '')
      from visits where v_patient is not null and patient_id = v_patient group by patient_id
    union all
    select 'absence', practitioner_id, string_agg(timestamptz_send(starts_at), ''), string_agg(timestamptz_send(ends_at), '')
      from absences
     where practitioner_id = any (p_doctors) and tstzrange(starts_at, ends_at, '[)') && p_range
     group by practitioner_id;
end
$$;
--> statement-breakpoint
grant create on schema app to medisecure_definer;
--> statement-breakpoint
alter function app.taken_spans(uuid[], uuid, tstzrange, uuid) owner to medisecure_definer;
--> statement-breakpoint
revoke create on schema app from medisecure_definer;
--> statement-breakpoint
revoke execute on function app.taken_spans(uuid[], uuid, tstzrange, uuid) from public;
--> statement-breakpoint
grant execute on function app.taken_spans(uuid[], uuid, tstzrange, uuid) to medisecure_app;
--> statement-breakpoint
grant select (overbooked) on appointments to medisecure_definer;
