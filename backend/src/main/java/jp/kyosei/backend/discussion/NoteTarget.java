package jp.kyosei.backend.discussion;

/** What a new note is to be about, as an address names it. */
public sealed interface NoteTarget {
    /** An indicator by its number in the plan. */
    record Indicator(String no) implements NoteTarget {}

    /** A section by its number in the plan. */
    record Section(String number) implements NoteTarget {}

    /** The plan as a whole. */
    record Plan() implements NoteTarget {}
}
