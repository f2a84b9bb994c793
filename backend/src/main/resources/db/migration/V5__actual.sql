-- Actuals by indicator, fiscal year and reporting municipality, the narratives beside them,
-- what was published, what a person decided over the computed result.

create table actual (
    owner_id          uuid        not null,
    indicator_id      uuid        not null,
    fiscal_year       int         not null,
    -- null: the figure of the whole owner, entered by the secretariat
    municipality_code text,
    value             numeric,
    numerator         numeric,
    denominator       numeric,
    missing_reason    text,
    missing_note      text,
    reference_year    int,
    state             text        not null,
    entered_by        uuid        not null,
    entered_at        timestamptz not null,
    version           bigint      not null default 0,
    constraint actual_key unique nulls not distinct (owner_id, indicator_id, fiscal_year, municipality_code),
    constraint actual_of_indicator foreign key (owner_id, indicator_id) references indicator (owner_id, id),
    constraint actual_reporter_is_registered foreign key (municipality_code) references municipality (code),
    constraint actual_is_value_ratio_or_missing check (
        (value is not null)::int + (numerator is not null and denominator is not null)::int
            + (missing_reason is not null)::int = 1
        and (numerator is null) = (denominator is null)
        and (missing_reason is null) = (missing_note is null)),
    constraint missing_reason_is_known check (missing_reason in
        ('CANCELLED', 'NOT_HELD', 'NOT_SURVEYED', 'NOT_COUNTABLE', 'NOT_PUBLISHED', 'NOT_STARTED', 'OTHER')),
    constraint actual_state_is_known check (state in ('DRAFT', 'SUBMITTED', 'RETURNED', 'CONFIRMED')),
    constraint denominator_is_not_negative check (denominator >= 0)
);

create table narrative (
    owner_id          uuid        not null,
    indicator_id      uuid        not null,
    fiscal_year       int         not null,
    municipality_code text,
    progress          text        not null,
    outlook           text        not null,
    written_by        uuid        not null,
    written_at        timestamptz not null,
    version           bigint      not null default 0,
    constraint narrative_key unique nulls not distinct (owner_id, indicator_id, fiscal_year, municipality_code),
    constraint narrative_of_indicator foreign key (owner_id, indicator_id) references indicator (owner_id, id),
    constraint narrative_writer_is_registered foreign key (municipality_code) references municipality (code)
);

create table published_record (
    owner_id     uuid not null,
    indicator_id uuid not null,
    fiscal_year  int  not null,
    -- null: the grade column was published blank
    grade        text,
    rate         text,
    change       text,
    target       numeric,
    constraint published_record_pk primary key (owner_id, indicator_id, fiscal_year),
    constraint published_record_of_indicator foreign key (owner_id, indicator_id) references indicator (owner_id, id)
);

create table manual_grade (
    owner_id     uuid        not null,
    indicator_id uuid        not null,
    fiscal_year  int         not null,
    grade        text        not null,
    reason       text        not null,
    graded_by    uuid        not null,
    graded_at    timestamptz not null,
    version      bigint      not null default 0,
    constraint manual_grade_pk primary key (owner_id, indicator_id, fiscal_year),
    constraint manual_grade_of_indicator foreign key (owner_id, indicator_id) references indicator (owner_id, id),
    constraint manual_grade_gives_a_reason check (length(trim(reason)) > 0)
);

create table check_confirmation (
    owner_id     uuid        not null,
    indicator_id uuid        not null,
    fiscal_year  int         not null,
    code         text        not null,
    reason       text        not null,
    confirmed_by uuid        not null,
    confirmed_at timestamptz not null,
    constraint check_confirmation_pk primary key (owner_id, indicator_id, fiscal_year, code),
    constraint check_confirmation_of_indicator foreign key (owner_id, indicator_id) references indicator (owner_id, id),
    constraint check_confirmation_gives_a_reason check (length(trim(reason)) > 0)
);

call guard_tenant_table('actual');
call guard_tenant_table('narrative');
call guard_tenant_table('published_record');
call guard_tenant_table('manual_grade');
call guard_tenant_table('check_confirmation');
