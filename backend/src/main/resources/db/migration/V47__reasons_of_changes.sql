-- Why a version of a plan differs from the one before: said by the secretariat while it drafts, printed in the comparison of
-- versions, and part of the version once that is adopted. One reason for each field of a thing; said again, the later one stands
-- (what was said before is in the audit trail). The empty field is the thing as a whole: that it is new, or was taken out.
create table change_reason (
    owner_id        uuid        not null,
    plan_version_id uuid        not null,
    subject_kind    text        not null,
    -- of a section, an indicator or an initiative, one identity in all versions; what was taken out is in this version no more
    subject_id      uuid        not null,
    field           text        not null,
    reason          text        not null,
    person_id       uuid        not null,
    person_name     text        not null,
    given_at        timestamptz not null,
    constraint change_reason_pk primary key (owner_id, plan_version_id, subject_kind, subject_id, field),
    -- goes with a draft that is thrown away
    constraint change_reason_of_version foreign key (owner_id, plan_version_id)
        references plan_version (owner_id, id) on delete cascade,
    constraint change_reason_by_person foreign key (person_id) references person (id),
    constraint change_reason_subject_kind_is_known check (subject_kind in ('SECTION', 'INDICATOR', 'INITIATIVE')),
    constraint change_reason_field_is_a_word check (length(field) <= 100),
    constraint change_reason_is_given check (reason <> '')
);
call guard_tenant_table('change_reason');
call limit_text('change_reason', 'reason', 1000);
call limit_text('change_reason', 'person_name', 200);
create trigger change_reason_of_adopted_version_stays before insert or update or delete on change_reason
    for each row execute function forbid_change_of_adopted_version();
call let_owner_leave('change_reason');
