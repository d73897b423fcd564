CREATE TABLE "terminology_codes" (
	"system" text NOT NULL,
	"code" text NOT NULL,
	"display" text NOT NULL,
	"synonyms" text[] NOT NULL,
	"kinds" text[] NOT NULL,
	"unit" text,
	"is_listed" boolean NOT NULL,
	"words" "tsvector" NOT NULL,
	CONSTRAINT "terminology_codes_system_code_pk" PRIMARY KEY("system","code")
);
--> statement-breakpoint
CREATE INDEX "terminology_codes_listed" ON "terminology_codes" USING gin ("words") WHERE is_listed;
--> statement-breakpoint
CREATE INDEX "terminology_codes_imported" ON "terminology_codes" USING gin ("words") WHERE not is_listed;
--> statement-breakpoint
CREATE INDEX "terminology_codes_known" ON "terminology_codes" USING btree ("system","code") WHERE is_listed;
--> statement-breakpoint

alter table terminology_codes enable row level security;
--> statement-breakpoint
alter table terminology_codes force row level security;
--> statement-breakpoint
create policy read on terminology_codes for select to medisecure_app
  using (app.user_id() is not null or app.system_job() = 'terminology');
--> statement-breakpoint
create policy add on terminology_codes for insert to medisecure_app
  with check (app.system_job() = 'terminology');
--> statement-breakpoint
create policy renew on terminology_codes for update to medisecure_app
  using (app.system_job() = 'terminology') with check (app.system_job() = 'terminology');
--> statement-breakpoint
grant select, insert, update (display, synonyms, kinds, unit, is_listed, words) on terminology_codes to medisecure_app;
--> statement-breakpoint

-- Everything of the lists that fits, and so much of the imported sets. `@@` is not leakproof, so behind a policy of the
-- application's role it would be asked of each row in turn and never of the index: 100,000 codes take 200 ms, and here 20.
create policy find on terminology_codes for select to medisecure_definer using (true);
--> statement-breakpoint
grant select on terminology_codes to medisecure_definer;
--> statement-breakpoint
create function app.find_codes(p_words text, p_kind text, p_most integer)
returns table (system text, code text, display text, synonyms text[], unit text, is_listed boolean)
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  -- Planned for each question: how many rows fit is what the plan hangs on, and just after an import no statistics say it.
  v_find constant text := 'select system, code, display, synonyms, unit, is_listed from terminology_codes
    where %s and words @@ $1::tsquery and ($2 is null or $2 = any(kinds)) limit $3';
begin
  if app.user_id() is null and app.system_job() is distinct from 'terminology' then
    raise exception 'nobody asks' using errcode = 'insufficient_privilege';
  end if;
  return query execute format(v_find, 'is_listed') using p_words, p_kind, null::integer;
  return query execute format(v_find, 'not is_listed') using p_words, p_kind, p_most;
end
$$;
--> statement-breakpoint
grant create on schema app to medisecure_definer;
--> statement-breakpoint
alter function app.find_codes(text, text, integer) owner to medisecure_definer;
--> statement-breakpoint
revoke create on schema app from medisecure_definer;
--> statement-breakpoint
revoke all on function app.find_codes(text, text, integer) from public;
--> statement-breakpoint
grant execute on function app.find_codes(text, text, integer) to medisecure_app;
