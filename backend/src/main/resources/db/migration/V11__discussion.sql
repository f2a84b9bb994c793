-- Notes (意見・質問) on an indicator, a section or the plan, with replies; who sees them hangs on the note itself, so the
-- database holds it too.

create table note (
    owner_id                     uuid        not null,
    id                           uuid        not null,
    plan_id                      uuid        not null,
    fiscal_year                  int         not null,
    -- the meeting in whose comment window it was written
    meeting_id                   uuid,
    indicator_id                 uuid,
    section_number               text,
    kind                         text        not null,
    visibility                   text        not null,
    state                        text        not null default 'OPEN',
    text                         text        not null,
    author_id                    uuid        not null,
    author_name                  text        not null,
    author_standing              text        not null,
    author_town                  text,
    assigned_town                text,
    -- the department is the town's, not the owner's: no foreign key, for keys stay within one owner
    assigned_department_id       uuid,
    written_at                   timestamptz not null,
    edited_at                    timestamptz,
    withdrawn_at                 timestamptz,
    last_activity_at             timestamptz not null,
    last_actor_id                uuid        not null,
    version                      bigint      not null default 1,
    constraint note_pk primary key (owner_id, id),
    constraint note_of_plan foreign key (owner_id, plan_id) references plan (owner_id, id),
    constraint note_on_indicator foreign key (owner_id, indicator_id) references indicator (owner_id, id),
    constraint note_assigned_to_registered_town foreign key (assigned_town) references municipality (code),
    constraint note_on_one_thing check (num_nonnulls(indicator_id, section_number) <= 1),
    constraint note_kind_is_known check (kind in ('QUESTION', 'OPINION', 'PROPOSAL', 'KEYWORD')),
    constraint note_visibility_is_known check (visibility in ('COUNCIL', 'MEMBERS', 'PUBLIC')),
    constraint note_state_is_known check (state in ('OPEN', 'ANSWERED', 'CLOSED')),
    constraint note_author_standing_is_known check (author_standing in ('COMMITTEE', 'SECRETARIAT', 'MUNICIPALITY')),
    constraint note_department_in_a_town check (assigned_department_id is null or assigned_town is not null)
);
create index note_by_indicator on note (owner_id, indicator_id, written_at);
create index note_by_plan on note (owner_id, plan_id, written_at);

create table note_reply (
    owner_id        uuid        not null,
    id              uuid        not null,
    note_id         uuid        not null,
    -- whether it answers the note for the secretariat or the department, or only joins the talk
    answers         boolean     not null,
    text            text        not null,
    author_id       uuid        not null,
    author_name     text        not null,
    author_standing text        not null,
    author_town     text,
    written_at      timestamptz not null,
    edited_at       timestamptz,
    withdrawn_at    timestamptz,
    version         bigint      not null default 1,
    constraint note_reply_pk primary key (owner_id, id),
    constraint note_reply_to_note foreign key (owner_id, note_id) references note (owner_id, id),
    constraint note_reply_author_standing_is_known
        check (author_standing in ('COMMITTEE', 'SECRETARIAT', 'MUNICIPALITY'))
);
create index note_reply_by_note on note_reply (owner_id, note_id, written_at);

-- What was done to a note, with the text as it was; never altered.
create table note_change (
    owner_id    uuid        not null,
    id          uuid        not null,
    note_id     uuid        not null,
    reply_id    uuid,
    what        text        not null,
    before      text        not null,
    after       text        not null,
    -- how the author agreed, or why it was withdrawn
    remark      text        not null,
    person_id   uuid        not null,
    person_name text        not null,
    at          timestamptz not null,
    constraint note_change_pk primary key (owner_id, id),
    constraint note_change_of_note foreign key (owner_id, note_id) references note (owner_id, id),
    constraint note_change_is_known
        check (what in ('EDITED', 'VISIBILITY', 'WITHDRAWN', 'STATE', 'ASSIGNED')),
    constraint wider_visibility_says_how_the_author_agreed check (
        what <> 'VISIBILITY' or remark <> ''
        or array_position(array ['COUNCIL', 'MEMBERS', 'PUBLIC'], after)
            < array_position(array ['COUNCIL', 'MEMBERS', 'PUBLIC'], before))
);
create index note_change_by_note on note_change (owner_id, note_id, at);

create table note_attachment (
    owner_id         uuid        not null,
    id               uuid        not null,
    note_id          uuid        not null,
    reply_id         uuid,
    name             text        not null,
    media_type       text        not null,
    size             bigint      not null,
    sha256           text        not null,
    content          bytea       not null,
    uploaded_by      uuid        not null,
    uploaded_by_name text        not null,
    uploaded_at      timestamptz not null,
    removed_at       timestamptz,
    constraint note_attachment_pk primary key (owner_id, id),
    constraint note_attachment_of_note foreign key (owner_id, note_id) references note (owner_id, id),
    constraint note_attachment_name_is_one_line check (name <> '' and length(name) <= 200 and name !~ '[[:cntrl:]]'),
    constraint note_attachment_size_is_true check (size = length(content))
);
create index note_attachment_by_note on note_attachment (owner_id, note_id);

-- What a person has seen; nobody else's business.
create table note_mark (
    owner_id  uuid        not null,
    note_id   uuid        not null,
    person_id uuid        not null,
    read_at   timestamptz not null,
    constraint note_mark_pk primary key (owner_id, person_id, note_id),
    constraint note_mark_of_note foreign key (owner_id, note_id) references note (owner_id, id)
);

create table indicator_reading (
    owner_id     uuid        not null,
    person_id    uuid        not null,
    indicator_id uuid        not null,
    fiscal_year  int         not null,
    read_at      timestamptz not null,
    constraint indicator_reading_pk primary key (owner_id, person_id, indicator_id, fiscal_year),
    constraint indicator_reading_of_indicator foreign key (owner_id, indicator_id) references indicator (owner_id, id)
);

-- Who wants mail of what: a note, an indicator, or a whole plan.
create table follower (
    owner_id   uuid not null,
    person_id  uuid not null,
    subject_id uuid not null,
    constraint follower_pk primary key (owner_id, person_id, subject_id),
    constraint follower_of_owner foreign key (owner_id) references owner (id)
);
create index follower_by_subject on follower (owner_id, subject_id);

-- A note is seen by its author, by committee and secretariat, by the municipalities if shown to them, by all if public.
alter table note enable row level security;
alter table note force row level security;
create policy note_is_seen on note for select using (
    owner_id = any ((select context_owners('app.readable_owners'))::uuid[])
    and (visibility = 'PUBLIC'
        or author_id = (select context_person())
        or owner_id = any ((select context_owners('app.council_owners'))::uuid[])
        or (visibility = 'MEMBERS' and owner_id = any ((select context_owners('app.member_owners'))::uuid[]))));
create policy note_is_written on note for insert with check (
    owner_id = any ((select context_owners('app.discussing_owners'))::uuid[])
    and author_id = (select context_person()));
create policy note_is_changed on note for update
    using (owner_id = any ((select context_owners('app.discussing_owners'))::uuid[]))
    with check (owner_id = any ((select context_owners('app.discussing_owners'))::uuid[]));
grant select, insert, update on note to kyosei_app;

-- What hangs on a note is seen by whoever sees the note: the subquery is itself held by the policy above.
create procedure guard_part_of_note(guarded regclass, author text)
    language plpgsql
as $$
begin
    execute format('alter table %s enable row level security', guarded);
    execute format('alter table %s force row level security', guarded);
    execute format('create policy part_is_seen_with_its_note on %1$s for select using (exists ('
        'select 1 from note n where n.owner_id = %1$s.owner_id and n.id = %1$s.note_id))', guarded);
    execute format('create policy part_is_written on %1$s for insert with check ('
        'owner_id = any ((select context_owners(''app.discussing_owners''))::uuid[]) and %2$I = (select context_person()) '
        'and exists (select 1 from note n where n.owner_id = %1$s.owner_id and n.id = %1$s.note_id))', guarded, author);
    execute format('grant select, insert on %s to kyosei_app', guarded);
end
$$;

call guard_part_of_note('note_reply', 'author_id');
call guard_part_of_note('note_change', 'person_id');
call guard_part_of_note('note_attachment', 'uploaded_by');
create policy reply_is_changed_by_its_author on note_reply for update
    using (author_id = (select context_person())
        and owner_id = any ((select context_owners('app.discussing_owners'))::uuid[]))
    with check (author_id = (select context_person()));
grant update on note_reply to kyosei_app;
create policy attachment_is_removed_by_its_author on note_attachment for update
    using (uploaded_by = (select context_person())
        and owner_id = any ((select context_owners('app.discussing_owners'))::uuid[]))
    with check (uploaded_by = (select context_person()));
grant update (removed_at) on note_attachment to kyosei_app;

-- One's own marks, readable by nobody else.
create procedure guard_ones_own(guarded regclass)
    language plpgsql
as $$
begin
    execute format('alter table %s enable row level security', guarded);
    execute format('alter table %s force row level security', guarded);
    execute format('create policy ones_own on %s for all using ('
        'person_id = (select context_person()) and owner_id = any ((select context_owners(''app.readable_owners''))::uuid[])) '
        'with check (person_id = (select context_person()) '
        'and owner_id = any ((select context_owners(''app.readable_owners''))::uuid[]))', guarded);
    execute format('grant select, insert, update, delete on %s to kyosei_app', guarded);
end
$$;

call guard_ones_own('note_mark');
call guard_ones_own('indicator_reading');
call guard_ones_own('follower');
create policy follower_is_read_by_mailer on follower for select using ((select context_is_mailer()));

-- A committee writes notes and nothing of the plan; what a note leaves behind it may write as well.
create policy audit_is_written_by_discussants on audit_entry for insert with check (
    owner_id = any ((select context_owners('app.discussing_owners'))::uuid[]) and person_id = (select context_person()));
create policy notice_is_posted_by_discussants on notice for insert with check (
    owner_id = any ((select context_owners('app.discussing_owners'))::uuid[]) and queued_by = (select context_person()));
create policy idempotency_key_of_discussants_is_kept on idempotency_key for insert with check (
    owner_id = any ((select context_owners('app.discussing_owners'))::uuid[]));
create policy idempotency_key_of_discussants_is_answered on idempotency_key for update
    using (owner_id = any ((select context_owners('app.discussing_owners'))::uuid[]))
    with check (owner_id = any ((select context_owners('app.discussing_owners'))::uuid[]));
-- An answer kept under a key may hold what only its asker may see.
create policy idempotency_key_is_ones_own on idempotency_key as restrictive
    using (person_id = (select context_person())) with check (person_id = (select context_person()));

-- Mails to those who follow something, in the standing in which they may see it; and what issue 4 adds to be told.
alter table notice
    add column followed uuid[],
    -- whether only roles held in the owner itself count, as for what is kept between committee and secretariat
    add column owner_only boolean not null default false;
alter table notice drop constraint notice_kind_is_known;
alter table notice add constraint notice_kind_is_known check (kind in (
    'ROUND_OPENED', 'APPROVAL_REQUESTED', 'REMINDER', 'RETURNED', 'CONFIRMED',
    'NOTE_ANSWERED', 'NOTE_WRITTEN', 'NOTE_ASSIGNED', 'MENTIONED', 'WINDOW_OPENED', 'WINDOW_CLOSING', 'PAPERS_ISSUED'));
alter table mail_choice drop constraint mail_choice_kind_is_known;
alter table mail_choice add constraint mail_choice_kind_is_known check (kind in (
    'ROUND_OPENED', 'APPROVAL_REQUESTED', 'REMINDER', 'RETURNED', 'CONFIRMED',
    'NOTE_ANSWERED', 'NOTE_WRITTEN', 'NOTE_ASSIGNED', 'MENTIONED', 'WINDOW_OPENED', 'WINDOW_CLOSING', 'PAPERS_ISSUED'));
