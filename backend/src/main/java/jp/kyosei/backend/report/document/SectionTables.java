package jp.kyosei.backend.report.document;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.kyosei.backend.evaluation.Grade;
import jp.kyosei.backend.evaluation.GradeLabel;
import jp.kyosei.backend.report.paper.Paper;

/**
 * How many indicators have which grade, for a top section and the sections right under it. Where the plan has both kinds, KPIs
 * are counted. Source: 美祢市 資料8.
 */
final class SectionTables {
    /** The levels that are counted. */
    static final int LEVELS = 2;

    private static final String KPI = "KPI";
    private static final int NUMBER_WIDTH = 18;
    private static final int TITLE_WIDTH = 90;
    private static final int COUNT_WIDTH = 24;

    private final PaperSheet sheet;
    private final List<PaperSheet.Entry> counted;
    private final boolean ofKpis;
    private final List<String> labels;

    SectionTables(PaperSheet sheet) {
        this.sheet = sheet;
        this.ofKpis =
                sheet.entries().stream().map(PaperSheet.Entry::kind).distinct().count() > 1;
        this.counted = ofKpis
                ? sheet.entries().stream()
                        .filter(entry -> entry.kind().equals(KPI))
                        .toList()
                : sheet.entries();
        Stream<String> unmeasured = counted.stream().anyMatch(entry -> entry.grade() == null)
                ? Stream.of(sheet.unmeasured())
                : Stream.empty();
        this.labels = Stream.concat(sheet.grades().stream().map(GradeLabel::label), unmeasured)
                .toList();
    }

    /** The top sections in their order. */
    List<PaperSheet.SectionTitle> sections() {
        return sheet.entries().stream()
                .flatMap(entry -> entry.sections().stream().limit(1))
                .distinct()
                .toList();
    }

    String caption(PaperSheet.SectionTitle section) {
        return "%s　%s　%s".formatted(section.number(), section.title(), ofKpis ? "KPIの状況ごとの数" : "状況ごとの指標の数");
    }

    private String levelName(int level) {
        List<String> names = sheet.plan().levelNames();
        return level < names.size() ? names.get(level).replaceAll("[\\s　]", "") : "";
    }

    /** The counts of a top section and of those right under it. */
    Paper.Block.Table table(PaperSheet.SectionTitle top) {
        List<Paper.Column> columns = new ArrayList<>(List.of(
                new Paper.Column(NUMBER_WIDTH, Paper.Align.CENTER),
                new Paper.Column(NUMBER_WIDTH, Paper.Align.CENTER),
                new Paper.Column(TITLE_WIDTH, Paper.Align.LEFT)));
        List<Paper.Cell> heads =
                new ArrayList<>(List.of(Paper.Cell.of(levelName(0)), Paper.Cell.of(levelName(1)), Paper.Cell.of("名称")));
        Stream.concat(labels.stream(), Stream.of("合計")).forEach(label -> {
            columns.add(new Paper.Column(COUNT_WIDTH, Paper.Align.RIGHT));
            heads.add(Paper.Cell.of(label));
        });
        List<Paper.Row> rows = new ArrayList<>();
        List<PaperSheet.Entry> all = under(List.of(top));
        rows.add(new Paper.Row(Paper.Manner.TOTAL, cells(top.number(), "", top.title(), all)));
        SequencedMap<PaperSheet.SectionTitle, List<PaperSheet.Entry>> below = new LinkedHashMap<>();
        all.stream().filter(entry -> entry.sections().size() > 1).forEach(entry -> below.computeIfAbsent(
                        entry.sections().get(1), section -> new ArrayList<>())
                .add(entry));
        below.forEach(
                (section, entries) -> rows.add(Paper.Row.of(cells("", section.number(), section.title(), entries))));
        return new Paper.Block.Table(caption(top), columns, List.of(heads), rows, 2);
    }

    private List<Paper.Cell> cells(String top, String number, String title, List<PaperSheet.Entry> entries) {
        List<Paper.Cell> cells =
                new ArrayList<>(List.of(Paper.Cell.of(top), Paper.Cell.of(number), Paper.Cell.of(title)));
        labels.forEach(label -> cells.add(Paper.Cell.count(count(entries, label))));
        cells.add(Paper.Cell.count(entries.size()));
        return cells;
    }

    /** The same behind a heading within a table. */
    String inWords(List<PaperSheet.SectionTitle> path) {
        List<PaperSheet.Entry> entries = under(path);
        if (entries.isEmpty()) {
            return "";
        }
        return "　　（%s%d指標：%s）"
                .formatted(
                        ofKpis ? KPI + " " : "",
                        entries.size(),
                        labels.stream()
                                .map(label -> "%s %d".formatted(label, count(entries, label)))
                                .collect(Collectors.joining("、")));
    }

    private List<PaperSheet.Entry> under(List<PaperSheet.SectionTitle> path) {
        return counted.stream()
                .filter(entry -> entry.sections().size() >= path.size()
                        && entry.sections().subList(0, path.size()).equals(path))
                .toList();
    }

    private int count(List<PaperSheet.Entry> entries, String label) {
        return (int) entries.stream()
                .filter(entry -> Optional.ofNullable(entry.grade())
                        .map(Grade::label)
                        .orElse(sheet.unmeasured())
                        .equals(label))
                .count();
    }
}
