-- The committee (懇談会の委員): who is a member, for which term, in the order of the 名簿. An account is optional: a member may be
-- on paper alone. Meetings take their list from here; what they held stays as it was held.
create table committee_member (
    owner_id    uuid   not null,
    id          uuid   not null,
    position    int    not null,
    name        text   not null,
    affiliation text   not null,
    office      text   not null,
    remark      text   not null,
    -- the term (任期), days in Japan, both included; none: since ever, until further notice
    term_from   date,
    term_until  date,
    -- with whose account the member reads and writes; none for a member on paper alone
    person_id   uuid,
    version     bigint not null default 1,
    constraint committee_member_pk primary key (owner_id, id),
    constraint committee_member_of_owner foreign key (owner_id) references owner (id),
    constraint committee_member_is_person foreign key (person_id) references person (id),
    constraint committee_member_has_a_name check (name <> ''),
    constraint committee_term_ends_after_it_begins check (term_until >= term_from)
);
create index committee_member_in_order on committee_member (owner_id, position, id);
call guard_table_of_secretariat('committee_member');
call limit_text('committee_member', 'name', 200);
call limit_text('committee_member', 'affiliation', 200);
call limit_text('committee_member', 'office', 200);
call limit_text('committee_member', 'remark', 200);
-- The owner's admin keeps the list as well as the secretariat.
create policy admin_inserts on committee_member for insert with check (
    owner_id = any ((select context_owners('app.administered_owners'))::uuid[]));
create policy admin_updates on committee_member for update
    using (owner_id = any ((select context_owners('app.administered_owners'))::uuid[]))
    with check (owner_id = any ((select context_owners('app.administered_owners'))::uuid[]));
create policy admin_deletes on committee_member for delete using (
    owner_id = any ((select context_owners('app.administered_owners'))::uuid[]));
