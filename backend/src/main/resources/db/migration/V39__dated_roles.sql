-- Roles have days, in Japan's calendar, both inclusive: prepared in March, held from 1 April, and nobody needs to work that
-- night. A role may be held in several departments at once (兼務), and for somebody else for a time (代理). Whoever reads
-- who holds what asks the day. Roles that have ended stay: they say who worked where, and keep the person's name readable.

-- Copies of the application of before insert no id.
alter table role_grant
    add column id uuid not null default gen_random_uuid(),
    -- the first day; none: since ever
    add column valid_from date,
    -- the last day; none: until further notice
    add column valid_until date,
    -- whose role it is that the holder stands in for
    add column deputy_for uuid,
    drop constraint role_grant_pk,
    add constraint role_grant_pk primary key (owner_id, id),
    add constraint role_grant_is_given_once unique nulls not distinct
        (owner_id, person_id, role, department_id, deputy_for, valid_from),
    add constraint role_grant_for_somebody foreign key (deputy_for) references person (id),
    add constraint role_grant_ends_after_it_begins check (valid_until >= valid_from),
    add constraint role_grant_of_a_deputy_is_somebody_elses_for_a_time check (
        deputy_for is null or (deputy_for <> person_id and valid_from is not null and valid_until is not null));
create index role_grant_by_deputy on role_grant (owner_id, deputy_for) where deputy_for is not null;

create policy role_grant_is_ended on role_grant for update
    using (owner_id = any ((select context_owners('app.administered_owners'))::uuid[]) or (select context_is_operator()))
    with check (owner_id = any ((select context_owners('app.administered_owners'))::uuid[]) or (select context_is_operator()));
grant update (valid_until) on role_grant to kyosei_app;

create function in_force(valid_from date, valid_until date, day date) returns boolean
    language sql immutable parallel safe
    return coalesce(valid_from <= day, true) and coalesce(valid_until >= day, true);

create function fiscal_year_of(day date) returns int
    language sql immutable parallel safe
    return extract(year from day - interval '3 months')::int;

-- What a person holds on a day: each role once, whoever it was given for.
create function held_on(wanted_person uuid, wanted_day date)
    returns table (owner_id uuid, role text, department_id uuid)
    language sql stable
begin atomic
    select distinct g.owner_id, g.role, g.department_id
    from role_grant g
    where g.person_id = wanted_person and in_force(g.valid_from, g.valid_until, wanted_day);
end;
grant execute on function held_on(uuid, date) to kyosei_app;

-- As identify_by_year was, asking the day.
create function identify_on(wanted_subject text, wanted_day date)
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
        through_owner_id  uuid,
        last_fiscal_year  int)
    language plpgsql
as $$
declare
    wanted_fiscal_year int := fiscal_year_of(wanted_day);
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

    select coalesce(array_agg(distinct g.owner_id), '{}') into owners from held_on(known.id, wanted_day) g;
    perform set_config('app.listed_owners', owners::text, true);

    -- A committee belongs to its owner only; every other role carries its municipality into the alliance.
    select coalesce(array_agg(distinct o.municipality_code) filter (where o.municipality_code is not null), '{}')
    into towns
    from owner o
    where o.id in (select g.owner_id from held_on(known.id, wanted_day) g where g.role <> 'COMMITTEE');
    perform set_config('app.towns', towns::text, true);

    select coalesce(array_agg(distinct m.owner_id), '{}')
    into shared
    from alliance_member m
    where m.municipality_code = any (towns)
      and m.first_fiscal_year <= wanted_fiscal_year;
    perform set_config('app.listed_owners', (owners || shared)::text, true);

    return query
        select known.id, known.username, known.display_name, known.operator,
               o.id, o.slug, o.kind, o.name, o.municipality_code, g.role, g.department_id, null::uuid, null::int
        from held_on(known.id, wanted_day) g
        join owner o on o.id = g.owner_id
        union all
        select known.id, known.username, known.display_name, known.operator,
               a.id, a.slug, a.kind, a.name, t.municipality_code, g.role, g.department_id, t.id, m.until
        from held_on(known.id, wanted_day) g
        join owner t on t.id = g.owner_id
        join (select s.owner_id, s.municipality_code,
                     case when bool_and(coalesce(s.last_fiscal_year < wanted_fiscal_year, false))
                          then max(s.last_fiscal_year) end as until
              from alliance_member s
              where s.municipality_code = any (towns) and s.first_fiscal_year <= wanted_fiscal_year
              group by s.owner_id, s.municipality_code) m
            on m.municipality_code = t.municipality_code
        join owner a on a.id = m.owner_id
        where g.role <> 'COMMITTEE'
        union all
        select known.id, known.username, known.display_name, known.operator,
               null, null, null, null, null, null, null, null, null
        where not exists (select 1 from held_on(known.id, wanted_day) g)
        order by 8, 6, 10;
end
$$;
grant execute on function identify_on(text, date) to kyosei_app;

-- Copies of the application of before still call these two; they know no day but today.
create or replace function identify_by_year(wanted_subject text, wanted_fiscal_year int)
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
        through_owner_id  uuid,
        last_fiscal_year  int)
    language plpgsql
as $$
begin
    return query select * from identify_on(wanted_subject, (now() at time zone 'Asia/Tokyo')::date);
end
$$;

create or replace function identify(wanted_subject text, wanted_fiscal_year int)
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
begin
    return query
        select i.person_id, i.username, i.display_name, i.operator, i.owner_id, i.owner_slug, i.owner_kind, i.owner_name,
               i.municipality_code, i.role, i.department_id, i.through_owner_id
        from identify_on(wanted_subject, (now() at time zone 'Asia/Tokyo')::date) i
        where i.last_fiscal_year is null;
end
$$;

-- As mail_reach was, asking the day.
create function mail_reach_on(
        asked_owner uuid, this_day date, matter_year int, asked_kind text, asked_roles text[],
        towns text[], departments uuid[], once_keys text[])
    returns table (place int, already boolean, reached int, switched_off int, without_address int)
    language plpgsql
as $$
#variable_conflict use_column
declare
    this_year     int := fiscal_year_of(this_day);
    mailer_before text := coalesce(current_setting('app.mailer', true), '');
begin
    if not asked_owner = any (context_owners('app.writable_owners')) then
        return;
    end if;
    perform set_config('app.mailer', 'true', true);
    return query
        with desk as (
            select d.place::int as place, d.town, d.department, d.once_key
            from unnest(towns, departments, once_keys) with ordinality as d (town, department, once_key, place)),
        holder as (
            select distinct d.place, p.id, p.mail_address, coalesce(c.wanted, true) as wanted
            from desk d
            join owner o on o.municipality_code = d.town and (o.id = asked_owner or exists (
                select from alliance_member m
                where m.owner_id = asked_owner and m.municipality_code = d.town
                  and ((m.first_fiscal_year <= this_year and coalesce(m.last_fiscal_year, this_year) >= this_year)
                    or (m.first_fiscal_year <= matter_year and coalesce(m.last_fiscal_year, matter_year) >= matter_year))))
            join role_grant g on g.owner_id = o.id and g.role = any (asked_roles)
                and in_force(g.valid_from, g.valid_until, this_day)
                and (d.department is null or g.department_id is null or g.department_id = d.department)
            join person p on p.id = g.person_id
            left join mail_choice c on c.person_id = p.id and c.kind = asked_kind)
        select d.place,
               exists (select from notice n where n.owner_id = asked_owner and n.once_key = d.once_key),
               count(h.id) filter (where h.mail_address is not null and h.wanted)::int,
               count(h.id) filter (where h.mail_address is not null and not h.wanted)::int,
               count(h.id) filter (where h.mail_address is null)::int
        from desk d
        left join holder h on h.place = d.place
        group by d.place, d.once_key
        order by d.place;
    perform set_config('app.mailer', mailer_before, true);
end
$$;
grant execute on function mail_reach_on(uuid, date, int, text, text[], text[], uuid[], text[]) to kyosei_app;

create or replace function mail_reach(
        asked_owner uuid, this_year int, matter_year int, asked_kind text, asked_roles text[],
        towns text[], departments uuid[], once_keys text[])
    returns table (place int, already boolean, reached int, switched_off int, without_address int)
    language plpgsql
as $$
begin
    return query select * from mail_reach_on(asked_owner, (now() at time zone 'Asia/Tokyo')::date, matter_year,
        asked_kind, asked_roles, towns, departments, once_keys);
end
$$;
