package jp.kyosei.backend.api.imports;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import jp.kyosei.backend.api.web.InvalidInputException;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.importing.applying.ImportPreview;
import jp.kyosei.backend.importing.comparing.PlannedChange;
import jp.kyosei.backend.importing.comparing.RecalledColumn;
import jp.kyosei.backend.importing.inbox.DataImport;
import jp.kyosei.backend.importing.inbox.ImportState;
import jp.kyosei.backend.importing.inbox.RememberedColumn;
import jp.kyosei.backend.importing.reading.Finding;
import jp.kyosei.backend.importing.underway.Work;
import jp.kyosei.backend.sheet.CellPlace;
import jp.kyosei.backend.understanding.ColumnKind;
import jp.kyosei.backend.understanding.ColumnMeaning;
import jp.kyosei.backend.understanding.Corrections;
import jp.kyosei.backend.understanding.Marks;
import jp.kyosei.backend.understanding.UnderstoodSheet;
import jp.kyosei.backend.understanding.question.Answers;
import jp.kyosei.backend.understanding.question.Question;
import org.jspecify.annotations.Nullable;

/** An import as the contract shows it. */
final class ImportViews {
    private ImportViews() {}

    /** One import; its preview is there while it waits to be applied. */
    @Serdeable
    record ImportView(
            String id,
            String owner,
            String plan,
            boolean newPlan,
            String title,
            int fiscalYear,
            String fileName,
            ImportState state,
            String message,
            String createdBy,
            Instant createdAt,
            @Nullable String settledBy,
            @Nullable Instant settledAt,
            @Nullable WorkView work,
            @Nullable PreviewView preview) {
        static ImportView of(DataImport found, @Nullable Work work, @Nullable ImportPreview preview) {
            return new ImportView(
                    found.id().value().toString(),
                    found.ownerSlug(),
                    found.planSlug(),
                    found.isNewPlan(),
                    found.title(),
                    found.newestActuals().year(),
                    found.fileName(),
                    found.state(),
                    found.message(),
                    found.createdBy(),
                    found.createdAt(),
                    found.settledBy().isEmpty() ? null : found.settledBy(),
                    found.settledAt(),
                    work == null ? null : WorkView.of(work),
                    preview == null ? null : PreviewView.of(preview));
        }
    }

    /** What applying it would do. */
    @Serdeable
    record PreviewView(
            boolean applicable,
            String fingerprint,
            CountsView counts,
            List<SheetView> sheets,
            List<ChangeView> changes,
            List<FindingView> problems,
            List<FindingView> checks,
            List<FindingView> notices,
            List<FindingView> leftOut,
            List<QuestionView> questions,
            List<RememberedView> remembered,
            List<RememberedNameView> rememberedNames) {
        static PreviewView of(ImportPreview preview) {
            return new PreviewView(
                    preview.isApplicable(),
                    preview.fingerprint(),
                    CountsView.of(preview),
                    preview.tables().stream().map(SheetView::of).toList(),
                    preview.changes().stream().map(ChangeView::of).toList(),
                    findings(preview, Finding.Weight.PROBLEM),
                    findings(preview, Finding.Weight.CHECK),
                    findings(preview, Finding.Weight.NOTICE),
                    findings(preview, Finding.Weight.LEFT_OUT),
                    preview.questions().stream().map(QuestionView::of).toList(),
                    preview.recalled().stream().map(RememberedView::of).toList(),
                    preview.recalledNames().stream().map(RememberedNameView::of).toList());
        }

        private static List<FindingView> findings(ImportPreview preview, Finding.Weight weight) {
            return preview.findings().stream()
                    .filter(finding -> finding.weight() == weight)
                    .map(FindingView::of)
                    .toList();
        }
    }

    /** How many cells would be written, and how many of them over confirmed ones, which asks for a reason. */
    @Serdeable
    record CountsView(
            int indicators,
            @JsonProperty("new") long added,
            long changed,
            int unchanged,
            int overConfirmed,
            long problems,
            long checks) {
        static CountsView of(ImportPreview preview) {
            return new CountsView(
                    preview.indicators(),
                    preview.countNew(),
                    preview.changes().size() - preview.countNew(),
                    preview.unchanged(),
                    preview.overConfirmed(),
                    preview.count(Finding.Weight.PROBLEM),
                    preview.count(Finding.Weight.CHECK));
        }
    }

    /** A sheet as it was understood. */
    @Serdeable
    record SheetView(String name, List<Integer> headerRows, List<ColumnView> columns) {
        static SheetView of(UnderstoodSheet sheet) {
            return new SheetView(
                    sheet.name(),
                    sheet.headerRows().stream().map(row -> row + 1).toList(),
                    sheet.columns().stream()
                            .map(column -> new ColumnView(
                                    column.index(),
                                    column.label(),
                                    column.meaning().kind(),
                                    year(column.meaning().year())))
                            .toList());
        }
    }

    /** A column; {@code index} counts from 0. */
    @Serdeable
    record ColumnView(
            int index,
            String label,
            ColumnKind kind,
            @Nullable Integer fiscalYear) {}

    /** A column that was read as somebody said in an earlier import; forgotten by its key. */
    @Serdeable
    record RememberedView(
            String key,
            String sheet,
            int index,
            String label,
            ColumnKind kind,
            String fileName,
            String by,
            Instant at) {
        static RememberedView of(RecalledColumn recalled) {
            RememberedColumn remembered = recalled.remembered();
            return new RememberedView(
                    remembered.key(),
                    recalled.sheet(),
                    recalled.index(),
                    remembered.label(),
                    remembered.kind(),
                    remembered.fileName(),
                    remembered.by(),
                    remembered.at());
        }
    }

    /** What is to be forgotten. */
    @Serdeable
    record ForgetBody(String key) {}

    /** The name of a new plan in addresses. */
    @Serdeable
    record SlugBody(String slug) {}

    /** A cell that would be written. */
    @Serdeable
    record ChangeView(
            String what,
            String no,
            String name,
            int fiscalYear,
            String whose,
            PlaceView cell,
            String before,
            String after,
            boolean isNew) {
        static ChangeView of(PlannedChange change) {
            return new ChangeView(
                    change.what().name(),
                    change.no(),
                    change.name(),
                    change.fiscalYear().year(),
                    change.whose(),
                    PlaceView.of(change.place()),
                    change.before(),
                    change.after(),
                    change.isNew());
        }
    }

    /** Something at a cell, or of the file as a whole. */
    @Serdeable
    record FindingView(
            @Nullable PlaceView cell,
            String no,
            @Nullable Integer fiscalYear,
            @Nullable String code,
            String message) {
        static FindingView of(Finding finding) {
            CellPlace place = finding.place();
            return new FindingView(
                    place == null ? null : PlaceView.of(place),
                    finding.no(),
                    year(finding.fiscalYear()),
                    finding.code().isEmpty() ? null : finding.code(),
                    finding.message());
        }
    }

    /** A cell as a spreadsheet names it; {@code sheet} is empty for text files. */
    @Serdeable
    record PlaceView(String sheet, String cell) {
        static PlaceView of(CellPlace place) {
            return new PlaceView(place.sheet(), place.name());
        }
    }

    /** Something that the file does not say clearly; {@code answer} is the code of the choice taken, none while it is open. */
    @Serdeable
    record QuestionView(
            String key,
            String matter,
            PlaceView cell,
            String question,
            List<String> samples,
            List<ChoiceView> choices,
            @Nullable String unasked,
            double certainty,
            @Nullable String answer) {
        static QuestionView of(Question question) {
            return new QuestionView(
                    question.key(),
                    question.matter().name(),
                    PlaceView.of(question.place()),
                    question.words(),
                    question.samples(),
                    question.choices().stream()
                            .map(choice -> new ChoiceView(choice.code(), choice.label()))
                            .toList(),
                    question.unasked().isEmpty() ? null : question.unasked(),
                    question.certainty(),
                    question.isOpen() ? null : question.answer());
        }
    }

    /** What can be answered. */
    @Serdeable
    record ChoiceView(String choice, String label) {}

    /**
     * What is said of a file: what columns hold in place of what was understood, answers to questions, where a table is; each
     * may be left out.
     */
    @Serdeable
    record ColumnsBody(
            @Nullable List<ColumnBody> columns,
            @Nullable List<AnswerBody> answers,
            @Nullable List<MarksBody> marks) {
        private static final int MOST_COLUMNS = 16_384;
        private static final int MOST_ROWS = 1_048_576;

        Corrections corrections() {
            Map<String, String> codes = new HashMap<>();
            Objects.requireNonNullElse(answers, List.<AnswerBody>of())
                    .forEach(answer -> codes.put(answer.key(), answer.choice()));
            Map<String, Marks> marked = new HashMap<>();
            Objects.requireNonNullElse(marks, List.<MarksBody>of())
                    .forEach(body -> marked.put(body.sheet(), body.marks()));
            return new Corrections(columnCorrections(), new Answers(codes), marked);
        }

        private Map<String, Map<Integer, ColumnMeaning>> columnCorrections() {
            Map<String, Map<Integer, ColumnMeaning>> corrections = new HashMap<>();
            for (ColumnBody column : Objects.requireNonNullElse(columns, List.<ColumnBody>of())) {
                Integer year = column.fiscalYear();
                if (column.index() < 0 || column.index() >= MOST_COLUMNS) {
                    throw new InvalidInputException("columns", "列は0から数えた番号で指定してください。");
                }
                if (year != null && (year < FiscalYear.FIRST || year > FiscalYear.LAST)) {
                    throw new InvalidInputException("columns", "年度は西暦4桁で指定してください。");
                }
                corrections
                        .computeIfAbsent(column.sheet(), sheet -> new HashMap<>())
                        .put(
                                column.index(),
                                new ColumnMeaning(
                                        column.kind(),
                                        year == null || !column.kind().isOfYear() ? null : new FiscalYear(year),
                                        column.town()));
            }
            return corrections;
        }
    }

    /** An answer to a question, by its key. */
    @Serdeable
    record AnswerBody(String key, String choice) {}

    /** Where a sheet's table is; rows count from 1 as in a spreadsheet, columns from 0. */
    @Serdeable
    record MarksBody(
            String sheet,
            @Nullable Integer headerRow,
            @Nullable Integer nameColumn,
            @Nullable Integer firstDataRow) {
        Marks marks() {
            if (nameColumn != null && (nameColumn < 0 || nameColumn >= ColumnsBody.MOST_COLUMNS)) {
                throw new InvalidInputException("marks", "指標名の列は0から数えた番号で指定してください。");
            }
            return new Marks(index(headerRow), nameColumn, index(firstDataRow));
        }

        private static @Nullable Integer index(@Nullable Integer row) {
            if (row != null && (row < 1 || row > ColumnsBody.MOST_ROWS)) {
                throw new InvalidInputException("marks", "行は1から数えた番号で指定してください。");
            }
            return row == null ? null : row - 1;
        }
    }

    /** What one column holds; {@code town} is the name of the member municipality whose figures they are. */
    @Serdeable
    record ColumnBody(
            String sheet,
            int index,
            ColumnKind kind,
            @Nullable Integer fiscalYear,
            @Nullable String town) {}

    /** The word to apply; both may be left out. */
    @Serdeable
    record ApplyBody(@Nullable String fingerprint, @Nullable String reason) {
        static final ApplyBody EMPTY = new ApplyBody(null, null);
    }

    private static @Nullable Integer year(@Nullable FiscalYear year) {
        return year == null ? null : year.year();
    }
}
