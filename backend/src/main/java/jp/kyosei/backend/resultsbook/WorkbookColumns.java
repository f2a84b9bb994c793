package jp.kyosei.backend.resultsbook;

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
                    FindingColumn,
                    CsvColumn {
        /** Its heading. */
        String title();

        /** Its place from the left; 0 for the first. */
        default int place() {
            return ordinal();
        }

        /** The same, as enums have it. */
        int ordinal();
    }
}
