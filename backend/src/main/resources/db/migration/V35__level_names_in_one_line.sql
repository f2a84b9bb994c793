-- Heads of a table that a narrow cell broke into lines had become names of levels with a gap: 重点 戦略 is 重点戦略.
alter table plan no force row level security;
update plan
set level_names = array(
    select regexp_replace(
        regexp_replace(name, '([^[:ascii:]])[[:space:]　]+(?=[^[:ascii:]])', '\1', 'g'), '[[:space:]]*[\n\r][[:space:]]*', ' ', 'g')
    from unnest(level_names) with ordinality as level (name, place)
    order by place)
where array_to_string(level_names, '') ~ '[[:space:]　]';
alter table plan force row level security;
