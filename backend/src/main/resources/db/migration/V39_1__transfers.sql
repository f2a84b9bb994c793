-- 人事異動: prepared before the day, in force on it, taken back until then. Roles carry their days themselves; what a department
-- has to do goes to another one when the day has come. Nobody but the owner's admin reads what is prepared: it is not announced yet.

create function context_is_calendar() returns boolean
    language sql stable parallel safe
    return coalesce(nullif(current_setting('app.calendar', true), ''), 'false')::boolean;

create table transfer (
    owner_id         uuid        not null,
    id               uuid        not null,
    -- the first day, in Japan
    effective_on     date        not null,
    reason           text        not null,
    state            text        not null default 'PREPARED',
    prepared_by      uuid        not null,
    prepared_by_name text        not null,
    prepared_at      timestamptz not null,
    settled_by_name  text,
    settled_at       timestamptz,
    constraint transfer_pk primary key (owner_id, id),
    constraint transfer_of_owner foreign key (owner_id) references owner (id),
    constraint transfer_prepared_by_person foreign key (prepared_by) references person (id),
    constraint transfer_state_is_known check (state in ('PREPARED', 'IN_FORCE', 'TAKEN_BACK')),
    constraint transfer_settled_says_when check (
        (state = 'PREPARED') = (settled_at is null) and (settled_at is null) = (settled_by_name is null))
);
create index transfer_by_day on transfer (owner_id, effective_on, prepared_at);
create index transfer_due on transfer (effective_on) where state = 'PREPARED';
call limit_text('transfer', 'reason', 1000);
call limit_text('transfer', 'prepared_by_name', 200);
call limit_text('transfer', 'settled_by_name', 200);

-- What becomes of the roles of people: one begins that day, or ends the day before and had another last day until then.
create table transfer_role (
    owner_id       uuid    not null,
    transfer_id    uuid    not null,
    -- of a role that was taken away since, nothing is left but this
    grant_id       uuid    not null,
    person_id      uuid    not null,
    role           text    not null,
    department_id  uuid,
    begins         boolean not null,
    previous_until date,
    constraint transfer_role_pk primary key (owner_id, transfer_id, grant_id),
    constraint transfer_role_of_transfer foreign key (owner_id, transfer_id) references transfer (owner_id, id),
    constraint transfer_role_of_person foreign key (person_id) references person (id),
    constraint transfer_role_in_department foreign key (owner_id, department_id) references department (owner_id, id),
    constraint transfer_role_that_begins_had_no_end check (not begins or previous_until is null)
);

-- What a department has to do goes to another one.
create table transfer_work (
    owner_id           uuid not null,
    transfer_id        uuid not null,
    kind               text not null,
    from_department_id uuid not null,
    to_department_id   uuid not null,
    -- how many went, once they have
    moved              int,
    constraint transfer_work_pk primary key (owner_id, transfer_id, kind, from_department_id),
    constraint transfer_work_of_transfer foreign key (owner_id, transfer_id) references transfer (owner_id, id),
    constraint transfer_work_from_department foreign key (owner_id, from_department_id) references department (owner_id, id),
    constraint transfer_work_to_department foreign key (owner_id, to_department_id) references department (owner_id, id),
    constraint transfer_work_goes_elsewhere check (from_department_id <> to_department_id),
    constraint transfer_work_kind_is_known check (kind in ('INDICATORS', 'TASKS', 'NOTES'))
);

create procedure guard_for_admin(guarded regclass)
    language plpgsql
as $$
begin
    execute format('alter table %s enable row level security', guarded);
    execute format('alter table %s force row level security', guarded);
    execute format('create policy of_the_admin on %s for all '
        'using (owner_id = any ((select context_owners(''app.administered_owners''))::uuid[])) '
        'with check (owner_id = any ((select context_owners(''app.administered_owners''))::uuid[]))', guarded);
end
$$;
call guard_for_admin('transfer');
call guard_for_admin('transfer_role');
call guard_for_admin('transfer_work');
grant select, insert, update (state, settled_by_name, settled_at) on transfer to kyosei_app;
grant select, insert on transfer_role to kyosei_app;
grant select, insert, update (moved) on transfer_work to kyosei_app;

-- Which have come due, whoever's they are, each with the alliances in which the owner's departments are asked: ids and a name,
-- and nothing of what they are. Security invoker: it looks as the calendar looks, while it runs.
create policy transfer_is_found_when_due on transfer for select using ((select context_is_calendar()));
create function transfers_due(on_day date)
    returns table (owner_id uuid, id uuid, prepared_by uuid, prepared_by_name text, alliances text)
    language plpgsql
as $$
#variable_conflict use_column
declare
    listed_before text := coalesce(current_setting('app.listed_owners', true), '');
    towns_before  text := coalesce(current_setting('app.towns', true), '');
    due           transfer%rowtype;
    town          text;
begin
    perform set_config('app.calendar', 'true', true);
    for due in
        select t.* from transfer t
        where t.state = 'PREPARED' and t.effective_on <= on_day
        order by t.effective_on, t.prepared_at, t.id
        limit 100
    loop
        perform set_config('app.listed_owners', array [due.owner_id]::text, true);
        select o.municipality_code into town from owner o where o.id = due.owner_id;
        perform set_config('app.towns', array_remove(array [town], null)::text, true);
        owner_id := due.owner_id;
        id := due.id;
        prepared_by := due.prepared_by;
        prepared_by_name := due.prepared_by_name;
        select coalesce(string_agg(distinct m.owner_id::text, ','), '') into alliances
        from alliance_member m
        where m.municipality_code = town and m.first_fiscal_year <= fiscal_year_of(on_day);
        return next;
    end loop;
    perform set_config('app.calendar', '', true);
    perform set_config('app.listed_owners', listed_before, true);
    perform set_config('app.towns', towns_before, true);
end
$$;
grant execute on function transfers_due(date) to kyosei_app;
