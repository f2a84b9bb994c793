package jp.kyosei.ui.api.forged;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import jp.kyosei.infra.services.Database;

/**
 * Texts as they could be stored before there were limits: 40,000 characters, with control characters and what no XML holds.
 * Written past the services, the policies and the triggers.
 */
final class OldTexts {
    private static final String LONG = "repeat('長い理由です', 6667)";
    private static final String ODD = "(%s || chr(1) || chr(65534) || E'\\x1f\\r\\n')".formatted(LONG);
    private static final String OF_PLAN =
            "owner_id = (select owner_id from plan where slug = '%1$s') and %2$s in (select id from plan where slug = '%1$s')";
    private static final String OF_VERSION =
            "plan_version_id in (select v.id from plan_version v join plan p on p.id = v.plan_id where p.slug = '%1$s')";
    private static final String INDICATORS =
            "indicator_id in (select indicator_id from indicator_definition where no = '9' and " + OF_VERSION + ")";
    private static final String OF_MEETING =
            "meeting_id = (select m.id from meeting m join plan p on p.id = m.plan_id where p.slug = '%1$s'"
                    + " order by m.planned_at desc limit 1)";

    private static final String OF_YEAR = INDICATORS + " and fiscal_year = 2022";

    /** What is changed, and of which rows. */
    private record Change(String table, String columns, String where) {}

    private static final List<Change> CHANGES = List.of(
            new Change("actual", "note = %s".formatted(ODD), OF_YEAR),
            new Change("actual", "missing_note = %s".formatted(ODD), INDICATORS + " and missing_reason is not null"),
            new Change("narrative", "progress = %1$s, outlook = %1$s, initiatives = %1$s".formatted(ODD), OF_YEAR),
            new Change("published_record", "grade = %1$s, rate = %1$s, change = %1$s".formatted(ODD), INDICATORS),
            new Change("check_confirmation", "reason = %s".formatted(ODD), INDICATORS),
            new Change(
                    "indicator_definition",
                    "description = %1$s, baseline_note = %1$s".formatted(ODD),
                    "no = '9' and " + OF_VERSION),
            // Names that are stored have been joined to one line.
            new Change(
                    "indicator_definition", "name = %1$s, source = %1$s".formatted(LONG), "no = '9' and " + OF_VERSION),
            new Change("indicator_definition", "unit = %s".formatted(LONG), "no = '10' and " + OF_VERSION),
            new Change("section", "title = %s".formatted(LONG), "number = '1' and " + OF_VERSION),
            new Change("section", "body = %s".formatted(ODD), "number = '1' and " + OF_VERSION),
            new Change("plan", "title = %s".formatted(LONG), "slug = '%1$s'"),
            new Change("collection_round", "instructions = %s".formatted(ODD), OF_PLAN.replace("%2$s", "plan_id")),
            new Change("collection_task", "comment = %s".formatted(ODD), INDICATORS),
            new Change(
                    "note",
                    "text = %s".formatted(ODD),
                    "id = (select max(id::text)::uuid from note where " + INDICATORS + ")"),
            new Change(
                    "note_reply",
                    "text = %s".formatted(ODD),
                    "note_id in (select id from note where " + INDICATORS + ") and id = (select max(r.id::text)::uuid"
                            + " from note_reply r join note n on n.id = r.note_id where n." + INDICATORS + ")"),
            new Change("outcome", "text = %1$s, remark = %1$s".formatted(ODD), OF_MEETING),
            new Change("minutes", "text = %s".formatted(ODD), OF_MEETING),
            new Change("meeting_participant", "name = %1$s, office = %1$s".formatted(LONG), OF_MEETING),
            new Change("meeting_material", "title = %s".formatted(LONG), OF_MEETING),
            new Change(
                    "meeting",
                    "title = %1$s, place = %1$s, agenda = array[%1$s, %1$s]".formatted(LONG),
                    OF_MEETING.replaceFirst("meeting_id", "id")));

    private OldTexts() {}

    static void store(Database database, String plan) throws SQLException {
        try (Connection connection = database.connectAsOwner();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("set search_path to kyosei");
            List<String> guarded = List.of(
                    "plan",
                    "plan_version",
                    "section",
                    "indicator_definition",
                    "actual",
                    "narrative",
                    "published_record",
                    "check_confirmation",
                    "collection_round",
                    "collection_task",
                    "note",
                    "note_reply",
                    "outcome",
                    "minutes",
                    "meeting",
                    "meeting_participant",
                    "meeting_material");
            for (String table : guarded) {
                statement.execute(
                        "alter table %1$s no force row level security, disable trigger user".formatted(table));
            }
            int changed = 0;
            for (Change change : CHANGES) {
                changed += statement.executeUpdate("update %s set %s where %s"
                        .formatted(
                                change.table(), change.columns(), change.where().replace("%1$s", plan)));
            }
            for (String table : guarded) {
                statement.execute("alter table %1$s force row level security, enable trigger user".formatted(table));
            }
            connection.commit();
            if (changed < CHANGES.size()) {
                throw new IllegalStateException("only %d rows were changed".formatted(changed));
            }
        }
    }
}
