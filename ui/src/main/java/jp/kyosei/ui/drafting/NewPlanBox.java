package jp.kyosei.ui.drafting;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.plan.PlanKind;
import jp.kyosei.backend.plan.PlanPeriod;
import jp.kyosei.backend.revision.PlanBeginning;
import jp.kyosei.backend.text.TextKind;
import jp.kyosei.ui.form.AskBox;
import jp.kyosei.ui.form.LineBox;
import jp.kyosei.ui.form.PlainSelect;
import jp.kyosei.ui.form.YearSelect;

/** Asks what a new plan begins with. */
final class NewPlanBox {
    private static final int YEARS_BACK = 15;
    private static final int YEARS_AHEAD = 15;
    private static final int USUAL_YEARS = 5;
    private static final Pattern BETWEEN_LEVELS = Pattern.compile("[・、,，\\s]+");

    private NewPlanBox() {}

    /** @param now the fiscal year of today */
    static AskBox of(FiscalYear now, Consumer<PlanBeginning> create) {
        LineBox title = new LineBox("計画の名称").of(TextKind.NAME);
        title.setHelperText("例：第3期 総合戦略");
        Map<String, String> kinds = new LinkedHashMap<>();
        Arrays.stream(PlanKind.values()).forEach(kind -> kinds.put(kind.name(), kind.label()));
        PlainSelect kind = new PlainSelect("種類", kinds);
        YearSelect first = new YearSelect("はじめの年度", now, YEARS_BACK, YEARS_AHEAD);
        YearSelect last = new YearSelect("終わりの年度", now, YEARS_BACK, YEARS_AHEAD);
        last.setValue(new FiscalYear(now.year() + USUAL_YEARS - 1));
        LineBox levels = new LineBox("体系の階層名（上から順に「・」で区切る）").of(TextKind.NAME);
        levels.setValue("基本目標・施策");
        levels.setHelperText("例：重点戦略・戦略方針・施策");
        return AskBox.withFields(
                "空の計画を作り、体系・指標・取組を画面で入力していきます。Excelの表があるときは「ファイルの取込」からも作れます。",
                "計画を作る",
                () -> create.accept(new PlanBeginning(
                        title.getValue(),
                        PlanKind.valueOf(kind.getValue()),
                        new PlanPeriod(first.year(), last.year()),
                        levels(levels.getValue()),
                        null)),
                title,
                kind,
                first,
                last,
                levels);
    }

    private static List<String> levels(String typed) {
        return BETWEEN_LEVELS
                .splitAsStream(typed.strip())
                .filter(name -> !name.isBlank())
                .toList();
    }
}
