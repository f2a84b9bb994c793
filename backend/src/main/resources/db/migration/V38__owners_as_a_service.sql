-- From demonstration to service: the whole public register, what state an owner is in, agreements of alliances, departments
-- with their history, contacts of members, and access for help. The register's rows are in R__register_of_municipalities.sql.

-- ---- the public register
alter table municipality
    add column kana text not null default '',
    -- what is proposed as the owner's name in addresses; empty where nobody has one to propose
    add column romaji text not null default '';
create index municipality_by_name on municipality (name);
create policy municipality_is_corrected_by_operator on municipality for update
    using ((select context_is_operator())) with check ((select context_is_operator()));
call limit_text('municipality', 'kana', 200);
call limit_text('municipality', 'romaji', 100);

create table prefecture (
    code text not null,
    name text not null,
    kana text not null,
    constraint prefecture_pk primary key (code)
);
alter table prefecture enable row level security;
alter table prefecture force row level security;
create policy prefecture_is_public on prefecture for select using (true);
create policy prefecture_is_kept_by_operator on prefecture for all
    using ((select context_is_operator())) with check ((select context_is_operator()));
call limit_text('prefecture', 'code', 100);
call limit_text('prefecture', 'name', 200);
call limit_text('prefecture', 'kana', 200);
grant select on prefecture to kyosei_app;

-- Of which day the register is, and where it is from: one row.
create table municipality_register (
    only_one boolean not null,
    as_of    date    not null,
    source   text    not null,
    constraint municipality_register_pk primary key (only_one),
    constraint municipality_register_is_one check (only_one)
);
alter table municipality_register enable row level security;
alter table municipality_register force row level security;
create policy municipality_register_is_public on municipality_register for select using (true);
create policy municipality_register_is_kept_by_operator on municipality_register for all
    using ((select context_is_operator())) with check ((select context_is_operator()));
call limit_text('municipality_register', 'source', 200);
grant select on municipality_register to kyosei_app;

-- ---- owners
alter table owner
    -- those that are there already are at work
    add column state text not null default 'RUNNING',
    add column opened_at timestamptz not null default now(),
    add constraint owner_state_is_known check (state in ('TRIAL', 'RUNNING', 'ENDING'));
create index owner_by_name on owner (name, id);

-- The alliance's admin may write who is whose contact, and bumps the owner's version by that.
create policy owner_is_changed_by_its_admin on owner for update
    using (id = any ((select context_owners('app.administered_owners'))::uuid[]))
    with check (id = any ((select context_owners('app.administered_owners'))::uuid[]));

-- ---- what an alliance stands on: an agreement (形成協定) of each town with each centre, by the resolution of its council; a
-- policy (形成方針) of a city that was merged. Never altered: another one says that it was changed or has ended.
create table alliance_agreement (
    owner_id          uuid        not null,
    id                uuid        not null,
    municipality_code text        not null,
    -- with which centre; none for a policy, which a city gives itself
    centre_code       text,
    kind              text        not null,
    -- the day of the council's resolution (議会の議決)
    resolved_on       date        not null,
    title             text        not null,
    text              text        not null,
    recorded_at       timestamptz not null,
    recorded_by_name  text        not null,
    constraint alliance_agreement_pk primary key (owner_id, id),
    constraint alliance_agreement_of_owner foreign key (owner_id) references owner (id),
    constraint alliance_agreement_town_is_registered foreign key (municipality_code) references municipality (code),
    constraint alliance_agreement_centre_is_registered foreign key (centre_code) references municipality (code),
    constraint alliance_agreement_kind_is_known check (kind in ('CONCLUDED', 'CHANGED', 'ENDED', 'POLICY')),
    constraint alliance_agreement_is_between_two check (
        (kind = 'POLICY') = (centre_code is null) and centre_code is distinct from municipality_code)
);
create index alliance_agreement_by_town on alliance_agreement (owner_id, municipality_code, resolved_on);
call guard_tenant_table('alliance_agreement');
revoke update, delete on alliance_agreement from kyosei_app;
create policy alliance_agreement_is_read_by_operator on alliance_agreement for select
    using ((select context_is_operator()));
create policy alliance_agreement_is_recorded_by_operator on alliance_agreement for insert
    with check ((select context_is_operator()));
call limit_text('alliance_agreement', 'title', 200);
call limit_text('alliance_agreement', 'text', 100000);
call limit_text('alliance_agreement', 'recorded_by_name', 200);

-- ---- whom the alliance's secretariat turns to in a town
create table member_contact (
    owner_id          uuid not null,
    municipality_code text not null,
    department        text not null,
    name              text not null,
    mail              text not null,
    telephone         text not null,
    constraint member_contact_pk primary key (owner_id, municipality_code),
    constraint member_contact_mail_is_short check (length(mail) <= 254),
    constraint member_contact_of_owner foreign key (owner_id) references owner (id),
    constraint member_contact_town_is_registered foreign key (municipality_code) references municipality (code)
);
call guard_tenant_table('member_contact');
call limit_text('member_contact', 'department', 200);
call limit_text('member_contact', 'name', 200);
call limit_text('member_contact', 'telephone', 100);

-- ---- departments: name is the newest; what it was called before stands beside, with the last year of that name
alter table department
    -- the first and the last fiscal year, both included; none: since ever, until further notice
    add column first_fiscal_year int,
    add column last_fiscal_year int,
    -- into which it was merged
    add column successor_id uuid,
    add column version bigint not null default 0,
    add constraint department_successor_of_same_owner foreign key (owner_id, successor_id)
        references department (owner_id, id),
    add constraint department_is_not_its_own_successor check (successor_id is distinct from id),
    add constraint department_with_a_successor_has_ended check (successor_id is null or last_fiscal_year is not null),
    add constraint department_ends_after_it_begins check (last_fiscal_year >= first_fiscal_year);
create policy department_is_changed_by_operator on department for update
    using ((select context_is_operator())) with check ((select context_is_operator()));

create table department_former_name (
    owner_id         uuid not null,
    department_id    uuid not null,
    -- the last fiscal year of that name
    last_fiscal_year int  not null,
    name             text not null,
    constraint department_former_name_pk primary key (owner_id, department_id, last_fiscal_year),
    constraint department_former_name_of_department foreign key (owner_id, department_id)
        references department (owner_id, id)
);
alter table department_former_name enable row level security;
alter table department_former_name force row level security;
create policy former_name_is_listed on department_former_name for select using (owner_id in (select o.id from owner o));
create policy former_name_is_kept on department_former_name for insert with check (
    owner_id = any ((select context_owners('app.administered_owners'))::uuid[]) or (select context_is_operator()));
create policy former_name_is_corrected on department_former_name for update
    using (owner_id = any ((select context_owners('app.administered_owners'))::uuid[]) or (select context_is_operator()))
    with check (owner_id = any ((select context_owners('app.administered_owners'))::uuid[]) or (select context_is_operator()));
create policy former_name_is_taken_back on department_former_name for delete using (
    owner_id = any ((select context_owners('app.administered_owners'))::uuid[]) or (select context_is_operator()));
grant select, insert, update, delete on department_former_name to kyosei_app;
call limit_text('department_former_name', 'name', 200);

-- What a department was called in a fiscal year.
create function department_called(of_owner uuid, of_department uuid, in_fiscal_year int) returns text
    language sql stable
    return coalesce(
        (select n.name from department_former_name n
         where n.owner_id = of_owner and n.department_id = of_department and n.last_fiscal_year >= in_fiscal_year
         order by n.last_fiscal_year limit 1),
        (select d.name from department d where d.owner_id = of_owner and d.id = of_department));
grant execute on function department_called(uuid, uuid, int) to kyosei_app;

-- Roles go with a department that is merged into another.
create policy role_grant_is_moved on role_grant for update
    using (owner_id = any ((select context_owners('app.administered_owners'))::uuid[]))
    with check (owner_id = any ((select context_owners('app.administered_owners'))::uuid[]));
grant update (department_id) on role_grant to kyosei_app;

-- ---- an operator's account holds no role in any owner, whoever writes the row
alter table person add constraint person_is_operator_or_not unique (id, operator);
alter table role_grant
    add column held_by_operator boolean not null default false,
    add constraint operator_holds_no_role check (not held_by_operator),
    add constraint role_grant_of_no_operator foreign key (person_id, held_by_operator) references person (id, operator);

-- ---- help (支援アクセス): the owner's admin lets operators read for some days, for a reason, and ends it
create table support_access (
    owner_id       uuid        not null,
    id             uuid        not null,
    -- days in Japan, both included
    first_day      date        not null,
    last_day       date        not null,
    reason         text        not null,
    granted_by     uuid        not null,
    granted_by_name text       not null,
    granted_at     timestamptz not null,
    ended_at       timestamptz,
    ended_by_name  text,
    constraint support_access_pk primary key (owner_id, id),
    constraint support_access_of_owner foreign key (owner_id) references owner (id),
    constraint support_access_is_for_some_days check (last_day between first_day and first_day + 13),
    constraint support_access_says_why check (reason <> ''),
    constraint support_access_ended_by_somebody check ((ended_at is null) = (ended_by_name is null))
);
create index support_access_by_day on support_access (last_day) where ended_at is null;
alter table support_access enable row level security;
alter table support_access force row level security;
create policy support_access_is_read on support_access for select using (
    owner_id = any ((select context_owners('app.readable_owners'))::uuid[]) or (select context_is_operator()));
create policy support_access_is_granted on support_access for insert with check (
    owner_id = any ((select context_owners('app.administered_owners'))::uuid[]));
create policy support_access_is_ended on support_access for update
    using (owner_id = any ((select context_owners('app.administered_owners'))::uuid[]))
    with check (owner_id = any ((select context_owners('app.administered_owners'))::uuid[]));
grant select, insert on support_access to kyosei_app;
grant update (ended_at, ended_by_name) on support_access to kyosei_app;
call limit_text('support_access', 'reason', 1000);
call limit_text('support_access', 'granted_by_name', 200);
call limit_text('support_access', 'ended_by_name', 200);

-- Which owners let this person help today. Nothing for who is no operator. Security invoker: it looks as the operator looks,
-- while it runs.
create function supported_owners(helper uuid, on_day date)
    returns table (owner_id uuid, owner_slug text, owner_kind text, owner_name text, municipality_code text)
    language plpgsql
as $$
#variable_conflict use_column
declare
    operator_before text := coalesce(current_setting('app.operator', true), '');
    person_before   text := coalesce(current_setting('app.person', true), '');
begin
    perform set_config('app.person', helper::text, true);
    if not exists (select 1 from person p where p.id = helper and p.operator) then
        perform set_config('app.person', person_before, true);
        return;
    end if;
    perform set_config('app.operator', 'true', true);
    return query
        select distinct o.id, o.slug, o.kind, o.name, o.municipality_code
        from support_access s
        join owner o on o.id = s.owner_id
        where s.ended_at is null and on_day between s.first_day and s.last_day
        order by 2;
    perform set_config('app.operator', operator_before, true);
    perform set_config('app.person', person_before, true);
end
$$;
grant execute on function supported_owners(uuid, date) to kyosei_app;

-- How large owners are and when something was last changed there: numbers and a day, nothing of what it is. For the operator
-- alone, who reads no plan; it looks as a reader of these owners looks, while it runs.
create index audit_entry_by_time on audit_entry (owner_id, at desc);
create function owner_sizes(asked uuid[])
    returns table (owner_id uuid, plans int, indicators int, people int, files int, file_bytes bigint, last_change timestamptz)
    language plpgsql
as $$
#variable_conflict use_column
declare
    readable_before text := coalesce(current_setting('app.readable_owners', true), '');
    council_before  text := coalesce(current_setting('app.council_owners', true), '');
begin
    if not context_is_operator() then
        return;
    end if;
    perform set_config('app.readable_owners', asked::text, true);
    perform set_config('app.council_owners', asked::text, true);
    return query
        select a.id,
               (select count(*)::int from plan p where p.owner_id = a.id),
               (select count(*)::int from indicator i where i.owner_id = a.id),
               (select count(distinct g.person_id)::int from role_grant g where g.owner_id = a.id),
               (select count(*)::int from note_attachment f where f.owner_id = a.id),
               (select coalesce(sum(f.size), 0)::bigint from note_attachment f where f.owner_id = a.id),
               (select max(e.at) from audit_entry e where e.owner_id = a.id)
        from unnest(asked) as a (id);
    perform set_config('app.readable_owners', readable_before, true);
    perform set_config('app.council_owners', council_before, true);
end
$$;
grant execute on function owner_sizes(uuid[]) to kyosei_app;
