package jp.kyosei.backend.report;

import java.util.List;

/**
 * The machine-readable sheets of the results workbook: their names, their columns and the order of these. What reads the
 * workbook and what writes it both hold to this class; docs/formats/results-workbook.md explains it to people.
 *
 * <p>Every sheet has one header row, one record a row, no merged cells, no blank rows. Fiscal years are whole numbers named by
 * their April; 和暦 stands beside them for people and is not read. Municipality codes are text of six digits. A figure is a
 * numeric cell whose number format carries its decimals as entered ({@code 57.0} has the format {@code 0.0}); only a figure
 * of more digits than a spreadsheet keeps is text. Yes and no are 1 and 0. What has a list of values is written as the label
 * that the code prints, unless the column says that it is a code. Empty cells are nothing.
 */
public final class WorkbookColumns {
    /** What stands in {@link PlanColumn#FORM}. */
    public static final String FORM = "kyosei-results";

    /** What stands in {@link PlanColumn#FORM_VERSION}; counts up when a column changes its meaning. */
    public static final int FORM_VERSION = 1;

    /** The sheet that people print; nothing is read from it. */
    public static final String PRINTED_SHEET = "実績一覧";

    /** How many names of levels {@link PlanColumn} has room for; no plan has more. */
    public static final int LEVELS = 6;

    private WorkbookColumns() {}

    /** The machine-readable sheets in their order. */
    public enum Sheet {
        /** The plan, in one row. */
        PLAN("計画"),
        /** The section tree, parents before children, in the order of the plan. */
        SECTIONS("体系"),
        /** One row per initiative, span and municipality; rows of the same number are one initiative. */
        INITIATIVES("取組"),
        /** One row per indicator, in the order of the plan. */
        INDICATORS("指標"),
        /** One row per indicator and fiscal year that has a target; the latest is the final one. */
        TARGETS("目標値"),
        /** One row per indicator and municipality that reports it. */
        REPORTERS("報告団体"),
        /** One row per stored actual: indicator, fiscal year, municipality. */
        ACTUALS("実績値"),
        /** One row per stored narrative: indicator, fiscal year, municipality. */
        NARRATIVES("評価文"),
        /** One row per indicator and fiscal year of which a paper was published. */
        RECORDS("公表値"),
        /** One row per indicator and fiscal year: what is computed. Not read. */
        EVALUATIONS("評価結果"),
        /** One row per finding (指摘). Not read. */
        FINDINGS("指摘");

        private final String title;

        Sheet(String title) {
            this.title = title;
        }

        /** The name of the sheet. */
        public String title() {
            return title;
        }

        /** The columns from the left; the first row holds their titles. */
        public List<Column> columns() {
            return switch (this) {
                case PLAN -> List.of(PlanColumn.values());
                case SECTIONS -> List.of(SectionColumn.values());
                case INITIATIVES -> List.of(InitiativeColumn.values());
                case INDICATORS -> List.of(IndicatorColumn.values());
                case TARGETS -> List.of(TargetColumn.values());
                case REPORTERS -> List.of(ReporterColumn.values());
                case ACTUALS -> List.of(ActualColumn.values());
                case NARRATIVES -> List.of(NarrativeColumn.values());
                case RECORDS -> List.of(RecordColumn.values());
                case EVALUATIONS -> List.of(EvaluationColumn.values());
                case FINDINGS -> List.of(FindingColumn.values());
            };
        }
    }

    /** A column of one of the sheets. */
    public sealed interface Column
            permits PlanColumn,
                    SectionColumn,
                    InitiativeColumn,
                    IndicatorColumn,
                    TargetColumn,
                    ReporterColumn,
                    ActualColumn,
                    NarrativeColumn,
                    RecordColumn,
                    EvaluationColumn,
                    FindingColumn {
        /** Its heading. */
        String title();

        /** Its place from the left; 0 for the first. */
        default int place() {
            return ordinal();
        }

        /** The same, as enums have it. */
        int ordinal();
    }

    /** {@link Sheet#PLAN}. */
    public enum PlanColumn implements Column {
        /** Always {@link WorkbookColumns#FORM}. */
        FORM("様式"),
        /** Always {@link WorkbookColumns#FORM_VERSION}. */
        FORM_VERSION("様式の版"),
        /** The plan's slug. */
        SLUG("計画ID"),
        TITLE("計画名"),
        /** The owner's slug. */
        OWNER("計画主体ID"),
        OWNER_NAME("計画主体"),
        /** Label of {@link jp.kyosei.backend.plan.PlanKind}. */
        KIND("計画種別"),
        FIRST_YEAR("初年度"),
        FIRST_YEAR_ERA("初年度（和暦）"),
        LAST_YEAR("最終年度"),
        LAST_YEAR_ERA("最終年度（和暦）"),
        /** The number of the version in force. */
        VERSION("版番号"),
        VERSION_TITLE("版名"),
        /** A date in the form 2023-03-31; empty for a draft. */
        ADOPTED_ON("策定・改訂日"),
        /** The year that is judged. */
        JUDGED_YEAR("評価年度"),
        JUDGED_YEAR_ERA("評価年度（和暦）"),
        /** When the workbook was made, in Japanese time: 2023-10-05T13:00:00+09:00. */
        MADE_AT("出力日時"),
        /** Which figures it holds, in words. Not read. */
        SCOPE("出力範囲"),
        LEVEL_1("階層1の名称"),
        LEVEL_2("階層2の名称"),
        LEVEL_3("階層3の名称"),
        LEVEL_4("階層4の名称"),
        LEVEL_5("階層5の名称"),
        LEVEL_6("階層6の名称");

        private final String title;

        PlanColumn(String title) {
            this.title = title;
        }

        @Override
        public String title() {
            return title;
        }
    }

    /** {@link Sheet#SECTIONS}. */
    public enum SectionColumn implements Column {
        NUMBER("体系番号"),
        /** Empty at the top. */
        PARENT("上位の体系番号"),
        /** 1 at the top. */
        LEVEL("階層"),
        LEVEL_NAME("階層の名称"),
        TITLE("体系名"),
        BODY("内容");

        private final String title;

        SectionColumn(String title) {
            this.title = title;
        }

        @Override
        public String title() {
            return title;
        }
    }

    /** {@link Sheet#INITIATIVES}. */
    public enum InitiativeColumn implements Column {
        /** Counts the initiatives of the plan from 1. */
        NUMBER("取組番号"),
        SECTION("体系番号"),
        TITLE("取組名"),
        /** Empty where the plan names none. */
        MUNICIPALITY("市町村コード"),
        /** Empty where the initiative has no spans. */
        FIRST_YEAR("開始年度"),
        LAST_YEAR("終了年度"),
        TEXT("内容");

        private final String title;

        InitiativeColumn(String title) {
            this.title = title;
        }

        @Override
        public String title() {
            return title;
        }
    }

    /** {@link Sheet#INDICATORS}. */
    public enum IndicatorColumn implements Column {
        /** Text, such as 9 or 1-1-1-1. */
        NO("指標番号"),
        /** Label of {@link jp.kyosei.backend.indicator.IndicatorKind}. */
        KIND("種別"),
        SECTION("体系番号"),
        SECTION_TITLE("体系名"),
        NAME("指標名"),
        DESCRIPTION("説明"),
        UNIT("単位"),
        DECIMALS("小数桁数"),
        /** 1 where the change is printed in whole numbers, 0 where with the indicator's decimals. */
        WHOLE_CHANGE("対前年は整数"),
        /** 1 where numerator and denominator are printed in percent. */
        RATIO_AS_PERCENT("比率は百分率"),
        /** Label of {@link jp.kyosei.backend.evaluation.Direction}. */
        DIRECTION("方向"),
        /** 1 or 0. */
        CUMULATIVE("累計"),
        /** Label of {@link jp.kyosei.backend.evaluation.ProgressFormula}; empty where the owner's rules apply. */
        FORMULA("進捗率の算式"),
        /** Label of {@link BaselineLabel}. */
        BASELINE_KIND("現状値の種別"),
        BASELINE("現状値"),
        BASELINE_YEAR("現状値の年度"),
        BASELINE_YEAR_ERA("現状値の年度（和暦）"),
        BASELINE_NOTE("現状値の注記"),
        /** The target of the adopted plan, where the results use another. */
        STATED_TARGET("計画書の目標値"),
        /** Label of {@link jp.kyosei.backend.evaluation.Consolidation}. */
        CONSOLIDATION("市町村分の合わせ方"),
        SOURCE("出典");

        private final String title;

        IndicatorColumn(String title) {
            this.title = title;
        }

        @Override
        public String title() {
            return title;
        }
    }

    /** What {@link IndicatorColumn#BASELINE_KIND} says. */
    public enum BaselineLabel {
        /** There is a figure and its year. */
        MEASURED("値あり"),
        /** There was none; printed —. */
        ABSENT("なし（—）"),
        /** The indicator came later; printed blank, or as its note. */
        ADDED_LATER("途中から");

        private final String label;

        BaselineLabel(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** {@link Sheet#TARGETS}. */
    public enum TargetColumn implements Column {
        NO("指標番号"),
        NAME("指標名"),
        YEAR("年度"),
        YEAR_ERA("年度（和暦）"),
        TARGET("目標値"),
        UNIT("単位"),
        /** 最終 or 中間. Not read. */
        WHICH("区分");

        private final String title;

        TargetColumn(String title) {
            this.title = title;
        }

        @Override
        public String title() {
            return title;
        }
    }

    /** {@link Sheet#REPORTERS}. */
    public enum ReporterColumn implements Column {
        NO("指標番号"),
        MUNICIPALITY("市町村コード"),
        MUNICIPALITY_NAME("市町村名"),
        /** Empty where no department is asked, or where the reader may not know it. */
        DEPARTMENT("担当課コード"),
        DEPARTMENT_NAME("担当課名");

        private final String title;

        ReporterColumn(String title) {
            this.title = title;
        }

        @Override
        public String title() {
            return title;
        }
    }

    /** {@link Sheet#ACTUALS}. */
    public enum ActualColumn implements Column {
        NO("指標番号"),
        NAME("指標名"),
        YEAR("年度"),
        YEAR_ERA("年度（和暦）"),
        /** Empty for the figure of the whole owner, entered by its secretariat. */
        MUNICIPALITY("市町村コード"),
        MUNICIPALITY_NAME("市町村名"),
        VALUE("値"),
        NUMERATOR("分子"),
        DENOMINATOR("分母"),
        UNIT("単位"),
        /** Name of {@link jp.kyosei.backend.figure.MissingReason}, such as {@code NOT_HELD}. */
        MISSING("欠測理由コード"),
        /** Its label; not read. */
        MISSING_LABEL("欠測理由"),
        /** The words of the person; may be empty. */
        MISSING_NOTE("欠測の注記"),
        /** The year that the figure is of, where it is another. */
        REFERENCE_YEAR("参照年度"),
        REFERENCE_YEAR_ERA("参照年度（和暦）"),
        /** Words beside a measured figure. */
        NOTE("注"),
        /** Label of {@link jp.kyosei.backend.actual.cell.ActualState}. */
        STATE("状態");

        private final String title;

        ActualColumn(String title) {
            this.title = title;
        }

        @Override
        public String title() {
            return title;
        }
    }

    /** {@link Sheet#NARRATIVES}. Line breaks stand in the cell. */
    public enum NarrativeColumn implements Column {
        NO("指標番号"),
        NAME("指標名"),
        YEAR("年度"),
        YEAR_ERA("年度（和暦）"),
        /** Empty for one of the whole owner. */
        MUNICIPALITY("市町村コード"),
        MUNICIPALITY_NAME("市町村名"),
        PROGRESS("進捗状況・成果"),
        OUTLOOK("今後の取組等"),
        /** One a line, in one cell: it is one text. */
        INITIATIVES("事業名"),
        /** Label of {@link jp.kyosei.backend.actual.cell.ActualState}. */
        STATE("状態");

        private final String title;

        NarrativeColumn(String title) {
            this.title = title;
        }

        @Override
        public String title() {
            return title;
        }
    }

    /** {@link Sheet#RECORDS}. Rate, change and grade are text as printed; empty where the paper had none. */
    public enum RecordColumn implements Column {
        NO("指標番号"),
        NAME("指標名"),
        YEAR("年度"),
        YEAR_ERA("年度（和暦）"),
        RATE("進捗率"),
        CHANGE("対前年"),
        GRADE("達成度"),
        TARGET("目標値");

        private final String title;

        RecordColumn(String title) {
            this.title = title;
        }

        @Override
        public String title() {
            return title;
        }
    }

    /** {@link Sheet#EVALUATIONS}. */
    public enum EvaluationColumn implements Column {
        NO("指標番号"),
        NAME("指標名"),
        YEAR("年度"),
        YEAR_ERA("年度（和暦）"),
        /** The consolidated figure, rounded to the indicator's decimals. */
        VALUE("集計値"),
        UNIT("単位"),
        /** The figure as the sheet prints it, or the reason. */
        TEXT("表示"),
        /** 1 where a municipality's part is missing from it. */
        PARTIAL("一部未報告"),
        /** 1 where it is made of a figure that is not confirmed. */
        PROVISIONAL("未確定"),
        /** The exact rate in percent, with eight decimals at most. */
        RATE("進捗率（%）"),
        RATE_TEXT("進捗率の表示"),
        CHANGE_TEXT("対前年の表示"),
        GRADE("達成度");

        private final String title;

        EvaluationColumn(String title) {
            this.title = title;
        }

        @Override
        public String title() {
            return title;
        }
    }

    /** {@link Sheet#FINDINGS}. */
    public enum FindingColumn implements Column {
        NO("指標番号"),
        NAME("指標名"),
        YEAR("年度"),
        YEAR_ERA("年度（和暦）"),
        /** Name of {@link jp.kyosei.backend.evaluation.CheckCode}. */
        CODE("指摘コード"),
        LABEL("指摘"),
        MESSAGE("内容"),
        /** Why the figure stands; empty while nobody has confirmed it. */
        CONFIRMATION("確認の理由"),
        CONFIRMED_BY("確認した人");

        private final String title;

        FindingColumn(String title) {
            this.title = title;
        }

        @Override
        public String title() {
            return title;
        }
    }
}
