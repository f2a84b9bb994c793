package jp.kyosei.backend.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import jp.kyosei.backend.sheet.Book;
import jp.kyosei.backend.sheet.Cell;
import jp.kyosei.backend.sheet.CellPlace;
import jp.kyosei.backend.sheet.Sheet;
import jp.kyosei.backend.text.TextKind;
import jp.kyosei.backend.text.TextReading;
import org.jspecify.annotations.Nullable;

/** The texts of a plan document, each with its kind: a text that is too long, or none, is named with its cell. */
final class DocumentTexts {
    private final Consumer<Wrong> found;

    private DocumentTexts(Consumer<Wrong> found) {
        this.found = found;
    }

    /**
     * A text that cannot be kept.
     *
     * @param no the indicator's number; empty for none
     * @param part of the indicator, as {@link ReadIndicator} names its places; empty for none
     * @param place where it stands in the document, in words
     * @param text as it is
     * @param message the whole sentence
     */
    record Wrong(String no, String part, String place, String text, String message) {}

    /** A file without what nobody sees in its cells, and with letters put together; what is blank then is no cell. */
    static Book cleaned(Book book) {
        return new Book(
                book.kind(),
                book.sheets().stream()
                        .map(sheet -> new Sheet(
                                sheet.name(),
                                sheet.rows().stream()
                                        .map(row -> new Sheet.Row(
                                                row.index(),
                                                row.cells().stream()
                                                        .map(DocumentTexts::cleaned)
                                                        .filter(cell ->
                                                                !cell.text().isBlank())
                                                        .toList()))
                                        .toList(),
                                sheet.merges()))
                        .toList());
    }

    private static Cell cleaned(Cell cell) {
        String text = TextKind.cleaned(cell.text());
        return text.equals(cell.text()) ? cell : new Cell(cell.column(), text, cell.number(), cell.formula());
    }

    /** All texts of a document that cannot be kept. */
    static List<Wrong> wrong(PlanDocument document) {
        List<Wrong> wrong = new ArrayList<>();
        new DocumentTexts(wrong::add).look(document);
        return wrong;
    }

    /** The same of a file, each with the cell in which it stands. */
    static List<Finding> problems(ReadPlan read, Book book) {
        return wrong(read.document()).stream()
                .map(one -> Finding.problem(
                        cellOf(book, one.text()).orElseGet(() -> placeOf(read, one)), one.no(), one.message()))
                .toList();
    }

    private static @Nullable CellPlace placeOf(ReadPlan read, Wrong one) {
        return read.indicators().stream()
                .filter(indicator -> indicator.entry().no().equals(one.no()))
                .findFirst()
                .map(indicator -> indicator.at(one.part()))
                .orElse(null);
    }

    private static Optional<CellPlace> cellOf(Book book, String text) {
        for (Sheet sheet : book.sheets()) {
            for (Sheet.Row row : sheet.rows()) {
                for (Cell cell : row.cells()) {
                    if (cell.text().contains(text)) {
                        return Optional.of(new CellPlace(sheet.name(), row.index(), cell.column()));
                    }
                }
            }
        }
        return Optional.empty();
    }

    private void look(PlanDocument document) {
        text("", "", "title", TextKind.NAME, "計画の名称", document.title());
        document.levelNames().forEach(name -> text("", "", "levelNames", TextKind.PLAN_WORDS, "体系の階層名", name));
        document.versions().forEach(version -> text("", "", "versions", TextKind.NAME, "版の名称", version.title()));
        for (PlanDocument.SectionEntry section : document.sections()) {
            String place = "体系" + section.number();
            text("", "", place, TextKind.CODE, "体系番号", section.number());
            text("", "", place, TextKind.PLAN_WORDS, "体系の名称", section.title());
            text("", "", place, TextKind.PASSAGE, "体系の内容", section.body());
        }
        for (PlanDocument.InitiativeEntry initiative : document.initiatives()) {
            String place = "取組「%s」".formatted(initiative.title());
            text("", "", place, TextKind.PLAN_WORDS, "取組の名称", initiative.title());
            initiative.spans().forEach(span -> text("", "", place, TextKind.PASSAGE, "取組の内容", span.text()));
        }
        document.indicators().forEach(this::look);
    }

    private void look(PlanDocument.IndicatorEntry indicator) {
        String no = indicator.no();
        String place = "指標" + no;
        text(no, "", place, TextKind.CODE, "指標番号", no);
        text(no, "", place, TextKind.PLAN_WORDS, "指標名", indicator.name());
        text(no, "", place, TextKind.PASSAGE, "指標の説明", indicator.description());
        text(no, ReadIndicator.UNIT, place, TextKind.CODE, "単位", indicator.unit());
        text(no, "", place, TextKind.PLAN_WORDS, "出典", indicator.source());
        text(
                no,
                ReadIndicator.BASELINE,
                place,
                TextKind.FIGURE_NOTE,
                "現状値の注",
                indicator.baseline().note());
        indicator.reporters().forEach(reporter -> text(no, "", place, TextKind.CODE, "担当課の記号", reporter.department()));
        for (PlanDocument.ActualEntry actual : indicator.actuals()) {
            String cell = "%s %d年度".formatted(place, actual.fiscalYear());
            String part = ReadIndicator.actual(actual.fiscalYear(), actual.municipality());
            PlanDocument.MissingEntry missing = actual.missing();
            text(no, part, cell, TextKind.FIGURE_NOTE, "実績の注", actual.note());
            text(no, part, cell, TextKind.FIGURE_NOTE, "実績のない理由", missing == null ? null : missing.note());
        }
        for (PlanDocument.RecordEntry record : indicator.records()) {
            String cell = "%s %d年度".formatted(place, record.fiscalYear());
            String part = ReadIndicator.record(record.fiscalYear(), "");
            text(no, part, cell, TextKind.FIGURE_NOTE, "公表された評価", record.grade());
            text(no, part, cell, TextKind.FIGURE_NOTE, "公表された進捗率", record.rate());
            text(no, part, cell, TextKind.FIGURE_NOTE, "公表された増減", record.change());
        }
        for (PlanDocument.NarrativeEntry narrative : indicator.narratives()) {
            String cell = "%s %d年度".formatted(place, narrative.fiscalYear());
            String part = ReadIndicator.narrative(narrative.fiscalYear(), narrative.municipality());
            text(no, part, cell, TextKind.NARRATIVE, "評価文（進捗状況・成果）", narrative.progress());
            text(no, part, cell, TextKind.NARRATIVE, "評価文（今後の取組等）", narrative.outlook());
            text(no, part, cell, TextKind.NARRATIVE, "事業名", narrative.initiatives());
        }
    }

    private void text(String no, String part, String place, TextKind kind, String name, @Nullable String text) {
        if (text != null && kind.read(text) instanceof TextReading.Wrong wrong) {
            found.accept(new Wrong(no, part, place, text, wrong.message(name)));
        }
    }
}
