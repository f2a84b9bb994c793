package jp.kyosei.backend.api.imports;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jp.kyosei.backend.importing.picture.SheetPicture;

/**
 * A sheet of an import.
 *
 * @param from how many rows with content stand above those given
 * @param rows how many rows with content the sheet has
 * @param counts how many cells of the whole sheet have each fate
 */
@Serdeable
record SheetView(String sheet, int from, int rows, Map<String, Integer> counts, List<CellView> cells) {
    /**
     * A cell with content.
     *
     * @param row from 1
     * @param column from 0
     * @param fate what it became: HEAD, NAME, ACTUAL, IGNORED …
     * @param because what it became and why, in Japanese
     */
    @Serdeable
    record CellView(int row, int column, String cell, String text, String fate, String because) {}

    static SheetView of(SheetPicture picture) {
        Map<String, Integer> counts = new TreeMap<>();
        picture.counts().forEach((fate, count) -> counts.put(fate.name(), count));
        return new SheetView(
                picture.name(),
                picture.from(),
                picture.whole(),
                counts,
                picture.rows().stream()
                        .flatMap(row -> row.squares().stream())
                        .map(square -> new CellView(
                                square.place().row() + 1,
                                square.place().column(),
                                square.place().name(),
                                square.text(),
                                square.fate().name(),
                                square.said()))
                        .toList());
    }
}
