-- The material of the next plan's picture of the future (将来像): phrases under themes, and where each came from. Between
-- committee and secretariat, for a phrase may be quoted from what is kept between them.

create table vision_theme (
    owner_id uuid   not null,
    id       uuid   not null,
    plan_id  uuid   not null,
    position int    not null,
    title    text   not null,
    version  bigint not null default 1,
    constraint vision_theme_pk primary key (owner_id, id),
    constraint vision_theme_of_plan foreign key (owner_id, plan_id) references plan (owner_id, id),
    constraint vision_theme_is_named check (title ~ '[^[:space:]]' and length(title) <= 100)
);
create index vision_theme_by_plan on vision_theme (owner_id, plan_id, position);

create table vision_phrase (
    owner_id       uuid        not null,
    id             uuid        not null,
    plan_id        uuid        not null,
    -- null: not under a theme yet
    theme_id       uuid,
    text           text        not null,
    source         text        not null,
    note_id        uuid,
    reference      text        not null,
    quoted_by_name text        not null,
    quoted_at      timestamptz not null,
    version        bigint      not null default 1,
    constraint vision_phrase_pk primary key (owner_id, id),
    constraint vision_phrase_of_plan foreign key (owner_id, plan_id) references plan (owner_id, id),
    constraint vision_phrase_under_theme foreign key (owner_id, theme_id) references vision_theme (owner_id, id),
    constraint vision_phrase_from_note foreign key (owner_id, note_id) references note (owner_id, id),
    constraint vision_phrase_source_is_known check (source in ('NOTE', 'SURVEY', 'OTHER')),
    constraint vision_phrase_says_where_it_is_from check (
        case source when 'NOTE' then note_id is not null else note_id is null and reference ~ '[^[:space:]]' end),
    constraint vision_phrase_is_short check (text ~ '[^[:space:]]' and length(text) <= 400)
);
create index vision_phrase_by_plan on vision_phrase (owner_id, plan_id, quoted_at);

create procedure guard_for_council(guarded regclass)
    language plpgsql
as $$
begin
    execute format('alter table %s enable row level security', guarded);
    execute format('alter table %s force row level security', guarded);
    execute format('create policy council_reads on %s for select using ('
        'owner_id = any ((select context_owners(''app.readable_owners''))::uuid[]) '
        'and owner_id = any ((select context_owners(''app.council_owners''))::uuid[]))', guarded);
    execute format('create policy secretariat_writes on %s for insert with check ('
        'owner_id = any ((select context_owners(''app.kept_owners''))::uuid[]))', guarded);
    execute format('create policy secretariat_changes on %s for update using ('
        'owner_id = any ((select context_owners(''app.kept_owners''))::uuid[])) with check ('
        'owner_id = any ((select context_owners(''app.kept_owners''))::uuid[]))', guarded);
    execute format('create policy secretariat_removes on %s for delete using ('
        'owner_id = any ((select context_owners(''app.kept_owners''))::uuid[]))', guarded);
    execute format('grant select, insert, update, delete on %s to kyosei_app', guarded);
end
$$;

call guard_for_council('vision_theme');
call guard_for_council('vision_phrase');
