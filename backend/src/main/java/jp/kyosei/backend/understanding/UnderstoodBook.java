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

    public List<Question> questions() {
        return sheets.stream().flatMap(sheet -> sheet.questions().stream()).toList();
    }
}
