-- When a task was last handed in, so that a round can be compared with that of the year before on the same day. Not known of
-- tasks that were handed in before there was this column.
alter table collection_task add column submitted_at timestamptz;
