package jp.kyosei.backend.meeting.paper;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import jp.kyosei.backend.discussion.NoteKind;
import jp.kyosei.backend.discussion.NoteState;
import jp.kyosei.backend.discussion.Visibility;

/**
 * A note as issued.
 *
 * @param subject what it is about, such as {@code No.9 圏域内の宿泊者数}
 * @param no the indicator's number; empty where it is about a section or the plan
 * @param text Markdown as written
 * @param author by name
 * @param whose for whom the author spoke, such as 委員
 */
@Serdeable
public record IssuedNote(
        String subject,
        String no,
        NoteKind kind,
        Visibility visibility,
        NoteState state,
        String text,
        String author,
        String whose,
        Instant writtenAt,
        List<Reply> replies) {
    public IssuedNote {
        replies = List.copyOf(replies);
    }

    /** A reply; {@code answers} says whether it is the answer of secretariat or department. */
    @Serdeable
    public record Reply(String text, String author, String whose, boolean answers, Instant writtenAt) {}
}
