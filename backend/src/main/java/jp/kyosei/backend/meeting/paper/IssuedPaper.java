package jp.kyosei.backend.meeting.paper;

import java.util.List;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.meeting.Issue;
import jp.kyosei.backend.meeting.Material;
import jp.kyosei.backend.meeting.Meeting;
import jp.kyosei.backend.results.printed.PrintedSheet;
import org.jspecify.annotations.Nullable;

/**
 * A paper as it was issued, as one reader sees it.
 *
 * @param issue which issue of the material
 * @param planTitle the plan's title as issued, as are the following
 * @param versionTitle the plan version's
 * @param years the years shown, oldest first; the last is the one that is judged
 * @param grades all labels a count can have, the best first, the last for indicators without a figure
 * @param indicators in the order of the plan; empty in a list of notes
 * @param notes in the order of the plan, then of writing; only in a list of notes, and only what the reader may see
 * @param words sentences of the office as issued; may be empty
 * @param printed as papers print it; none in lists of notes, and in papers issued before it was kept
 * @param differences from what would be issued now; empty while nothing has changed
 */
public record IssuedPaper(
        Meeting meeting,
        Material material,
        Issue issue,
        String planTitle,
        String versionTitle,
        FiscalYear fiscalYear,
        List<FiscalYear> years,
        List<IssuedGrade> grades,
        List<IssuedIndicator> indicators,
        List<IssuedNote> notes,
        String words,
        @Nullable PrintedSheet printed,
        List<Difference> differences) {
    public IssuedPaper {
        years = List.copyOf(years);
        grades = List.copyOf(grades);
        indicators = List.copyOf(indicators);
        notes = List.copyOf(notes);
        differences = List.copyOf(differences);
    }
}
