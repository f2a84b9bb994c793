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
