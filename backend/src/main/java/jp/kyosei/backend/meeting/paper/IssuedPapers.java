package jp.kyosei.backend.meeting.paper;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.kyosei.backend.json.Json;
import jp.kyosei.backend.meeting.Issue;
import jp.kyosei.backend.results.printed.PrintedEntry;
import jp.kyosei.backend.results.printed.PrintedHead;
import jp.kyosei.backend.tenancy.SqlArrays;
import org.jspecify.annotations.Nullable;

/** Reads papers as they were issued; always inside an open tenant door. */
@Singleton
final class IssuedPapers {
    private final IssueRepository issues;
    private final PartRepository parts;
    private final Json json;

    IssuedPapers(IssueRepository issues, PartRepository parts, Json json) {
        this.issues = issues;
        this.parts = parts;
        this.json = json;
    }

    /** What stands above the parts, and the parts that this reader may see. */
    record Frozen(IssueHead head, Composed composed) {}

    /** By the id of the issue, by two statements however many there are. */
    Map<UUID, Frozen> ofIssuesWithin(UUID owner, Collection<Issue> wanted) {
        String ids = SqlArrays.of(wanted.stream().map(Issue::id).toList());
        Map<UUID, List<PartRow>> rows =
                parts.ofIssues(owner, ids).stream().collect(Collectors.groupingBy(PartRow::issueId));
        Map<UUID, Frozen> found = new HashMap<>();
        for (StoredPaper paper : issues.stored(owner, ids)) {
            found.put(
                    paper.id(),
                    new Frozen(
                            json.read(paper.head(), IssueHead.class),
                            composed(paper, Objects.requireNonNullElse(rows.get(paper.id()), List.of()))));
        }
        return found;
    }

    private Composed composed(StoredPaper paper, List<PartRow> rows) {
        SequencedMap<UUID, IssuedIndicator> indicators = new LinkedHashMap<>();
        SequencedMap<UUID, PrintedEntry> printed = new LinkedHashMap<>();
        SequencedMap<UUID, IssuedNote> notes = new LinkedHashMap<>();
        for (PartRow part : rows) {
            switch (part.kind()) {
                case PartRow.INDICATOR -> {
                    indicators.put(part.subjectId(), json.read(part.content(), IssuedIndicator.class));
                    Optional.ofNullable(part.printed())
                            .ifPresent(entry -> printed.put(part.subjectId(), json.read(entry, PrintedEntry.class)));
                }
                case PartRow.NOTE -> notes.put(part.subjectId(), json.read(part.content(), IssuedNote.class));
                default -> throw new IllegalStateException("unknown kind of part " + part.kind());
            }
        }
        return new Composed(
                paper.title(), paper.mark(), paper.words(), head(paper.printed()), indicators, printed, notes);
    }

    private @Nullable PrintedHead head(@Nullable String printed) {
        return printed == null ? null : json.read(printed, PrintedHead.class);
    }
}
