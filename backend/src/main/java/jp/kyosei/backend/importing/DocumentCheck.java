package jp.kyosei.backend.importing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import jp.kyosei.backend.text.Quote;
import org.jspecify.annotations.Nullable;

/** Finds everything in a plan document that does not fit together, all at once. */
final class DocumentCheck {
    private final PlanDocument document;
    private final List<ImportProblem> problems = new ArrayList<>();
    private final Set<String> sections = new HashSet<>();

    DocumentCheck(PlanDocument document) {
        this.document = document;
    }

    List<ImportProblem> problems() {
        DocumentTexts.wrong(document).forEach(wrong -> problem(Quote.of(wrong.place()), wrong.message()));
        checkPlan();
        checkSections();
        checkInitiatives();
        checkIndicators();
        return List.copyOf(problems);
    }

    private void checkPlan() {
        if (!document.slug().startsWith(document.owner() + "-")) {
            problem("slug", "計画の識別名は「%s-」で始めてください。".formatted(document.owner()));
        }
        if (document.lastFiscalYear() < document.firstFiscalYear()) {
            problem("lastFiscalYear", "最終年度が初年度より前です。");
        }
        if (document.levelNames().isEmpty()) {
            problem("levelNames", "体系の階層名がありません。");
        }
        if (document.versions().isEmpty()) {
            problem("versions", "版がありません。少なくとも「策定」を入れてください。");
        }
        for (PlanDocument.VersionEntry version : document.versions()) {
            boolean last = version.equals(document.versions().getLast());
            if (!last && version.adoptedOn() == null) {
                problem("versions[%d]".formatted(version.number()), "最新でない版には策定・改訂の日が必要です。");
            }
        }
    }

    private void checkSections() {
        for (PlanDocument.SectionEntry section : document.sections()) {
            String parent = section.parent();
            if (parent != null && !sections.contains(parent)) {
                problem("体系" + section.number(), "上位の体系%sがこれより前にありません。".formatted(parent));
            }
            if (!sections.add(section.number())) {
                problem("体系" + section.number(), "体系番号が重複しています。");
            }
        }
    }

    private void checkInitiatives() {
        for (PlanDocument.InitiativeEntry initiative : document.initiatives()) {
            String place = "取組「%s」".formatted(initiative.title());
            checkSection(place, initiative.section());
            initiative.municipalities().forEach(code -> checkTown(place, code));
        }
    }

    private void checkIndicators() {
        Set<String> numbers = new HashSet<>();
        for (PlanDocument.IndicatorEntry indicator : document.indicators()) {
            String place = "指標" + indicator.no();
            if (!numbers.add(indicator.no())) {
                problem(place, "指標番号が重複しています。");
            }
            checkSection(place, indicator.section());
            if (indicator.targets().isEmpty()) {
                problem(place, "目標値がありません。");
            }
            indicator.reporters().forEach(reporter -> checkTown(place, reporter.municipality()));
            checkBaseline(place, indicator.baseline());
            checkActuals(place, indicator.actuals());
        }
    }

    private void checkBaseline(String place, PlanDocument.BaselineEntry baseline) {
        boolean complete = baseline.value() != null && baseline.fiscalYear() != null;
        if (baseline.type() == PlanDocument.BaselineKind.MEASURED && !complete) {
            problem(place, "現状値には値と年度の両方が必要です。");
        }
    }

    private void checkActuals(String place, List<PlanDocument.ActualEntry> actuals) {
        Set<String> cells = new HashSet<>();
        for (PlanDocument.ActualEntry actual : actuals) {
            String cell = "%s %d年度".formatted(place, actual.fiscalYear());
            checkTown(cell, actual.municipality());
            if (!cells.add(actual.fiscalYear() + "/" + actual.municipality())) {
                problem(cell, "同じ年度・市町村の実績値が2つあります。");
            }
            int given = (actual.value() == null ? 0 : 1)
                    + (actual.numerator() == null || actual.denominator() == null ? 0 : 1)
                    + (actual.missing() == null ? 0 : 1);
            if (given != 1) {
                problem(cell, "実績値は、値・分子と分母・把握できない理由のどれか1つで入れてください。");
            }
            if (actual.denominator() != null && actual.denominator().signum() < 0) {
                problem(cell, "分母がマイナスです。正しい値に直してください。");
            }
        }
    }

    private void checkSection(String place, String section) {
        if (!sections.contains(section)) {
            problem(place, "体系番号%sがありません。".formatted(section));
        }
    }

    private void checkTown(String place, @Nullable String code) {
        if (code != null && MunicipalityCode.parse(code).isEmpty()) {
            problem(place, "「%s」は全国地方公共団体コード（6桁）ではありません。".formatted(code));
        }
    }

    private void problem(String place, String message) {
        problems.add(new ImportProblem(place, message));
    }
}
