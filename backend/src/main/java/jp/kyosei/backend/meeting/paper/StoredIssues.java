package jp.kyosei.backend.meeting.paper;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import jp.kyosei.backend.meeting.Issues;
import jp.kyosei.backend.tenancy.OwnerId;
import jp.kyosei.backend.tenancy.SqlArrays;

/** What was given out, as it is stored. */
@Singleton
final class StoredIssues implements Issues {
    private final IssueRepository issues;

    StoredIssues(IssueRepository issues) {
        this.issues = issues;
    }

    @Override
    public List<OfMaterial> ofMeetingsWithin(OwnerId owner, Collection<UUID> meetings) {
        return issues.ofMeetings(owner.value(), SqlArrays.of(meetings)).stream()
                .map(row -> new OfMaterial(row.meetingId(), row.number(), row.issue()))
                .toList();
    }
}
