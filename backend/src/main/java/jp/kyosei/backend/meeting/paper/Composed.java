package jp.kyosei.backend.meeting.paper;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.UUID;
import jp.kyosei.backend.results.printed.PrintedEntry;
import jp.kyosei.backend.results.printed.PrintedHead;
import org.jspecify.annotations.Nullable;

/**
 * What a paper holds, before it is issued or when it is read again.
 *
 * @param title the material's, as are mark and words
 * @param head as printed above the indicators; none in lists of notes, and in papers issued before it was kept
 * @param indicators by id, in the order of the plan
 * @param printed the same as papers print them; empty in papers issued before it was kept
 * @param notes by id, in the order of the plan, then of writing
 */
record Composed(
        String title,
        String mark,
        String words,
        @Nullable PrintedHead head,
        SequencedMap<UUID, IssuedIndicator> indicators,
        SequencedMap<UUID, PrintedEntry> printed,
        SequencedMap<UUID, IssuedNote> notes) {
    Composed {
        indicators = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(indicators));
        printed = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(printed));
        notes = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(notes));
    }

    List<IssuedIndicator> indicatorList() {
        return List.copyOf(indicators.values());
    }

    List<IssuedNote> noteList() {
        return List.copyOf(notes.values());
    }
}
