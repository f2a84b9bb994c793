-- The yearly collection (実績照会): a round for a plan and a fiscal year, a task for each indicator and reporting
-- municipality; what figures and narratives need to be entered by several people at once.

create table collection_round (
    owner_id       uuid        not null,
    id             uuid        not null,
    plan_id        uuid        not null,
    fiscal_year    int         not null,
    state          text        not null,
    due_on         date        not null,
    instructions   text        not null,
    opened_by      uuid        not null,
    opened_by_name text        not null,
    opened_at      timestamptz not null,
    closed_at      timestamptz,
    version        bigint      not null default 1,
    constraint collection_round_pk primary key (owner_id, id),
    constraint collection_round_of_plan foreign key (owner_id, plan_id) references plan (owner_id, id),
    constraint collection_round_once_a_year unique (owner_id, plan_id, fiscal_year),
    constraint collection_round_state_is_known check (state in ('OPEN', 'CLOSED')),
    constraint closed_round_says_when check ((state = 'CLOSED') = (closed_at is not null))
);

create table collection_task (
    owner_id            uuid    not null,
    round_id            uuid    not null,
    indicator_id        uuid    not null,
    municipality_code   text    not null,
    department_owner_id uuid,
    department_id       uuid,
    due_on              date    not null,
    needs_approval      boolean not null,
    state               text    not null,
    -- what the one who sent it back asks for; stays until the next submission
    comment             text    not null default '',
    submitted_by        uuid,
    acted_by_name       text    not null default '',
    acted_at            timestamptz,
    version             bigint  not null default 1,
    constraint collection_task_pk primary key (owner_id, round_id, indicator_id, municipality_code),
    constraint collection_task_of_round foreign key (owner_id, round_id) references collection_round (owner_id, id),
    constraint collection_task_of_indicator foreign key (owner_id, indicator_id) references indicator (owner_id, id),
    constraint collection_task_town_is_registered foreign key (municipality_code) references municipality (code),
    constraint collection_task_department foreign key (department_owner_id, department_id)
        references department (owner_id, id),
    constraint collection_task_state_is_known check
        (state in ('NOT_STARTED', 'DRAFT', 'AWAITING_APPROVAL', 'SUBMITTED', 'RETURNED', 'CONFIRMED'))
);

call guard_tenant_table('collection_round');
call guard_tenant_table('collection_task');

-- Versions of figures and narratives: 0 means that nothing is stored, so what is stored begins at 1.
alter table actual
    drop column version,
    add column version bigint not null default 1,
    add column note text not null default '',
    add column entered_by_name text not null default '';
alter table narrative
    drop column version,
    add column version bigint not null default 1,
    add column initiatives text not null default '',
    -- what came with a plan was published
    add column state text not null default 'CONFIRMED',
    add column written_by_name text not null default '';
alter table narrative
    add constraint narrative_state_is_known check (state in ('DRAFT', 'SUBMITTED', 'RETURNED', 'CONFIRMED'));

-- The name as it was then: readers in other municipalities may not read the person.
alter table manual_grade add column graded_by_name text not null default '';
alter table check_confirmation add column confirmed_by_name text not null default '';

-- A POST that is sent again under the same key is answered as the first time.
create table idempotency_key (
    owner_id     uuid        not null,
    person_id    uuid        not null,
    key          text        not null,
    request      text        not null,
    status       int         not null,
    answer       text        not null,
    at           timestamptz not null,
    constraint idempotency_key_pk primary key (owner_id, person_id, key),
    constraint idempotency_key_of_owner foreign key (owner_id) references owner (id),
    constraint idempotency_key_is_short check (length(key) between 1 and 200)
);
create index idempotency_key_by_age on idempotency_key (owner_id, at);

call guard_tenant_table('idempotency_key');

-- The history of a plan, newest first.
create index audit_entry_by_plan on audit_entry (owner_id, plan_id, at desc);
