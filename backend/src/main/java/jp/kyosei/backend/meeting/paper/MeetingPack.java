package jp.kyosei.backend.meeting.paper;

import java.util.List;
import jp.kyosei.backend.meeting.Meeting;

/**
 * A meeting with its papers as they were issued last.
 *
 * @param papers by number, only what is issued and for this reader; what has changed since is not in them
 */
public record MeetingPack(Meeting meeting, String ownerName, List<IssuedPaper> papers) {
    public MeetingPack {
        papers = List.copyOf(papers);
    }
}
