-- A draft is changed thing by thing, by several people at once: each thing says how often it was changed, so that whoever saw it
-- before somebody else's change is told. A new order of numbers swaps them, which is looked at when all are in their place.

alter table section add column version bigint not null default 0;
alter table initiative add column version bigint not null default 0;
alter table indicator_definition add column version bigint not null default 0;

alter table section drop constraint section_number_is_unique;
alter table section add constraint section_number_is_unique unique (owner_id, plan_version_id, number)
    deferrable initially immediate;
alter table indicator_definition drop constraint indicator_no_is_unique;
alter table indicator_definition add constraint indicator_no_is_unique unique (owner_id, plan_version_id, no)
    deferrable initially immediate;

-- A document often says the month of its adoption alone (令和3年12月); the day is then the first of it.
alter table plan_version add column adopted_month_only boolean not null default false;
