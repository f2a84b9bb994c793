-- The rules of an owner, dated: a rule set holds from its fiscal year until the next one begins.
create table rule_set (
    owner_id               uuid   not null,
    valid_from_fiscal_year int    not null,
    rules                  jsonb  not null,
    version                bigint not null default 0,
    constraint rule_set_pk primary key (owner_id, valid_from_fiscal_year),
    constraint rule_set_of_owner foreign key (owner_id) references owner (id)
);

call guard_tenant_table('rule_set');
-- Rules are no plan data: the operator lays down the first ones when it opens an owner, but reads none.
create policy rule_set_is_opened_by_operator on rule_set for insert with check ((select context_is_operator()));
