-- Leaving: an owner's whole data as one archive, and its end after a term of grace.

-- ---- the owner that leaves: read as a whole, or deleted, by the two functions at the end alone. They run as who made the
-- tables; the policies below hold for that role only, so that nothing else is asked more than before.
create function context_leaving_owner() returns uuid
    language sql stable parallel safe
    return nullif(current_setting('app.leaving_owner', true), '')::uuid;
create function context_is_archivist() returns boolean
    language sql stable parallel safe
    return coalesce(nullif(current_setting('app.archivist', true), ''), 'false')::boolean;

-- Every table with an owner_id is given these policies: one that has none would outlive its owner.
create procedure let_owner_leave(of_table regclass)
    language plpgsql
as $$
begin
    execute format('create policy leaving_owner_is_read on %s for select to %I using ('
        'owner_id = (select context_leaving_owner()))', of_table, current_user);
    execute format('create policy leaving_owner_goes on %s for delete to %I using ('
        'owner_id = (select context_leaving_owner()))', of_table, current_user);
end
$$;

-- ---- what was ordered, and how far it has come
create table archive_order (
    owner_id        uuid        not null,
    id              uuid        not null,
    state           text        not null,
    ordered_by      uuid        not null,
    ordered_by_name text        not null,
    ordered_at      timestamptz not null,
    steps_done      int         not null default 0,
    steps           int         not null default 0,
    size            bigint,
    sha256          text,
    made_at         timestamptz,
    attempts        int         not null default 0,
    -- of one being made: when it counts as dropped by a process that died
    next_attempt_at timestamptz not null,
    last_error      text,
    constraint archive_order_pk primary key (owner_id, id),
    constraint archive_order_of_owner foreign key (owner_id) references owner (id),
    constraint archive_order_state_is_known check (state in ('WAITING', 'MAKING', 'READY', 'FAILED')),
    constraint archive_order_ready_says_when_and_what check (
        (state = 'READY') = (made_at is not null and size is not null and sha256 is not null))
);
create unique index archive_order_is_open_once on archive_order (owner_id) where state in ('WAITING', 'MAKING');
create index archive_order_due on archive_order (next_attempt_at) where state in ('WAITING', 'MAKING');

-- The archive itself, in pieces: it may be larger than what one process should hold.
create table archive_piece (
    owner_id uuid  not null,
    order_id uuid  not null,
    number   int   not null,
    content  bytea not null,
    constraint archive_piece_pk primary key (owner_id, order_id, number),
    constraint archive_piece_of_order foreign key (owner_id, order_id) references archive_order (owner_id, id)
);

alter table archive_order enable row level security;
alter table archive_order force row level security;
alter table archive_piece enable row level security;
alter table archive_piece force row level security;
create policy archive_order_is_its_admins on archive_order for all
    using (owner_id = any ((select context_owners('app.administered_owners'))::uuid[]))
    with check (owner_id = any ((select context_owners('app.administered_owners'))::uuid[]));
create policy archive_order_is_the_archivists on archive_order for all
    using ((select context_is_archivist())) with check ((select context_is_archivist()));
create policy archive_piece_is_its_admins on archive_piece for select
    using (owner_id = any ((select context_owners('app.administered_owners'))::uuid[]));
create policy archive_piece_is_the_archivists on archive_piece for all
    using ((select context_is_archivist())) with check ((select context_is_archivist()));
grant select, insert, delete,
    update (state, steps_done, steps, size, sha256, made_at, attempts, next_attempt_at, last_error)
    on archive_order to kyosei_app;
grant select, insert, delete on archive_piece to kyosei_app;
call limit_text('archive_order', 'ordered_by_name', 200);
call limit_text('archive_order', 'last_error', 1000);
call limit_text('archive_order', 'sha256', 100);

-- ---- an owner's end: announced, and taken back or carried out when the term of grace is over
create table owner_ending (
    owner_id           uuid        not null,
    id                 uuid        not null,
    asked_by           uuid        not null,
    asked_by_name      text        not null,
    asked_at           timestamptz not null,
    reason             text        not null,
    -- the day in Japan on which the data goes
    deletes_on         date        not null,
    taken_back_at      timestamptz,
    taken_back_by_name text,
    constraint owner_ending_pk primary key (owner_id, id),
    constraint owner_ending_of_owner foreign key (owner_id) references owner (id),
    constraint owner_ending_leaves_time check (
        deletes_on >= (asked_at at time zone 'Asia/Tokyo')::date + 90),
    constraint owner_ending_taken_back_says_by_whom check ((taken_back_at is null) = (taken_back_by_name is null))
);
create unique index owner_ending_once on owner_ending (owner_id) where taken_back_at is null;
alter table owner_ending enable row level security;
alter table owner_ending force row level security;
create policy owner_ending_is_read on owner_ending for select using (
    owner_id = any ((select context_owners('app.readable_owners'))::uuid[])
    or (select context_is_operator()) or (select context_is_archivist()));
create policy owner_ending_is_asked_for on owner_ending for insert with check (
    owner_id = any ((select context_owners('app.administered_owners'))::uuid[]) or (select context_is_operator()));
create policy owner_ending_is_taken_back on owner_ending for update
    using (owner_id = any ((select context_owners('app.administered_owners'))::uuid[]) or (select context_is_operator()))
    with check (owner_id = any ((select context_owners('app.administered_owners'))::uuid[]) or (select context_is_operator()));
grant select, insert, update (taken_back_at, taken_back_by_name) on owner_ending to kyosei_app;
call limit_text('owner_ending', 'asked_by_name', 200);
call limit_text('owner_ending', 'reason', 1000);
call limit_text('owner_ending', 'taken_back_by_name', 200);

create policy service_entry_is_written_by_archivist on service_entry for insert
    with check ((select context_is_archivist()));

-- ---- every table of owners
do $$
declare
    of_table regclass;
begin
    for of_table in
        select c.oid::regclass
        from pg_class c
        where c.relnamespace = 'kyosei'::regnamespace and c.relkind = 'r'
          and exists (select 1 from pg_attribute a
                      where a.attrelid = c.oid and a.attname = 'owner_id' and not a.attisdropped)
    loop
        call let_owner_leave(of_table);
    end loop;
    execute format('create policy leaving_owner_is_read on owner for select to %I using ('
        'id = (select context_leaving_owner()))', current_user);
    execute format('create policy leaving_owner_goes on owner for delete to %I using ('
        'id = (select context_leaving_owner()))', current_user);
    -- whether somebody is still in another owner
    execute format('create policy leaving_people_are_read on role_grant for select to %I using (true)', current_user);
    execute format('create policy leaving_people_are_known on person for select to %I using (true)', current_user);
    execute format('create policy leaving_people_lose_their_name on person for update to %I using (true) with check (true)',
        current_user);
end
$$;

-- ---- what is unchangeable goes with its owner all the same. Only the deleting function runs as who made the tables, so
-- nobody else is believed, whatever they set.
create function goes_with_its_owner(of_owner uuid) returns boolean
    language sql stable
    return of_owner = context_leaving_owner()
        and current_user = (select pg_get_userbyid(n.nspowner) from pg_namespace n where n.nspname = 'kyosei');

create or replace function forbid_change_of_adopted_version() returns trigger
    language plpgsql
as $$
declare
    spelled constant text[] := array ['title', 'body', 'name', 'description', 'text'];
    touched uuid[];
begin
    if tg_op = 'DELETE' and goes_with_its_owner(old.owner_id) then
        return old;
    end if;
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

create or replace function forbid_change_after_adoption() returns trigger
    language plpgsql
as $$
begin
    if tg_op = 'DELETE' and goes_with_its_owner(old.owner_id) then
        return old;
    end if;
    if old.adopted_on is not null then
        raise exception 'plan version % is adopted and cannot change', old.id
            using errcode = 'KY001';
    end if;
    return case when tg_op = 'DELETE' then old else new end;
end
$$;

-- A cursor over all rows of a table that belong to the owner of app.leaving_owner, in the order of its key: each as a JSON
-- object without its binary columns, and beside it all its columns.
create function open_archive(of_table text) returns refcursor
    language plpgsql
    security definer
    set search_path = kyosei, pg_temp
as $$
declare
    wanted constant regclass := to_regclass('kyosei.' || quote_ident(of_table));
    found  refcursor;
    keys   text;
    binary_columns text[];
begin
    -- by the row itself where there is no key
    select coalesce(string_agg(format('t.%I', a.attname), ', ' order by array_position(i.indkey::int2[], a.attnum)), '1')
    into strict keys
    from pg_index i
    join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any (i.indkey)
    where i.indrelid = wanted and i.indisprimary;
    select coalesce(array_agg(a.attname::text), '{}') into binary_columns
    from pg_attribute a where a.attrelid = wanted and a.atttypid = 'bytea'::regtype and not a.attisdropped;
    open found for execute format(
        'select (to_jsonb(t) - %L::text[])::text, t.* from %I t where t.%I = context_leaving_owner() order by %s',
        binary_columns, of_table, case of_table when 'owner' then 'id' else 'owner_id' end, keys);
    return found;
end
$$;
revoke all on function open_archive(text) from public;
grant execute on function open_archive(text) to kyosei_app;

-- Deletes an owner whose term of grace is over, and answers its names and how many rows went, by table; null if it is not to go. What law
-- wants kept, that it went and on whose word, is written into the service's own trail by whoever calls this. People who are
-- in no other owner lose their name and address; they stay as somebody, for what they wrote elsewhere names them.
create function delete_ended_owner(leaving uuid) returns jsonb
    language plpgsql
    security definer
    set search_path = kyosei, pg_temp
as $$
declare
    gone     jsonb := '{}';
    called   owner%rowtype;
    people   uuid[];
    waiting  text[];
    next_one text;
    rows     bigint;
begin
    perform set_config('app.leaving_owner', leaving::text, true);
    perform 1 from owner_ending e
    where e.owner_id = leaving and e.taken_back_at is null
      and e.deletes_on <= (now() at time zone 'Asia/Tokyo')::date;
    if not found then
        perform set_config('app.leaving_owner', '', true);
        return null;
    end if;

    select * into called from owner o where o.id = leaving;
    select coalesce(array_agg(distinct g.person_id), '{}') into people from role_grant g where g.owner_id = leaving;
    select array_agg(c.relname::text order by c.relname)
    into waiting
    from pg_class c
    where c.relnamespace = 'kyosei'::regnamespace and c.relkind = 'r'
      and exists (select 1 from pg_attribute a
                  where a.attrelid = c.oid and a.attname = 'owner_id' and not a.attisdropped);
    while cardinality(waiting) > 0 loop
        -- one to which none of those that wait refers any more
        next_one := null;
        select w into next_one
        from unnest(waiting) w
        where not exists (
            select 1 from pg_constraint f
            join pg_class child on child.oid = f.conrelid
            where f.contype = 'f' and f.confrelid = to_regclass('kyosei.' || quote_ident(w))
              and child.relname <> w and child.relname::text = any (waiting))
        order by w
        limit 1;
        if next_one is null then
            raise exception 'tables refer to each other in a ring: %', waiting;
        end if;
        execute format('delete from kyosei.%I where owner_id = $1', next_one) using leaving;
        get diagnostics rows = row_count;
        if rows > 0 then
            gone := gone || jsonb_build_object(next_one, rows);
        end if;
        waiting := array_remove(waiting, next_one);
    end loop;
    delete from owner o where o.id = leaving;
    update person p
    set display_name = '（利用を終えた人）', username = 'left-' || p.id, mail_address = null, version = p.version + 1
    where p.id = any (people) and not p.operator
      and not exists (select 1 from role_grant g where g.person_id = p.id);
    perform set_config('app.leaving_owner', '', true);
    return jsonb_build_object('slug', called.slug, 'name', called.name, 'rows', gone);
end
$$;
revoke all on function delete_ended_owner(uuid) from public;
grant execute on function delete_ended_owner(uuid) to kyosei_app;
