package jp.kyosei.backend.importing.comparing;

import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.sheet.CellPlace;

/**
 * One cell that an import would write.
 *
 * @param no of the indicator
 * @param whose the municipality's name; empty for the whole owner
 * @param before what stands there now, as printed; empty where nothing does
 * @param after what would stand there
 * @param isNew whether nothing stands there now
 */
public record PlannedChange(
        What what,
        String no,
        String name,
        FiscalYear fiscalYear,
        String whose,
        CellPlace place,
        String before,
        String after,
        boolean isNew) {

    /** What kind of cell it is. */
    public enum What {
        ACTUAL("実績値"),
        RECORD("公表値"),
        NARRATIVE("評価文");

        private final String label;

        What(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }
}
