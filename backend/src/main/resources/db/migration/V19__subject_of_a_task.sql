-- A task of a round asks for a figure of an indicator today; later for the text of a section, a grade that a person gives,
-- the costs of an initiative. What it is about stands in the column of its sort, to which V20 gives a foreign key; subject_id
-- is the same in one column, for keys. Rows of before, and those that a copy of the application of before still writes, are figures.

alter table collection_task
    drop constraint collection_task_pk,
    alter column indicator_id drop not null,
    add column subject_kind text not null default 'FIGURE',
    add column section_id uuid,
    add column initiative_id uuid,
    add column subject_id uuid not null
        generated always as (coalesce(indicator_id, section_id, initiative_id)) stored;

alter table collection_task
    add constraint collection_task_pk
        primary key (owner_id, round_id, subject_kind, subject_id, municipality_code),
    add constraint collection_task_subject_is_of_its_kind check (
        num_nonnulls(indicator_id, section_id, initiative_id) = 1
        and case subject_kind
                when 'FIGURE' then indicator_id is not null
                when 'INDICATOR_GRADE' then indicator_id is not null
                when 'SECTION_TEXT' then section_id is not null
                when 'SECTION_GRADE' then section_id is not null
                when 'COSTS' then initiative_id is not null
                else false
            end);

drop index collection_task_unfinished;
create index collection_task_unfinished on collection_task (owner_id, round_id, indicator_id)
    where state <> 'CONFIRMED' and subject_kind = 'FIGURE';

-- As before, and of figures alone: a text or a grade that is not confirmed makes no figure a draft.
create or replace view unfinished_cell with (security_invoker = true) as
with unfinished as not materialized (
    select t.owner_id, t.indicator_id, r.fiscal_year, t.municipality_code, t.state
    from collection_task t join collection_round r on r.owner_id = t.owner_id and r.id = t.round_id
    where t.state <> 'CONFIRMED' and t.subject_kind = 'FIGURE')
select owner_id, indicator_id, fiscal_year, municipality_code,
       case when bool_and(state = 'SUBMITTED') then 'SUBMITTED'
            when bool_or(state = 'RETURNED') then 'RETURNED'
            else 'DRAFT' end as figures
from unfinished
group by owner_id, indicator_id, fiscal_year, municipality_code
union all
select owner_id, indicator_id, fiscal_year, null,
       case when bool_and(state = 'SUBMITTED') then 'SUBMITTED' else 'DRAFT' end
from unfinished
group by owner_id, indicator_id, fiscal_year;
