-- Visits of a site by their time, and how many stand on closed days found by it. A visit lasts four hours at most: none that
-- began more than a day before is still there.
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
