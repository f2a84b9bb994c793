-- What a superior saw of a thing when it was last submitted to him: by it he is shown what has changed when it comes again.
-- His own mark, readable by nobody else; it goes with its task.
create table approval_look (
    owner_id          uuid        not null,
    person_id         uuid        not null,
    round_id          uuid        not null,
    subject_kind      text        not null,
    subject_id        uuid        not null,
    municipality_code text        not null,
    -- when what he saw had been submitted; the same submission seen twice is one look
    submitted_at      timestamptz not null,
    seen              jsonb       not null,
    seen_before       jsonb,
    constraint approval_look_pk
        primary key (owner_id, person_id, round_id, subject_kind, subject_id, municipality_code),
    constraint approval_look_of_task
        foreign key (owner_id, round_id, subject_kind, subject_id, municipality_code)
        references collection_task (owner_id, round_id, subject_kind, subject_id, municipality_code) on delete cascade
);

call guard_ones_own('approval_look');

-- What waits for a superior is counted with every page he opens.
create index collection_task_awaiting_approval on collection_task (owner_id, round_id)
    where state = 'AWAITING_APPROVAL';

-- The period that whoever brings a new plan in says it has; none where nobody said, and the file's years are taken.
alter table data_import
    add column first_fiscal_year int,
    add column last_fiscal_year int,
    add constraint data_import_period_is_whole
        check ((first_fiscal_year is null) = (last_fiscal_year is null) and first_fiscal_year <= last_fiscal_year);

-- A plan that was never adopted can be removed with what hangs on it: its trial rounds with their tasks, checks confirmed,
-- grades and marks of its indicators. Letters about it stay, and are about no plan any more. Notes, meetings, publications
-- and what was collected for the next plan are not taken along: with these a plan is not removed.
alter table collection_task drop constraint collection_task_of_round;
alter table collection_task add constraint collection_task_of_round
    foreign key (owner_id, round_id) references collection_round (owner_id, id) on delete cascade;
alter table notice drop constraint notice_of_plan;
alter table notice add constraint notice_of_plan
    foreign key (owner_id, plan_id) references plan (owner_id, id) on delete set null (plan_id);
alter table check_confirmation drop constraint check_confirmation_of_indicator;
alter table check_confirmation add constraint check_confirmation_of_indicator
    foreign key (owner_id, indicator_id) references indicator (owner_id, id) on delete cascade;
alter table manual_grade drop constraint manual_grade_of_indicator;
alter table manual_grade add constraint manual_grade_of_indicator
    foreign key (owner_id, indicator_id) references indicator (owner_id, id) on delete cascade;
alter table indicator_reading drop constraint indicator_reading_of_indicator;
alter table indicator_reading add constraint indicator_reading_of_indicator
    foreign key (owner_id, indicator_id) references indicator (owner_id, id) on delete cascade;
