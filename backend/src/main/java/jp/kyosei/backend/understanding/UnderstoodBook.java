package jp.kyosei.backend.understanding;

import java.util.List;
import java.util.Set;
import jp.kyosei.backend.sheet.CellPlace;
import jp.kyosei.backend.understanding.question.Question;

/**
 * A file as it was understood.
 *
 * @param sheets all visible ones in order, those without tables of indicators included
 */
public record UnderstoodBook(List<UnderstoodSheet> sheets) {
    public UnderstoodBook {
        sheets = List.copyOf(sheets);
    }

    /**
     * The same with cells that are not taken after all.
     *
     * @param because why, one clause in Japanese
     */
    public UnderstoodBook without(Set<CellPlace> places, String because) {
        return places.isEmpty()
                ? this
                : new UnderstoodBook(sheets.stream()
                        .map(sheet -> sheet.without(places, because))
                        .toList());
    }

    /** With further questions, each at the sheet of its place. */
    public UnderstoodBook with(List<Question> more) {
        return more.isEmpty()
                ? this
                : new UnderstoodBook(sheets.stream()
                        .map(sheet -> sheet.with(more.stream()
                                .filter(question -> question.place().sheet().equals(sheet.name()))
                                .toList()))
                        .toList());
    }

    public List<Question> questions() {
        return sheets.stream().flatMap(sheet -> sheet.questions().stream()).toList();
    }
}
