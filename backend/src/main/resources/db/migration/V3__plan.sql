-- What: plans, their versions, the tree of sections, initiatives.

create table plan (
    owner_id          uuid   not null,
    id                uuid   not null,
    slug              text   not null,
    title             text   not null,
    kind              text   not null,
    first_fiscal_year int    not null,
    last_fiscal_year  int    not null,
    level_names       text[] not null,
    version           bigint not null default 0,
    constraint plan_pk primary key (owner_id, id),
    constraint plan_of_owner foreign key (owner_id) references owner (id),
    -- unique within the owner only: a global key would tell one owner what another calls its plans
    constraint plan_slug_is_unique unique (owner_id, slug),
    constraint plan_slug_is_plain check (slug ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
    constraint plan_kind_is_known check (kind in ('JOINT_VISION', 'COMPREHENSIVE_STRATEGY', 'BASIC_PLAN')),
    constraint plan_ends_after_it_begins check (last_fiscal_year >= first_fiscal_year),
    constraint plan_names_its_levels check (cardinality(level_names) between 1 and 6)
);

create index plan_by_slug on plan (slug);

create table plan_version (
    owner_id   uuid   not null,
    id         uuid   not null,
    plan_id    uuid   not null,
    number     int    not null,
    title      text   not null,
    adopted_on date,
    version    bigint not null default 0,
    constraint plan_version_pk primary key (owner_id, id),
    constraint plan_version_of_plan foreign key (owner_id, plan_id) references plan (owner_id, id),
    constraint plan_version_number_is_unique unique (owner_id, plan_id, number)
);
create unique index plan_version_has_one_draft on plan_version (owner_id, plan_id) where adopted_on is null;

create table section (
    owner_id        uuid not null,
    id              uuid not null,
    plan_version_id uuid not null,
    parent_id       uuid,
    level           int  not null,
    position        int  not null,
    number          text not null,
    title           text not null,
    body            text not null,
    constraint section_pk primary key (owner_id, id),
    constraint section_of_plan_version foreign key (owner_id, plan_version_id) references plan_version (owner_id, id),
    constraint section_version_key unique (owner_id, plan_version_id, id),
    constraint section_parent_of_same_version foreign key (owner_id, plan_version_id, parent_id)
        references section (owner_id, plan_version_id, id),
    constraint section_number_is_unique unique (owner_id, plan_version_id, number),
    constraint section_top_has_level_one check ((parent_id is null) = (level = 1))
);

create table initiative (
    owner_id        uuid   not null,
    id              uuid   not null,
    plan_version_id uuid   not null,
    section_id      uuid   not null,
    position        int    not null,
    title           text   not null,
    municipalities  text[] not null,
    constraint initiative_pk primary key (owner_id, id),
    constraint initiative_under_section foreign key (owner_id, plan_version_id, section_id)
        references section (owner_id, plan_version_id, id)
);
create index initiative_by_section on initiative (owner_id, plan_version_id, section_id, position);

create table initiative_span (
    owner_id          uuid not null,
    initiative_id     uuid not null,
    first_fiscal_year int  not null,
    last_fiscal_year  int  not null,
    text              text not null,
    constraint initiative_span_pk primary key (owner_id, initiative_id, first_fiscal_year),
    constraint initiative_span_of_initiative foreign key (owner_id, initiative_id) references initiative (owner_id, id),
    constraint initiative_span_ends_after_it_begins check (last_fiscal_year >= first_fiscal_year)
);

call guard_tenant_table('plan');
call guard_tenant_table('plan_version');
call guard_tenant_table('section');
call guard_tenant_table('initiative');
call guard_tenant_table('initiative_span');

-- An adopted version is unchangeable: its content may be written only while it has no date of adoption.
create function forbid_change_of_adopted_version() returns trigger
    language plpgsql
as $$
declare
    changed_owner   uuid;
    changed_version uuid;
begin
    if tg_op = 'DELETE' then
        changed_owner := old.owner_id;
        changed_version := old.plan_version_id;
    else
        changed_owner := new.owner_id;
        changed_version := new.plan_version_id;
    end if;
    if exists (select 1 from plan_version v
               where v.owner_id = changed_owner and v.id = changed_version and v.adopted_on is not null) then
        raise exception 'plan version % is adopted and cannot change', changed_version
            using errcode = 'KY001';
    end if;
    return case when tg_op = 'DELETE' then old else new end;
end
$$;

create trigger section_of_adopted_version_stays before insert or update or delete on section
    for each row execute function forbid_change_of_adopted_version();
create trigger initiative_of_adopted_version_stays before insert or update or delete on initiative
    for each row execute function forbid_change_of_adopted_version();
