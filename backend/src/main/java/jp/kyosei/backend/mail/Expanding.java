package jp.kyosei.backend.mail;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * Finds the addressees of notices and writes a letter to each, always inside {@code TenantDoor.dispatch}. Any number of
 * processes may do so at once: what is gathered is gathered by one of them at a time, the database holds which.
 */
@Singleton
class Expanding {
    /** At most one letter in this time tells a desk of single things that were done one after the other. */
    static final Duration GATHERED = Duration.ofMinutes(15);

    /** Any number; the same for all processes, and nobody else's. */
    private static final long GATHERING = 720_341_101L;

    private static final String CLAIM_SINGLE = """
            with claimed as materialized (
                select owner_id, id, id as lead_id, kind, person_id, municipality_code, department_id, roles, followed,
                       owner_only, queued_by, queued_at, plan_id, also_person_ids, fiscal_year
                from notice
                where expanded_at is null and gather_key is null
                order by queued_at
                limit 100
                for update skip locked)""";

    /** All that waits under a key goes into the letter of the first, unless a letter of that key is too young. */
    private static final String CLAIM_GATHERED = """
            with due as materialized (
                select w.owner_id, w.gather_key
                from notice w
                where w.expanded_at is null and w.gather_key is not null
                  and not exists (select from notice e
                      where e.owner_id = w.owner_id and e.gather_key = w.gather_key and e.expanded_at > ?)
                group by w.owner_id, w.gather_key
                order by min(w.queued_at)
                limit 100),
            claimed as materialized (
                select n.owner_id, n.id,
                       first_value(n.id) over (partition by n.owner_id, n.gather_key order by n.queued_at, n.id) as lead_id,
                       n.kind, n.person_id, n.municipality_code, n.department_id, n.roles, n.followed, n.owner_only,
                       n.queued_by, n.queued_at, n.plan_id, n.also_person_ids, n.fiscal_year
                from due d join notice n on n.owner_id = d.owner_id and n.gather_key = d.gather_key
                where n.expanded_at is null)""";

    /**
     * Roles that are held on the day count, in the notice's owner and in the municipalities that are its members now, or were in the year that it is
     * about; a committee only in its own owner. A person without an address gets a letter that has failed, so that somebody
     * can see it. What reaches nobody with an address goes to the secretariat, one letter for all of a kind; where there is
     * none, to the administrator. A town that never was a member is nobody's business.
     */
    private static final String WRITE = """
            ,
            calendar as (
                select t.day, fiscal_year_of(t.day) as fiscal_year from (select cast(? as date) as day) t),
            addressed as (
                select distinct c.owner_id, c.lead_id as notice_id, g.person_id
                from claimed c
                cross join calendar y
                join owner o on o.id = c.owner_id or o.municipality_code in (
                    select m.municipality_code from alliance_member m
                    where m.owner_id = c.owner_id
                      and ((m.first_fiscal_year <= y.fiscal_year
                            and (m.last_fiscal_year is null or m.last_fiscal_year >= y.fiscal_year))
                        or (m.first_fiscal_year <= c.fiscal_year
                            and (m.last_fiscal_year is null or m.last_fiscal_year >= c.fiscal_year))))
                join role_grant g on g.owner_id = o.id and (o.id = c.owner_id or g.role <> 'COMMITTEE')
                    and in_force(g.valid_from, g.valid_until, y.day)
                where case
                    when c.person_id is not null then g.person_id = c.person_id
                    when c.municipality_code is not null then
                        o.municipality_code = c.municipality_code
                        and (c.department_id is null or g.department_id is null or g.department_id = c.department_id)
                        and (g.role = any (c.roles)
                            or (g.role in ('CONTRIBUTOR', 'APPROVER') and g.person_id = any (c.also_person_ids)))
                    when c.followed is not null then
                        g.role = any (c.roles) and (o.id = c.owner_id or not c.owner_only)
                        and g.person_id <> c.queued_by
                        and exists (select 1 from follower f
                            where f.owner_id = c.owner_id and f.person_id = g.person_id
                              and f.subject_id = any (c.followed))
                    else o.id = c.owner_id and g.role = any (c.roles) end),
            unheld as materialized (
                select c.owner_id, c.id,
                       first_value(c.lead_id) over (
                           partition by c.owner_id, c.kind, c.plan_id order by c.queued_at, c.id) as into_id
                from claimed c
                where c.person_id is null and c.followed is null
                  and (c.municipality_code is null
                      or exists (select from owner o
                          where o.id = c.owner_id and o.municipality_code = c.municipality_code)
                      or exists (select from alliance_member m
                          where m.owner_id = c.owner_id and m.municipality_code = c.municipality_code))
                  and not exists (select from addressed a join person p on p.id = a.person_id
                      where a.owner_id = c.owner_id and a.notice_id = c.lead_id and p.mail_address is not null)),
            standing_in as (
                select distinct u.owner_id, u.into_id as notice_id, g.person_id
                from unheld u
                cross join calendar y
                join role_grant g on g.owner_id = u.owner_id and in_force(g.valid_from, g.valid_until, y.day)
                where (g.role = 'SECRETARIAT' or (g.role = 'ADMIN' and not exists (
                        select from role_grant s join person p on p.id = s.person_id
                        where s.owner_id = u.owner_id and s.role = 'SECRETARIAT' and p.mail_address is not null
                          and in_force(s.valid_from, s.valid_until, y.day))))
                  and not exists (select from addressed a
                      where a.owner_id = u.owner_id and a.notice_id = u.into_id and a.person_id = g.person_id)),
            written as (
                insert into letter (owner_id, notice_id, person_id, address, state, next_attempt_at, last_error, stands_in)
                select a.owner_id, a.notice_id, p.id, p.mail_address,
                       case when p.mail_address is null then 'FAILED' else 'WAITING' end, ?,
                       case when p.mail_address is null then 'the person has no mail address' end, a.stands_in
                from (select owner_id, notice_id, person_id, false as stands_in from addressed
                      union all
                      select owner_id, notice_id, person_id, true from standing_in) a
                join person p on p.id = a.person_id)
            update notice n set expanded_at = ?, gathered_into = c.lead_id, unheld_into = u.into_id
            from claimed c left join unheld u on u.owner_id = c.owner_id and u.id = c.id
            where n.owner_id = c.owner_id and n.id = c.id""";

    private final JdbcOperations jdbc;

    Expanding(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** Writes the letters of notices that nobody else is just expanding; how many notices. */
    int expand(LocalDate today, Instant now) {
        int single = jdbc.prepareStatement(CLAIM_SINGLE + WRITE, statement -> {
            statement.setObject(1, today);
            statement.setObject(2, now.atOffset(ZoneOffset.UTC));
            statement.setObject(3, now.atOffset(ZoneOffset.UTC));
            return statement.executeUpdate();
        });
        return isMineToGather() ? single + gather(today, now) : single;
    }

    private int gather(LocalDate today, Instant now) {
        return jdbc.prepareStatement(CLAIM_GATHERED + WRITE, statement -> {
            statement.setObject(1, now.minus(GATHERED).atOffset(ZoneOffset.UTC));
            statement.setObject(2, today);
            statement.setObject(3, now.atOffset(ZoneOffset.UTC));
            statement.setObject(4, now.atOffset(ZoneOffset.UTC));
            return statement.executeUpdate();
        });
    }

    /** Until the transaction ends. Whoever comes later sees what was gathered, or leaves it to the one who gathers now. */
    private boolean isMineToGather() {
        return jdbc.prepareStatement("select pg_try_advisory_xact_lock(?)", statement -> {
            statement.setLong(1, GATHERING);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        });
    }
}
