-- With whose eyes the job looks for a time: those of the patient, or where nobody can act with their account of whoever has
-- joined in their place, as mails about visits go to carers then.
create or replace function app.waiting_actor(p_id uuid)
returns table (user_id uuid, role text, patient_id uuid, practitioner_id uuid)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
#variable_conflict use_column
begin
  return query
    select u.id, u.role, p.id, d.id
      from waiting_list_entries e
      join patients w on w.id = e.patient_id
      join users u on u.id in (w.user_id, e.created_by)
      left join patients p on p.user_id = u.id
      left join practitioners d on d.user_id = u.id and d.closed_at is null
     where e.id = p_id and e.status = 'waiting' and app.system_job() = 'waiting-list'
       and u.is_verified and u.disabled_at is null and u.deleted_at is null and u.role <> 'admin'
     order by u.id is not distinct from w.user_id desc
     limit 1;
end
$$;
--> statement-breakpoint
-- How many visits stand on days on which a site sees nobody: a number for admins, who see no visit.
create function app.visits_standing(p_clinic_id uuid, p_first date, p_last date) returns integer
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if app.role() is distinct from 'admin' then
    return null;
  end if;
  return (
    select count(*)::int from appointments a join clinics c on c.id = a.clinic_id
     where a.clinic_id = p_clinic_id and a.status in ('scheduled', 'arrived', 'in_progress') and a.ends_at > app.now()
       and tstzrange(a.scheduled_at, a.ends_at, '[)')
           && tstzrange(p_first::timestamp at time zone c.zone, (p_last + 1)::timestamp at time zone c.zone, '[)'));
end
$$;
--> statement-breakpoint
grant create on schema app to medisecure_definer;
--> statement-breakpoint
alter function app.visits_standing(uuid, date, date) owner to medisecure_definer;
--> statement-breakpoint
revoke create on schema app from medisecure_definer;
--> statement-breakpoint
revoke execute on function app.visits_standing(uuid, date, date) from public;
--> statement-breakpoint
grant execute on function app.visits_standing(uuid, date, date) to medisecure_app;
--> statement-breakpoint
grant select (zone) on clinics to medisecure_definer;
