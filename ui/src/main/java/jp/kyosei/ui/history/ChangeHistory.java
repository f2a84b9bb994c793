package jp.kyosei.ui.history;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.kyosei.backend.audit.AuditEntry;
import jp.kyosei.backend.audit.SubjectKind;
import jp.kyosei.backend.clock.JapanTime;
import jp.kyosei.backend.history.TownNames;
import jp.kyosei.backend.indicator.Indicator;
import jp.kyosei.ui.plan.HtmlTable;
import jp.kyosei.ui.plan.ScrollingTable;
import org.jspecify.annotations.Nullable;

/** 変更の履歴: who changed what, when, from what to what, and why. */
public final class ChangeHistory {
    /** How many entries a page shows. */
    static final int A_PAGE = 100;

    static final String NEWER = "新しいほうへ";
    static final String OLDER = "古いほうへ";

    private static final DateTimeFormatter TIME = JapanTime.moments("uuuu/MM/dd HH:mm");

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final TownNames towns;
    private final Function<AuditEntry, @Nullable Indicator> indicators;
    private final boolean named;

    private ChangeHistory(TownNames towns, Function<AuditEntry, @Nullable Indicator> indicators, boolean named) {
        this.towns = towns;
        this.indicators = indicators;
        this.named = named;
    }

    /** Of several indicators, each of which is named where a change is about it. */
    ChangeHistory(TownNames towns, Function<AuditEntry, @Nullable Indicator> indicators) {
        this(towns, indicators, true);
    }

    /** Of one indicator, which the place says already. */
    public static ChangeHistory of(Indicator indicator) {
        return new ChangeHistory(TownNames.of(indicator), entry -> indicator, false);
    }

    public Component table(List<AuditEntry> history) {
        HtmlTable table = new HtmlTable("新しい順", List.of("日時", "人", "対象", "前", "後", "理由"));
        table.addClassName("history-table");
        for (AuditEntry entry : history) {
            @Nullable Indicator indicator = indicators.apply(entry);
            ChangeWords words = new ChangeWords(entry.subjectKind(), towns, indicator == null ? "" : indicator.unit());
            table.row(new Span(TIME.format(entry.at())))
                    .text(entry.personName())
                    .text(Stream.of(entry.words(), about(indicator), subject(entry))
                            .filter(part -> !part.isEmpty())
                            .collect(Collectors.joining(" ")))
                    .text(words.of(entry.before()))
                    .text(words.of(entry.after()))
                    .text(Objects.requireNonNullElse(entry.reason(), ""));
        }
        return new ScrollingTable(table, "変更の履歴");
    }

    private String about(@Nullable Indicator indicator) {
        return named && indicator != null ? "No.%s %s".formatted(indicator.no(), indicator.name()) : "";
    }

    /** An id says nothing to people, and the number of an indicator stands before its name already. */
    private String subject(AuditEntry entry) {
        boolean called = SubjectKind.coded(entry.subjectKind())
                .map(SubjectKind::isNamed)
                .orElseGet(() -> !ID.matcher(entry.subjectId()).matches());
        return called ? towns.in(entry.subjectId()).replaceFirst("^No\\.\\S+ ", "") : "";
    }
}
