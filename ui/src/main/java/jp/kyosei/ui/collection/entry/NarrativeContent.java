package jp.kyosei.ui.collection.entry;

import org.jspecify.annotations.Nullable;

/**
 * What the narrative editor shows; the names are those that {@code collection/kyosei-narrative-editor.ts} reads.
 *
 * @param key under which the browser keeps what could not be sent yet
 * @param no the indicator's number
 * @param whose the town whose narrative it is
 * @param version of what is stored; {@code "0"} while nothing is
 * @param editable whether this person may write now
 * @param lastLabel 令和4年度に書いたもの
 * @param last what was written the year before; null where nothing was
 */
public record NarrativeContent(
        String key,
        String no,
        String whose,
        Text text,
        String version,
        boolean editable,
        String lastLabel,
        @Nullable Text last) {

    /** 進捗状況・成果, 今後の取組等 and 事業名. */
    public record Text(String progress, String outlook, String initiatives) {}

    /** A text with the version it began from. */
    public record Edit(String no, Text text, String version) {}

    /**
     * What became of it.
     *
     * @param outcome as of a figure; never UNCHANGED
     * @param text as it is stored now
     * @param message in Japanese, empty where there is nothing to say
     * @param who who has stored it, for a conflict; else empty
     */
    public record Answer(
            String no, EntryContent.Outcome outcome, Text text, String version, String message, String who) {}
}
