package jp.kyosei.backend.publishing.meetings;

import io.micronaut.serde.annotation.Serdeable;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * All that anybody may see of a meeting, written down when it was published.
 *
 * @param owner its slug
 * @param plan its slug
 * @param place may be empty
 * @param minutes Markdown
 * @param papers those in the file beside it, in their order; empty where none was issued
 */
@Serdeable
public record PublishedMeeting(
        UUID meeting,
        String owner,
        String ownerName,
        String plan,
        String planTitle,
        String title,
        LocalDate heldOn,
        String place,
        String minutes,
        List<Paper> papers) {
    public PublishedMeeting {
        papers = List.copyOf(papers);
    }

    /** @param label such as 資料No.1（差替） */
    @Serdeable
    public record Paper(String label, String title) {}
}
