-- For which days the roles of an invitation are given: a first and a last one, both included, days of Japan; none for the first
-- login and until further notice.
alter table invitation add column valid_from date;
alter table invitation add column valid_until date;
alter table invitation add constraint invitation_ends_after_it_begins check (valid_until >= valid_from);
