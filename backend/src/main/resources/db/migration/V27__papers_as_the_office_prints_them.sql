-- Numbers, titles and sentences of a paper are the office's; whoever comes from the towns stands on a list of their own; an
-- issued paper keeps all that it prints.

alter table meeting_material add column mark text not null default '';
alter table meeting_material add column words text not null default '';
call limit_text('meeting_material', 'mark', 100);
call limit_text('meeting_material', 'words', 4000);

alter table meeting_participant add column kind text not null default 'MEMBER';
alter table meeting_participant add column remark text not null default '';
alter table meeting_participant add constraint meeting_participant_kind_is_known check (kind in ('MEMBER', 'OFFICIAL'));
call limit_text('meeting_participant', 'remark', 200);

alter table issue add column mark text not null default '';
alter table issue add column words text not null default '';
-- what stands above the indicators as printed; none in papers issued before it was kept, and in lists of notes
alter table issue add column printed jsonb;
alter table issued_part add column printed jsonb;
call limit_text('issue', 'mark', 100);
call limit_text('issue', 'words', 4000);
