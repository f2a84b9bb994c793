-- What a collection has not finished, as it is told to whoever reads figures: a figure is never more than its task.

create index collection_task_unfinished on collection_task (owner_id, round_id, indicator_id)
    where state <> 'CONFIRMED';

-- Not materialized, so that who asks for one indicator reads of one indicator.
-- A row for each indicator, fiscal year and town with a task that is not confirmed, and one without a town for the
-- indicator as a whole; figures: the state that its figures have by that (TaskState.figures). Read with the rights and the
-- row-level security of the reader.
create view unfinished_cell with (security_invoker = true) as
with unfinished as not materialized (
    select t.owner_id, t.indicator_id, r.fiscal_year, t.municipality_code, t.state
    from collection_task t join collection_round r on r.owner_id = t.owner_id and r.id = t.round_id
    where t.state <> 'CONFIRMED')
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

grant select on unfinished_cell to kyosei_app;
