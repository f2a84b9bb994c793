-- Made-up municipalities, each with one plan of 100 indicators and 10 years of actuals. Runs as a superuser, whom no
-- row-level security holds; every constraint and trigger does. ${owners} is how many.

create temporary table town on commit drop as
select n,
       md5('owner ' || n)::uuid as id,
       five || (11 - (substr(five, 1, 1)::int * 6 + substr(five, 2, 1)::int * 5 + substr(five, 3, 1)::int * 4
           + substr(five, 4, 1)::int * 3 + substr(five, 5, 1)::int * 2) % 11) % 10 as code,
       md5('person ' || n)::uuid as person,
       md5('department ' || n)::uuid as department,
       md5('plan ' || n)::uuid as plan,
       md5('version ' || n)::uuid as version
from (select n, lpad((1 + (n - 1) / 38)::text, 2, '0') || lpad((201 + (n - 1) % 38)::text, 3, '0') as five
      from generate_series(1, ${owners}) n);

insert into municipality (code, name, prefecture)
select code, '町' || n, '県' || (1 + (n - 1) / 38) from town
-- Some of the made-up codes are those of the public register.
on conflict (code) do nothing;

insert into owner (id, slug, kind, name, municipality_code)
select id, 'town-' || code, 'MUNICIPALITY', '町' || n, code from town;

insert into department (owner_id, id, code, name)
select id, department, 'kikaku', '企画課' from town;

insert into person (id, subject, username, display_name)
select person, 'bench-' || n, 'user-' || n, '担当 ' || n from town;

insert into role_grant (owner_id, person_id, role)
select id, person, case when n % 2 = 0 then 'VIEWER' else 'SECRETARIAT' end from town;

insert into rule_set (owner_id, valid_from_fiscal_year, rules)
select id, 2010, '{
    "plainFormula": "TARGET_RATIO", "cumulativeFormula": "CHANGE_RATIO", "absentBaselineIsZero": false,
    "rateRounding": {"mode": "HALF_UP", "decimals": 1}, "judgedAgainst": "FINAL_TARGET", "unmeasuredLabel": "その他",
    "grading": {"type": "THRESHOLDS", "bands": [
        {"label": "A", "atLeastPercent": 100, "meaning": "100%以上", "tone": "A"},
        {"label": "B", "atLeastPercent": 80, "meaning": "80%以上100%未満", "tone": "B"},
        {"label": "C", "atLeastPercent": 50, "meaning": "50%以上80%未満", "tone": "C"},
        {"label": "D", "atLeastPercent": null, "meaning": "50%未満", "tone": "D"}]}}'
from town;

-- One slug for all: a plan's name is unique in its owner only, so the nation's plans share theirs.
insert into plan (owner_id, id, slug, title, kind, first_fiscal_year, last_fiscal_year, level_names)
select id, plan, 'strategy-2', '第2期総合戦略', 'COMPREHENSIVE_STRATEGY', 2016, 2025, '{基本目標,施策}' from town;

insert into plan_version (owner_id, id, plan_id, number, title)
select id, version, plan, 1, '当初' from town;

insert into section (owner_id, id, plan_version_id, parent_id, level, position, number, title, body)
select id, md5('section ' || n || ' ' || goal)::uuid, version, null, 1, goal * 10, goal::text, '基本目標' || goal, ''
from town, generate_series(1, 4) goal;

insert into section (owner_id, id, plan_version_id, parent_id, level, position, number, title, body)
select id, md5('section ' || n || ' ' || goal || '-' || measure)::uuid, version,
       md5('section ' || n || ' ' || goal)::uuid, 2, goal * 10 + measure, goal || '-' || measure,
       '施策' || goal || '-' || measure, '地域の特色を生かし、市民とともに取り組みます。'
from town, generate_series(1, 4) goal, generate_series(1, 4) measure;

create temporary table kind_of_indicator on commit drop as
select i,
       (i - 1) % 4 + 1 || '-' || ((i - 1) / 4) % 4 + 1 as section,
       case i % 10 when 3 then 'LOWER' when 4 then 'KEEP' else 'HIGHER' end as direction,
       i % 5 = 0 as cumulative,
       i % 10 = 9 as ratio,
       case when i % 10 in (1, 9) then 1 else 0 end as decimals
from generate_series(1, 100) i;

create temporary table town_indicator on commit drop as
select t.*, k.*, md5('indicator ' || n || ' ' || i)::uuid as indicator, 10 + abs(hashint4(n * 1000 + i)::bigint) % 5000 as base
from town t, kind_of_indicator k;

insert into indicator (owner_id, id)
select id, indicator from town_indicator;

insert into indicator_definition (
    owner_id, plan_version_id, indicator_id, section_id, position, no, kind, name, description, unit, decimals,
    change_digits, ratio_as_percent, direction, cumulative, baseline_kind, baseline_value, baseline_fiscal_year,
    baseline_note, consolidation, source)
select id, version, indicator, md5('section ' || n || ' ' || section)::uuid, i, section || '-' || i,
       case when i <= 10 then 'GOAL' else 'KPI' end, '指標その' || i, 'この町でその年度に数えられた件数です。',
       case when ratio then '%' else '件' end, decimals, 'OWN', ratio, direction, cumulative,
       'MEASURED', case when ratio then 50 else base end, 2015, '', 'SINGLE', '担当課調べ'
from town_indicator;

insert into indicator_target (owner_id, plan_version_id, indicator_id, fiscal_year, value)
select id, version, indicator, year,
       case when ratio then 60 when direction = 'LOWER' then round(base * 0.8) else round(base * 1.2) end
from town_indicator, (values (2020), (2025)) y (year);

insert into indicator_reporter (owner_id, plan_version_id, indicator_id, municipality_code, department_owner_id, department_id)
select id, version, indicator, code, id, department from town_indicator;

update plan_version set adopted_on = '2016-03-25';

-- Year by year, as figures come in: a plan's rows do not lie side by side.
insert into actual (
    owner_id, indicator_id, fiscal_year, municipality_code, value, numerator, denominator, missing_reason, missing_note,
    state, entered_by, entered_at)
select id, indicator, year, code,
       case when not missing and not ratio then round(base * (1 + (year - 2015) * 0.02 + noise * 0.001), decimals) end,
       case when not missing and ratio then round(base * (0.5 + noise * 0.001)) end,
       case when not missing and ratio then base end,
       case when missing then 'NOT_SURVEYED' end, case when missing then '' end,
       'CONFIRMED', person, '2026-01-01'
from generate_series(2016, 2025) year,
     lateral (
         select *, (n + i * 7 + year) % 37 = 0 as missing, abs(hashint4(n * 100000 + i * 100 + year - 2000)::bigint) % 100 as noise
         from town_indicator) figure;
