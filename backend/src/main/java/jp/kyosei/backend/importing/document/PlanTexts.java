package jp.kyosei.backend.importing.document;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import jp.kyosei.backend.evaluation.Baseline;
import jp.kyosei.backend.plan.Initiative;
import jp.kyosei.backend.text.TextKind;
import jp.kyosei.backend.text.TextReading;
import org.jspecify.annotations.Nullable;

/**
 * The texts of a whole plan, each with its kind: a text that is too long, or none, is named. The words of figures are not
 * among them, for a figure holds its own limits.
 */
public final class PlanTexts {
    private final Consumer<Wrong> found;

    private PlanTexts(Consumer<Wrong> found) {
        this.found = found;
    }

    /**
     * A text that cannot be kept.
     *
     * @param no the indicator's number; empty for none
     * @param part of the indicator
     * @param place where it stands in the plan, in words
     * @param text as it is
     * @param message the whole sentence
     */
    public record Wrong(String no, IndicatorPart part, String place, String text, String message) {}

    /** All texts of a plan that cannot be kept. */
    public static List<Wrong> wrong(WholePlan plan) {
        List<Wrong> wrong = new ArrayList<>();
        new PlanTexts(wrong::add).look(plan);
        return wrong;
    }

    private void look(WholePlan plan) {
        text("", IndicatorPart.NAME, "title", TextKind.NAME, "計画の名称", plan.title());
        plan.levelNames()
                .forEach(name -> text("", IndicatorPart.NAME, "levelNames", TextKind.PLAN_WORDS, "体系の階層名", name));
        plan.versions()
                .forEach(version -> text("", IndicatorPart.NAME, "versions", TextKind.NAME, "版の名称", version.title()));
        for (PlanDocument.SectionEntry section : plan.sections()) {
            String place = "体系" + section.number();
            text("", IndicatorPart.NAME, place, TextKind.CODE, "体系番号", section.number());
            text("", IndicatorPart.NAME, place, TextKind.PLAN_WORDS, "体系の名称", section.title());
            text("", IndicatorPart.NAME, place, TextKind.PASSAGE, "体系の内容", section.body());
        }
        for (Initiative initiative : plan.initiatives()) {
            String place = "取組「%s」".formatted(initiative.title());
            text("", IndicatorPart.NAME, place, TextKind.PLAN_WORDS, "取組の名称", initiative.title());
            initiative
                    .spans()
                    .forEach(span -> text("", IndicatorPart.NAME, place, TextKind.PASSAGE, "取組の内容", span.text()));
        }
        plan.indicators().forEach(this::look);
    }

    private void look(WholeIndicator indicator) {
        String no = indicator.no();
        String place = "指標" + no;
        text(no, IndicatorPart.NAME, place, TextKind.CODE, "指標番号", no);
        text(no, IndicatorPart.NAME, place, TextKind.PLAN_WORDS, "指標名", indicator.name());
        text(no, IndicatorPart.NAME, place, TextKind.PASSAGE, "指標の説明", indicator.description());
        text(no, IndicatorPart.UNIT, place, TextKind.CODE, "単位", indicator.unit());
        text(no, IndicatorPart.NAME, place, TextKind.PLAN_WORDS, "出典", indicator.source());
        if (indicator.baseline() instanceof Baseline.AddedLater(String note)) {
            text(no, IndicatorPart.BASELINE, place, TextKind.FIGURE_NOTE, "現状値の注", note);
        }
        indicator
                .reporters()
                .forEach(reporter ->
                        text(no, IndicatorPart.NAME, place, TextKind.CODE, "担当課の記号", reporter.department()));
        for (WholeIndicator.Printed record : indicator.records()) {
            String cell = "%s %d年度".formatted(place, record.year().year());
            IndicatorPart part = IndicatorPart.record(record.year(), "");
            text(no, part, cell, TextKind.FIGURE_NOTE, "公表された評価", record.grade());
            text(no, part, cell, TextKind.FIGURE_NOTE, "公表された進捗率", record.rate());
            text(no, part, cell, TextKind.FIGURE_NOTE, "公表された増減", record.change());
        }
        for (WholeIndicator.Words narrative : indicator.narratives()) {
            String cell = "%s %d年度".formatted(place, narrative.year().year());
            IndicatorPart part = IndicatorPart.narrative(narrative.year(), narrative.town());
            text(
                    no,
                    part,
                    cell,
                    TextKind.NARRATIVE,
                    "評価文（進捗状況・成果）",
                    narrative.text().progress());
            text(
                    no,
                    part,
                    cell,
                    TextKind.NARRATIVE,
                    "評価文（今後の取組等）",
                    narrative.text().outlook());
            text(no, part, cell, TextKind.NARRATIVE, "事業名", narrative.text().initiatives());
        }
    }

    private void text(String no, IndicatorPart part, String place, TextKind kind, String name, @Nullable String text) {
        if (text != null && kind.read(text) instanceof TextReading.Wrong wrong) {
            found.accept(new Wrong(no, part, place, text, wrong.message(name)));
        }
    }
}
