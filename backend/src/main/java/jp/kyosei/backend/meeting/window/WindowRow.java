package jp.kyosei.backend.meeting.window;

import io.micronaut.data.annotation.MappedEntity;
import java.time.LocalDate;
import java.util.UUID;
import jp.kyosei.backend.discussion.CommentWindow;
import jp.kyosei.backend.figure.FiscalYear;

/** The comment window of a meeting. */
@MappedEntity("meeting")
record WindowRow(
        UUID ownerId,
        UUID id,
        UUID planId,
        int fiscalYear,
        String title,
        LocalDate heldOn,
        LocalDate commentsOpenOn,
        LocalDate commentsCloseOn) {
    CommentWindow window() {
        return new CommentWindow(id, title, new FiscalYear(fiscalYear), commentsOpenOn, commentsCloseOn);
    }
}
