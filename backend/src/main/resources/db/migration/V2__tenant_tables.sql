-- The one way a table becomes a tenant table: FORCE row-level security, read by the owner's readers,
-- written only where the transaction was opened for writing in that owner.
create procedure guard_tenant_table(guarded regclass)
    language plpgsql
as $$
begin
    execute format('alter table %s enable row level security', guarded);
    execute format('alter table %s force row level security', guarded);
    execute format('create policy tenant_reads on %s for select using '
        '(owner_id = any ((select context_owners(''app.readable_owners''))::uuid[]))', guarded);
    execute format('create policy tenant_inserts on %s for insert with check '
        '(owner_id = any ((select context_owners(''app.writable_owners''))::uuid[]))', guarded);
    execute format('create policy tenant_updates on %s for update using '
        '(owner_id = any ((select context_owners(''app.writable_owners''))::uuid[])) with check '
        '(owner_id = any ((select context_owners(''app.writable_owners''))::uuid[]))', guarded);
    execute format('create policy tenant_deletes on %s for delete using '
        '(owner_id = any ((select context_owners(''app.writable_owners''))::uuid[]))', guarded);
    execute format('grant select, insert, update, delete on %s to kyosei_app', guarded);
end
$$;
