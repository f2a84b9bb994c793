package jp.kyosei.backend.publishing.open.data;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.kyosei.backend.publishing.PublishedYear;
import org.jspecify.annotations.Nullable;

/** The published sheet as a table: one line an indicator, numbers as plain numbers, why a figure is missing beside it. */
public final class ResultsCsv {
    private ResultsCsv() {}

    public static byte[] of(PublishedYear document) {
        return Csv.of(heads(document), records(document));
    }

    static List<List<Object>> records(PublishedYear document) {
        return document.rows().stream().map(ResultsCsv::line).toList();
    }

    static List<String> heads(PublishedYear document) {
        List<String> heads = new ArrayList<>(List.of("番号", "種別", "体系", "指標名", "単位", "累計", "現状値", "現状値の年度"));
        for (int year : document.years()) {
            heads.add("%d年度実績".formatted(year));
            heads.add("%d年度値なしの理由".formatted(year));
            heads.add("%d年度実績の値の年度".formatted(year));
        }
        heads.addAll(List.of("目標値", "目標値の年度", "進捗率", "前年度との差", "評価", "前年度の評価", "団体の判断"));
        return heads;
    }

    private static List<Object> line(PublishedYear.Row row) {
        List<Object> cells = new ArrayList<>(List.of(
                row.no(),
                row.kindLabel(),
                String.join("/", row.section()),
                row.name(),
                row.unit(),
                row.cumulative() ? BigDecimal.ONE : BigDecimal.ZERO,
                number(row.baseline().value()),
                number(row.baseline().fiscalYear())));
        for (PublishedYear.Figure figure : row.figures()) {
            cells.add(number(figure.value()));
            cells.add(Optional.ofNullable(figure.missing())
                    .map(PublishedYear.Missing::text)
                    .orElse(""));
            cells.add(number(figure.referenceYear()));
        }
        cells.addAll(List.of(
                number(row.target().value()),
                number(row.target().fiscalYear()),
                row.progressText(),
                row.changeText(),
                label(row.grade()),
                label(row.previousGrade()),
                row.manualGrade()));
        return cells;
    }

    private static String label(PublishedYear.@Nullable Mark mark) {
        return mark == null ? "" : mark.label();
    }

    private static Object number(@Nullable BigDecimal number) {
        return number == null ? "" : number;
    }

    private static Object number(@Nullable Integer number) {
        return number == null ? "" : BigDecimal.valueOf(number);
    }
}
