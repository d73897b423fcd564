-- How many visits stand on closed days, found by a site's visits in order. A visit lasts four hours at most: none that began
-- more than a day before is still there.
CREATE INDEX "appointments_clinic" ON "appointments" USING btree ("clinic_id","scheduled_at");
--> statement-breakpoint
create or replace function app.visits_standing(p_clinic_id uuid, p_first date, p_last date) returns integer
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  v_zone text := (select zone from clinics where id = p_clinic_id);
  v_starts timestamptz := p_first::timestamp at time zone v_zone;
  v_ends timestamptz := (p_last + 1)::timestamp at time zone v_zone;
begin
  if app.role() is distinct from 'admin' then
    return null;
  end if;
  return (
    select count(*)::int from appointments
     where clinic_id = p_clinic_id and status in ('scheduled', 'arrived', 'in_progress')
       and scheduled_at > v_starts - interval '1 day' and scheduled_at < v_ends
       and ends_at > greatest(v_starts, app.now()));
end
$$;
--> statement-breakpoint
-- `app.taken_spans` answers in its place.
drop function app.taken_times(uuid[], uuid, tstzrange, uuid);
--> statement-breakpoint
-- A doctor may see two at once on purpose; a room holds one visit all the same. Where there were two, the one that came beside
-- gives it up, of two such the later. Row security binds the owner as well, so the old rows are reached with it let go for this transaction.
alter table appointments no force row level security;
--> statement-breakpoint
update appointments a set room_id = null
 where a.overbooked and a.room_id is not null and a.status not in ('cancelled', 'no_show')
   and exists (select from appointments b
                where b.room_id = a.room_id and b.id <> a.id and (not b.overbooked or b.id < a.id)
                  and b.status not in ('cancelled', 'no_show')
                  and tstzrange(b.scheduled_at, b.ends_at, '[)') && tstzrange(a.scheduled_at, a.ends_at, '[)'));
--> statement-breakpoint
alter table appointments force row level security;
--> statement-breakpoint
alter table appointments drop constraint appointments_room_busy;
--> statement-breakpoint
alter table appointments add constraint appointments_room_busy
  exclude using gist (room_id with =, tstzrange(scheduled_at, ends_at, '[)') with &&)
  where (status not in ('cancelled', 'no_show') and room_id is not null);
--> statement-breakpoint
-- Whether anybody is in a room, of whichever doctor: whoever asks learns no more.
create function app.room_is_taken(p_room uuid, p_range tstzrange, p_except uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  return exists (
    select from appointments a
     where a.room_id = p_room and a.status not in ('cancelled', 'no_show')
       and tstzrange(a.scheduled_at, a.ends_at, '[)') && p_range
       and (a.held_until is null or a.held_until > app.now()) and (p_except is null or a.id <> p_except));
end
$$;
--> statement-breakpoint
grant create on schema app to medisecure_definer;
--> statement-breakpoint
alter function app.room_is_taken(uuid, tstzrange, uuid) owner to medisecure_definer;
--> statement-breakpoint
revoke create on schema app from medisecure_definer;
--> statement-breakpoint
revoke execute on function app.room_is_taken(uuid, tstzrange, uuid) from public;
--> statement-breakpoint
grant execute on function app.room_is_taken(uuid, tstzrange, uuid) to medisecure_app;
--> statement-breakpoint
-- With whose eyes the job looks for a time: those of the patient, or of one of those who book for them, as mails about visits
-- go to them then: first of whoever has joined in their place.
create or replace function app.waiting_actor(p_id uuid)
returns table (user_id uuid, role text, patient_id uuid, practitioner_id uuid)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
#variable_conflict use_column
begin
  return query
    select u.id, u.role, p.id, d.id
      from waiting_list_entries e
      cross join lateral app.readers_of(e.patient_id) r
      join users u on u.id = r.id
      left join patients p on p.user_id = u.id
      left join practitioners d on d.user_id = u.id and d.closed_at is null
     where e.id = p_id and e.status = 'waiting' and app.system_job() = 'waiting-list' and u.role <> 'admin'
     order by u.id = e.created_by desc, u.id
     limit 1;
end
$$;
--> statement-breakpoint
-- As before. Visits of doctors and of a patient are found in their order, those of the range alone: an index on ranges would be
-- read for the whole clinic. A visit lasts four hours at most: none that began more than a day before is still there.
create or replace function app.taken_spans(p_doctors uuid[], p_patient uuid, p_range tstzrange, p_except uuid)
returns table (kind text, id uuid, starts bytea, ends bytea)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
#variable_conflict use_column
declare
  v_now timestamptz := app.now();
  v_starts timestamptz := lower(p_range);
  v_ends timestamptz := upper(p_range);
  v_before timestamptz := v_starts - interval '1 day';
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
       where a.status not in ('cancelled', 'no_show') and a.scheduled_at < v_ends and a.ends_at > v_starts
         and (a.held_until is null or a.held_until > v_now and a.created_by is distinct from v_holder)
         and (p_except is null or a.id <> p_except))
    select case when overbooked then 'overbooked' else 'doctor' end, doctor_id,
           string_agg(timestamptz_send(scheduled_at), ''), string_agg(timestamptz_send(ends_at), '')
      from visits where doctor_id = any (p_doctors) and scheduled_at > v_before group by doctor_id, overbooked
    union all
    select 'room', room_id, string_agg(timestamptz_send(scheduled_at), ''), string_agg(timestamptz_send(ends_at), '')
      from visits
     where v_rooms is not null and room_id = any (v_rooms) and tstzrange(scheduled_at, ends_at, '[)') && p_range
     group by room_id
    union all
    select 'patient', patient_id, string_agg(timestamptz_send(scheduled_at), ''), string_agg(timestamptz_send(ends_at), '')
      from visits where v_patient is not null and patient_id = v_patient and scheduled_at > v_before group by patient_id
    union all
    select 'absence', practitioner_id, string_agg(timestamptz_send(starts_at), ''), string_agg(timestamptz_send(ends_at), '')
      from absences
     where practitioner_id = any (p_doctors) and tstzrange(starts_at, ends_at, '[)') && p_range
     group by practitioner_id;
end
$$;
