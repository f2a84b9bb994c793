package jp.kyosei.backend.meeting.paper;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.UUID;

/**
 * What a paper holds, before it is issued or when it is read again.
 *
 * @param indicators by id, in the order of the plan
 * @param notes by id, in the order of the plan, then of writing
 */
record Composed(SequencedMap<UUID, IssuedIndicator> indicators, SequencedMap<UUID, IssuedNote> notes) {
    Composed {
        indicators = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(indicators));
        notes = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(notes));
    }

    List<IssuedIndicator> indicatorList() {
        return List.copyOf(indicators.values());
    }

    List<IssuedNote> noteList() {
        return List.copyOf(notes.values());
    }
}
