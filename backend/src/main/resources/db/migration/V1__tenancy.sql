-- Who: municipalities, alliances, owners, departments, people and their roles,
-- and the row-level-security context that every later table stands on.

grant usage on schema kyosei to kyosei_app;

-- The context of a transaction. Absent settings read as '' after a SET LOCAL has been rolled back, hence nullif:
-- no context means no rows, never all rows.
create function context_owners(setting text) returns uuid[]
    language sql stable parallel safe
    return coalesce(nullif(current_setting(setting, true), ''), '{}')::uuid[];

create function context_towns() returns text[]
    language sql stable parallel safe
    return coalesce(nullif(current_setting('app.towns', true), ''), '{}')::text[];

create function context_person() returns uuid
    language sql stable parallel safe
    return nullif(current_setting('app.person', true), '')::uuid;

create function context_is_operator() returns boolean
    language sql stable parallel safe
    return coalesce(nullif(current_setting('app.operator', true), ''), 'false')::boolean;

-- The register of municipalities is public (全国地方公共団体コード); it says nothing of who uses Kyosei.
create table municipality (
    code       text not null,
    name       text not null,
    prefecture text not null,
    constraint municipality_pk primary key (code),
    constraint municipality_code_has_six_digits check (code ~ '^[0-9]{6}$'),
    constraint municipality_check_digit_holds check (
        substr(code, 6, 1)::int = (11 - (substr(code, 1, 1)::int * 6 + substr(code, 2, 1)::int * 5
            + substr(code, 3, 1)::int * 4 + substr(code, 4, 1)::int * 3
            + substr(code, 5, 1)::int * 2) % 11) % 10)
);

create table owner (
    id                uuid   not null,
    slug              text   not null,
    kind              text   not null,
    name              text   not null,
    municipality_code text,
    alliance_kind     text,
    version           bigint not null default 0,
    constraint owner_pk primary key (id),
    constraint owner_slug_is_unique unique (slug),
    constraint owner_slug_is_plain check (slug ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
    constraint owner_kind_is_known check (kind in ('MUNICIPALITY', 'ALLIANCE')),
    constraint owner_municipality_is_registered foreign key (municipality_code) references municipality (code),
    constraint owner_of_a_municipality_names_it check ((kind = 'MUNICIPALITY') = (municipality_code is not null)),
    constraint owner_of_an_alliance_names_its_kind check ((kind = 'ALLIANCE') = (alliance_kind is not null)),
    constraint owner_once_per_municipality unique (municipality_code)
);

create table alliance_member (
    owner_id          uuid    not null,
    municipality_code text    not null,
    centre            boolean not null,
    first_fiscal_year int     not null,
    last_fiscal_year  int,
    constraint alliance_member_pk primary key (owner_id, municipality_code, first_fiscal_year),
    constraint alliance_member_of_owner foreign key (owner_id) references owner (id),
    constraint alliance_member_is_registered foreign key (municipality_code) references municipality (code),
    constraint alliance_member_leaves_after_joining check (last_fiscal_year >= first_fiscal_year)
);
create index alliance_member_by_town on alliance_member (municipality_code, owner_id);

create table department (
    owner_id uuid not null,
    id       uuid not null,
    code     text not null,
    name     text not null,
    constraint department_pk primary key (owner_id, id),
    constraint department_of_owner foreign key (owner_id) references owner (id),
    constraint department_code_is_unique unique (owner_id, code)
);

create table person (
    id           uuid    not null,
    subject      text    not null,
    username     text    not null,
    display_name text    not null,
    operator     boolean not null default false,
    version      bigint  not null default 0,
    constraint person_pk primary key (id),
    constraint person_subject_is_unique unique (subject)
);

create table role_grant (
    owner_id      uuid not null,
    person_id     uuid not null,
    role          text not null,
    department_id uuid,
    constraint role_grant_pk primary key (owner_id, person_id, role),
    constraint role_grant_of_owner foreign key (owner_id) references owner (id),
    constraint role_grant_of_person foreign key (person_id) references person (id),
    constraint role_grant_department_of_same_owner foreign key (owner_id, department_id) references department (owner_id, id),
    constraint role_is_known check (role in ('CONTRIBUTOR', 'APPROVER', 'SECRETARIAT', 'COMMITTEE', 'VIEWER', 'ADMIN'))
);
create index role_grant_by_person on role_grant (person_id, owner_id);

alter table municipality enable row level security;
alter table municipality force row level security;
alter table owner enable row level security;
alter table owner force row level security;
alter table alliance_member enable row level security;
alter table alliance_member force row level security;
alter table department enable row level security;
alter table department force row level security;
alter table person enable row level security;
alter table person force row level security;
alter table role_grant enable row level security;
alter table role_grant force row level security;

create policy municipality_is_public on municipality for select using (true);
create policy municipality_is_kept_by_operator on municipality for insert with check ((select context_is_operator()));

-- An owner's name is known to its readers and to its fellow members in an alliance.
create policy owner_is_listed on owner for select using (
    id = any ((select context_owners('app.listed_owners'))::uuid[])
    or municipality_code in (select m.municipality_code from alliance_member m)
    or (select context_is_operator()));
create policy owner_is_made_by_operator on owner for insert with check ((select context_is_operator()));
create policy owner_is_changed_by_operator on owner for update
    using ((select context_is_operator())) with check ((select context_is_operator()));

create policy alliance_member_is_read on alliance_member for select using (
    owner_id = any ((select context_owners('app.readable_owners'))::uuid[])
    or municipality_code = any ((select context_towns())::text[])
    or (select context_is_operator()));
create policy alliance_member_is_made_by_operator on alliance_member for insert with check ((select context_is_operator()));
create policy alliance_member_is_changed_by_operator on alliance_member for update
    using ((select context_is_operator())) with check ((select context_is_operator()));

create policy department_is_listed on department for select using (owner_id in (select o.id from owner o));
create policy department_is_made on department for insert with check (
    owner_id = any ((select context_owners('app.writable_owners'))::uuid[]) or (select context_is_operator()));
create policy department_is_changed on department for update
    using (owner_id = any ((select context_owners('app.writable_owners'))::uuid[]))
    with check (owner_id = any ((select context_owners('app.writable_owners'))::uuid[]));

create policy role_grant_is_read on role_grant for select using (
    person_id = (select context_person())
    or owner_id = any ((select context_owners('app.readable_owners'))::uuid[])
    or (select context_is_operator()));
create policy role_grant_is_made on role_grant for insert with check (
    owner_id = any ((select context_owners('app.administered_owners'))::uuid[]) or (select context_is_operator()));
create policy role_grant_is_taken on role_grant for delete using (
    owner_id = any ((select context_owners('app.administered_owners'))::uuid[]) or (select context_is_operator()));

create policy person_is_read on person for select using (
    subject = nullif(current_setting('app.subject', true), '')
    or id = (select context_person())
    or (select context_is_operator())
    or exists (select 1 from role_grant g where g.person_id = person.id));
create policy person_is_made on person for insert with check (
    cardinality((select context_owners('app.administered_owners'))::uuid[]) > 0 or (select context_is_operator()));
create policy person_is_changed on person for update
    using ((select context_is_operator())) with check ((select context_is_operator()));

grant select, insert on municipality to kyosei_app;
grant select, insert, update on owner, alliance_member, department, person to kyosei_app;
grant select, insert, delete on role_grant to kyosei_app;

-- Who is this subject, what does it hold, and which alliances share with its municipalities in this fiscal year?
-- Security invoker: it widens the context of the transaction step by step and is itself held by the policies above.
create function identify(wanted_subject text, wanted_fiscal_year int)
    returns table (
        person_id         uuid,
        username          text,
        display_name      text,
        operator          boolean,
        owner_id          uuid,
        owner_slug        text,
        owner_kind        text,
        owner_name        text,
        municipality_code text,
        role              text,
        department_id     uuid,
        through_owner_id  uuid)
    language plpgsql
as $$
declare
    known  person%rowtype;
    owners uuid[];
    towns  text[];
    shared uuid[];
begin
    perform set_config('app.subject', wanted_subject, true);
    select * into known from person p where p.subject = wanted_subject;
    if not found then
        return;
    end if;
    perform set_config('app.person', known.id::text, true);

    select coalesce(array_agg(distinct g.owner_id), '{}') into owners from role_grant g where g.person_id = known.id;
    perform set_config('app.listed_owners', owners::text, true);

    -- A committee belongs to its owner only; every other role carries its municipality into the alliance.
    select coalesce(array_agg(distinct o.municipality_code) filter (where o.municipality_code is not null), '{}')
    into towns
    from owner o
    where o.id in (select g.owner_id from role_grant g where g.person_id = known.id and g.role <> 'COMMITTEE');
    perform set_config('app.towns', towns::text, true);

    select coalesce(array_agg(distinct m.owner_id), '{}')
    into shared
    from alliance_member m
    where m.municipality_code = any (towns)
      and m.first_fiscal_year <= wanted_fiscal_year
      and (m.last_fiscal_year is null or m.last_fiscal_year >= wanted_fiscal_year);
    perform set_config('app.listed_owners', (owners || shared)::text, true);

    return query
        select known.id, known.username, known.display_name, known.operator,
               o.id, o.slug, o.kind, o.name, o.municipality_code, g.role, g.department_id, null::uuid
        from role_grant g
        join owner o on o.id = g.owner_id
        where g.person_id = known.id
        union all
        select known.id, known.username, known.display_name, known.operator,
               a.id, a.slug, a.kind, a.name, t.municipality_code, g.role, g.department_id, t.id
        from role_grant g
        join owner t on t.id = g.owner_id
        join alliance_member m on m.municipality_code = t.municipality_code
        join owner a on a.id = m.owner_id
        where g.person_id = known.id
          and g.role <> 'COMMITTEE'
          and m.first_fiscal_year <= wanted_fiscal_year
          and (m.last_fiscal_year is null or m.last_fiscal_year >= wanted_fiscal_year)
        union all
        select known.id, known.username, known.display_name, known.operator,
               null, null, null, null, null, null, null, null
        where not exists (select 1 from role_grant g where g.person_id = known.id)
        order by 8, 6, 10;
end
$$;
grant execute on function identify(text, int) to kyosei_app;
