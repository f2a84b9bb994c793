package jp.kyosei.backend.meeting.paper;

import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;
import jp.kyosei.backend.meeting.Issue;
import jp.kyosei.backend.meeting.Material;

@MappedEntity("issue")
record IssueRow(
        UUID id,
        UUID meetingId,
        int number,
        int revision,
        String mark,
        String title,
        String issuedByName,
        Instant issuedAt) {
    Issue issue() {
        return new Issue(id, revision, title, issuedAt, issuedByName, Material.label(mark, number, revision));
    }
}
