-- Every municipality of the register as an owner with four departments, a plan and some history; 20,000 people with a role in one
-- of them. Runs as a superuser, whom no row-level security holds; every constraint and trigger does.

create temporary table town on commit drop as
select row_number() over (order by code) as n, code, name, romaji, md5('owner ' || code)::uuid as id
from municipality;

insert into owner (id, slug, kind, name, municipality_code, state)
select id, romaji, 'MUNICIPALITY', name, code, case when n % 10 = 0 then 'TRIAL' else 'RUNNING' end from town;

insert into department (owner_id, id, code, name)
select id, md5('department ' || code || ' ' || d)::uuid, 'ka-' || d, '第' || d || '課'
from town, generate_series(1, 4) d;

insert into person (id, subject, username, display_name, operator)
values (md5('operator')::uuid, 'bench-operator', 'operator', '運用', true);

insert into person (id, subject, username, display_name)
select md5('person ' || p)::uuid, 'bench-' || p, 'user-' || p, '担当 ' || p from generate_series(1, 20000) p;

insert into role_grant (owner_id, person_id, role, department_id)
select t.id, md5('person ' || p)::uuid, case when p <= 1741 then 'ADMIN' else 'CONTRIBUTOR' end,
       case when p > 1741 then md5('department ' || t.code || ' ' || 1 + p % 4)::uuid end
from generate_series(1, 20000) p
join town t on t.n = 1 + (p - 1) % 1741;

-- The first of them is a large office.
insert into role_grant (owner_id, person_id, role, department_id)
select t.id, md5('person ' || p)::uuid, 'VIEWER', null
from generate_series(2001, 4000) p
join town t on t.n = 1;

insert into plan (owner_id, id, slug, title, kind, first_fiscal_year, last_fiscal_year, level_names)
select id, md5('plan ' || code)::uuid, 'strategy', '総合戦略', 'COMPREHENSIVE_STRATEGY', 2025, 2029, '{基本目標}' from town;

insert into audit_entry (owner_id, id, at, person_id, person_name, action, subject_kind, subject_id)
select id, md5('entry ' || code || ' ' || e)::uuid, now() - e * interval '1 hour', md5('person ' || n)::uuid, '担当 ' || n,
       'ENTER_ACTUAL', 'actual', 'R5 ' || code
from town, generate_series(1, 60) e;
