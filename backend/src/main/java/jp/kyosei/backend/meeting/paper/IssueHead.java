package jp.kyosei.backend.meeting.paper;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/** What stands above the parts of an issued paper. */
@Serdeable
record IssueHead(
        String planTitle, String versionTitle, int fiscalYear, List<Integer> years, List<IssuedGrade> grades) {}
