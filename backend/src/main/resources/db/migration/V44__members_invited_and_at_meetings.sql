-- The 名簿 on screen: a member is invited from there, and whoever sat at a meeting is known by the member, not by the name.

-- To which invitation a member's account will come from; kept afterwards.
alter table committee_member add column invitation_id uuid;
alter table committee_member add constraint committee_member_invited_by
    foreign key (owner_id, invitation_id) references invitation (owner_id, id);
create unique index committee_member_invited_once on committee_member (owner_id, invitation_id)
    where invitation_id is not null;

-- The account comes with the first login: the context that accepts an invitation gives it to the member who was invited by it,
-- and changes nothing else of the 名簿.
create policy member_is_found_by_acceptance on committee_member for select using (
    (select context_makes_accounts()) and invitation_id is not null);
create policy member_gets_the_account on committee_member for update
    using ((select context_makes_accounts()) and invitation_id is not null)
    with check (
        (select context_makes_accounts())
        and exists (select 1 from invitation i
                    where i.owner_id = committee_member.owner_id and i.id = committee_member.invitation_id
                      and i.state = 'ACCEPTED' and i.person_id = committee_member.person_id));

-- As which member of the 名簿 somebody was asked to a meeting; none for those who stand on no list.
alter table meeting_participant add column member_id uuid;
alter table meeting_participant add constraint meeting_participant_is_member
    foreign key (owner_id, member_id) references committee_member (owner_id, id) on delete set null (member_id);
create index meeting_participant_by_member on meeting_participant (owner_id, member_id) where member_id is not null;
