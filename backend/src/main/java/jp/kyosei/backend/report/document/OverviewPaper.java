package jp.kyosei.backend.report.document;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import jp.kyosei.backend.evaluation.GradeLabel;
import jp.kyosei.backend.report.paper.Paper;

/**
 * 実績概要: counts per grade against last year, what could not be measured and why, and what the office says of it. Findings
 * (指摘) are for those who work on the figures and stand on no paper.
 */
public final class OverviewPaper {
    private static final int WIDTH = Paper.PageForm.A4_PORTRAIT.printedWidth();

    private final PaperSheet sheet;
    private final OfficeWords office;
    private final GradeTally.Tallies tallies;
    private final boolean compared;
    private final List<String> labels;

    private OverviewPaper(PaperSheet sheet, OfficeWords office) {
        this.sheet = sheet;
        this.office = office;
        this.tallies = GradeTally.Tallies.of(sheet);
        this.compared = sheet.years().contains(sheet.fiscalYear().previous());
        this.labels = Stream.concat(sheet.grades().stream().map(GradeLabel::label), Stream.of(sheet.unmeasured()))
                .toList();
    }

    /** The paper. */
    public static Paper of(PaperSheet sheet, OfficeWords office) {
        return new OverviewPaper(sheet, office).paper();
    }

    private Paper paper() {
        List<Paper.Block> blocks = new ArrayList<>();
        blocks.add(new Paper.Block.Words("%s（%s）の%d指標について、%sの実績は次のとおりです。"
                .formatted(
                        sheet.planTitle(),
                        sheet.period(),
                        tallies.all().total(),
                        sheet.fiscalYear().longLabel())));
        blocks.add(new Paper.Block.Heading(1, "達成度ごとの指標の数"));
        blocks.add(counts());
        blocks.add(new Paper.Block.Heading(1, "結果の概要"));
        blocks.add(new Paper.Block.Bullets(sentences()));
        if (tallies.byKind().size() > 1) {
            blocks.add(new Paper.Block.Heading(1, "種類ごとの指標の数" + inBrackets()));
            blocks.add(table("種類ごとの指標の数", "種類", tallies.byKind()));
        }
        blocks.add(new Paper.Block.Heading(1, "体系ごとの指標の数" + inBrackets()));
        blocks.add(table("体系ごとの指標の数", "体系", tallies.bySection()));
        addUnmeasured(blocks);
        blocks.add(new Paper.Block.Footnotes(sheet.rules()));
        return new Paper(office.title(), office.mark(), Paper.PageForm.A4_PORTRAIT, List.of(sheet.ownerName()), blocks);
    }

    private Paper.Block counts() {
        String now = sheet.fiscalYear().shortLabel();
        List<Paper.Column> columns = new ArrayList<>(List.of(
                new Paper.Column(34, Paper.Align.CENTER),
                new Paper.Column(WIDTH - 34 - (compared ? 78 : 26), Paper.Align.LEFT),
                new Paper.Column(26, Paper.Align.RIGHT)));
        List<Paper.Cell> heads =
                new ArrayList<>(List.of(Paper.Cell.of("達成度"), Paper.Cell.of("内容"), Paper.Cell.of(now)));
        if (compared) {
            columns.add(new Paper.Column(26, Paper.Align.RIGHT));
            columns.add(new Paper.Column(26, Paper.Align.RIGHT));
            heads.add(Paper.Cell.of(sheet.fiscalYear().previous().shortLabel()));
            heads.add(Paper.Cell.of("増減"));
        }
        List<Paper.Row> rows = new ArrayList<>();
        sheet.grades()
                .forEach(grade -> rows.add(Paper.Row.of(
                        count(Paper.Cell.strong(grade.label()).toned(grade.tone()), grade.meaning(), grade.label()))));
        rows.add(Paper.Row.of(count(Paper.Cell.of(sheet.unmeasured()), "実績を把握できなかった指標", sheet.unmeasured())));
        List<Paper.Cell> total = new ArrayList<>(List.of(
                Paper.Cell.of(GradeTally.ALL),
                Paper.Cell.blank(),
                Paper.Cell.count(tallies.all().total())));
        if (compared) {
            total.add(Paper.Cell.count(tallies.all().totalBefore()));
            total.add(difference(tallies.all().total() - tallies.all().totalBefore()));
        }
        rows.add(new Paper.Row(Paper.Manner.TOTAL, total));
        return new Paper.Block.Table("達成度ごとの指標の数", columns, List.of(heads), rows, 0);
    }

    private List<Paper.Cell> count(Paper.Cell head, String meaning, String label) {
        int now = tallies.all().now(label);
        List<Paper.Cell> cells = new ArrayList<>(List.of(head, Paper.Cell.of(meaning), Paper.Cell.count(now)));
        if (compared) {
            int before = tallies.all().before(label);
            cells.add(Paper.Cell.count(before));
            cells.add(difference(now - before));
        }
        return cells;
    }

    private static Paper.Cell difference(int difference) {
        return Paper.Cell.count(difference);
    }

    private List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        String best = sheet.grades().getFirst().label();
        String before = compared ? "（前年度は%d指標）" : "";
        sentences.add("「%s」の指標は%d指標です%s。"
                .formatted(
                        best,
                        tallies.all().now(best),
                        before.formatted(tallies.all().before(best))));
        String none = sheet.unmeasured();
        sentences.add("実績を把握できなかった指標は%d指標です%s。"
                .formatted(
                        tallies.all().now(none), before.formatted(tallies.all().before(none))));
        sentences.addAll(office.sentences());
        return sentences;
    }

    private Paper.Block table(String caption, String head, List<GradeTally> tallied) {
        boolean both = tallied.stream().map(GradeTally::kind).distinct().count() > 1
                && tallied.getFirst().level() > 0;
        double count = Math.min(20, 96.0 / (labels.size() + 1));
        List<Paper.Column> columns = new ArrayList<>();
        List<Paper.Cell> heads = new ArrayList<>();
        columns.add(new Paper.Column(WIDTH - count * (labels.size() + 1) - (both ? 22 : 0), Paper.Align.LEFT));
        heads.add(Paper.Cell.of(head));
        if (both) {
            columns.add(new Paper.Column(22, Paper.Align.LEFT));
            heads.add(Paper.Cell.of("種類"));
        }
        Stream.concat(labels.stream(), Stream.of("計")).forEach(label -> {
            columns.add(new Paper.Column(count, Paper.Align.RIGHT));
            heads.add(Paper.Cell.of(label));
        });
        List<Paper.Row> rows = new ArrayList<>();
        for (GradeTally tally : tallied) {
            rows.add(Paper.Row.of(row(tally, both)));
        }
        rows.add(new Paper.Row(Paper.Manner.TOTAL, row(tallies.all(), both)));
        return new Paper.Block.Table(caption, columns, List.of(heads), rows, 0);
    }

    private String inBrackets() {
        return compared ? "（かっこ内は前年度）" : "";
    }

    private List<Paper.Cell> row(GradeTally tally, boolean both) {
        List<Paper.Cell> cells = new ArrayList<>();
        String indent = "　".repeat(Math.max(0, tally.level() - 1));
        cells.add(Paper.Cell.of(
                indent + (tally.number().isEmpty() ? tally.name() : tally.number() + "　" + tally.name())));
        if (both) {
            cells.add(Paper.Cell.of(tally.kind()));
        }
        labels.forEach(label -> cells.add(count(tally.now(label), tally.before(label))));
        cells.add(Paper.Cell.count(tally.total()));
        return cells;
    }

    private Paper.Cell count(int now, int before) {
        return Paper.Cell.of(
                new Paper.Content.Figure(BigDecimal.valueOf(now), compared ? "（%d）".formatted(before) : "", List.of()));
    }

    private void addUnmeasured(List<Paper.Block> blocks) {
        List<PaperSheet.Entry> unmeasured =
                sheet.entries().stream().filter(entry -> entry.grade() == null).toList();
        blocks.add(new Paper.Block.Heading(1, "実績を把握できなかった指標（%d指標）".formatted(unmeasured.size())));
        if (unmeasured.isEmpty()) {
            blocks.add(new Paper.Block.Words("すべての指標に実績があります。"));
            return;
        }
        blocks.add(new Paper.Block.Table(
                "実績を把握できなかった指標",
                List.of(
                        new Paper.Column(20, Paper.Align.CENTER),
                        new Paper.Column(90, Paper.Align.LEFT),
                        new Paper.Column(WIDTH - 110, Paper.Align.LEFT)),
                List.of(List.of(Paper.Cell.of("No."), Paper.Cell.of("指標"), Paper.Cell.of("理由"))),
                unmeasured.stream()
                        .map(entry -> Paper.Row.of(List.of(
                                Paper.Cell.of(entry.no()), Paper.Cell.of(entry.name()), Paper.Cell.of(entry.reason()))))
                        .toList(),
                1));
    }
}
