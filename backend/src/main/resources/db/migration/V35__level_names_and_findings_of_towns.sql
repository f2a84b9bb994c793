-- Heads of a table that a narrow cell broke into lines had become names of levels with a gap: 重点 戦略 is 重点戦略.
alter table plan no force row level security;
update plan
set level_names = array(
    select regexp_replace(
        regexp_replace(name, '([^[:ascii:]])[[:space:]　]+(?=[^[:ascii:]])', '\1', 'g'), '[[:space:]]*[\n\r][[:space:]]*', ' ', 'g')
    from unnest(level_names) with ordinality as level (name, place)
    order by place)
where array_to_string(level_names, '') ~ '[[:space:]　]';
alter table plan force row level security;

-- A finding on a town's figure is confirmed for that town alone; empty for the figure of the whole. What was confirmed until
-- now counted for the whole and every town that reports, and does so still.
alter table check_confirmation add column municipality_code text not null default '';
alter table check_confirmation add constraint check_confirmation_names_a_town
    check (municipality_code = '' or municipality_code ~ '^[0-9]{6}$');
alter table check_confirmation drop constraint check_confirmation_pk;
alter table check_confirmation add constraint check_confirmation_pk
    primary key (owner_id, indicator_id, fiscal_year, code, municipality_code);
alter table check_confirmation no force row level security;
alter table indicator_reporter no force row level security;
insert into check_confirmation (owner_id, indicator_id, fiscal_year, code, reason, confirmed_by, confirmed_by_name,
                                confirmed_at, municipality_code)
select distinct c.owner_id, c.indicator_id, c.fiscal_year, c.code, c.reason, c.confirmed_by, c.confirmed_by_name,
       c.confirmed_at, r.municipality_code
from check_confirmation c
join indicator_reporter r using (owner_id, indicator_id)
where c.municipality_code = ''
  and exists (select from indicator_reporter other
              where other.owner_id = r.owner_id and other.plan_version_id = r.plan_version_id
                and other.indicator_id = r.indicator_id and other.municipality_code <> r.municipality_code);
alter table indicator_reporter force row level security;
alter table check_confirmation force row level security;
