-- Who changed what of the service itself, where no owner is concerned: people registered, the register of municipalities.
-- Written in the transaction of the change, by the operator or by whom it concerns; never altered; the operator reads it.
create table service_entry (
    id           uuid        not null,
    at           timestamptz not null,
    person_id    uuid        not null,
    person_name  text        not null,
    action       text        not null,
    subject_kind text        not null,
    subject_id   text        not null,
    before       jsonb,
    after        jsonb,
    reason       text,
    constraint service_entry_pk primary key (id)
);
create index service_entry_by_time on service_entry (at desc);

alter table service_entry enable row level security;
alter table service_entry force row level security;
create policy service_entry_is_read_by_operator on service_entry for select using (
    (select context_is_operator()) or person_id = (select context_person()));
create policy service_entry_is_written_by_whom_it_concerns on service_entry for insert with check (
    (select context_is_operator()) or person_id = (select context_person()));
grant select, insert on service_entry to kyosei_app;

call limit_text('service_entry', 'person_name', 200);
call limit_text('service_entry', 'subject_id', 500);
call limit_text('service_entry', 'reason', 1000);
