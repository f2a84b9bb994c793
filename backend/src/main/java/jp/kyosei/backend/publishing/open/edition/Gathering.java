package jp.kyosei.backend.publishing.open.edition;

import java.time.Instant;
import java.util.UUID;
import jp.kyosei.backend.publishing.meetings.PublishedMeeting;

/**
 * Minutes and papers of a meeting as everybody sees them.
 *
 * @param size of the file of papers, in bytes
 */
public record Gathering(
        UUID id, UUID ownerId, int revision, Instant publishedAt, PublishedMeeting document, long size) {
    /** Below {@code /open/}, in plain characters. */
    public String path() {
        return Paths.meeting(document.plan(), document.meeting());
    }

    public String papersPath() {
        return path() + "/papers.pdf";
    }
}
