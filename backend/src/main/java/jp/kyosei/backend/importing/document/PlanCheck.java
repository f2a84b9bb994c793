package jp.kyosei.backend.importing.document;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import jp.kyosei.backend.plan.Initiative;
import jp.kyosei.backend.text.Quote;

/** Finds everything in a whole plan that does not fit together, all at once. */
public final class PlanCheck {
    /** As the tables hold them. */
    private static final int MOST_LEVELS = 6;

    private static final int MOST_DECIMALS = 6;

    private final WholePlan plan;
    private final List<ImportProblem> problems = new ArrayList<>();
    private final Set<String> sections = new HashSet<>();

    private PlanCheck(WholePlan plan) {
        this.plan = plan;
    }

    /** What is wrong with a plan that is to be made; empty where nothing is. */
    public static List<ImportProblem> problems(WholePlan plan) {
        return new PlanCheck(plan).check();
    }

    private List<ImportProblem> check() {
        PlanTexts.wrong(plan).forEach(wrong -> problem(wrong.place(), wrong.message()));
        checkPlan();
        checkSections();
        for (Initiative initiative : plan.initiatives()) {
            checkSection("取組「%s」".formatted(initiative.title()), initiative.section());
        }
        checkIndicators();
        return List.copyOf(problems);
    }

    private void checkPlan() {
        if (!plan.slug().startsWith(plan.owner() + "-")) {
            problem("slug", "計画の識別名は「%s-」で始めてください。".formatted(plan.owner()));
        }
        if (plan.lastFiscalYear().compareTo(plan.firstFiscalYear()) < 0) {
            problem("lastFiscalYear", "最終年度が初年度より前です。");
        }
        if (plan.levelNames().isEmpty()) {
            problem("levelNames", "体系の階層名がありません。");
        }
        if (plan.levelNames().size() > MOST_LEVELS) {
            problem("levelNames", "体系の階層は%dつまでです。".formatted(MOST_LEVELS));
        }
        if (plan.versions().isEmpty()) {
            problem("versions", "版がありません。少なくとも「策定」を入れてください。");
        }
        for (PlanDocument.VersionEntry version : plan.versions()) {
            boolean last = version.equals(plan.versions().getLast());
            if (!last && version.adoptedOn() == null) {
                problem("versions[%d]".formatted(version.number()), "最新でない版には策定・改訂の日が必要です。");
            }
        }
        once("versions", plan.versions(), PlanDocument.VersionEntry::number, "版の番号が重複しています。");
    }

    private void checkSections() {
        for (PlanDocument.SectionEntry section : plan.sections()) {
            String parent = section.parent();
            if (parent != null && !sections.contains(parent)) {
                problem("体系" + section.number(), "上位の体系%sがこれより前にありません。".formatted(Quote.of(parent)));
            }
            if (!sections.add(section.number())) {
                problem("体系" + section.number(), "体系番号が重複しています。");
            }
        }
    }

    private void checkIndicators() {
        Set<String> numbers = new HashSet<>();
        for (WholeIndicator indicator : plan.indicators()) {
            String place = "指標" + indicator.no();
            if (!numbers.add(indicator.no())) {
                problem(place, "指標番号が重複しています。");
            }
            checkSection(place, indicator.section());
            if (indicator.targets().isEmpty()) {
                problem(place, "目標値がありません。");
            }
            if (indicator.decimals() < 0 || indicator.decimals() > MOST_DECIMALS) {
                problem(place, "小数の桁数は0〜%dにしてください。".formatted(MOST_DECIMALS));
            }
            // What stands twice would be written twice into one cell.
            once(place, indicator.targets(), target -> target.fiscalYear(), "同じ年度の目標値が2つあります。");
            once(place, indicator.reporters(), WholeIndicator.Asked::town, "報告する市町村が重複しています。");
            once(
                    place,
                    indicator.figures(),
                    figure -> IndicatorPart.figure(figure.year(), figure.town()),
                    "同じ年度・市町村の実績値が2つあります。");
            once(
                    place,
                    indicator.narratives(),
                    words -> IndicatorPart.narrative(words.year(), words.town()),
                    "同じ年度・市町村の評価文が2つあります。");
            once(place, indicator.records(), WholeIndicator.Printed::year, "同じ年度の公表値が2つあります。");
        }
    }

    private <T> void once(String place, List<T> entries, Function<T, Object> key, String twice) {
        Set<Object> known = new HashSet<>();
        for (T entry : entries) {
            Object cell = key.apply(entry);
            if (!known.add(cell)) {
                problem(
                        cell instanceof IndicatorPart part && part.year() != null
                                ? "%s %d年度".formatted(place, part.year().year())
                                : place,
                        twice);
            }
        }
    }

    private void checkSection(String place, String section) {
        if (!sections.contains(section)) {
            problem(place, "体系番号%sがありません。".formatted(Quote.of(section)));
        }
    }

    private void problem(String place, String message) {
        problems.add(new ImportProblem(Quote.of(place), message));
    }
}
