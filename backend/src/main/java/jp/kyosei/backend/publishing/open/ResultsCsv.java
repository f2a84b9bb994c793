package jp.kyosei.backend.publishing.open;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import jp.kyosei.backend.publishing.PublishedYear;
import jp.kyosei.backend.text.FormulaMark;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/** The published sheet as a table: one line an indicator, numbers as plain numbers, why a figure is missing beside it. */
final class ResultsCsv {
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setRecordSeparator("\r\n").get();

    private ResultsCsv() {}

    static byte[] of(PublishedYear document) {
        StringBuilder text = new StringBuilder(BYTE_ORDER_MARK);
        try (CSVPrinter printer = new CSVPrinter(text, FORMAT)) {
            printer.printRecord(heads(document));
            for (PublishedYear.Row row : document.rows()) {
                printer.printRecord(line(row));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> heads(PublishedYear document) {
        List<String> heads = new ArrayList<>(List.of("番号", "種別", "体系", "指標名", "単位", "累計", "現状値", "現状値の年度"));
        for (int year : document.years()) {
            heads.add("%d年度実績".formatted(year));
            heads.add("%d年度値なしの理由".formatted(year));
            heads.add("%d年度実績の値の年度".formatted(year));
        }
        heads.addAll(List.of("目標値", "目標値の年度", "進捗率", "前年度との差", "評価", "前年度の評価", "団体の判断"));
        return heads;
    }

    private static List<String> line(PublishedYear.Row row) {
        List<String> cells = new ArrayList<>(List.of(
                words(row.no()),
                words(row.kindLabel()),
                words(row.section().stream().collect(Collectors.joining("/"))),
                words(row.name()),
                words(row.unit()),
                row.cumulative() ? "1" : "0",
                number(row.baseline().value()),
                number(row.baseline().fiscalYear())));
        for (PublishedYear.Figure figure : row.figures()) {
            cells.add(number(figure.value()));
            cells.add(words(Optional.ofNullable(figure.missing())
                    .map(PublishedYear.Missing::text)
                    .orElse("")));
            cells.add(number(figure.referenceYear()));
        }
        cells.addAll(List.of(
                number(row.target().value()),
                number(row.target().fiscalYear()),
                words(row.progressText()),
                words(row.changeText()),
                words(label(row.grade())),
                words(label(row.previousGrade())),
                words(row.manualGrade())));
        return cells;
    }

    private static String label(PublishedYear.@Nullable Mark mark) {
        return mark == null ? "" : mark.label();
    }

    private static String number(@Nullable BigDecimal number) {
        return number == null ? "" : number.toPlainString();
    }

    private static String number(@Nullable Integer number) {
        return number == null ? "" : number.toString();
    }

    private static String words(String text) {
        return FormulaMark.marked(text);
    }
}
