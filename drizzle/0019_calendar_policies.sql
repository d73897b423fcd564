-- Nobody is in two places at once, and no room holds two visits. What is held counts; what was cancelled or missed does
-- not. A visit that a doctor has overbooked on purpose stands beside the one that was there.
alter table appointments drop constraint appointments_doctor_busy;
--> statement-breakpoint
alter table appointments drop constraint appointments_patient_busy;
--> statement-breakpoint
alter table appointments add constraint appointments_doctor_busy
  exclude using gist (doctor_id with =, tstzrange(scheduled_at, ends_at, '[)') with &&)
  where (status not in ('cancelled', 'no_show') and not overbooked);
--> statement-breakpoint
alter table appointments add constraint appointments_patient_busy
  exclude using gist (patient_id with =, tstzrange(scheduled_at, ends_at, '[)') with &&)
  where (status not in ('cancelled', 'no_show'));
--> statement-breakpoint
alter table appointments add constraint appointments_room_busy
  exclude using gist (room_id with =, tstzrange(scheduled_at, ends_at, '[)') with &&)
  where (status not in ('cancelled', 'no_show') and room_id is not null and not overbooked);
--> statement-breakpoint

-- From which status a visit may go to which; and back to the last one, for ten minutes: out of a cancellation by whoever
-- has made it.
create function app.check_visit_status() returns trigger language plpgsql as $$
declare
  v_on constant text[] := array[
    'held>scheduled', 'scheduled>arrived', 'scheduled>in_progress', 'scheduled>completed', 'scheduled>cancelled',
    'scheduled>no_show', 'arrived>in_progress', 'arrived>completed', 'arrived>cancelled', 'arrived>no_show',
    'in_progress>completed', 'no_show>arrived'];
begin
  if tg_op = 'INSERT' then
    if new.status not in ('held', 'scheduled') and app.system_job() is distinct from 'import' then
      raise exception 'a visit begins as held or scheduled' using errcode = 'check_violation', constraint = 'appointments_transition';
    end if;
    return new;
  end if;
  if old.status || '>' || new.status = any (v_on) then
    new.previous_status := case when old.status <> 'held' then old.status end;
  elsif new.status = old.previous_status and app.now() <= old.status_since + interval '10 minutes'
        and (old.status <> 'cancelled' or old.cancelled_by = app.user_id()) then
    new.previous_status := null;
  else
    raise exception 'no visit goes from % to %', old.status, new.status
      using errcode = 'check_violation', constraint = 'appointments_transition';
  end if;
  new.status_since := app.now();
  return new;
end
$$;
--> statement-breakpoint
create trigger check_first_status before insert on appointments for each row execute function app.check_visit_status();
--> statement-breakpoint
create trigger check_status before update of status on appointments for each row when (old.status <> new.status)
  execute function app.check_visit_status();
--> statement-breakpoint

drop function app.busy_ranges(uuid, tstzrange);
--> statement-breakpoint
-- When doctors, the rooms of their hours, and one patient are taken, without by whom: all that anybody may learn of the
-- visits of others. Minutes since 1970 in four bytes each (the year 6053 is the last that they reach), from and until by
-- turns, begun minutes as whole ones. What the actor holds themself is free to them, and so is the visit that is to be moved.
create function app.taken_times(p_doctors uuid[], p_patient uuid, p_range tstzrange, p_except uuid)
returns table (kind text, id uuid, times bytea)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
#variable_conflict use_column
declare
  v_rooms uuid[] := (select array_agg(distinct v.room_id) from availability_rules v
                      where v.practitioner_id = any (p_doctors) and v.room_id is not null);
  v_knows_patient boolean := p_patient = app.patient_id() or app.books_for(p_patient) or app.treats(p_patient);
begin
  return query
    with own as (select app.now() as now, app.user_id() as user_id),
    taken as (
      select 'doctor' as kind, a.doctor_id as id, a.scheduled_at, a.ends_at, a.held_until, a.created_by, a.id as visit
        from appointments a
       where a.doctor_id = any (p_doctors)
         and a.status not in ('cancelled', 'no_show') and tstzrange(a.scheduled_at, a.ends_at, '[)') && p_range
      union all
      select 'room', a.room_id, a.scheduled_at, a.ends_at, a.held_until, a.created_by, a.id
        from appointments a
       where v_rooms is not null and a.room_id = any (v_rooms)
         and a.status not in ('cancelled', 'no_show') and tstzrange(a.scheduled_at, a.ends_at, '[)') && p_range
      union all
      select 'patient', a.patient_id, a.scheduled_at, a.ends_at, a.held_until, a.created_by, a.id
        from appointments a
       where v_knows_patient and a.patient_id = p_patient
         and a.status not in ('cancelled', 'no_show') and tstzrange(a.scheduled_at, a.ends_at, '[)') && p_range
      union all
      select 'absence', b.practitioner_id, b.starts_at, b.ends_at, null, null, null
        from absences b
       where b.practitioner_id = any (p_doctors) and tstzrange(b.starts_at, b.ends_at, '[)') && p_range)
    select t.kind, t.id,
           string_agg(int4send(least(floor(date_part('epoch', t.scheduled_at) / 60), 2147483647)::int)
                      || int4send(least(ceil(date_part('epoch', t.ends_at) / 60), 2147483647)::int), '')
      from taken t, own o
     where (p_except is null or t.visit is distinct from p_except)
       and (t.held_until is null or t.held_until > o.now and t.created_by is distinct from o.user_id)
     group by t.kind, t.id;
end
$$;
--> statement-breakpoint
-- What was held and not booked is nobody's any more.
create function app.release_expired_holds() returns integer
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  v_released integer;
begin
  delete from appointments a
   using (select h.id from appointments h where h.held_until <= app.now() for update skip locked) spent
   where a.id = spent.id;
  get diagnostics v_released = row_count;
  return v_released;
end
$$;
--> statement-breakpoint
create or replace function app.clinic_counts(p_day tstzrange)
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
           (count(*) filter (where a.status in ('scheduled', 'arrived', 'in_progress')))::int,
           (count(*) filter (where a.status = 'completed'))::int,
           (count(*) filter (where a.status in ('cancelled', 'no_show')))::int,
           (count(*) filter (where a.status not in ('held', 'cancelled', 'no_show') and a.scheduled_at <@ p_day))::int
      from appointments a;
end
$$;
--> statement-breakpoint
create or replace function app.coming_visits_of(p_user_id uuid) returns integer
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if app.role() is distinct from 'admin' then
    return 0;
  end if;
  return (
    select count(*) from appointments a join practitioners d on d.id = a.doctor_id
     where d.user_id = p_user_id and a.status in ('scheduled', 'arrived', 'in_progress') and a.ends_at > app.now());
end
$$;
--> statement-breakpoint
grant create on schema app to medisecure_definer;
--> statement-breakpoint
alter function app.taken_times(uuid[], uuid, tstzrange, uuid) owner to medisecure_definer;
--> statement-breakpoint
alter function app.release_expired_holds() owner to medisecure_definer;
--> statement-breakpoint
revoke create on schema app from medisecure_definer;
--> statement-breakpoint
revoke execute on function app.taken_times(uuid[], uuid, tstzrange, uuid), app.release_expired_holds(), app.check_visit_status()
  from public;
--> statement-breakpoint
grant execute on function app.taken_times(uuid[], uuid, tstzrange, uuid), app.release_expired_holds() to medisecure_app;
--> statement-breakpoint
grant select (id, patient_id, room_id, held_until, created_by), update (held_until), delete on appointments to medisecure_definer;
--> statement-breakpoint
grant select (practitioner_id, room_id) on availability_rules to medisecure_definer;
--> statement-breakpoint
grant select (practitioner_id, starts_at, ends_at) on absences to medisecure_definer;
--> statement-breakpoint

do $$
declare
  t text;
  p record;
  signed_in constant text := $p$app.actor_kind() = 'user'$p$;
  admin constant text := $p$app.role() = 'admin'$p$;
  import constant text := $p$app.system_job() = 'import'$p$;
  own constant text := 'practitioner_id = app.practitioner_id()';
  visit constant text := $p$exists (select 1 from appointments a where a.id = appointment_id and a.patient_id = appointment_transitions.patient_id)$p$;
begin
  foreach t in array array['absences', 'appointment_transitions', 'availability_overrides', 'clinic_closures', 'clinic_hours',
                           'practitioner_calendars', 'practitioner_services', 'rooms', 'services'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
  end loop;
  for p in select * from (values
    -- table, name, command, using, with check
    ('clinics', 'change', 'update', admin, admin),
    ('services', 'read', 'select', signed_in || ' or ' || import, null),
    ('services', 'add', 'insert', null, admin || ' or ' || import),
    ('services', 'change', 'update', admin, admin),
    ('rooms', 'read', 'select', signed_in || ' or ' || import, null),
    ('rooms', 'add', 'insert', null, admin || ' or ' || import),
    ('rooms', 'change', 'update', admin, admin),
    ('clinic_hours', 'read', 'select', signed_in, null),
    ('clinic_hours', 'write', 'insert', null, admin),
    ('clinic_hours', 'remove', 'delete', admin, null),
    ('clinic_closures', 'read', 'select', signed_in, null),
    ('clinic_closures', 'write', 'insert', null, admin),
    ('clinic_closures', 'remove', 'delete', admin, null),
    ('practitioner_services', 'read', 'select', signed_in || ' or ' || import, null),
    ('practitioner_services', 'add', 'insert', null, own || ' or ' || import),
    ('practitioner_services', 'remove', 'delete', own, null),
    ('practitioner_calendars', 'read', 'select', signed_in, null),
    ('practitioner_calendars', 'add', 'insert', null, own),
    ('practitioner_calendars', 'change', 'update', own, own),
    ('availability_rules', 'remove', 'delete', own, null),
    ('availability_overrides', 'read', 'select', signed_in, null),
    ('availability_overrides', 'write', 'insert', null, own),
    ('availability_overrides', 'remove', 'delete', own, null),
    ('absences', 'read', 'select', own || ' or ' || admin, null),
    ('absences', 'write', 'insert', null, own || ' and created_by = app.user_id()'),
    ('absences', 'remove', 'delete', own, null),
    -- Whoever sees the visit sees what became of it.
    ('appointment_transitions', 'read', 'select', visit, null),
    ('appointment_transitions', 'add', 'insert', null, visit || ' and changed_by = app.user_id()'),
    ('appointments', 'let_go', 'delete', $p$status = 'held' and created_by = app.user_id()$p$, null)
  ) as v (tbl, name, command, using_text, check_text)
  loop
    execute format('create policy %I on %I for %s to medisecure_app %s %s', p.name, p.tbl, p.command,
      case when p.using_text is not null then 'using (' || p.using_text || ')' else '' end,
      case when p.check_text is not null then 'with check (' || p.check_text || ')' else '' end);
  end loop;
  -- What somebody holds while they make up their mind is theirs to see.
  execute $p$create policy holds on appointments as restrictive for select to medisecure_app
    using (status <> 'held' or created_by = app.user_id())$p$;
  execute 'create policy taken on availability_rules for select to medisecure_definer using (true)';
  execute 'create policy taken on absences for select to medisecure_definer using (true)';
  execute $p$create policy spent on appointments for delete to medisecure_definer using (status = 'held')$p$;
  execute $p$create policy lock_spent on appointments for update to medisecure_definer using (status = 'held') with check (false)$p$;
end
$$;
--> statement-breakpoint
grant select, insert, delete on absences, availability_overrides, clinic_hours, clinic_closures, practitioner_services to medisecure_app;
--> statement-breakpoint
grant select, insert on services, rooms, practitioner_calendars, appointment_transitions to medisecure_app;
--> statement-breakpoint
grant delete on availability_rules, appointments to medisecure_app;
--> statement-breakpoint
grant update (name, address, phone, video_url, change_notice_minutes, version) on clinics to medisecure_app;
--> statement-breakpoint
grant update (name, minutes, colour, in_person, video, patients_book, version, archived_at) on services to medisecure_app;
--> statement-breakpoint
grant update (name, version, archived_at) on rooms to medisecure_app;
--> statement-breakpoint
grant update (buffer_minutes, lead_minutes, horizon_days, daily_cap, version, updated_at) on practitioner_calendars to medisecure_app;
--> statement-breakpoint
grant update (held_until, mode, service_id, room_id, overbooked, created_at) on appointments to medisecure_app;
