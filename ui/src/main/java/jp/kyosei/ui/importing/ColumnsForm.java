package jp.kyosei.ui.importing;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.importing.applying.ImportPreview;
import jp.kyosei.backend.importing.inbox.DataImport;
import jp.kyosei.backend.sheet.CellPlace;
import jp.kyosei.backend.understanding.ColumnKind;
import jp.kyosei.backend.understanding.ColumnMeaning;
import jp.kyosei.backend.understanding.Corrections;
import jp.kyosei.backend.understanding.UnderstoodColumn;
import jp.kyosei.backend.understanding.UnderstoodSheet;
import jp.kyosei.backend.understanding.question.Question;
import jp.kyosei.ui.form.PlainSelect;
import jp.kyosei.ui.plan.HtmlTable;

/** What each column was taken for, to be corrected by choosing something else. */
final class ColumnsForm extends Div {
    private static final String NO_YEAR = "";
    private static final int YEARS_AROUND = 12;

    private final List<Choice> choices = new ArrayList<>();

    private record Choice(String sheet, UnderstoodColumn column, PlainSelect kind, PlainSelect year) {
        ColumnMeaning meaning() {
            ColumnKind chosen = ColumnKind.valueOf(kind.getValue());
            String text = year.getValue();
            return new ColumnMeaning(
                    chosen,
                    !chosen.isOfYear() || text.equals(NO_YEAR) ? null : new FiscalYear(Integer.parseInt(text)),
                    column.meaning().town());
        }
    }

    ColumnsForm(ImportPreview preview, DataImport found, Consumer<Corrections> corrected) {
        List<UnderstoodSheet> sheets = preview.tables();
        addClassName("import-columns");
        add(new Paragraph("違っていれば選び直してください。直した読み取り方は覚えておき、次に同じ見出しが並ぶ表を取り込むときに使います。この取込をやめたり取り消したりすると、忘れます。"));
        for (UnderstoodSheet sheet : sheets) {
            if (sheets.size() > 1) {
                add(new H3("シート「%s」".formatted(sheet.name())));
            }
            add(new Paragraph("見出しの行: "
                    + sheet.headerRows().stream()
                            .map(row -> Integer.toString(row + 1))
                            .collect(Collectors.joining("、"))));
            HtmlTable table = new HtmlTable("列の読み取り方", List.of("列", "見出し", "値の例", "内容", "年度"));
            ColumnSamples samples = ColumnSamples.of(preview, sheet.name());
            sheet.columns().forEach(column -> addRow(table, sheet.name(), column, samples, found));
            Div scrolling = new Div(table);
            scrolling.addClassName("import-scroll");
            add(scrolling);
        }
        Button button = new Button("この読み取り方で見直す", click -> corrected.accept(Corrections.ofColumns(changed())));
        button.addClassName("button");
        add(button);
    }

    private void addRow(
            HtmlTable table, String sheet, UnderstoodColumn column, ColumnSamples samples, DataImport found) {
        String letters = new CellPlace(sheet, 0, column.index()).name().replaceAll("[0-9]", "");
        Map<String, String> kinds = new LinkedHashMap<>();
        for (ColumnKind kind : ColumnKind.values()) {
            kinds.put(kind.name(), kind.label());
        }
        PlainSelect kind = new PlainSelect("%s列の内容".formatted(letters), kinds).inTable();
        kind.setValue(column.meaning().kind().name());
        Map<String, String> years = new LinkedHashMap<>();
        years.put(NO_YEAR, "—");
        FiscalYear known = column.meaning().year();
        int newest = found.newestActuals().year();
        for (int year = newest + YEARS_AROUND; year >= newest - YEARS_AROUND; year--) {
            years.put(Integer.toString(year), new FiscalYear(year).shortLabel());
        }
        if (known != null) {
            years.putIfAbsent(Integer.toString(known.year()), known.shortLabel());
        }
        PlainSelect year = new PlainSelect("%s列の年度".formatted(letters), years).inTable();
        year.setValue(known == null ? NO_YEAR : Integer.toString(known.year()));
        choices.add(new Choice(sheet, column, kind, year));
        if (column.certainty() < Question.THRESHOLD) {
            kind.hint(column.because());
        }
        table.row(new Span(letters))
                .text(column.label())
                .text(samples.under(column.index()))
                .cell(kind)
                .cell(year);
    }

    private Map<String, Map<Integer, ColumnMeaning>> changed() {
        Map<String, Map<Integer, ColumnMeaning>> changed = new HashMap<>();
        for (Choice choice : choices) {
            ColumnMeaning meaning = choice.meaning();
            if (!meaning.equals(choice.column().meaning())) {
                changed.computeIfAbsent(choice.sheet(), sheet -> new HashMap<>())
                        .put(choice.column().index(), meaning);
            }
        }
        return changed;
    }
}
