-- The last line behind the limits of texts that the services hold (TextKind): a text that is longer than its kind is not
-- stored by whatever path. Triggers, not checks, for rows that were stored before there were limits must stay as they are
-- and go on through the collection: only what is written anew is held.

create function refuse_long_text() returns trigger
    language plpgsql
as $$
begin
    raise exception 'a text in %.% has more than % characters', tg_table_name, tg_argv[0], tg_argv[1]
        using errcode = 'KY002', column = tg_argv[0];
end
$$;

create procedure limit_text(limited regclass, named text, most int)
    language plpgsql
as $$
begin
    execute format('create trigger %I before insert on %s for each row when (length(new.%I) > %s) '
        'execute function refuse_long_text(%L, %L)', named || '_is_short_when_new', limited, named, most, named, most);
    execute format('create trigger %I before update of %I on %s for each row '
        'when (length(new.%I) > %s and new.%I is distinct from old.%I) '
        'execute function refuse_long_text(%L, %L)',
        named || '_stays_short', named, limited, named, most, named, named, named, most);
end
$$;

call limit_text('municipality', 'name', 200);
call limit_text('municipality', 'prefecture', 200);
call limit_text('owner', 'name', 200);
call limit_text('department', 'code', 100);
call limit_text('department', 'name', 200);
call limit_text('person', 'subject', 200);
call limit_text('person', 'username', 200);
call limit_text('person', 'display_name', 200);

call limit_text('plan', 'title', 200);
call limit_text('plan_version', 'title', 200);
call limit_text('section', 'number', 100);
call limit_text('section', 'title', 500);
call limit_text('section', 'body', 10000);
call limit_text('initiative', 'title', 500);
call limit_text('initiative_span', 'text', 10000);
call limit_text('indicator_definition', 'no', 100);
call limit_text('indicator_definition', 'name', 500);
call limit_text('indicator_definition', 'description', 10000);
call limit_text('indicator_definition', 'unit', 100);
call limit_text('indicator_definition', 'baseline_note', 500);
call limit_text('indicator_definition', 'source', 500);

call limit_text('actual', 'missing_note', 500);
call limit_text('actual', 'note', 500);
call limit_text('actual', 'entered_by_name', 200);
call limit_text('narrative', 'progress', 4000);
call limit_text('narrative', 'outlook', 4000);
call limit_text('narrative', 'initiatives', 4000);
call limit_text('narrative', 'written_by_name', 200);
call limit_text('published_record', 'grade', 500);
call limit_text('published_record', 'rate', 500);
call limit_text('published_record', 'change', 500);
call limit_text('manual_grade', 'grade', 100);
call limit_text('manual_grade', 'reason', 1000);
call limit_text('manual_grade', 'graded_by_name', 200);
call limit_text('check_confirmation', 'reason', 1000);
call limit_text('check_confirmation', 'confirmed_by_name', 200);

call limit_text('audit_entry', 'person_name', 200);
call limit_text('audit_entry', 'subject_id', 500);
call limit_text('audit_entry', 'reason', 1000);

call limit_text('collection_round', 'instructions', 2000);
call limit_text('collection_round', 'opened_by_name', 200);
call limit_text('collection_task', 'comment', 1000);
call limit_text('collection_task', 'acted_by_name', 200);

call limit_text('notice', 'subject', 200);
call limit_text('letter', 'last_error', 500);

call limit_text('note', 'section_number', 100);
call limit_text('note', 'text', 4000);
call limit_text('note', 'author_name', 200);
call limit_text('note_reply', 'text', 4000);
call limit_text('note_reply', 'author_name', 200);
call limit_text('note_change', 'before', 4000);
call limit_text('note_change', 'after', 4000);
call limit_text('note_change', 'remark', 1000);
call limit_text('note_change', 'person_name', 200);
call limit_text('note_attachment', 'uploaded_by_name', 200);

call limit_text('meeting', 'title', 200);
call limit_text('meeting', 'place', 200);
call limit_text('meeting', 'cancelled', 1000);
call limit_text('meeting_participant', 'name', 200);
call limit_text('meeting_participant', 'affiliation', 200);
call limit_text('meeting_participant', 'office', 200);
call limit_text('meeting_material', 'title', 200);
call limit_text('issue', 'title', 200);
call limit_text('issue', 'issued_by_name', 200);
call limit_text('outcome', 'text', 4000);
call limit_text('outcome', 'remark', 1000);
call limit_text('outcome', 'recorded_by_name', 200);
call limit_text('minutes', 'text', 100000);
call limit_text('minutes', 'approved_by_name', 200);

call limit_text('vision_phrase', 'reference', 200);
call limit_text('vision_phrase', 'quoted_by_name', 200);

call limit_text('data_import', 'title', 200);
call limit_text('data_import', 'file_name', 200);
call limit_text('data_import', 'message', 2000);
call limit_text('data_import', 'created_by_name', 200);
call limit_text('data_import', 'settled_by_name', 200);

call limit_text('publication_step', 'person_name', 200);
call limit_text('publication_step', 'reason', 1000);
