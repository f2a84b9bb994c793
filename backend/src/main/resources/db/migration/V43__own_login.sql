-- A town's own login: which provider of Keycloak it is and which domain its people have, as the operator wrote it down, and
-- whether the owner's admin lets people of that domain in at their first login. Two tables, for two hands.

create table own_login (
    owner_id uuid        not null,
    provider text        not null,
    domain   text        not null,
    set_by   text        not null,
    set_at   timestamptz not null,
    constraint own_login_pk primary key (owner_id),
    constraint own_login_of_owner foreign key (owner_id) references owner (id),
    -- A provider speaks for one owner alone, and so does a domain.
    constraint own_login_provider_is_one_owners unique (provider),
    constraint own_login_domain_is_one_owners unique (domain),
    constraint own_login_provider_is_plain check (provider ~ '^[a-z0-9][a-z0-9-]{1,59}$'),
    constraint own_login_domain_is_plain check (
        length(domain) <= 200 and domain ~ '^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+$')
);

create table own_login_admission (
    owner_id     uuid        not null,
    admitted_by  uuid        not null,
    admitter     text        not null,
    admitted_at  timestamptz not null,
    constraint own_login_admission_pk primary key (owner_id),
    constraint own_login_admission_of_own_login foreign key (owner_id) references own_login (owner_id) on delete cascade
);

call limit_text('own_login', 'set_by', 200);
call limit_text('own_login_admission', 'admitter', 200);

alter table own_login enable row level security;
alter table own_login force row level security;
create policy own_login_is_read on own_login for select using (
    owner_id = any ((select context_owners('app.administered_owners'))::uuid[])
    or (select context_is_operator()) or (select context_makes_accounts()));
create policy own_login_is_set_by_the_operator on own_login for insert with check ((select context_is_operator()));
create policy own_login_is_ended_by_the_operator on own_login for delete using ((select context_is_operator()));
grant select, insert, delete on own_login to kyosei_app;

alter table own_login_admission enable row level security;
alter table own_login_admission force row level security;
create policy admission_is_read on own_login_admission for select using (
    owner_id = any ((select context_owners('app.administered_owners'))::uuid[])
    or (select context_is_operator()) or (select context_makes_accounts()));
create policy admission_is_given_by_the_admin on own_login_admission for insert with check (
    owner_id = any ((select context_owners('app.administered_owners'))::uuid[]));
create policy admission_is_ended_by_the_admin on own_login_admission for delete using (
    owner_id = any ((select context_owners('app.administered_owners'))::uuid[]));
grant select, insert, delete on own_login_admission to kyosei_app;

-- Whoever comes by an admitted login is somebody who was invited to read, and accepts at once.
create policy invitation_is_made_by_own_login on invitation for insert with check (
    (select context_makes_accounts()) and roles = array ['VIEWER']
    and exists (select 1 from own_login l
                join own_login_admission a on a.owner_id = l.owner_id
                where l.owner_id = invitation.owner_id and split_part(invitation.mail, '@', 2) = l.domain));
create policy audit_is_written_by_own_login on audit_entry for insert with check (
    (select context_makes_accounts()) and action = 'ENTER_BY_OWN_LOGIN');

call let_owner_leave('own_login');
call let_owner_leave('own_login_admission');

-- Accounts at Keycloak that an ended owner leaves behind and that belong to no other: the worker takes them away. Written by
-- the function that ends an owner, for after it nothing of the owner is there that could name them.
create table account_farewell (
    subject         text        not null,
    attempts        int         not null default 0,
    next_attempt_at timestamptz not null,
    constraint account_farewell_pk primary key (subject)
);
call limit_text('account_farewell', 'subject', 200);
alter table account_farewell enable row level security;
alter table account_farewell force row level security;
create policy farewell_is_read_by_the_worker on account_farewell for select using ((select context_makes_accounts()));
create policy farewell_is_put_off_by_the_worker on account_farewell for update
    using ((select context_makes_accounts())) with check ((select context_makes_accounts()));
create policy farewell_is_done_by_the_worker on account_farewell for delete using ((select context_makes_accounts()));
grant select, update (attempts, next_attempt_at), delete on account_farewell to kyosei_app;
do $$
begin
    execute format('create policy farewell_is_bidden_with_an_owner on account_farewell for insert to %I with check ('
        '(select context_leaving_owner()) is not null)', current_user);
    execute format('create policy farewell_is_found_with_an_owner on account_farewell for select to %I using ('
        '(select context_leaving_owner()) is not null)', current_user);
    execute format('create policy leaving_accounts_are_read on invitation_account for select to %I using ('
        '(select context_leaving_owner()) is not null)', current_user);
end
$$;

create or replace function delete_ended_owner(leaving uuid) returns jsonb
    language plpgsql
    security definer
    set search_path = kyosei, pg_temp
as $$
declare
    gone     jsonb := '{}';
    called   owner%rowtype;
    people   uuid[];
    accounts text[];
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
    select coalesce(array_agg(distinct s.subject), '{}') into accounts
    from (select a.subject from invitation_account a where a.owner_id = leaving
          union select p.subject from person p where p.id = any (people)) s;
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
    insert into account_farewell (subject, next_attempt_at)
    select s, now() from unnest(accounts) s
    where not exists (select 1 from invitation_account a where a.subject = s)
      and not exists (select 1 from person p where p.subject = s
                      and (p.operator or exists (select 1 from role_grant g where g.person_id = p.id)))
    on conflict do nothing;
    perform set_config('app.leaving_owner', '', true);
    return jsonb_build_object('slug', called.slug, 'name', called.name, 'rows', gone);
end
$$;
