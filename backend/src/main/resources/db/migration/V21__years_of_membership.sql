-- A municipality that has left an alliance reads and finishes the years in which it was a member, and no later ones. Its people
-- carry their roles into the alliance as before, with the last fiscal year up to which they hold.

-- As identify, which copies of the application of before still call: they cut such people off altogether.
create function identify_by_year(wanted_subject text, wanted_fiscal_year int)
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
      and m.first_fiscal_year <= wanted_fiscal_year;
    perform set_config('app.listed_owners', (owners || shared)::text, true);

    return query
        select known.id, known.username, known.display_name, known.operator,
               o.id, o.slug, o.kind, o.name, o.municipality_code, g.role, g.department_id, null::uuid, null::int
        from role_grant g
        join owner o on o.id = g.owner_id
        where g.person_id = known.id
        union all
        select known.id, known.username, known.display_name, known.operator,
               a.id, a.slug, a.kind, a.name, t.municipality_code, g.role, g.department_id, t.id, m.until
        from role_grant g
        join owner t on t.id = g.owner_id
        join (select s.owner_id, s.municipality_code,
                     case when bool_and(coalesce(s.last_fiscal_year < wanted_fiscal_year, false))
                          then max(s.last_fiscal_year) end as until
              from alliance_member s
              where s.municipality_code = any (towns) and s.first_fiscal_year <= wanted_fiscal_year
              group by s.owner_id, s.municipality_code) m
            on m.municipality_code = t.municipality_code
        join owner a on a.id = m.owner_id
        where g.person_id = known.id
          and g.role <> 'COMMITTEE'
        union all
        select known.id, known.username, known.display_name, known.operator,
               null, null, null, null, null, null, null, null, null
        where not exists (select 1 from role_grant g where g.person_id = known.id)
        order by 8, 6, 10;
end
$$;
grant execute on function identify_by_year(text, int) to kyosei_app;

-- The owners of which the actor reads no later years, each with the last one: {"<owner>": 2023}. Empty for nearly everybody.
create function context_last_years() returns jsonb
    language sql stable parallel safe
    return nullif(current_setting('app.last_years', true), '')::jsonb;

-- What belongs to a fiscal year is neither read nor written beyond the last year.
create procedure end_with_membership(guarded regclass, year_column text)
    language plpgsql
as $$
begin
    execute format('create policy within_membership on %s as restrictive for all using '
        '((select context_last_years()) is null '
        'or %I <= coalesce(((select context_last_years()) ->> owner_id::text)::int, %2$I))', guarded, year_column);
end
$$;

call end_with_membership('plan', 'first_fiscal_year');
call end_with_membership('actual', 'fiscal_year');
call end_with_membership('narrative', 'fiscal_year');
call end_with_membership('published_record', 'fiscal_year');
call end_with_membership('manual_grade', 'fiscal_year');
call end_with_membership('check_confirmation', 'fiscal_year');
call end_with_membership('collection_round', 'fiscal_year');
call end_with_membership('note', 'fiscal_year');
call end_with_membership('meeting', 'fiscal_year');
