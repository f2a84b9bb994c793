-- What was said of a column is remembered for a head together with those around it, by the import in which it was said: so
-- that it goes with it, and does no harm to other tables. What was kept before lay under bare patterns such as "any year",
-- by which one word about 平成32年 made targets of all years of an owner; of these nothing can be told apart, and all go.
drop table import_memory;

create table import_memory (
    owner_id  uuid        not null,
    import_id uuid        not null,
    -- of the head, its neighbours and all heads of its table
    key       text        not null,
    -- the head as it stood in the file
    label     text        not null,
    kind      text        not null,
    said_at   timestamptz not null,
    constraint import_memory_pk primary key (owner_id, import_id, key),
    constraint import_memory_of_import foreign key (owner_id, import_id) references data_import (owner_id, id) on delete cascade,
    constraint import_memory_key_is_digest check (key ~ '^[0-9a-f]{64}$'),
    constraint import_memory_label_is_short check (length(label) <= 200)
);

call guard_for_secretariat('import_memory');
