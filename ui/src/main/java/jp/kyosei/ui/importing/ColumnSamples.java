package jp.kyosei.ui.importing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.kyosei.backend.importing.applying.ImportPreview;
import jp.kyosei.backend.importing.picture.SheetPicture;
import jp.kyosei.backend.understanding.fate.Fate;

/** A few values under each column's head, so that what it holds can be chosen without looking the file up. */
final class ColumnSamples {
    private static final int MOST = 3;
    private static final int MOST_LETTERS = 16;

    private final Map<Integer, List<String>> samples = new HashMap<>();

    /** From the rows that the preview shows of a sheet. */
    static ColumnSamples of(ImportPreview preview, String sheet) {
        ColumnSamples samples = new ColumnSamples();
        preview.pictures().stream()
                .filter(picture -> picture.name().equals(sheet))
                .flatMap(picture -> picture.rows().stream())
                .flatMap(row -> row.squares().stream())
                .filter(square -> square.fate() != Fate.HEAD && square.fate() != Fate.REMARK)
                .forEach(samples::take);
        return samples;
    }

    private void take(SheetPicture.Square square) {
        List<String> known = samples.computeIfAbsent(square.place().column(), column -> new ArrayList<>());
        if (known.size() < MOST && !known.contains(square.text())) {
            known.add(square.text());
        }
    }

    /** Empty where the column has none. */
    String under(int column) {
        return String.join(
                "、",
                samples.getOrDefault(column, List.of()).stream()
                        .map(text -> text.codePointCount(0, text.length()) > MOST_LETTERS
                                ? text.substring(0, text.offsetByCodePoints(0, MOST_LETTERS)) + "…"
                                : text)
                        .toList());
    }
}
