-- Files being read or applied right now: how far, since when, and that whoever does it is alive. What its process left behind
-- when it died is known by a beat that is old; nothing of it was written, for both end in one transaction.
create table import_work (
    owner_id      uuid             not null,
    import_id     uuid             not null,
    step          text             not null,
    begun_by_name text             not null,
    begun_at      timestamptz      not null,
    -- how much is done, from 0 to 1
    share         double precision not null default 0,
    beat_at       timestamptz      not null,
    -- somebody wants it to end
    stopped       boolean          not null default false,
    -- why it ended without a result; empty while it is under way
    message       text             not null default '',
    constraint import_work_pk primary key (owner_id, import_id),
    constraint import_work_of_import foreign key (owner_id, import_id) references data_import (owner_id, id) on delete cascade,
    constraint import_work_step_is_known check (step in ('READING', 'APPLYING')),
    constraint import_work_share_is_one check (share between 0 and 1),
    constraint import_work_message_is_short check (length(message) <= 1000)
);

call guard_for_secretariat('import_work');

-- What was answered to a name that has drifted between two papers, for that indicator; it goes with the import in which it
-- was said, as what was said of a column does.
create table import_name_memory (
    owner_id     uuid        not null,
    import_id    uuid        not null,
    indicator_id uuid        not null,
    -- of the name without widths, spaces and marks
    key          text        not null,
    -- the name as it stood in the file, and that of the indicator
    name         text        not null,
    indicator    text        not null,
    same         boolean     not null,
    said_at      timestamptz not null,
    constraint import_name_memory_pk primary key (owner_id, import_id, indicator_id, key),
    constraint import_name_memory_of_import foreign key (owner_id, import_id) references data_import (owner_id, id) on delete cascade,
    constraint import_name_memory_of_indicator foreign key (owner_id, indicator_id) references indicator (owner_id, id) on delete cascade,
    constraint import_name_memory_key_is_digest check (key ~ '^[0-9a-f]{64}$'),
    constraint import_name_memory_name_is_short check (length(name) <= 500),
    constraint import_name_memory_indicator_is_short check (length(indicator) <= 500)
);
create index import_name_memory_by_indicator on import_name_memory (owner_id, indicator_id);

call guard_for_secretariat('import_name_memory');
