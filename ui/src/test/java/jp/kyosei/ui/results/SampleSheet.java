package jp.kyosei.ui.results;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import jp.kyosei.ui.results.SheetContent.Baseline;
import jp.kyosei.ui.results.SheetContent.Cell;
import jp.kyosei.ui.results.SheetContent.Check;
import jp.kyosei.ui.results.SheetContent.Grade;
import jp.kyosei.ui.results.SheetContent.GradeCount;
import jp.kyosei.ui.results.SheetContent.Missing;
import jp.kyosei.ui.results.SheetContent.Row;
import jp.kyosei.ui.results.SheetContent.Section;
import jp.kyosei.ui.results.SheetContent.Target;
import jp.kyosei.ui.results.SheetContent.Town;
import jp.kyosei.ui.results.SheetContent.TownRow;
import jp.kyosei.ui.results.SheetContent.Year;
import org.jspecify.annotations.Nullable;

/** The alliance's sheet of 令和4年度 in small, and as long as a test wants it. */
final class SampleSheet {
    private static final int FIRST_YEAR = 2019;
    private static final Map<String, String> REASONS =
            Map.of("中止", "新型コロナウイルス感染症の拡大防止のため中止した。", "未実施", "コロナのため、不開催", "供用前", "2021年3月供用開始");

    private SampleSheet() {}

    static SheetContent small() {
        return sheet(rows());
    }

    static SheetContent ofLength(int length) {
        List<Row> sample = rows();
        return sheet(IntStream.range(0, length)
                .mapToObj(index -> numbered(sample.get(index * sample.size() / length), Integer.toString(index + 1)))
                .toList());
    }

    private static SheetContent sheet(List<Row> rows) {
        return new SheetContent(
                IntStream.rangeClosed(1, 4)
                        .mapToObj(year -> new Year(FIRST_YEAR - 1 + year, "R" + year))
                        .toList(),
                2022,
                "現状 H30",
                "目標 R5",
                "把握できず",
                List.of(
                        new GradeCount("A", "a", "100%以上", 3, 5),
                        new GradeCount("B", "b", "80〜99%", 11, 8),
                        new GradeCount("C", "c", "50〜79%", 7, 6),
                        new GradeCount("D", "d", "0〜49%", 8, 11)),
                List.of(
                        new Section("1", null, "医療", "分野"),
                        new Section("2", null, "福祉", "分野"),
                        new Section("3", null, "産業振興", "分野"),
                        new Section("3-1", "3", "世界遺産「平泉」を核とした観光地域づくり", "施策区分"),
                        new Section("3-2", "3", "地元企業への支援と起業の促進", "施策区分"),
                        new Section("4", null, "交通インフラ整備", "分野")),
                List.of(new Town("032093", "一関市"), new Town("034029", "平泉町")),
                rows);
    }

    private static List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        rows.add(row("1", "1", "休日及び夜間に対する診療の充足率", "%", "100", "100,100,100,100", "100", "100.0", "A", null));
        rows.add(withTowns(row("2", "1", "ワクチン接種率", "%", "", ",,88.2,90.4", "80", "113.0", "A", null)));
        rows.add(row("3", "1", "医師・医療介護従事者修学資金貸付修学者数", "人", "13", "14,12,15,14", "15", "93.3", "B", "A"));
        rows.add(row(
                "5", "2", "地域子育て支援拠点事業の利用者数", "人", "27,932", "23154,15804,12127,10778", "27,600", "39.1", "D", null));
        rows.add(row("8", "2", "成年後見制度の研修会、講演会の参加者数", "人", "0", "0,0,0,未実施", "100", "", null, null));
        rows.add(row(
                "9", "3-1", "圏域内の宿泊者数", "人", "358,232", "335346,223658,275915,349267", "367,700", "95.0", "B", "C"));
        rows.add(row("10", "3-1", "圏域内の外国人宿泊者数", "人", "6,710", "8259,400,567,7503", "17,100", "43.9", "D", null));
        rows.add(row("12", "3-1", "もちサミットの来場者数", "人", "24,366", "中止,中止,中止,中止", "26,000", "", null, null));
        rows.add(row("16", "3-2", "地産外商イベントにおける新規参加者の割合", "%", "52", "100,未実施,100,中止", "57", "", null, "A"));
        rows.add(flagged(
                row("17", "3-2", "6次産業化支援事業により商品化・製品化した数（累計）", "件", "2", "9,10,14,18", "31", "58.1", "C", null),
                "R3 記録 C ≠ 計算 D",
                "令和3年度の達成度は記録では C ですが、この計画の決まりで計算すると D（14 / 31 = 45.1%）です。"));
        rows.add(flagged(
                row("19", "3-2", "起業支援セミナーの参加者数（累計）", "人", "49", "215,160,193,286", "250", "114.4", "A", "C"),
                "累計が減少",
                "累計の指標ですが、令和2年度の 160 は前年度の 215 より小さい値です。入力を直すか、正しい理由を書いてください。"));
        rows.add(flagged(
                row("28", "4", "平泉スマートインターチェンジの1日当たりの利用台数", "台", "供用前", "供用前,供用前,411,19.7", "1,300", "1.5", "D", null),
                "前年の 1/20",
                "411 から 19.7 へ、桁が変わっています。"));
        return rows;
    }

    private static Row row(
            String no,
            String section,
            String name,
            String unit,
            String baseline,
            String figures,
            String target,
            String percent,
            @Nullable String grade,
            @Nullable String previous) {
        return new Row(
                no,
                "plans/sample/indicators/" + no,
                "KPI",
                "",
                name,
                unit,
                section,
                name.contains("累計"),
                new Baseline(baseline, null, null),
                new Target(target, null),
                cells(figures),
                percent.isEmpty() ? "算定なし" : percent + "%",
                percent.isEmpty() ? null : new BigDecimal(percent),
                null,
                grade == null ? null : new Grade(grade, grade.toLowerCase(Locale.ROOT)),
                previous,
                null,
                List.of(),
                List.of(),
                List.of(),
                no.equals("9") ? 3 : 0);
    }

    private static List<Cell> cells(String figures) {
        String[] texts = figures.split(",", -1);
        return IntStream.range(0, texts.length)
                .mapToObj(index -> cell(FIRST_YEAR + index, texts[index]))
                .toList();
    }

    private static Cell cell(int year, String text) {
        if (REASONS.containsKey(text)) {
            return new Cell(year, "", new Missing(text, REASONS.get(text)), null, false, false, null);
        }
        if (text.isEmpty()) {
            return new Cell(year, "", null, null, false, false, null);
        }
        BigDecimal number = new BigDecimal(text);
        return new Cell(
                year,
                String.format(Locale.ROOT, "%,." + Math.max(0, number.scale()) + "f", number),
                null,
                text.equals("400") ? "H30" : null,
                text.equals("567"),
                false,
                number);
    }

    private static Row withTowns(Row row) {
        return copy(
                row,
                row.no(),
                "低い方で判定",
                List.of(
                        new TownRow("032093", "一関市", cells(",,88.2,90.4")),
                        new TownRow("034029", "平泉町", cells(",,88.9,94.3"))),
                row.checks());
    }

    private static Row flagged(Row row, String label, String message) {
        return copy(
                row,
                row.no(),
                row.consolidationLabel(),
                row.byTown(),
                List.of(new Check("CHECK", 2021, label, message, null, false)));
    }

    private static Row numbered(Row row, String no) {
        return copy(row, no, row.consolidationLabel(), row.byTown(), row.checks());
    }

    private static Row copy(
            Row row, String no, @Nullable String consolidation, List<TownRow> byTown, List<Check> checks) {
        return new Row(
                no,
                row.href(),
                row.kind(),
                row.kindLabel(),
                row.name(),
                row.unit(),
                row.section(),
                row.cumulative(),
                row.baseline(),
                row.target(),
                row.cells(),
                row.progressText(),
                row.progressPercent(),
                row.changeText(),
                row.grade(),
                row.previousGrade(),
                consolidation,
                byTown.stream().map(TownRow::town).toList(),
                byTown,
                checks,
                row.noteCount());
    }
}
