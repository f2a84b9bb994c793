package jp.kyosei.backend.importing.reading;

import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.sheet.CellPlace;
import org.jspecify.annotations.Nullable;

/**
 * Something to be said of a file before it is applied.
 *
 * @param place the cell; none where it concerns the file as a whole
 * @param no the number of the indicator concerned; empty for none
 * @param fiscalYear the year concerned; none where no one year is
 * @param code of a check, such as {@code RATE_DIFFERS_FROM_RECORD}; empty for others
 * @param message what is wrong or was assumed, and what to do, in Japanese
 */
public record Finding(
        Weight weight,
        @Nullable CellPlace place,
        String no,
        @Nullable FiscalYear fiscalYear,
        String code,
        String message) {

    /** Figures of several municipalities in one cell of a sheet that does not say how they become one. */
    public static final String TOWNS_IN_ONE_CELL = "TOWNS_IN_ONE_CELL";

    /** The question whether lower is better; the rest of the plan does not hang on it. */
    public static final String DIRECTION_ASKED = "DIRECTION_ASKED";

    /** What a finding means for applying the file. */
    public enum Weight {
        /** The file cannot be applied. */
        PROBLEM("直すところ"),
        /** It is not clear how something is to be taken: the file cannot be applied until somebody has answered. */
        QUESTION("確認すること"),
        /** A true figure may look like this; somebody should look (指摘). */
        CHECK("指摘"),
        /** How something was taken that the file does not say. */
        NOTICE("読み取り方"),
        /** A cell that is not taken, although it looks like something to be taken. */
        LEFT_OUT("取り込まないもの");

        private final String label;

        Weight(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }

        /** Whether the file cannot be applied with it. */
        public boolean blocks() {
            return this == PROBLEM || this == QUESTION;
        }
    }

    public static Finding problem(@Nullable CellPlace place, String no, String message) {
        return new Finding(Weight.PROBLEM, place, no, null, "", message);
    }

    /** Of a question that is open. */
    public static Finding question(CellPlace place, String no, String message) {
        return new Finding(Weight.QUESTION, place, no, null, "", message);
    }

    /** Of an open question about an indicator's direction. */
    public static Finding ofDirection(CellPlace place, String no, String message) {
        return new Finding(Weight.QUESTION, place, no, null, DIRECTION_ASKED, message);
    }

    public static Finding leftOut(@Nullable CellPlace place, String no, String message) {
        return new Finding(Weight.LEFT_OUT, place, no, null, "", message);
    }

    public static Finding notice(@Nullable CellPlace place, String no, String message) {
        return new Finding(Weight.NOTICE, place, no, null, "", message);
    }
}
