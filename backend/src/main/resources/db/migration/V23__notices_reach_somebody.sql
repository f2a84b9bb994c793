-- A notice goes to the desk that is asked and never to nobody: where nobody can be reached there, the secretariat gets a
-- letter that says so. Notices about single things are gathered into one letter.

alter table notice
    -- whom it reaches besides, while they work at the desk: those who submitted
    add column also_person_ids uuid[],
    -- towns count that are members now, or were in the fiscal year that it is about
    add column fiscal_year int,
    -- what it lists, a line each, and how many there are in all; body is what stands before, closing what stands after
    add column list_head text,
    add column listed text,
    add column listed_count int,
    add column closing text,
    -- notices of the same key become one letter, and one letter in a quarter of an hour
    add column gather_key text,
    -- into which notice's letter it went; its own where it was not gathered
    add column gathered_into uuid,
    -- in which notice's letter the secretariat was told that nobody could be reached
    add column unheld_into uuid,
    add constraint notice_lists_wholly check (
        num_nulls(list_head, listed, listed_count, closing) in (0, 4) and (gather_key is null or listed is not null)),
    add constraint notice_reaches_others_only_at_a_desk check (also_person_ids is null or municipality_code is not null);

create index notice_gathering on notice (owner_id, gather_key, expanded_at) where gather_key is not null;
create index notice_gathered on notice (owner_id, gathered_into) where gathered_into is not null;
create index notice_unheld on notice (owner_id, unheld_into) where unheld_into is not null;
grant update (gathered_into, unheld_into) on notice to kyosei_app;

alter table letter
    -- to the secretariat, in place of those who could not be reached
    add column stands_in boolean not null default false;

alter table notice drop constraint notice_kind_is_known;
alter table notice add constraint notice_kind_is_known check (kind in (
    'ROUND_OPENED', 'ROUND_CHANGED', 'APPROVAL_REQUESTED', 'REMINDER', 'RETURNED', 'CONFIRMED',
    'NOTE_ANSWERED', 'NOTE_WRITTEN', 'NOTE_ASSIGNED', 'MENTIONED', 'WINDOW_OPENED', 'WINDOW_CLOSING', 'PAPERS_ISSUED',
    'MEETING_CHANGED'));
alter table mail_choice drop constraint mail_choice_kind_is_known;
alter table mail_choice add constraint mail_choice_kind_is_known check (kind in (
    'ROUND_OPENED', 'ROUND_CHANGED', 'APPROVAL_REQUESTED', 'REMINDER', 'RETURNED', 'CONFIRMED',
    'NOTE_ANSWERED', 'NOTE_WRITTEN', 'NOTE_ASSIGNED', 'MENTIONED', 'WINDOW_OPENED', 'WINDOW_CLOSING', 'PAPERS_ISSUED',
    'MEETING_CHANGED'));

-- How far notices to desks of towns will come: counts and no names, and only for who may post in the owner. It looks as the
-- mailer looks, while it runs. The arrays are of one length, an element for each desk.
create function mail_reach(
        asked_owner uuid, this_year int, matter_year int, asked_kind text, asked_roles text[],
        towns text[], departments uuid[], once_keys text[])
    returns table (place int, already boolean, reached int, switched_off int, without_address int)
    language plpgsql
as $$
#variable_conflict use_column
declare
    mailer_before text := coalesce(current_setting('app.mailer', true), '');
begin
    if not asked_owner = any (context_owners('app.writable_owners')) then
        return;
    end if;
    perform set_config('app.mailer', 'true', true);
    return query
        with desk as (
            select d.place::int as place, d.town, d.department, d.once_key
            from unnest(towns, departments, once_keys) with ordinality as d (town, department, once_key, place)),
        holder as (
            select distinct d.place, p.id, p.mail_address, coalesce(c.wanted, true) as wanted
            from desk d
            join owner o on o.municipality_code = d.town and (o.id = asked_owner or exists (
                select from alliance_member m
                where m.owner_id = asked_owner and m.municipality_code = d.town
                  and ((m.first_fiscal_year <= this_year and coalesce(m.last_fiscal_year, this_year) >= this_year)
                    or (m.first_fiscal_year <= matter_year and coalesce(m.last_fiscal_year, matter_year) >= matter_year))))
            join role_grant g on g.owner_id = o.id and g.role = any (asked_roles)
                and (d.department is null or g.department_id is null or g.department_id = d.department)
            join person p on p.id = g.person_id
            left join mail_choice c on c.person_id = p.id and c.kind = asked_kind)
        select d.place,
               exists (select from notice n where n.owner_id = asked_owner and n.once_key = d.once_key),
               count(h.id) filter (where h.mail_address is not null and h.wanted)::int,
               count(h.id) filter (where h.mail_address is not null and not h.wanted)::int,
               count(h.id) filter (where h.mail_address is null)::int
        from desk d
        left join holder h on h.place = d.place
        group by d.place, d.once_key
        order by d.place;
    perform set_config('app.mailer', mailer_before, true);
end
$$;
grant execute on function mail_reach(uuid, int, int, text, text[], text[], uuid[], text[]) to kyosei_app;
