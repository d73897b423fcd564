-- Run once as a superuser, connected to MediSecure's own database. Repeating it changes nothing.
-- The embedded start does this itself. An operator then gives the two login roles their passwords:
--   alter role medisecure_owner password '…';   alter role medisecure_login password '…';

do $$
begin
  if not exists (select from pg_roles where rolname = 'medisecure_owner') then
    create role medisecure_owner login;
  end if;
  if not exists (select from pg_roles where rolname = 'medisecure_app') then
    create role medisecure_app nologin;
  end if;
  if not exists (select from pg_roles where rolname = 'medisecure_definer') then
    create role medisecure_definer nologin;
  end if;
  if not exists (select from pg_roles where rolname = 'medisecure_login') then
    create role medisecure_login login;
  end if;
end
$$;

alter role medisecure_owner nosuperuser nocreatedb nocreaterole nobypassrls;
alter role medisecure_app nosuperuser nocreatedb nocreaterole nobypassrls;
alter role medisecure_definer nosuperuser nocreatedb nocreaterole nobypassrls;
-- NOINHERIT: a statement outside `withActor` has no rights at all, because the role was never taken.
alter role medisecure_login nosuperuser nocreatedb nocreaterole nobypassrls noinherit;

grant medisecure_app to medisecure_login;
-- So that a migration may hand its sign-in functions to the definer.
grant medisecure_definer to medisecure_owner;

do $$
begin
  execute format('alter database %I owner to medisecure_owner', current_database());
  execute format('revoke all on database %I from public', current_database());
  execute format('grant connect on database %I to medisecure_login', current_database());
end
$$;

-- Overlap of time ranges beside equality of ids, for the exclusion constraints.
create extension if not exists btree_gist;
