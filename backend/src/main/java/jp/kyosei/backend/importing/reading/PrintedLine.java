package jp.kyosei.backend.importing.reading;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import jp.kyosei.backend.actual.narrative.NarrativeText;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.importing.document.IndicatorPart;
import jp.kyosei.backend.importing.document.WholeIndicator;
import jp.kyosei.backend.sheet.CellPlace;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import jp.kyosei.backend.understanding.ColumnKind;
import jp.kyosei.backend.understanding.ColumnMeaning;
import jp.kyosei.backend.understanding.IndicatorLine;
import jp.kyosei.backend.understanding.LineCell;
import jp.kyosei.backend.understanding.UnderstoodColumn;
import jp.kyosei.backend.understanding.UnderstoodTable;
import org.jspecify.annotations.Nullable;

/** What a line of a sheet has printed of its years beside the figures: grade, rate, change, and words. */
final class PrintedLine {
    private static final Pattern NOTHING_PRINTED = Pattern.compile("[-−―—–‐─ー…・/\\s]*");
    private static final Pattern WHOLE_NUMBER = Pattern.compile("[△▲+−-]?[0-9,]+");

    private final UnderstoodTable table;
    private final IndicatorLine line;
    private final Map<IndicatorPart, CellPlace> places;
    private final SequencedMap<FiscalYear, WholeIndicator.Printed> records = new TreeMap<>();

    /** @param places where the places of what is read are added */
    PrintedLine(UnderstoodTable table, IndicatorLine line, Map<IndicatorPart, CellPlace> places) {
        this.table = table;
        this.line = line;
        this.places = places;
    }

    /** Whether a cell says that there is nothing. */
    static boolean isNothing(String text) {
        return NOTHING_PRINTED.matcher(text).matches();
    }

    /** By year, the earliest first. */
    List<WholeIndicator.Printed> records() {
        for (UnderstoodColumn column : table.columns()) {
            ColumnMeaning meaning = column.meaning();
            FiscalYear year = meaning.year();
            if (!meaning.kind().isPublished() || year == null) {
                continue;
            }
            LineCell cell = line.cells().get(meaning);
            String text = cell == null || isNothing(cell.text())
                    ? null
                    : Normalizer.normalize(cell.text().strip(), Normalizer.Form.NFC);
            WholeIndicator.Printed before =
                    records.getOrDefault(year, new WholeIndicator.Printed(year, null, null, null, null));
            records.put(
                    year,
                    switch (meaning.kind()) {
                        case RATE ->
                            new WholeIndicator.Printed(year, before.grade(), text, before.change(), before.target());
                        case CHANGE ->
                            new WholeIndicator.Printed(year, before.grade(), before.rate(), text, before.target());
                        default ->
                            new WholeIndicator.Printed(year, text, before.rate(), before.change(), before.target());
                    });
            if (cell != null) {
                places.put(IndicatorPart.record(year, meaning.kind().name()), cell.place());
            }
        }
        return List.copyOf(records.values());
    }

    /** How the paper prints changes: whole numbers although the figures may have decimals; after {@link #records}. */
    boolean hasWholeChanges() {
        return records.values().stream()
                .flatMap(record -> Optional.ofNullable(record.change()).stream())
                .anyMatch(change -> WHOLE_NUMBER.matcher(change).matches());
    }

    /** @param own whose words are those that name no town; none where they are the whole owner's */
    List<WholeIndicator.Words> narratives(NarrativeBlock narratives, @Nullable MunicipalityCode own) {
        String initiatives = line.cellsOf(ColumnKind.INITIATIVES).stream()
                .map(found -> found.getValue().text())
                .findFirst()
                .orElse("");
        List<WholeIndicator.Words> words = new ArrayList<>();
        for (Map.Entry<ColumnMeaning, LineCell> found : line.cellsOf(ColumnKind.NARRATIVE)) {
            FiscalYear year = found.getKey().year();
            if (year == null) {
                continue;
            }
            boolean[] first = {true};
            narratives.split(found.getValue().text()).forEach((named, text) -> {
                MunicipalityCode town = named.orElse(own);
                words.add(new WholeIndicator.Words(
                        year, town, new NarrativeText(text.progress(), text.outlook(), first[0] ? initiatives : "")));
                places.put(IndicatorPart.narrative(year, town), found.getValue().place());
                first[0] = false;
            });
        }
        return words;
    }
}
