-- Mail: what is announced is written in the transaction of the event; who gets it and the sending come later, in a
-- transaction context of their own that sees people and roles, and of plans nothing.

create function context_is_mailer() returns boolean
    language sql stable parallel safe
    return coalesce(nullif(current_setting('app.mailer', true), ''), 'false')::boolean;

alter table person add column mail_address text;
alter table person add constraint person_mail_address_is_plain check (
    length(mail_address) <= 254 and mail_address ~ '^[^[:space:][:cntrl:]@,;:<>()\\"\[\]]+@[^[:space:][:cntrl:]@,;:<>()\\"\[\]]+$');

-- Everybody may change their own address, and nothing else of their row: a policy cannot tell columns apart.
create policy person_changes_own_address on person for update
    using (id = (select context_person())) with check (id = (select context_person()));

create function forbid_change_of_oneself() returns trigger
    language plpgsql
as $$
begin
    if old.id = context_person() and not context_is_operator()
        and to_jsonb(new) - 'mail_address' is distinct from to_jsonb(old) - 'mail_address' then
        raise exception 'a person changes nothing of itself but the mail address'
            using errcode = 'insufficient_privilege';
    end if;
    return new;
end
$$;

create trigger person_changes_only_own_address before update on person
    for each row execute function forbid_change_of_oneself();

-- What is to be announced, and to whom in words: persons are found when it is sent out.
create table notice (
    owner_id          uuid        not null,
    id                uuid        not null,
    kind              text        not null,
    person_id         uuid,
    municipality_code text,
    department_id     uuid,
    roles             text[],
    subject           text        not null,
    body              text        not null,
    plan_id           uuid,
    queued_by         uuid        not null,
    queued_at         timestamptz not null,
    once_key          text        not null,
    expanded_at       timestamptz,
    constraint notice_pk primary key (owner_id, id),
    constraint notice_is_posted_once unique (owner_id, once_key),
    constraint notice_of_owner foreign key (owner_id) references owner (id),
    constraint notice_of_plan foreign key (owner_id, plan_id) references plan (owner_id, id),
    constraint notice_to_person foreign key (person_id) references person (id),
    constraint notice_to_registered_town foreign key (municipality_code) references municipality (code),
    constraint notice_kind_is_known
        check (kind in ('ROUND_OPENED', 'APPROVAL_REQUESTED', 'REMINDER', 'RETURNED', 'CONFIRMED')),
    -- The department is the town's, not the owner's: no foreign key, for keys stay within one owner.
    constraint notice_is_to_a_person_or_to_roles check (
        case when person_id is null
            then cardinality(roles) > 0 and (department_id is null or municipality_code is not null)
            else roles is null and municipality_code is null and department_id is null end),
    constraint notice_roles_are_known check (
        roles <@ array ['CONTRIBUTOR', 'APPROVER', 'SECRETARIAT', 'COMMITTEE', 'VIEWER', 'ADMIN']),
    constraint notice_subject_is_one_line check (subject <> '' and subject !~ '[[:cntrl:]]')
);
create index notice_to_expand on notice (queued_at) where expanded_at is null;

-- One notice for one person. next_attempt_at of a letter being sent is when it counts as dropped by a process that died.
create table letter (
    owner_id        uuid        not null,
    notice_id       uuid        not null,
    person_id       uuid        not null,
    address         text,
    state           text        not null,
    attempts        int         not null default 0,
    next_attempt_at timestamptz not null,
    sent_at         timestamptz,
    last_error      text,
    constraint letter_pk primary key (owner_id, notice_id, person_id),
    constraint letter_of_notice foreign key (owner_id, notice_id) references notice (owner_id, id),
    constraint letter_to_person foreign key (person_id) references person (id),
    constraint letter_state_is_known check (state in ('WAITING', 'SENDING', 'SENT', 'FAILED', 'NOT_WANTED')),
    constraint letter_on_its_way_has_an_address check (address is not null or state in ('FAILED', 'NOT_WANTED')),
    constraint letter_sent_says_when check ((state = 'SENT') = (sent_at is not null))
);
create index letter_due on letter (next_attempt_at) where state in ('WAITING', 'SENDING');

-- Only what somebody has chosen; without a row every kind is wanted.
create table mail_choice (
    person_id uuid    not null,
    kind      text    not null,
    wanted    boolean not null,
    constraint mail_choice_pk primary key (person_id, kind),
    constraint mail_choice_of_person foreign key (person_id) references person (id),
    constraint mail_choice_kind_is_known
        check (kind in ('ROUND_OPENED', 'APPROVAL_REQUESTED', 'REMINDER', 'RETURNED', 'CONFIRMED'))
);

-- Not guard_tenant_table: the owner's writers post, and nobody but the mailer reads, for a letter tells who works where
-- and a notice what somebody else is asked to do.
alter table notice enable row level security;
alter table notice force row level security;
create policy notice_is_posted_by_writers on notice for insert with check (
    owner_id = any ((select context_owners('app.writable_owners'))::uuid[]));
create policy notice_is_read_by_mailer on notice for select using ((select context_is_mailer()));
create policy notice_is_expanded_by_mailer on notice for update
    using ((select context_is_mailer())) with check ((select context_is_mailer()));
grant select, insert, update (expanded_at) on notice to kyosei_app;

alter table letter enable row level security;
alter table letter force row level security;
create policy letter_is_read_by_mailer on letter for select using ((select context_is_mailer()));
create policy letter_is_written_by_mailer on letter for insert with check ((select context_is_mailer()));
create policy letter_is_sent_by_mailer on letter for update
    using ((select context_is_mailer())) with check ((select context_is_mailer()));
grant select, insert, update (state, attempts, next_attempt_at, sent_at, last_error) on letter to kyosei_app;

alter table mail_choice enable row level security;
alter table mail_choice force row level security;
create policy mail_choice_is_ones_own_and_the_mailers on mail_choice for select using (
    person_id = (select context_person()) or (select context_is_mailer()));
create policy mail_choice_is_made_by_oneself on mail_choice for insert with check (person_id = (select context_person()));
create policy mail_choice_is_changed_by_oneself on mail_choice for update
    using (person_id = (select context_person())) with check (person_id = (select context_person()));
grant select, insert, update (wanted) on mail_choice to kyosei_app;

-- To find the holders of roles. Persons follow by themselves: person_is_read shows whoever's role is seen.
create policy owner_is_read_by_mailer on owner for select using ((select context_is_mailer()));
create policy alliance_member_is_read_by_mailer on alliance_member for select using ((select context_is_mailer()));
create policy role_grant_is_read_by_mailer on role_grant for select using ((select context_is_mailer()));
