-- What the service may do with the tables of year accounts where it connects as another user than the one who makes them
-- (tuodi.accounts.migrate-at-start=false): rows, and nothing of the tables themselves. Run it once, as the user who
-- makes the tables, after "tuodi accounts-schema"; tables of later versions are granted by it, too.
--   psql -v service=tuodi_service -f kubernetes/accounts-grants.sql postgresql://tuodi_owner@db/tuodi
\set ON_ERROR_STOP on
begin;
select quote_ident(current_schema()) as place \gset
select format('grant connect on database %I to %I', current_database(), :'service') \gexec
grant usage on schema :place to :"service";
grant select, insert, update, delete on all tables in schema :place to :"service";
grant usage, select on all sequences in schema :place to :"service";
alter default privileges in schema :place grant select, insert, update, delete on tables to :"service";
alter default privileges in schema :place grant usage, select on sequences to :"service";
-- Which steps the tables have had is read, and written by nobody but who makes them.
select format('revoke insert, update, delete on %s from %I', to_regclass('flyway_schema_history'), :'service')
  where to_regclass('flyway_schema_history') is not null \gexec
commit;
