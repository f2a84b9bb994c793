package jp.kyosei.ui.results;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import jp.kyosei.backend.audit.AuditEntry;
import jp.kyosei.ui.plan.HtmlTable;
import jp.kyosei.ui.plan.ScrollingTable;
import org.jspecify.annotations.Nullable;

/** 変更の履歴: who changed what, when, from what to what, and why. */
final class ChangeHistory {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu/MM/dd HH:mm").withZone(ZoneId.of("Asia/Tokyo"));

    private ChangeHistory() {}

    static Component table(List<AuditEntry> history) {
        HtmlTable table = new HtmlTable("新しい順", List.of("日時", "人", "対象", "前", "後", "理由"));
        for (AuditEntry entry : history) {
            table.row(new Span(TIME.format(entry.at())))
                    .text(entry.personName())
                    .text(action(entry.action()) + " " + entry.subjectId())
                    .text(plain(entry.before()))
                    .text(plain(entry.after()))
                    .text(Objects.requireNonNullElse(entry.reason(), ""));
        }
        return new ScrollingTable(table, "変更の履歴");
    }

    private static String action(String action) {
        return switch (action) {
            case "ENTER_ACTUAL" -> "実績値の入力";
            case "IMPORT_PLAN" -> "計画の取込";
            default -> action;
        };
    }

    /** The JSON of a change in office words. */
    private static String plain(@Nullable String json) {
        if (json == null) {
            return "—";
        }
        return json.replaceAll("[{}\"]", "")
                .replace("value:", "値 ")
                .replace("numerator:", "分子 ")
                .replace("denominator:", "分母 ")
                .replace("missing:", "把握できない理由 ")
                .replace("note:", "")
                .replace("referenceYear:", "元の年度 ")
                .replace(",", "、");
    }
}
