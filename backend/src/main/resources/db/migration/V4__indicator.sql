-- Indicators. The identity outlives versions and may stand in two plans; what is said of it belongs to a version.

create table indicator (
    owner_id uuid not null,
    id       uuid not null,
    constraint indicator_pk primary key (owner_id, id),
    constraint indicator_of_owner foreign key (owner_id) references owner (id)
);

create table indicator_definition (
    owner_id             uuid    not null,
    plan_version_id      uuid    not null,
    indicator_id         uuid    not null,
    section_id           uuid    not null,
    position             int     not null,
    no                   text    not null,
    kind                 text    not null,
    name                 text    not null,
    description          text    not null,
    unit                 text    not null,
    decimals             int     not null,
    change_digits        text    not null,
    ratio_as_percent     boolean not null,
    direction            text    not null,
    cumulative           boolean not null,
    progress_formula     text,
    baseline_kind        text    not null,
    baseline_value       numeric,
    baseline_fiscal_year int,
    baseline_note        text    not null,
    stated_target        numeric,
    consolidation        text    not null,
    source               text    not null,
    constraint indicator_definition_pk primary key (owner_id, plan_version_id, indicator_id),
    constraint indicator_definition_of_indicator foreign key (owner_id, indicator_id) references indicator (owner_id, id),
    constraint indicator_definition_under_section foreign key (owner_id, plan_version_id, section_id)
        references section (owner_id, plan_version_id, id),
    constraint indicator_no_is_unique unique (owner_id, plan_version_id, no),
    constraint indicator_kind_is_known check (kind in ('GOAL', 'KPI')),
    constraint indicator_decimals_are_few check (decimals between 0 and 6),
    constraint change_digits_are_known check (change_digits in ('OWN', 'WHOLE')),
    constraint direction_is_known check (direction in ('HIGHER', 'LOWER', 'KEEP')),
    constraint progress_formula_is_known check (progress_formula in ('TARGET_RATIO', 'CHANGE_RATIO')),
    constraint baseline_kind_is_known check (baseline_kind in ('MEASURED', 'ABSENT', 'ADDED_LATER')),
    constraint measured_baseline_has_value_and_year
        check ((baseline_kind = 'MEASURED') = (baseline_value is not null and baseline_fiscal_year is not null)),
    constraint consolidation_is_known
        check (consolidation in ('SINGLE', 'SUM', 'RATIO_OF_SUMS', 'MEAN', 'MINIMUM', 'MAXIMUM', 'ENTERED'))
);

create table indicator_target (
    owner_id        uuid    not null,
    plan_version_id uuid    not null,
    indicator_id    uuid    not null,
    fiscal_year     int     not null,
    value           numeric not null,
    constraint indicator_target_pk primary key (owner_id, plan_version_id, indicator_id, fiscal_year),
    constraint indicator_target_of_definition foreign key (owner_id, plan_version_id, indicator_id)
        references indicator_definition (owner_id, plan_version_id, indicator_id)
);

create table indicator_reporter (
    owner_id            uuid not null,
    plan_version_id     uuid not null,
    indicator_id        uuid not null,
    municipality_code   text not null,
    department_owner_id uuid,
    department_id       uuid,
    constraint indicator_reporter_pk primary key (owner_id, plan_version_id, indicator_id, municipality_code),
    constraint indicator_reporter_of_definition foreign key (owner_id, plan_version_id, indicator_id)
        references indicator_definition (owner_id, plan_version_id, indicator_id),
    constraint indicator_reporter_is_registered foreign key (municipality_code) references municipality (code),
    constraint indicator_reporter_department foreign key (department_owner_id, department_id)
        references department (owner_id, id)
);

call guard_tenant_table('indicator');
call guard_tenant_table('indicator_definition');
call guard_tenant_table('indicator_target');
call guard_tenant_table('indicator_reporter');

create trigger indicator_definition_of_adopted_version_stays before insert or update or delete on indicator_definition
    for each row execute function forbid_change_of_adopted_version();
create trigger indicator_target_of_adopted_version_stays before insert or update or delete on indicator_target
    for each row execute function forbid_change_of_adopted_version();
create trigger indicator_reporter_of_adopted_version_stays before insert or update or delete on indicator_reporter
    for each row execute function forbid_change_of_adopted_version();
