package jp.kyosei.backend.importing.comparing;

import java.util.List;
import java.util.Optional;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.importing.inbox.RememberedColumns;
import jp.kyosei.backend.importing.reading.BookTexts;
import jp.kyosei.backend.importing.reading.Finding;
import jp.kyosei.backend.importing.reading.ImportTarget;
import jp.kyosei.backend.importing.reading.PlanAssembly;
import jp.kyosei.backend.importing.reading.ReadPlan;
import jp.kyosei.backend.importing.reading.ResultsCsv;
import jp.kyosei.backend.importing.reading.WorkbookReading;
import jp.kyosei.backend.sheet.Book;
import jp.kyosei.backend.text.Quote;
import jp.kyosei.backend.understanding.Corrections;
import jp.kyosei.backend.understanding.Hints;
import jp.kyosei.backend.understanding.UnderstoodBook;
import jp.kyosei.backend.understanding.table.BookUnderstanding;
import org.jspecify.annotations.Nullable;

/**
 * What a file says, before it is compared with anything that is stored: the same for as long as nobody says anything else of it.
 *
 * @param from what it was understood from, beside the file
 * @param book the file as it was looked at
 * @param read the plan in it
 * @param sheets how its sheets were understood; of this product's own files none
 */
public record UnderstoodFile(From from, Book book, ReadPlan read, UnderstoodBook sheets) {
    /**
     * What a file is understood from.
     *
     * @param lastYear of the plan, where it has a period
     */
    record From(
            ImportTarget target,
            @Nullable FiscalYear lastYear,
            Corrections corrections,
            RememberedColumns remembered) {}

    static UnderstoodFile of(From from, Book given) {
        Book book = BookTexts.cleaned(given);
        Optional<ReadPlan> own = WorkbookReading.of(from.target(), book).or(() -> ResultsCsv.of(from.target(), book));
        PlanAssembly assembly =
                new PlanAssembly(from.target(), from.corrections().answers());
        ReadPlan made = own.orElseGet(() -> assembly.of(new BookUnderstanding(new Hints(
                        from.target().newestActuals(),
                        from.lastYear(),
                        from.target().towns().keySet(),
                        from.corrections(),
                        from.remembered()))
                .understand(book)));
        List<Finding> hidden = own.isPresent()
                ? List.of()
                : book.hidden().stream()
                        .map(name -> Finding.leftOut(
                                null, "", "シート「%s」は非表示のため取り込みません。取り込むときは、再表示してから保存し直してください。".formatted(Quote.of(name))))
                        .toList();
        return new UnderstoodFile(from, book, made.with(hidden), assembly.understood());
    }

    /** How much memory it takes, in cells. */
    int cells() {
        return book.sheets().stream()
                .flatMap(sheet -> sheet.rows().stream())
                .mapToInt(row -> row.cells().size())
                .sum();
    }
}
