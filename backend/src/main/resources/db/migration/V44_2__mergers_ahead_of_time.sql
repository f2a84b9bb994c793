-- A department that is merged from a year to come: its people and its work are a change of staff, prepared for the first of April.
alter table transfer add column merges_department_id uuid;
alter table transfer add constraint transfer_of_a_merger
    foreign key (owner_id, merges_department_id) references department (owner_id, id);
create unique index transfer_of_merger_once on transfer (owner_id, merges_department_id)
    where state = 'PREPARED' and merges_department_id is not null;
