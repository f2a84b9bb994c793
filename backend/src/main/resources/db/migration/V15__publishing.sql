-- What an owner has published of a plan's fiscal year: composed once, never altered, read by anybody while it is in force.
-- Whatever stands in a table that the public reads is public: who published, and why something was withdrawn, is in
-- publication_step, which only the owner reads.

-- Nobody in particular: set by TenantDoor.published alone.
create function context_is_public() returns boolean
    language sql stable parallel safe
    return coalesce(nullif(current_setting('app.public', true), ''), 'false')::boolean;

create table publication (
    owner_id           uuid        not null,
    id                 uuid        not null,
    plan_id            uuid        not null,
    fiscal_year        int         not null,
    -- 1 for the first; a replacement (差替), and what is published again after a withdrawal, is the next
    revision           int         not null,
    narratives         boolean     not null,
    notes              boolean     not null,
    licence            text        not null,
    first_published_at timestamptz not null,
    published_at       timestamptz not null,
    document           jsonb       not null,
    constraint publication_pk primary key (owner_id, id),
    constraint publication_of_plan foreign key (owner_id, plan_id) references plan (owner_id, id),
    constraint publication_once_a_revision unique (owner_id, plan_id, fiscal_year, revision),
    constraint publication_is_numbered_from_one check (revision >= 1),
    constraint publication_licence_is_known check (licence in ('CC_BY_4_0', 'UNSTATED')),
    constraint publication_first_before_later check (first_published_at <= published_at)
);

-- Further files frozen with it, such as the sheet as xlsx and pdf.
create table publication_file (
    owner_id       uuid  not null,
    publication_id uuid  not null,
    position       int   not null,
    name           text  not null,
    content_type   text  not null,
    content        bytea not null,
    constraint publication_file_pk primary key (owner_id, publication_id, name),
    constraint publication_file_of_publication foreign key (owner_id, publication_id) references publication (owner_id, id),
    constraint publication_file_name_is_plain check (name ~ '^[a-z0-9][a-z0-9-]{0,40}\.[a-z0-9]{1,8}$')
);

-- The end of a revision: replaced by the next, or withdrawn. A revision without one is in force.
create table publication_end (
    owner_id    uuid        not null,
    plan_id     uuid        not null,
    fiscal_year int         not null,
    revision    int         not null,
    plan_slug   text        not null,
    kind        text        not null,
    ended_at    timestamptz not null,
    constraint publication_end_pk primary key (owner_id, plan_id, fiscal_year, revision),
    constraint publication_end_of_publication foreign key (owner_id, plan_id, fiscal_year, revision)
        references publication (owner_id, plan_id, fiscal_year, revision),
    constraint publication_end_kind_is_known check (kind in ('REPLACED', 'WITHDRAWN'))
);

-- Who published and who withdrew, and why.
create table publication_step (
    owner_id    uuid        not null,
    plan_id     uuid        not null,
    fiscal_year int         not null,
    revision    int         not null,
    step        text        not null,
    person_id   uuid        not null,
    person_name text        not null,
    at          timestamptz not null,
    reason      text        not null default '',
    constraint publication_step_pk primary key (owner_id, plan_id, fiscal_year, revision, step),
    constraint publication_step_of_publication foreign key (owner_id, plan_id, fiscal_year, revision)
        references publication (owner_id, plan_id, fiscal_year, revision),
    constraint publication_step_is_known check (step in ('PUBLISH', 'WITHDRAW')),
    constraint withdrawal_says_why check (step = 'PUBLISH' or reason ~ '[^[:space:]]')
);

-- A published note whose author has since withdrawn it, or narrowed who sees it, is shown no longer.
create table withheld_note (
    owner_id uuid        not null,
    -- of a note or of a reply
    id       uuid        not null,
    at       timestamptz not null,
    constraint withheld_note_pk primary key (owner_id, id),
    constraint withheld_note_of_owner foreign key (owner_id) references owner (id)
);

call guard_table_of_secretariat('publication');
revoke update, delete on publication from kyosei_app;
drop policy secretariat_updates on publication;
drop policy secretariat_deletes on publication;
call guard_table_of_secretariat('publication_file');
revoke update, delete on publication_file from kyosei_app;
drop policy secretariat_updates on publication_file;
drop policy secretariat_deletes on publication_file;
call guard_table_of_secretariat('publication_end');
revoke update, delete on publication_end from kyosei_app;
drop policy secretariat_updates on publication_end;
drop policy secretariat_deletes on publication_end;
call guard_table_of_secretariat('publication_step');
revoke update, delete on publication_step from kyosei_app;
drop policy secretariat_updates on publication_step;
drop policy secretariat_deletes on publication_step;

create policy public_reads_what_is_in_force on publication for select using (
    (select context_is_public())
    and not exists (select 1 from publication_end e
                    where e.owner_id = publication.owner_id and e.plan_id = publication.plan_id
                      and e.fiscal_year = publication.fiscal_year and e.revision = publication.revision));
-- The subquery is itself held by the policy above.
create policy public_reads_with_its_publication on publication_file for select using (
    (select context_is_public())
    and exists (select 1 from publication p
                where p.owner_id = publication_file.owner_id and p.id = publication_file.publication_id));
create policy public_reads_that_it_ended on publication_end for select using ((select context_is_public()));

-- Written by the triggers below with the rights of whoever changes a note.
alter table withheld_note enable row level security;
alter table withheld_note force row level security;
create policy withheld_note_is_read on withheld_note for select using (
    owner_id = any ((select context_owners('app.readable_owners'))::uuid[]) or (select context_is_public()));
create policy withheld_note_is_written on withheld_note for insert with check (
    owner_id = any ((select context_owners('app.discussing_owners'))::uuid[]));
create policy withheld_note_is_dated on withheld_note for update
    using (owner_id = any ((select context_owners('app.discussing_owners'))::uuid[]))
    with check (owner_id = any ((select context_owners('app.discussing_owners'))::uuid[]));
grant select, insert on withheld_note to kyosei_app;
grant update (at) on withheld_note to kyosei_app;

create function withhold_note() returns trigger
    language plpgsql
as $$
begin
    insert into withheld_note (owner_id, id, at) values (new.owner_id, new.id, clock_timestamp())
    on conflict on constraint withheld_note_pk do update set at = excluded.at;
    perform pg_notify('kyosei_published', '');
    return null;
end
$$;

create trigger note_is_withheld after update of visibility, withdrawn_at on note
    for each row when (old.visibility = 'PUBLIC' and old.withdrawn_at is null
                       and (new.visibility <> 'PUBLIC' or new.withdrawn_at is not null))
    execute function withhold_note();
create trigger reply_is_withheld after update of withdrawn_at on note_reply
    for each row when (old.withdrawn_at is null and new.withdrawn_at is not null)
    execute function withhold_note();
