package jp.kyosei.backend.meeting.minutes;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jp.kyosei.backend.discussion.Note;
import jp.kyosei.backend.discussion.Reply;
import jp.kyosei.backend.discussion.Visibility;

/**
 * A passage of minutes that not everybody may read.
 *
 * @param words of the passage, shortened
 * @param why in Japanese, and what to do
 */
public record ConfidentialPassage(String words, String why) {
    private static final Pattern SPACE = Pattern.compile("[\\s\u3000]+");
    /** Shorter ones are said by anybody: 特になし. */
    private static final int TELLING = 8;

    private static final int SHOWN = 60;

    /** @param readers whom the minutes are for: notes that are shown to fewer are kept from them */
    static List<ConfidentialPassage> in(String minutes, List<Note> notes, Visibility readers) {
        List<ConfidentialPassage> found = new ArrayList<>();
        minutes.lines()
                .filter(line -> line.contains(MinutesService.MEMBERS_ONLY))
                .forEach(line -> found.add(new ConfidentialPassage(
                        shortened(line),
                        "「%s」の印があります。公開の前に削るか、書いた本人の同意を得て印を消してください。".formatted(MinutesService.MEMBERS_ONLY))));
        String plain = packed(minutes);
        notes.stream().filter(note -> note.visibility().isNarrowerThan(readers)).forEach(note -> Stream.concat(
                        Stream.of(note.text()),
                        note.replies().stream()
                                .filter(reply -> reply.withdrawnAt() == null)
                                .map(Reply::text))
                .filter(text -> packed(text).length() >= TELLING && plain.contains(packed(text)))
                .map(text -> new ConfidentialPassage(shortened(text), why(note.visibility())))
                .filter(passage -> !found.contains(passage))
                .forEach(found::add));
        return List.copyOf(found);
    }

    private static String why(Visibility visibility) {
        return switch (visibility) {
            case COUNCIL -> "委員と事務局だけの意見と同じ文です。本人の同意がなければ削ってください。";
            case MEMBERS, PUBLIC -> "公開していない意見と同じ文です。本人の同意を得て意見の見える人を「公開」に広げるか、削ってください。";
        };
    }

    private static String packed(String text) {
        return SPACE.matcher(text).replaceAll("");
    }

    private static String shortened(String text) {
        String line = SPACE.matcher(text).replaceAll(" ").strip();
        return line.codePointCount(0, line.length()) <= SHOWN
                ? line
                : line.substring(0, line.offsetByCodePoints(0, SHOWN)) + "…";
    }
}
