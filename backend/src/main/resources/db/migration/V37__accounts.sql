-- Accounts: who has been invited into an owner, and what is still to be done about it in Keycloak. What an administrator sees
-- is what was typed; which account of Keycloak it became lies in tables of their own that only the worker reads.

create function context_makes_accounts() returns boolean
    language sql stable parallel safe
    return coalesce(nullif(current_setting('app.accounts', true), ''), 'false')::boolean;

create table invitation (
    owner_id        uuid        not null,
    id              uuid        not null,
    mail            text        not null,
    display_name    text        not null,
    department_id   uuid,
    roles           text[]      not null,
    state           text        not null default 'WAITING',
    trouble         text        not null default '',
    invited_by      uuid        not null,
    invited_by_name text        not null,
    invited_at      timestamptz not null,
    expires_at      timestamptz not null,
    ended_at        timestamptz,
    person_id       uuid,
    constraint invitation_pk primary key (owner_id, id),
    constraint invitation_of_owner foreign key (owner_id) references owner (id),
    constraint invitation_department_of_same_owner
        foreign key (owner_id, department_id) references department (owner_id, id),
    constraint invitation_accepted_by foreign key (person_id) references person (id),
    constraint invitation_state_is_known check (state in ('WAITING', 'SENT', 'ACCEPTED', 'WITHDRAWN', 'EXPIRED')),
    constraint invitation_ended_says_when check ((state in ('WAITING', 'SENT')) = (ended_at is null)),
    constraint invitation_accepted_says_by_whom check ((state = 'ACCEPTED') = (person_id is not null)),
    constraint invitation_gives_known_roles check (
        cardinality(roles) > 0
        and roles <@ array ['CONTRIBUTOR', 'APPROVER', 'SECRETARIAT', 'COMMITTEE', 'VIEWER', 'ADMIN']),
    constraint invitation_mail_is_plain check (
        length(mail) <= 254 and mail = lower(mail)
        and mail ~ '^[^[:space:][:cntrl:]@,;:<>()\\"\[\]]+@[^[:space:][:cntrl:]@,;:<>()\\"\[\]]+$')
);
create unique index invitation_is_open_once on invitation (owner_id, mail) where state in ('WAITING', 'SENT');
create index invitation_by_person on invitation (owner_id, person_id) where person_id is not null;
create index invitation_to_expire on invitation (expires_at) where state in ('WAITING', 'SENT');

-- What is to be done in Keycloak, in the order in which it was asked for. next_attempt_at of one being done is when it counts
-- as dropped by a process that died.
create table account_errand (
    owner_id        uuid        not null,
    id              uuid        not null,
    invitation_id   uuid,
    subject         text,
    kind            text        not null,
    state           text        not null default 'WAITING',
    queued_at       timestamptz not null,
    attempts        int         not null default 0,
    next_attempt_at timestamptz not null,
    last_error      text,
    constraint account_errand_pk primary key (owner_id, id),
    constraint account_errand_of_invitation foreign key (owner_id, invitation_id) references invitation (owner_id, id),
    constraint account_errand_kind_is_known check (kind in ('INVITE', 'CLEAN_UP', 'END_SESSIONS')),
    constraint account_errand_state_is_known check (state in ('WAITING', 'DOING', 'DONE', 'FAILED')),
    constraint account_errand_says_about_what check (
        case when kind = 'END_SESSIONS' then subject is not null and invitation_id is null
            else invitation_id is not null and subject is null end)
);
create index account_errand_due on account_errand (next_attempt_at) where state in ('WAITING', 'DOING');
create index account_errand_by_invitation on account_errand (owner_id, invitation_id, queued_at);

-- Which account of Keycloak an invitation leads to, and whether it was made for it.
create table invitation_account (
    owner_id      uuid    not null,
    invitation_id uuid    not null,
    subject       text    not null,
    made_for_it   boolean not null,
    constraint invitation_account_pk primary key (owner_id, invitation_id),
    constraint invitation_account_of_invitation
        foreign key (owner_id, invitation_id) references invitation (owner_id, id)
);
create index invitation_account_by_subject on invitation_account (subject);

-- Who may not use the service for an owner any more; roles says what they held, to give it back.
create table deactivation (
    owner_id     uuid        not null,
    person_id    uuid        not null,
    display_name text        not null,
    username     text        not null,
    roles        jsonb       not null,
    reason       text        not null default '',
    by_name      text        not null,
    at           timestamptz not null,
    constraint deactivation_pk primary key (owner_id, person_id),
    constraint deactivation_of_owner foreign key (owner_id) references owner (id),
    constraint deactivation_of_person foreign key (person_id) references person (id)
);

call limit_text('invitation', 'display_name', 200);
call limit_text('invitation', 'trouble', 1000);
call limit_text('invitation', 'invited_by_name', 200);
call limit_text('account_errand', 'last_error', 1000);
call limit_text('account_errand', 'subject', 200);
call limit_text('invitation_account', 'subject', 200);
call limit_text('deactivation', 'display_name', 200);
call limit_text('deactivation', 'username', 200);
call limit_text('deactivation', 'reason', 1000);
call limit_text('deactivation', 'by_name', 200);

-- Not guard_tenant_table: who is invited is for the owner's administrator, and for the operator, who invites the first one.
alter table invitation enable row level security;
alter table invitation force row level security;
create policy invitation_is_read on invitation for select using (
    owner_id = any ((select context_owners('app.administered_owners'))::uuid[])
    or (select context_is_operator()) or (select context_makes_accounts()));
create policy invitation_is_made on invitation for insert with check (
    owner_id = any ((select context_owners('app.administered_owners'))::uuid[]) or (select context_is_operator()));
create policy invitation_is_moved on invitation for update
    using (owner_id = any ((select context_owners('app.administered_owners'))::uuid[])
        or (select context_is_operator()) or (select context_makes_accounts()))
    with check (owner_id = any ((select context_owners('app.administered_owners'))::uuid[])
        or (select context_is_operator()) or (select context_makes_accounts()));
grant select, insert, update on invitation to kyosei_app;

alter table account_errand enable row level security;
alter table account_errand force row level security;
create policy errand_is_asked_for on account_errand for insert with check (
    owner_id = any ((select context_owners('app.administered_owners'))::uuid[])
    or (select context_is_operator()) or (select context_makes_accounts()));
create policy errand_is_read_by_the_worker on account_errand for select using ((select context_makes_accounts()));
create policy errand_is_done_by_the_worker on account_errand for update
    using ((select context_makes_accounts())) with check ((select context_makes_accounts()));
grant select, insert, update (state, attempts, next_attempt_at, last_error) on account_errand to kyosei_app;

alter table invitation_account enable row level security;
alter table invitation_account force row level security;
create policy account_is_read_by_the_worker on invitation_account for select using ((select context_makes_accounts()));
create policy account_is_found_by_the_worker on invitation_account for insert with check ((select context_makes_accounts()));
create policy account_is_found_anew_by_the_worker on invitation_account for update
    using ((select context_makes_accounts())) with check ((select context_makes_accounts()));
grant select, insert, update (subject, made_for_it) on invitation_account to kyosei_app;

alter table deactivation enable row level security;
alter table deactivation force row level security;
create policy deactivation_is_read on deactivation for select using (
    owner_id = any ((select context_owners('app.administered_owners'))::uuid[]) or (select context_is_operator()));
create policy deactivation_is_made on deactivation for insert with check (
    owner_id = any ((select context_owners('app.administered_owners'))::uuid[]) or (select context_is_operator()));
create policy deactivation_is_ended on deactivation for delete using (
    owner_id = any ((select context_owners('app.administered_owners'))::uuid[]) or (select context_is_operator()));
grant select, insert, delete on deactivation to kyosei_app;

-- Whoever logs in with an account to which an open invitation leads becomes a person with the roles that it names: no other
-- account, no other role, no other owner.
create policy person_is_found_by_accounts on person for select using (
    (select context_makes_accounts())
    and exists (select 1 from invitation_account a where a.subject = person.subject));
create policy person_is_made_by_acceptance on person for insert with check (
    (select context_makes_accounts()) and not operator
    and exists (select 1 from invitation_account a where a.subject = person.subject));
create policy role_grant_is_made_by_acceptance on role_grant for insert with check (
    (select context_makes_accounts())
    and exists (select 1 from invitation i
                where i.owner_id = role_grant.owner_id and i.person_id = role_grant.person_id
                  and i.state = 'ACCEPTED' and role_grant.role = any (i.roles)));
create policy role_grant_is_found_by_accounts on role_grant for select using (
    (select context_makes_accounts())
    and exists (select 1 from invitation i
                where i.owner_id = role_grant.owner_id and i.person_id = role_grant.person_id and i.state = 'ACCEPTED'));
create policy owner_is_read_by_accounts on owner for select using (
    (select context_makes_accounts()) and exists (select 1 from invitation i where i.owner_id = owner.id));
create policy audit_is_written_by_accounts on audit_entry for insert with check (
    (select context_makes_accounts()) and action in ('ACCEPT_INVITATION', 'EXPIRE_INVITATION'));
