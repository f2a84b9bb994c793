package jp.kyosei.backend.importing.layout;

import java.util.List;
import jp.kyosei.backend.figure.FiscalYear;

/**
 * A table as an office keeps it, and what the office would say of its cells.
 *
 * @param name of its description
 * @param form of the file: {@code xlsx}, {@code utf-8} or {@code windows-31j}, the latter two with commas
 * @param newest the fiscal year of the newest actuals, which a person gives with the file
 * @param towns of the alliance whose plan it is; empty for a city's own
 * @param of where a figure's indicator is named
 * @param said what the sheet says of indicators outside of cells of their own
 */
record Layout(
        String name,
        String form,
        FiscalYear newest,
        List<String> towns,
        Of of,
        List<Said> said,
        List<LayoutSheet> sheets) {
    Layout {
        towns = List.copyOf(towns);
        said = List.copyOf(said);
        sheets = List.copyOf(sheets);
    }

    /** Where the name stands that a figure belongs to. */
    enum Of {
        /** In its row, or else in the nearest above. */
        ROW,
        /** Above it in its column. */
        COLUMN,
        /** The last one before it as one reads. */
        BLOCK
    }

    /** A fact of an indicator: {@code unit 千人}, {@code lower}. */
    record Said(String indicator, String fact, String value) {}

    Layout with(List<LayoutSheet> otherSheets) {
        return new Layout(name, form, newest, towns, of, said, otherSheets);
    }

    @Override
    public String toString() {
        return name;
    }
}
