package jp.kyosei.backend.report.document;

import java.util.List;
import jp.kyosei.backend.figure.FiscalYear;

/** What papers are called where the office does not call them otherwise, as 一関・平泉 and 美祢市 do. */
public final class PaperTitles {
    private static final String INDICATORS = "重要業績評価指標（KPI）";
    private static final String KPI = "KPI";

    private PaperTitles() {}

    /** Such as 第2次共生ビジョン　重要業績評価指標（KPI）の令和4年度実績一覧. */
    public static String results(PaperSheet sheet) {
        return ofYear(sheet) + "実績一覧";
    }

    /** Such as 第2次共生ビジョン　重要業績評価指標（KPI）の令和4年度実績概要. */
    public static String overview(PaperSheet sheet) {
        return ofYear(sheet) + "実績概要";
    }

    /** Such as 第2次共生ビジョン　達成度の推移. */
    public static String trend(String plan) {
        return plan + "　達成度の推移";
    }

    /** Such as 第2次共生ビジョン　令和4年度の実績に対する意見・質問と回答. */
    public static String notes(String plan, FiscalYear year) {
        return "%s　%sの実績に対する意見・質問と回答".formatted(plan, year.longLabel());
    }

    private static String ofYear(PaperSheet sheet) {
        return "%s　%sの%s"
                .formatted(
                        sheet.planTitle(), indicators(sheet), sheet.fiscalYear().longLabel());
    }

    private static String indicators(PaperSheet sheet) {
        List<String> kinds =
                sheet.entries().stream().map(PaperSheet.Entry::kind).distinct().toList();
        if (!kinds.contains(KPI)) {
            return kinds.size() == 1 ? kinds.getFirst() : "指標";
        }
        return kinds.stream()
                .filter(kind -> !kind.equals(KPI))
                .findFirst()
                .map(other -> other + "・" + INDICATORS)
                .orElse(INDICATORS);
    }

    /** As the office calls it, behind the plan where it does not say that itself. */
    static String asCalled(String plan, String title) {
        return title.replaceAll("[\\s　]", "").contains(plan.replaceAll("[\\s　]", "")) ? title : plan + "　" + title;
    }
}
