-- What a list shows of a record, sealed beside its content: a list opens this and need not read the whole resource. What
-- was written before has none, and is read from its content.
ALTER TABLE "medical_records" ADD COLUMN "summary" bytea;--> statement-breakpoint

-- A summary never outlives what it sums up.
create function app.drop_stale_summary() returns trigger language plpgsql
set search_path = pg_catalog, public, pg_temp as $$
begin
  if new.encrypted_content is distinct from old.encrypted_content and new.summary is not distinct from old.summary then
    new.summary := null;
  end if;
  return new;
end
$$;
--> statement-breakpoint
create trigger medical_records_summary before update on medical_records
  for each row execute function app.drop_stale_summary();
--> statement-breakpoint
revoke execute on function app.drop_stale_summary() from public;
--> statement-breakpoint
grant update (summary) on medical_records to medisecure_app;
