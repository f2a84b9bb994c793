package jp.kyosei.backend.plan;

import java.time.LocalDate;

/** Which version (版) of a plan is read. */
public sealed interface VersionChoice {

    /**
     * The one in force on a day: of those adopted by then the latest; where none was, the first that was adopted later, and
     * where none is adopted at all, the draft.
     */
    record InForce(LocalDate day) implements VersionChoice {}

    /**
     * The one of that number, adopted or drafted.
     *
     * @param number 1 for the first
     */
    record Numbered(int number) implements VersionChoice {}
}
