-- Meetings (懇談会): who comes, the papers as they were issued, what came out of them, their minutes. Kept by the owner's
-- secretariat alone, which the database holds as well.

create table meeting (
    owner_id          uuid        not null,
    id                uuid        not null,
    plan_id           uuid        not null,
    -- the year whose results are discussed
    fiscal_year       int         not null,
    title             text        not null,
    held_on           date        not null,
    starts_at         time,
    ends_at           time,
    place             text        not null,
    comments_open_on  date,
    comments_close_on date,
    agenda            text[]      not null,
    -- why it was called off; empty if it was not
    cancelled         text        not null default '',
    planned_by        uuid        not null,
    planned_at        timestamptz not null,
    version           bigint      not null default 1,
    constraint meeting_pk primary key (owner_id, id),
    constraint meeting_of_plan foreign key (owner_id, plan_id) references plan (owner_id, id),
    constraint meeting_title_is_one_line check (title <> '' and title !~ '[[:cntrl:]]'),
    constraint comments_close_after_opening check (
        (comments_open_on is null) = (comments_close_on is null) and comments_close_on >= comments_open_on),
    constraint meeting_ends_after_beginning check (ends_at > starts_at and (ends_at is null or starts_at is not null))
);
create index meeting_by_plan on meeting (owner_id, plan_id, held_on desc);
create index meeting_taking_comments on meeting (comments_close_on) where comments_close_on is not null;

create table meeting_participant (
    owner_id    uuid not null,
    meeting_id  uuid not null,
    position    int  not null,
    name        text not null,
    affiliation text not null,
    office      text not null,
    attendance  text not null,
    constraint meeting_participant_pk primary key (owner_id, meeting_id, position),
    constraint meeting_participant_of_meeting foreign key (owner_id, meeting_id) references meeting (owner_id, id),
    constraint attendance_is_known check (attendance in ('UNDECIDED', 'PRESENT', 'ABSENT', 'PROXY'))
);

create table meeting_material (
    owner_id   uuid not null,
    meeting_id uuid not null,
    number     int  not null,
    title      text not null,
    kind       text not null,
    constraint meeting_material_pk primary key (owner_id, meeting_id, number),
    constraint meeting_material_of_meeting foreign key (owner_id, meeting_id) references meeting (owner_id, id),
    constraint meeting_material_kind_is_known check (kind in ('RESULTS', 'OVERVIEW', 'TREND', 'NOTES')),
    constraint meeting_material_is_numbered_from_one check (number >= 1)
);

-- A paper as it was given out; never altered, so that what lay on the table can be read for ever.
create table issue (
    owner_id       uuid        not null,
    id             uuid        not null,
    meeting_id     uuid        not null,
    number         int         not null,
    revision       int         not null,
    kind           text        not null,
    title          text        not null,
    -- what stands above the parts: plan, years, grades
    head           jsonb       not null,
    issued_by      uuid        not null,
    issued_by_name text        not null,
    issued_at      timestamptz not null,
    constraint issue_pk primary key (owner_id, id),
    constraint issue_of_meeting foreign key (owner_id, meeting_id) references meeting (owner_id, id),
    constraint issue_once_a_revision unique (owner_id, meeting_id, number, revision),
    constraint issue_kind_is_known check (kind in ('RESULTS', 'OVERVIEW', 'TREND', 'NOTES')),
    constraint issue_is_numbered check (number >= 1 and revision >= 0)
);

create table issued_part (
    owner_id   uuid  not null,
    issue_id   uuid  not null,
    position   int   not null,
    kind       text  not null,
    -- the indicator or the note
    subject_id uuid  not null,
    -- of a note as it was issued; an indicator is shown to every reader of the plan
    visibility text  not null,
    content    jsonb not null,
    constraint issued_part_pk primary key (owner_id, issue_id, position),
    constraint issued_part_of_issue foreign key (owner_id, issue_id) references issue (owner_id, id),
    constraint issued_part_kind_is_known check (kind in ('INDICATOR', 'NOTE')),
    constraint issued_part_visibility_is_known check (visibility in ('COUNCIL', 'MEMBERS', 'PUBLIC')),
    constraint issued_indicator_is_public check (kind = 'NOTE' or visibility = 'PUBLIC')
);

create table outcome (
    owner_id         uuid        not null,
    id               uuid        not null,
    meeting_id       uuid        not null,
    indicator_id     uuid,
    note_id          uuid,
    text             text        not null,
    status           text        not null,
    remark           text        not null default '',
    recorded_by      uuid        not null,
    recorded_by_name text        not null,
    recorded_at      timestamptz not null,
    version          bigint      not null default 1,
    constraint outcome_pk primary key (owner_id, id),
    constraint outcome_of_meeting foreign key (owner_id, meeting_id) references meeting (owner_id, id),
    constraint outcome_at_indicator foreign key (owner_id, indicator_id) references indicator (owner_id, id),
    constraint outcome_of_note foreign key (owner_id, note_id) references note (owner_id, id),
    constraint outcome_status_is_known check (status in ('REFLECTED', 'WITHIN_YEAR', 'CONTINUED')),
    constraint outcome_says_something check (text <> '')
);
create index outcome_by_meeting on outcome (owner_id, meeting_id, recorded_at);

create table minutes (
    owner_id         uuid        not null,
    meeting_id       uuid        not null,
    text             text        not null,
    state            text        not null default 'DRAFT',
    approved_by      uuid,
    approved_by_name text        not null default '',
    approved_at      timestamptz,
    published_at     timestamptz,
    version          bigint      not null default 1,
    constraint minutes_pk primary key (owner_id, meeting_id),
    constraint minutes_of_meeting foreign key (owner_id, meeting_id) references meeting (owner_id, id),
    constraint minutes_state_is_known check (state in ('DRAFT', 'APPROVED', 'PUBLISHED')),
    constraint approved_minutes_say_by_whom check (
        (state = 'DRAFT') = (approved_by is null) and (state = 'DRAFT') = (approved_at is null)),
    constraint published_minutes_say_when check ((state = 'PUBLISHED') = (published_at is not null))
);

-- Read by the owner's readers, written by its secretariat: others who write figures change nothing of a meeting.
create procedure guard_table_of_secretariat(guarded regclass)
    language plpgsql
as $$
begin
    execute format('alter table %s enable row level security', guarded);
    execute format('alter table %s force row level security', guarded);
    execute format('create policy tenant_reads on %s for select using '
        '(owner_id = any ((select context_owners(''app.readable_owners''))::uuid[]))', guarded);
    execute format('create policy secretariat_inserts on %s for insert with check '
        '(owner_id = any ((select context_owners(''app.kept_owners''))::uuid[]))', guarded);
    execute format('create policy secretariat_updates on %s for update using '
        '(owner_id = any ((select context_owners(''app.kept_owners''))::uuid[])) with check '
        '(owner_id = any ((select context_owners(''app.kept_owners''))::uuid[]))', guarded);
    execute format('create policy secretariat_deletes on %s for delete using '
        '(owner_id = any ((select context_owners(''app.kept_owners''))::uuid[]))', guarded);
    execute format('grant select, insert, update, delete on %s to kyosei_app', guarded);
end
$$;

call guard_table_of_secretariat('meeting');
revoke delete on meeting from kyosei_app;
drop policy secretariat_deletes on meeting;
call guard_table_of_secretariat('meeting_participant');
revoke update on meeting_participant from kyosei_app;
drop policy secretariat_updates on meeting_participant;
call guard_table_of_secretariat('meeting_material');
revoke update on meeting_material from kyosei_app;
drop policy secretariat_updates on meeting_material;
call guard_table_of_secretariat('outcome');

-- Issued papers are append-only.
call guard_table_of_secretariat('issue');
revoke update, delete on issue from kyosei_app;
drop policy secretariat_updates on issue;
drop policy secretariat_deletes on issue;

-- A note in an issued paper is seen by whoever saw it when it was issued and still sees the note: its author may have
-- narrowed it since. The subquery is itself held by the policy of notes.
alter table issued_part enable row level security;
alter table issued_part force row level security;
create policy issued_part_is_seen on issued_part for select using (
    owner_id = any ((select context_owners('app.readable_owners'))::uuid[])
    and (kind = 'INDICATOR'
        or exists (select 1 from note n
                   where n.owner_id = issued_part.owner_id and n.id = issued_part.subject_id
                     and (issued_part.visibility = 'PUBLIC'
                         or n.author_id = (select context_person())
                         or n.owner_id = any ((select context_owners('app.council_owners'))::uuid[])
                         or (issued_part.visibility = 'MEMBERS'
                             and n.owner_id = any ((select context_owners('app.member_owners'))::uuid[]))))));
create policy issued_part_is_issued on issued_part for insert with check (
    owner_id = any ((select context_owners('app.kept_owners'))::uuid[]));
grant select, insert on issued_part to kyosei_app;

-- Minutes are the secretariat's until they are published.
alter table minutes enable row level security;
alter table minutes force row level security;
create policy minutes_are_read on minutes for select using (
    owner_id = any ((select context_owners('app.readable_owners'))::uuid[])
    and (state = 'PUBLISHED' or owner_id = any ((select context_owners('app.kept_owners'))::uuid[])));
create policy minutes_are_drafted on minutes for insert with check (
    owner_id = any ((select context_owners('app.kept_owners'))::uuid[]));
create policy minutes_are_changed on minutes for update
    using (owner_id = any ((select context_owners('app.kept_owners'))::uuid[]))
    with check (owner_id = any ((select context_owners('app.kept_owners'))::uuid[]));
grant select, insert, update on minutes to kyosei_app;

-- A note names the meeting for which it was written.
alter table note add constraint note_of_meeting foreign key (owner_id, meeting_id) references meeting (owner_id, id);

-- Comment windows are announced on their day by nobody in particular.
create policy meeting_is_read_by_mailer on meeting for select using ((select context_is_mailer()));
create policy notice_is_posted_by_mailer on notice for insert with check ((select context_is_mailer()));
