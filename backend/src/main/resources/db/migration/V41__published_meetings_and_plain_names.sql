-- What an owner has published of a meeting: its minutes and the papers that were handed out, composed once, never altered,
-- read by anybody while it is in force. As with published years, whatever stands here is public.
create table published_meeting (
    owner_id     uuid        not null,
    id           uuid        not null,
    plan_id      uuid        not null,
    meeting_id   uuid        not null,
    -- 1 for the first; a replacement (差替), and what is published again after a withdrawal, is the next
    revision     int         not null,
    published_at timestamptz not null,
    document     jsonb       not null,
    -- PDF
    papers       bytea       not null,
    constraint published_meeting_pk primary key (owner_id, id),
    constraint published_meeting_of_plan foreign key (owner_id, plan_id) references plan (owner_id, id),
    constraint published_meeting_of_meeting foreign key (owner_id, meeting_id) references meeting (owner_id, id),
    constraint published_meeting_once_a_revision unique (owner_id, meeting_id, revision),
    constraint published_meeting_is_numbered_from_one check (revision >= 1)
);
create index published_meeting_by_plan on published_meeting (owner_id, plan_id);

-- The end of a revision: replaced by the next, or withdrawn. A revision without one is in force.
create table published_meeting_end (
    owner_id      uuid        not null,
    meeting_id    uuid        not null,
    revision      int         not null,
    plan_slug     text        not null,
    kind          text        not null,
    ended_at      timestamptz not null,
    public_reason text        not null default '',
    constraint published_meeting_end_pk primary key (owner_id, meeting_id, revision),
    constraint published_meeting_end_of_publication foreign key (owner_id, meeting_id, revision)
        references published_meeting (owner_id, meeting_id, revision),
    constraint published_meeting_end_kind_is_known check (kind in ('REPLACED', 'WITHDRAWN')),
    constraint only_a_withdrawn_meeting_is_explained check (kind = 'WITHDRAWN' or public_reason = '')
);
call limit_text('published_meeting_end', 'public_reason', 1000);

call guard_table_of_secretariat('published_meeting');
revoke update, delete on published_meeting from kyosei_app;
drop policy secretariat_updates on published_meeting;
drop policy secretariat_deletes on published_meeting;
call guard_table_of_secretariat('published_meeting_end');
revoke update, delete on published_meeting_end from kyosei_app;
drop policy secretariat_updates on published_meeting_end;
drop policy secretariat_deletes on published_meeting_end;

create policy public_reads_what_is_in_force on published_meeting for select using (
    (select context_is_public())
    and not exists (select 1 from published_meeting_end e
                    where e.owner_id = published_meeting.owner_id and e.meeting_id = published_meeting.meeting_id
                      and e.revision = published_meeting.revision));
create policy public_reads_that_it_ended on published_meeting_end for select using ((select context_is_public()));

-- A name that a narrow cell of Excel broke into lines is one line: between Japanese letters nothing stood there, elsewhere a
-- blank did. Text comes in as one line from now on (TextKind.PLAN_WORDS); what is stored already is joined here, in adopted
-- versions as well: it is the same name.
create function one_line(words text) returns text
    language sql immutable parallel safe
    return btrim(regexp_replace(
        regexp_replace(words,
            '([々〇ー・「」『』【】〔〕（）、。\u3041-\u3096\u30a1-\u30fa\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff])[ \t\u3000]*[\n\r\u000b\u000c\u0085\u2028\u2029][\s\u3000]*(?=[々〇ー・「」『』【】〔〕（）、。\u3041-\u3096\u30a1-\u30fa\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff])', '\1', 'g'),
        '[ \t\u3000]*[\n\r\u000b\u000c\u0085\u2028\u2029][\s\u3000]*', ' ', 'g'));

alter table section no force row level security;
alter table section disable trigger section_of_adopted_version_stays;
update section set title = one_line(title) where title ~ '[\n\r\u000b\u000c\u0085\u2028\u2029]';
alter table section enable trigger section_of_adopted_version_stays;
alter table section force row level security;

alter table initiative no force row level security;
alter table initiative disable trigger initiative_of_adopted_version_stays;
update initiative set title = one_line(title) where title ~ '[\n\r\u000b\u000c\u0085\u2028\u2029]';
alter table initiative enable trigger initiative_of_adopted_version_stays;
alter table initiative force row level security;

alter table indicator_definition no force row level security;
alter table indicator_definition disable trigger indicator_definition_of_adopted_version_stays;
update indicator_definition set name = one_line(name), source = one_line(source)
where name ~ '[\n\r\u000b\u000c\u0085\u2028\u2029]' or source ~ '[\n\r\u000b\u000c\u0085\u2028\u2029]';
alter table indicator_definition enable trigger indicator_definition_of_adopted_version_stays;
alter table indicator_definition force row level security;

alter table section add constraint section_title_is_one_line check (title !~ '[\n\r]');
alter table initiative add constraint initiative_title_is_one_line check (title !~ '[\n\r]');
alter table indicator_definition add constraint indicator_name_is_one_line check (name !~ '[\n\r]' and source !~ '[\n\r]');
