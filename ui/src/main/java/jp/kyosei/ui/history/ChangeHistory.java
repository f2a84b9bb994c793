package jp.kyosei.ui.history;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import jp.kyosei.backend.audit.AuditEntry;
import jp.kyosei.backend.audit.SubjectKind;
import jp.kyosei.backend.clock.JapanTime;
import jp.kyosei.ui.plan.HtmlTable;
import jp.kyosei.ui.plan.ScrollingTable;

/** 変更の履歴: who changed what, when, from what to what, and why. */
public final class ChangeHistory {
    private static final DateTimeFormatter TIME = JapanTime.moments("uuuu/MM/dd HH:mm");

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private ChangeHistory() {}

    /** The changes of one indicator or cell. */
    public static Component table(List<AuditEntry> history) {
        return table(history, entry -> "");
    }

    /** @param about which indicator an entry is about, in words; empty where that is plain */
    static Component table(List<AuditEntry> history, Function<AuditEntry, String> about) {
        HtmlTable table = new HtmlTable("新しい順", List.of("日時", "人", "対象", "前", "後", "理由"));
        for (AuditEntry entry : history) {
            table.row(new Span(TIME.format(entry.at())))
                    .text(entry.personName())
                    .text((entry.words() + " " + about.apply(entry) + " " + subject(entry))
                            .replace("  ", " ")
                            .strip())
                    .text(ChangeWords.of(entry.subjectKind(), entry.before()))
                    .text(ChangeWords.of(entry.subjectKind(), entry.after()))
                    .text(Objects.requireNonNullElse(entry.reason(), ""));
        }
        return new ScrollingTable(table, "変更の履歴");
    }

    /** An id says nothing to people. */
    private static String subject(AuditEntry entry) {
        boolean named = SubjectKind.coded(entry.subjectKind())
                .map(SubjectKind::isNamed)
                .orElseGet(() -> !ID.matcher(entry.subjectId()).matches());
        return named ? entry.subjectId() : "";
    }
}
