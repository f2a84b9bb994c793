-- Whom the public may ask about what is published; beside the document, as the next publication of the plan begins with it.
alter table publication add column contact text not null default '';
call limit_text('publication', 'contact', 200);

-- What everybody is told of a withdrawal. The reason in publication_step stays the owner's own.
alter table publication_end add column public_reason text not null default '';
call limit_text('publication_end', 'public_reason', 1000);
alter table publication_end add constraint only_a_withdrawal_is_explained
    check (kind = 'WITHDRAWN' or public_reason = '');
