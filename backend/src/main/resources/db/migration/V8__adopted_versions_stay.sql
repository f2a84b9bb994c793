-- An adopted version is unchangeable as a whole: the version itself, the spans of its initiatives, and also a row that
-- an update would take out of it into another version.

create or replace function forbid_change_of_adopted_version() returns trigger
    language plpgsql
as $$
declare
    touched uuid[];
begin
    touched := case tg_op
        when 'INSERT' then array [new.plan_version_id]
        when 'DELETE' then array [old.plan_version_id]
        else array [old.plan_version_id, new.plan_version_id]
    end;
    if exists (select 1 from plan_version v where v.id = any (touched) and v.adopted_on is not null) then
        raise exception 'plan version % is adopted and cannot change', touched
            using errcode = 'KY001';
    end if;
    return case when tg_op = 'DELETE' then old else new end;
end
$$;

create function forbid_change_of_adopted_span() returns trigger
    language plpgsql
as $$
declare
    touched uuid[];
begin
    touched := case tg_op
        when 'INSERT' then array [new.initiative_id]
        when 'DELETE' then array [old.initiative_id]
        else array [old.initiative_id, new.initiative_id]
    end;
    if exists (select 1 from initiative i
               join plan_version v on v.owner_id = i.owner_id and v.id = i.plan_version_id
               where i.id = any (touched) and v.adopted_on is not null) then
        raise exception 'the plan version of initiative % is adopted and cannot change', touched
            using errcode = 'KY001';
    end if;
    return case when tg_op = 'DELETE' then old else new end;
end
$$;

create trigger initiative_span_of_adopted_version_stays before insert or update or delete on initiative_span
    for each row execute function forbid_change_of_adopted_span();

-- Adoption is the last change of a version.
create function forbid_change_after_adoption() returns trigger
    language plpgsql
as $$
begin
    if old.adopted_on is not null then
        raise exception 'plan version % is adopted and cannot change', old.id
            using errcode = 'KY001';
    end if;
    return case when tg_op = 'DELETE' then old else new end;
end
$$;

create trigger adopted_version_stays before update or delete on plan_version
    for each row execute function forbid_change_after_adoption();
