package jp.kyosei.ui.drafting;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.kyosei.backend.evaluation.Baseline;
import jp.kyosei.backend.evaluation.ChangeDigits;
import jp.kyosei.backend.evaluation.Consolidation;
import jp.kyosei.backend.evaluation.Direction;
import jp.kyosei.backend.evaluation.Measure;
import jp.kyosei.backend.evaluation.Target;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.indicator.Indicator;
import jp.kyosei.backend.indicator.IndicatorId;
import jp.kyosei.backend.indicator.IndicatorKind;
import jp.kyosei.backend.indicator.Reporter;
import jp.kyosei.backend.plan.Initiative;
import jp.kyosei.backend.plan.InitiativeId;
import jp.kyosei.backend.plan.Plan;
import jp.kyosei.backend.plan.Section;
import jp.kyosei.backend.plan.SectionId;
import jp.kyosei.backend.revision.drafting.DraftChange;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import jp.kyosei.backend.tenancy.WrongTextException;
import jp.kyosei.backend.text.TextKind;
import jp.kyosei.ui.form.AskBox;
import jp.kyosei.ui.form.LineBox;
import jp.kyosei.ui.form.PlainSelect;
import org.jspecify.annotations.Nullable;

/** Asks what a new thing of a draft must have from its beginning. */
final class AddBoxes {
    private static final String NOT_CHOSEN = "";

    private final Plan plan;
    private final Map<MunicipalityCode, String> towns;
    private final Adding adding;

    /** Adds a thing and shows it; refuses in words. */
    interface Adding {
        void add(DraftChange change, UUID id, String said);
    }

    AddBoxes(Plan plan, Map<MunicipalityCode, String> towns, Adding adding) {
        this.plan = plan;
        this.towns = towns;
        this.adding = adding;
    }

    /** A section below another, or at the top. */
    AskBox section(@Nullable Section parent, String level) {
        LineBox number = new LineBox("番号").of(TextKind.CODE);
        LineBox title = new LineBox("名称").of(TextKind.PLAN_WORDS);
        String where = parent == null ? "最上位" : "「%s %s」の下".formatted(parent.number(), parent.title());
        return AskBox.withFields(
                "%sに「%s」を追加します。".formatted(where, level),
                "追加する",
                () -> {
                    SectionId id = SectionId.next();
                    adding.add(
                            new DraftChange.AddSection(
                                    id,
                                    parent == null ? null : parent.id(),
                                    Integer.MAX_VALUE,
                                    number.getValue(),
                                    title.getValue(),
                                    ""),
                            id.value(),
                            "「%s」を追加しました。".formatted(title.getValue().strip()));
                },
                number,
                title);
    }

    /** An indicator below a section. Which way is better is never guessed. */
    AskBox indicator(Section section) {
        LineBox no = new LineBox("番号").of(TextKind.CODE);
        LineBox name = new LineBox("指標名").of(TextKind.PLAN_WORDS);
        LineBox unit = new LineBox("単位").of(TextKind.CODE);
        Map<String, String> ways = new LinkedHashMap<>();
        ways.put(NOT_CHOSEN, "選んでください");
        for (Direction direction : Direction.values()) {
            ways.put(direction.name(), direction.label());
        }
        PlainSelect direction = new PlainSelect("どちらが良いか", ways);
        LineBox target = new LineBox("%sの目標値".formatted(plan.lastFiscalYear().longLabel())).of(TextKind.TYPED_FIGURE);
        return AskBox.withFields(
                "「%s %s」に指標を追加します。くわしい内容は、追加した後に入力できます。".formatted(section.number(), section.title()),
                "追加する",
                () -> {
                    IndicatorId id = IndicatorId.next();
                    adding.add(
                            new DraftChange.AddIndicator(
                                    indicator(id, section, no, name, unit, direction, target), Integer.MAX_VALUE),
                            id.value(),
                            "指標「%s」を追加しました。".formatted(name.getValue().strip()));
                },
                no,
                name,
                unit,
                direction,
                target);
    }

    private Indicator indicator(
            IndicatorId id,
            Section section,
            LineBox no,
            LineBox name,
            LineBox unit,
            PlainSelect direction,
            LineBox target) {
        if (no.getValue().isBlank() || name.getValue().isBlank()) {
            throw new WrongTextException("name", "指標の番号と指標名を入力してください。");
        }
        if (direction.getValue().equals(NOT_CHOSEN)) {
            throw new WrongTextException("direction", "高いほど良いのか、低いほど良いのかを選んでください。");
        }
        BigDecimal value = FigureBox.read(target, "target", unit.getValue())
                .orElseThrow(() -> new WrongTextException("target", "目標値を数値で入力してください。"));
        FiscalYear last = plan.lastFiscalYear();
        return new Indicator(
                id,
                no.getValue().strip(),
                IndicatorKind.KPI,
                section.number(),
                name.getValue(),
                "",
                unit.getValue().strip(),
                new Measure(
                        Direction.valueOf(direction.getValue()),
                        false,
                        Math.min(6, Math.max(0, value.stripTrailingZeros().scale())),
                        ChangeDigits.OWN,
                        false,
                        null,
                        new Baseline.Absent(),
                        List.of(new Target(last, value))),
                null,
                Consolidation.SINGLE,
                towns.size() == 1
                        ? towns.entrySet().stream()
                                .map(town -> new Reporter(town.getKey(), town.getValue(), null, null, null))
                                .toList()
                        : List.of(),
                "");
    }

    /** An initiative below a section. */
    AskBox initiative(Section section) {
        LineBox title = new LineBox("取組の名称").of(TextKind.PLAN_WORDS);
        return AskBox.withFields(
                "「%s %s」に取組を追加します。".formatted(section.number(), section.title()),
                "追加する",
                () -> {
                    InitiativeId id = InitiativeId.next();
                    adding.add(
                            new DraftChange.AddInitiative(
                                    new Initiative(id, section.number(), title.getValue(), List.of(), List.of()),
                                    Integer.MAX_VALUE),
                            id.value(),
                            "取組「%s」を追加しました。".formatted(title.getValue().strip()));
                },
                title);
    }
}
