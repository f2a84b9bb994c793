package jp.kyosei.ui.settings;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import jp.kyosei.backend.clock.JapanTime;
import jp.kyosei.backend.clock.JapaneseDay;
import jp.kyosei.backend.owners.support.SupportAccess;
import jp.kyosei.ui.plan.HtmlTable;
import jp.kyosei.ui.plan.ScrollingTable;

/** The accesses for help that an owner has given, newest first. */
public final class SupportTable {
    private static final DateTimeFormatter TIME = JapanTime.moments("uuuu/MM/dd HH:mm");

    private SupportTable() {}

    /** @param today in Japan */
    public static Component of(List<SupportAccess> accesses, LocalDate today) {
        if (accesses.isEmpty()) {
            return new Paragraph("支援アクセスを許可したことは、まだありません。");
        }
        HtmlTable table = new HtmlTable("新しい順", List.of("期間", "状態", "理由", "許可した人", "許可した日時"));
        table.addClassName("settings-table");
        accesses.forEach(access -> table.row(new Span(days(access)))
                .text(state(access, today))
                .text(access.reason())
                .text(access.grantedBy())
                .text(TIME.format(access.grantedAt())));
        return new ScrollingTable(table, "支援アクセス");
    }

    static String days(SupportAccess access) {
        return "%s〜%s".formatted(JapaneseDay.words(access.firstDay()), JapaneseDay.words(access.lastDay()));
    }

    private static String state(SupportAccess access, LocalDate today) {
        if (access.endedAt() != null) {
            return "%s に終了（%s）"
                    .formatted(TIME.format(access.endedAt()), Objects.requireNonNullElse(access.endedBy(), ""));
        }
        return access.holds(today) ? "許可中" : "期間が終わりました";
    }
}
