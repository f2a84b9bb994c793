-- A section, an initiative and an indicator are the same thing in every version of their plan: the next version holds the
-- same ids again. What may change after adoption is told apart from what was adopted: the department that is asked, and the
-- spelling of words.

-- What a task, a note or a grade can hang on, whatever the version.
create table section_identity (
    owner_id uuid not null,
    id       uuid not null,
    constraint section_identity_pk primary key (owner_id, id),
    constraint section_identity_of_owner foreign key (owner_id) references owner (id)
);
create table initiative_identity (
    owner_id uuid not null,
    id       uuid not null,
    constraint initiative_identity_pk primary key (owner_id, id),
    constraint initiative_identity_of_owner foreign key (owner_id) references owner (id)
);

alter table indicator_definition drop constraint indicator_definition_under_section;
alter table initiative drop constraint initiative_under_section;
alter table section drop constraint section_parent_of_same_version;
alter table section drop constraint section_version_key;
alter table section drop constraint section_pk;
alter table section add constraint section_pk primary key (owner_id, plan_version_id, id);
alter table section add constraint section_parent_of_same_version
    foreign key (owner_id, plan_version_id, parent_id) references section (owner_id, plan_version_id, id);
alter table initiative add constraint initiative_under_section
    foreign key (owner_id, plan_version_id, section_id) references section (owner_id, plan_version_id, id);
alter table indicator_definition add constraint indicator_definition_under_section
    foreign key (owner_id, plan_version_id, section_id) references section (owner_id, plan_version_id, id);

alter table section no force row level security;
insert into section_identity (owner_id, id) select owner_id, id from section;
alter table section force row level security;
alter table section add constraint section_has_identity
    foreign key (owner_id, id) references section_identity (owner_id, id);

alter table initiative_span drop constraint initiative_span_of_initiative;
alter table initiative_span drop constraint initiative_span_pk;
alter table initiative drop constraint initiative_pk;
alter table initiative add constraint initiative_pk primary key (owner_id, plan_version_id, id);

drop trigger initiative_span_of_adopted_version_stays on initiative_span;
drop function forbid_change_of_adopted_span();
alter table initiative_span add column plan_version_id uuid;
alter table initiative_span no force row level security;
alter table initiative no force row level security;
insert into initiative_identity (owner_id, id) select owner_id, id from initiative;
update initiative_span t set plan_version_id = i.plan_version_id
from initiative i where i.owner_id = t.owner_id and i.id = t.initiative_id;
alter table initiative force row level security;
alter table initiative_span force row level security;
alter table initiative add constraint initiative_has_identity
    foreign key (owner_id, id) references initiative_identity (owner_id, id);
alter table initiative_span alter column plan_version_id set not null;
alter table initiative_span add constraint initiative_span_pk
    primary key (owner_id, plan_version_id, initiative_id, first_fiscal_year);
alter table initiative_span add constraint initiative_span_of_initiative
    foreign key (owner_id, plan_version_id, initiative_id) references initiative (owner_id, plan_version_id, id);

call guard_tenant_table('section_identity');
call guard_tenant_table('initiative_identity');

create function keep_section_identity() returns trigger
    language plpgsql
as $$
begin
    insert into section_identity (owner_id, id) values (new.owner_id, new.id) on conflict do nothing;
    return new;
end
$$;
create trigger section_keeps_its_identity before insert on section
    for each row execute function keep_section_identity();

create function keep_initiative_identity() returns trigger
    language plpgsql
as $$
begin
    insert into initiative_identity (owner_id, id) values (new.owner_id, new.id) on conflict do nothing;
    return new;
end
$$;
create trigger initiative_keeps_its_identity before insert on initiative
    for each row execute function keep_initiative_identity();

alter table collection_task add constraint collection_task_of_section
    foreign key (owner_id, section_id) references section_identity (owner_id, id);
alter table collection_task add constraint collection_task_of_initiative
    foreign key (owner_id, initiative_id) references initiative_identity (owner_id, id);

-- A program that does not name the version means the newest.
create function name_version_of_span() returns trigger
    language plpgsql
as $$
begin
    if new.plan_version_id is null then
        select i.plan_version_id into new.plan_version_id
        from initiative i
        join plan_version v on v.owner_id = i.owner_id and v.id = i.plan_version_id
        where i.owner_id = new.owner_id and i.id = new.initiative_id
        order by v.number desc
        limit 1;
    end if;
    return new;
end
$$;
create trigger initiative_span_names_its_version before insert on initiative_span
    for each row execute function name_version_of_span();

-- Which department of a town is asked for an indicator; a personnel matter, adopted by nobody.
create table indicator_desk (
    owner_id            uuid not null,
    indicator_id        uuid not null,
    municipality_code   text not null,
    department_owner_id uuid not null,
    department_id       uuid not null,
    constraint indicator_desk_pk primary key (owner_id, indicator_id, municipality_code),
    constraint indicator_desk_of_indicator foreign key (owner_id, indicator_id) references indicator (owner_id, id),
    constraint indicator_desk_town_is_registered foreign key (municipality_code) references municipality (code),
    constraint indicator_desk_department foreign key (department_owner_id, department_id)
        references department (owner_id, id)
);
call guard_tenant_table('indicator_desk');

alter table indicator_reporter no force row level security;
alter table indicator_desk no force row level security;
alter table plan_version no force row level security;
insert into indicator_desk (owner_id, indicator_id, municipality_code, department_owner_id, department_id)
select distinct on (r.owner_id, r.indicator_id, r.municipality_code)
       r.owner_id, r.indicator_id, r.municipality_code, r.department_owner_id, r.department_id
from indicator_reporter r
join plan_version v on v.owner_id = r.owner_id and v.id = r.plan_version_id
where r.department_id is not null and r.department_owner_id is not null
order by r.owner_id, r.indicator_id, r.municipality_code, (v.adopted_on is null), v.number desc;
alter table plan_version force row level security;
alter table indicator_desk force row level security;
alter table indicator_reporter force row level security;

-- Words of an adopted version may be spelled anew where the transaction says that it does only that.
create or replace function forbid_change_of_adopted_version() returns trigger
    language plpgsql
as $$
declare
    spelled constant text[] := array ['title', 'body', 'name', 'description', 'text'];
    touched uuid[];
begin
    touched := case tg_op
        when 'INSERT' then array [new.plan_version_id]
        when 'DELETE' then array [old.plan_version_id]
        else array [old.plan_version_id, new.plan_version_id]
    end;
    if exists (select 1 from plan_version v where v.id = any (touched) and v.adopted_on is not null) then
        if tg_op = 'UPDATE' and current_setting('app.spelling', true) = 'on'
                and to_jsonb(new) - spelled = to_jsonb(old) - spelled then
            return new;
        end if;
        raise exception 'plan version % is adopted and cannot change', touched
            using errcode = 'KY001';
    end if;
    return case when tg_op = 'DELETE' then old else new end;
end
$$;

create trigger initiative_span_of_adopted_version_stays before insert or update or delete on initiative_span
    for each row execute function forbid_change_of_adopted_version();
