#!/usr/bin/env bash
# Runs once, when the volume is new: the roles and databases that Postgres.provision makes elsewhere.
set -euo pipefail

psql -v ON_ERROR_STOP=1 --no-psqlrc -U "$POSTGRES_USER" -d postgres \
  -v owner="$KYOSEI_DB_OWNER_PASSWORD" -v app="$KYOSEI_DB_APP_PASSWORD" -v keycloak="$KEYCLOAK_DB_PASSWORD" <<'SQL'
create role kyosei_owner login nosuperuser nocreatedb nocreaterole nobypassrls password :'owner';
create role kyosei_app login nosuperuser nocreatedb nocreaterole nobypassrls password :'app';
create role keycloak login password :'keycloak';
create database kyosei owner kyosei_owner;
create database keycloak owner keycloak;
revoke connect, temporary on database kyosei, keycloak, postgres, template1 from public;
grant connect on database kyosei to kyosei_app;
\connect kyosei
create extension pg_trgm;
create extension btree_gist;
create extension pgcrypto;
-- Large objects lie outside of row-level security, and nobody here uses them.
select format('revoke execute on function %s from public', oid::regprocedure) from pg_proc
where pronamespace = 'pg_catalog'::regnamespace and (proname like 'lo\_%' or proname in ('loread', 'lowrite')) \gexec
SQL
