package jp.kyosei.ui.reading;

import jp.kyosei.ui.shell.Crumb;

/** A page of the committee member's way, which says how to get back and how far the reader is. */
public interface ReadingPlace {
    /** The way back, always there. */
    Crumb back();

    /** The place in the whole; {@link Place#NONE} where there is no order. */
    Place place();

    /**
     * How far the reader is.
     *
     * @param ordinal from 1; 0 for nowhere in particular
     */
    record Place(int ordinal, int total) {
        public static final Place NONE = new Place(0, 0);
    }
}
