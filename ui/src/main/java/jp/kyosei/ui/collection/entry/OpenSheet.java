package jp.kyosei.ui.collection.entry;

import jp.kyosei.backend.collection.entry.EntryRow;
import jp.kyosei.backend.collection.entry.EntrySheet;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import org.jspecify.annotations.Nullable;

/** The sheet that is open: whose it is, its rows as the browser has them, and the row at which the person is. */
final class OpenSheet {
    /** In the address, in place of a town's code: the figures of the whole owner. */
    static final String JOINT = "joint";

    private final ShownRows rows = new ShownRows();
    private EntrySheet sheet;
    private String selected = "";

    OpenSheet(EntrySheet sheet) {
        this.sheet = sheet;
        rows.take(sheet.rows());
    }

    /** The same sheet as it is now. */
    void take(EntrySheet now) {
        sheet = now;
        rows.take(now.rows());
    }

    /** A row after a save, of which the browser is told by the answer. */
    void answered(EntryRow row, EntryContent.Row told) {
        rows.answered(row, told);
        sheet = new EntrySheet(
                sheet.content(),
                sheet.round(),
                sheet.municipality(),
                sheet.municipalityName(),
                rows.all(),
                sheet.narratives(),
                sheet.initiatives());
    }

    EntrySheet sheet() {
        return sheet;
    }

    ShownRows rows() {
        return rows;
    }

    /** @return whether there is such a row */
    boolean select(String no) {
        boolean known = rows.get(no) != null;
        if (known) {
            selected = no;
        }
        return known;
    }

    String selected() {
        return selected;
    }

    @Nullable
    EntryRow selectedRow() {
        return rows.get(selected);
    }

    EntryWork.Spot spot() {
        return new EntryWork.Spot(sheet.content().plan().slug(), year(), town());
    }

    /** Where people meet at it: plan, year and town. */
    String place() {
        MunicipalityCode town = town();
        return "%s/%s/%s".formatted(sheet.content().plan().slug(), year().year(), town == null ? JOINT : town.value());
    }

    FiscalYear year() {
        return sheet.round().fiscalYear();
    }

    private @Nullable MunicipalityCode town() {
        return sheet.municipality();
    }
}
