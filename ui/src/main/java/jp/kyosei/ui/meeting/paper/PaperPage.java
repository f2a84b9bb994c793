package jp.kyosei.ui.meeting.paper;

import com.vaadin.flow.component.Component;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.Supplier;
import jp.kyosei.backend.meeting.paper.IssuedIndicator;
import jp.kyosei.backend.meeting.paper.IssuedNote;
import jp.kyosei.backend.meeting.paper.IssuedPaper;

/**
 * A page of a paper made for reading: an indicator, a section, or all that is said about one thing.
 *
 * @param group under which it stands in the contents; may be empty
 * @param title such as No.9 圏域内の宿泊者数
 */
record PaperPage(String group, String title, Supplier<Component> content) {
    /** The pages of a paper in its order; at least one. */
    static List<PaperPage> of(IssuedPaper paper) {
        List<PaperPage> pages =
                switch (paper.material().kind()) {
                    case RESULTS -> indicators(paper);
                    case OVERVIEW -> List.of(overview(paper));
                    case TREND -> trend(paper);
                    case NOTES -> notes(paper);
                };
        return pages.isEmpty() ? List.of(new PaperPage("", paper.issue().title(), () -> new PaperSheet(paper))) : pages;
    }

    private static List<PaperPage> indicators(IssuedPaper paper) {
        List<PaperPage> pages = new ArrayList<>();
        for (IssuedIndicator indicator : paper.indicators()) {
            pages.add(new PaperPage(
                    IssuedTables.sectionOf(indicator),
                    "No.%s　%s".formatted(indicator.no(), indicator.name()),
                    () -> new IssuedIndicatorPage(paper, indicator)));
        }
        return pages;
    }

    private static PaperPage overview(IssuedPaper paper) {
        return new PaperPage("", paper.issue().title(), () -> IssuedOverviewPage.overview(paper));
    }

    private static List<PaperPage> trend(IssuedPaper paper) {
        SequencedMap<String, List<IssuedIndicator>> sections = new LinkedHashMap<>();
        paper.indicators().forEach(indicator -> sections.computeIfAbsent(
                        IssuedTables.sectionOf(indicator), section -> new ArrayList<>())
                .add(indicator));
        List<PaperPage> pages = new ArrayList<>();
        sections.forEach((section, indicators) -> pages.add(new PaperPage(
                "",
                section.isEmpty() ? paper.issue().title() : section,
                () -> IssuedOverviewPage.trend(paper, indicators))));
        return pages;
    }

    private static List<PaperPage> notes(IssuedPaper paper) {
        SequencedMap<String, List<IssuedNote>> subjects = new LinkedHashMap<>();
        paper.notes().forEach(note -> subjects.computeIfAbsent(note.subject(), subject -> new ArrayList<>())
                .add(note));
        List<PaperPage> pages = new ArrayList<>();
        subjects.forEach((subject, notes) -> pages.add(new PaperPage("", subject, () -> new IssuedNotes(notes))));
        return pages;
    }
}
