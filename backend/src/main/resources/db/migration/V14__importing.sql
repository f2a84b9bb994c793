-- Files brought in (取込), each with what is needed to preview it again and to undo it, and what an owner's people said of
-- columns. Between the owner's secretariat and the database: a file may hold figures that are nobody else's yet.

create table data_import (
    owner_id        uuid        not null,
    id              uuid        not null,
    -- the plan that it changes, or the one that it would create
    plan_slug       text        not null,
    plan_is_new     boolean     not null,
    title           text        not null,
    fiscal_year     int         not null,
    file_name       text        not null,
    -- empty once nothing can be previewed any more
    content         bytea       not null,
    -- what the person said of columns: sheet -> column -> kind and year
    corrections     jsonb       not null default '{}',
    state           text        not null,
    -- why it could not be read
    message         text        not null default '',
    created_by      uuid        not null,
    created_by_name text        not null,
    created_at      timestamptz not null,
    settled_by_name text        not null default '',
    settled_at      timestamptz,
    -- what was written, with what stood there before
    undo            jsonb,
    version         bigint      not null default 1,
    constraint data_import_pk primary key (owner_id, id),
    constraint data_import_of_owner foreign key (owner_id) references owner (id),
    constraint data_import_state_is_known check (state in
        ('READING', 'READY', 'UNREADABLE', 'CANCELLED', 'APPLIED', 'UNDONE')),
    constraint unreadable_import_says_why check (state <> 'UNREADABLE' or message <> ''),
    constraint applied_import_can_be_undone check (state <> 'APPLIED' or undo is not null)
);
create index data_import_by_owner on data_import (owner_id, created_at desc);

create table import_memory (
    owner_id uuid not null,
    label    text not null,
    kind     text not null,
    constraint import_memory_pk primary key (owner_id, label),
    constraint import_memory_of_owner foreign key (owner_id) references owner (id),
    constraint import_memory_label_is_short check (length(label) <= 200)
);

create procedure guard_for_secretariat(guarded regclass)
    language plpgsql
as $$
begin
    execute format('alter table %s enable row level security', guarded);
    execute format('alter table %s force row level security', guarded);
    execute format('create policy secretariat_alone on %s using ('
        'owner_id = any ((select context_owners(''app.readable_owners''))::uuid[]) '
        'and owner_id = any ((select context_owners(''app.kept_owners''))::uuid[]))', guarded);
    execute format('grant select, insert, update, delete on %s to kyosei_app', guarded);
end
$$;

call guard_for_secretariat('data_import');
call guard_for_secretariat('import_memory');

-- The trail outlives what it tells of: a plan that an import made can be removed again with its indicators.
alter table audit_entry drop constraint audit_entry_of_plan, drop constraint audit_entry_of_indicator;
