package jp.kyosei.backend.workbook;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import jp.kyosei.backend.actual.narrative.NarrativeText;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.figure.MissingReason;
import jp.kyosei.backend.text.TextKind;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationConstraint;
import org.apache.poi.ss.usermodel.DataValidationConstraint.OperatorType;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/** What a spreadsheet itself lets people type into the fields of a workbook, and what it says to everything else. */
final class EntryRules {
    private static final int YEARS_BACK = 20;
    private static final String LARGEST = "999999999999999";

    private EntryRules() {}

    /**
     * Sets them.
     *
     * @param year that is asked for
     * @param first row
     * @param last row
     * @param column of the first field
     */
    static void set(XSSFSheet sheet, List<EntryField> fields, FiscalYear year, int first, int last, int column) {
        DataValidationHelper rules = sheet.getDataValidationHelper();
        for (int place = 0; place < fields.size(); place++) {
            EntryField field = fields.get(place);
            CellRangeAddressList cells = new CellRangeAddressList(first, last, column + place, column + place);
            DataValidation rule = rules.createValidation(constraint(rules, field, year), cells);
            rule.setShowErrorBox(true);
            rule.setEmptyCellAllowed(true);
            if (field == EntryField.REFERENCE_YEAR) {
                rule.setErrorStyle(DataValidation.ErrorStyle.WARNING);
            }
            rule.createErrorBox(EntryField.plain(field.head()), advice(field));
            sheet.addValidationData(rule);
        }
    }

    private static DataValidationConstraint constraint(DataValidationHelper rules, EntryField field, FiscalYear year) {
        return switch (field) {
            case VALUE, NUMERATOR -> rules.createDecimalConstraint(OperatorType.BETWEEN, "-" + LARGEST, LARGEST);
            case DENOMINATOR -> rules.createDecimalConstraint(OperatorType.BETWEEN, "0", LARGEST);
            case MISSING ->
                rules.createExplicitListConstraint(Arrays.stream(MissingReason.values())
                        .map(MissingReason::label)
                        .toArray(String[]::new));
            case REFERENCE_YEAR ->
                rules.createExplicitListConstraint(IntStream.rangeClosed(1, YEARS_BACK)
                        .mapToObj(back -> new FiscalYear(year.year() - back).longLabel())
                        .toArray(String[]::new));
            case EXPLANATION, NOTE, REASON ->
                rules.createTextLengthConstraint(
                        OperatorType.LESS_OR_EQUAL, Integer.toString(TextKind.FIGURE_NOTE.most()), null);
            case PROGRESS, OUTLOOK, INITIATIVES ->
                rules.createTextLengthConstraint(
                        OperatorType.LESS_OR_EQUAL, Integer.toString(NarrativeText.MAX_LENGTH), null);
        };
    }

    private static String advice(EntryField field) {
        return switch (field) {
            case VALUE -> "数値だけを入れてください。マイナスは -1234 のように入れます。数値がないときは「実績のない理由」から選んでください。";
            case NUMERATOR, DENOMINATOR -> "数値だけを入れてください。";
            case MISSING -> "一覧から選んでください。詳しい事情は右の「理由の説明」に書けます。";
            case REFERENCE_YEAR -> "「令和4年度」のように入れてください。その年度の値なら空のままにします。";
            case EXPLANATION, NOTE, REASON -> "%,d字までです。".formatted(TextKind.FIGURE_NOTE.most());
            case PROGRESS, OUTLOOK, INITIATIVES -> "%,d字までです。".formatted(NarrativeText.MAX_LENGTH);
        };
    }
}
