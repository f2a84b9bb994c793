-- Who changed what, when, from what to what: written in the transaction of the change, never altered.
create table audit_entry (
    owner_id     uuid        not null,
    id           uuid        not null,
    at           timestamptz not null,
    person_id    uuid        not null,
    person_name  text        not null,
    action       text        not null,
    subject_kind text        not null,
    subject_id   text        not null,
    plan_id      uuid,
    indicator_id uuid,
    before       jsonb,
    after        jsonb,
    reason       text,
    constraint audit_entry_pk primary key (owner_id, id),
    constraint audit_entry_of_owner foreign key (owner_id) references owner (id),
    constraint audit_entry_of_plan foreign key (owner_id, plan_id) references plan (owner_id, id),
    constraint audit_entry_of_indicator foreign key (owner_id, indicator_id) references indicator (owner_id, id)
);
create index audit_entry_by_indicator on audit_entry (owner_id, indicator_id, at desc);

call guard_tenant_table('audit_entry');
revoke update, delete on audit_entry from kyosei_app;
drop policy tenant_updates on audit_entry;
drop policy tenant_deletes on audit_entry;
create policy audit_is_written_by_operator on audit_entry for insert with check ((select context_is_operator()));
