-- Before minutes are approved the members of the committee are asked whether they are right: by a day, passage by passage.
create table minutes_round (
    owner_id       uuid        not null,
    meeting_id     uuid        not null,
    due_on         date        not null,
    opened_by_name text        not null,
    opened_at      timestamptz not null,
    closed_at      timestamptz,
    constraint minutes_round_pk primary key (owner_id, meeting_id),
    constraint minutes_round_of_minutes foreign key (owner_id, meeting_id) references minutes (owner_id, meeting_id)
);

create table minutes_correction (
    owner_id         uuid        not null,
    id               uuid        not null,
    meeting_id       uuid        not null,
    passage          text        not null,
    proposed         text        not null,
    reason           text        not null default '',
    proposed_by      uuid        not null,
    proposed_by_name text        not null,
    proposed_at      timestamptz not null,
    state            text        not null default 'OPEN',
    answer           text        not null default '',
    answered_by_name text        not null default '',
    answered_at      timestamptz,
    constraint minutes_correction_pk primary key (owner_id, id),
    constraint minutes_correction_of_round
        foreign key (owner_id, meeting_id) references minutes_round (owner_id, meeting_id),
    constraint minutes_correction_state_is_known check (state in ('OPEN', 'TAKEN', 'DECLINED')),
    constraint minutes_correction_is_of_something check (passage <> '' and passage <> proposed),
    constraint declined_corrections_say_why check (state <> 'DECLINED' or answer <> ''),
    constraint decided_corrections_say_when check ((state = 'OPEN') = (answered_at is null))
);
create index minutes_correction_by_meeting on minutes_correction (owner_id, meeting_id, proposed_at);

call limit_text('minutes_round', 'opened_by_name', 200);
call limit_text('minutes_correction', 'passage', 4000);
call limit_text('minutes_correction', 'proposed', 4000);
call limit_text('minutes_correction', 'reason', 1000);
call limit_text('minutes_correction', 'proposed_by_name', 200);
call limit_text('minutes_correction', 'answer', 1000);
call limit_text('minutes_correction', 'answered_by_name', 200);

-- Both are between committee and secretariat: the secretariat asks and decides, whoever is of either proposes in their name.
alter table minutes_round enable row level security;
alter table minutes_round force row level security;
create policy round_is_read_by_the_council on minutes_round for select using (
    owner_id = any ((select context_owners('app.readable_owners'))::uuid[])
    and owner_id = any ((select context_owners('app.council_owners'))::uuid[]));
create policy round_is_opened_by_the_secretariat on minutes_round for insert with check (
    owner_id = any ((select context_owners('app.kept_owners'))::uuid[]));
create policy round_is_moved_by_the_secretariat on minutes_round for update
    using (owner_id = any ((select context_owners('app.kept_owners'))::uuid[]))
    with check (owner_id = any ((select context_owners('app.kept_owners'))::uuid[]));
grant select, insert, update on minutes_round to kyosei_app;

alter table minutes_correction enable row level security;
alter table minutes_correction force row level security;
create policy correction_is_read_by_the_council on minutes_correction for select using (
    owner_id = any ((select context_owners('app.readable_owners'))::uuid[])
    and owner_id = any ((select context_owners('app.council_owners'))::uuid[]));
create policy correction_is_proposed_in_a_round on minutes_correction for insert with check (
    owner_id = any ((select context_owners('app.council_owners'))::uuid[])
    and owner_id = any ((select context_owners('app.discussing_owners'))::uuid[])
    and proposed_by = (select context_person())
    and state = 'OPEN'
    and exists (select 1 from minutes_round r
                where r.owner_id = minutes_correction.owner_id and r.meeting_id = minutes_correction.meeting_id
                  and r.closed_at is null));
create policy correction_is_decided_by_the_secretariat on minutes_correction for update
    using (owner_id = any ((select context_owners('app.kept_owners'))::uuid[]))
    with check (owner_id = any ((select context_owners('app.kept_owners'))::uuid[]));
grant select, insert, update on minutes_correction to kyosei_app;

-- While a round is open the committee reads what it is asked about; the subquery is itself held by the policy above.
drop policy minutes_are_read on minutes;
create policy minutes_are_read on minutes for select using (
    owner_id = any ((select context_owners('app.readable_owners'))::uuid[])
    and (state = 'PUBLISHED'
        or owner_id = any ((select context_owners('app.kept_owners'))::uuid[])
        or exists (select 1 from minutes_round r
                   where r.owner_id = minutes.owner_id and r.meeting_id = minutes.meeting_id and r.closed_at is null)));

alter table notice drop constraint notice_kind_is_known;
alter table notice add constraint notice_kind_is_known check (kind in (
    'ROUND_OPENED', 'ROUND_CHANGED', 'APPROVAL_REQUESTED', 'REMINDER', 'RETURNED', 'CONFIRMED',
    'NOTE_ANSWERED', 'NOTE_WRITTEN', 'NOTE_ASSIGNED', 'MENTIONED', 'WINDOW_OPENED', 'WINDOW_CLOSING', 'PAPERS_ISSUED',
    'MEETING_CHANGED', 'MINUTES_TO_CHECK'));
alter table mail_choice drop constraint mail_choice_kind_is_known;
alter table mail_choice add constraint mail_choice_kind_is_known check (kind in (
    'ROUND_OPENED', 'ROUND_CHANGED', 'APPROVAL_REQUESTED', 'REMINDER', 'RETURNED', 'CONFIRMED',
    'NOTE_ANSWERED', 'NOTE_WRITTEN', 'NOTE_ASSIGNED', 'MENTIONED', 'WINDOW_OPENED', 'WINDOW_CLOSING', 'PAPERS_ISSUED',
    'MEETING_CHANGED', 'MINUTES_TO_CHECK'));
