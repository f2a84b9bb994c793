package jp.kyosei.backend.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Set;
import jp.kyosei.backend.DemonstrationUser;
import jp.kyosei.backend.collection.entry.CellEdit;
import jp.kyosei.backend.collection.entry.EntryOutcome;
import jp.kyosei.backend.collection.entry.TypedCell;
import jp.kyosei.backend.discussion.Note;
import jp.kyosei.backend.discussion.Visibility;
import jp.kyosei.backend.meeting.paper.Difference;
import jp.kyosei.backend.meeting.paper.IssuedIndicator;
import jp.kyosei.backend.meeting.paper.IssuedNote;
import jp.kyosei.backend.meeting.paper.IssuedPaper;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.NotFoundException;
import jp.kyosei.backend.tenancy.RefusedException;
import org.junit.jupiter.api.Test;

/** What is issued for a meeting, and what becomes of it when figures change. */
class MeetingPapersTest extends MeetingCase {
    @Test
    void an_issued_paper_stays_as_it_was_and_says_what_has_changed_until_it_is_replaced() {
        Meeting meeting = plan(R4, MaterialKind.RESULTS, MaterialKind.OVERVIEW, MaterialKind.TREND);
        papers.issue(secretariat(), meeting.id(), Set.of());
        IssuedPaper first = papers.paper(user(DemonstrationUser.IIN), meeting.id(), 1, null);
        IssuedIndicator before = indicator(first, CORRECTED);
        assertThat(first.issue().label()).isEqualTo("資料No.1");
        assertThat(first.indicators()).hasSize(33);
        assertThat(first.years()).endsWith(R4);
        assertThat(before.sections()).isNotEmpty();
        assertThat(first.indicators())
                .anySatisfy(one -> assertThat(one.narratives()).isNotEmpty());
        assertThat(first.differences()).isEmpty();

        correct("447");

        IssuedPaper later = papers.paper(user(DemonstrationUser.IIN), meeting.id(), 1, null);
        assertThat(later.indicators()).isEqualTo(first.indicators());
        assertThat(later.differences())
                .filteredOn(difference -> difference.field().equals("令和4年度の実績"))
                .containsExactly(new Difference(
                        CORRECTED,
                        before.name(),
                        "令和4年度の実績",
                        before.figures().getLast().text(),
                        "447"));
        assertThat(papers.paper(user(DemonstrationUser.IIN), meeting.id(), 3, null)
                        .indicators())
                .allSatisfy(one -> assertThat(one.figures()).hasSameSizeAs(first.years()));

        Meeting replaced = papers.issue(secretariat(), meeting.id(), Set.of(1));

        assertThat(replaced.materials()).extracting(Material::label).containsExactly("資料No.1（差替）", "資料No.2", "資料No.3");
        IssuedPaper latest = papers.paper(user(DemonstrationUser.IIN), meeting.id(), 1, null);
        assertThat(indicator(latest, CORRECTED).figures().getLast().text()).isEqualTo("447");
        assertThat(latest.differences()).isEmpty();
        assertThat(papers.paper(user(DemonstrationUser.IIN), meeting.id(), 1, 0).indicators())
                .isEqualTo(first.indicators());
        assertThat(papers.issue(secretariat(), meeting.id(), Set.of(1))
                        .materials()
                        .getFirst()
                        .label())
                .isEqualTo("資料No.1（差替2）");
        assertThatThrownBy(() -> papers.paper(secretariat(), meeting.id(), 1, 3))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> papers.issue(secretariat(), meeting.id(), Set.of(9)))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void an_issued_paper_keeps_its_place_and_its_year() {
        Meeting meeting = plan(R4, MaterialKind.RESULTS);
        papers.issue(secretariat(), meeting.id(), Set.of());

        assertThatThrownBy(() -> meetings.change(secretariat(), meeting.id(), 1, Meetings.of(R4, MaterialKind.TREND)))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("発行済み");
        assertThatThrownBy(() -> meetings.change(secretariat(), meeting.id(), 1, Meetings.of(R5, MaterialKind.RESULTS)))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("実績の年度");
        assertThat(meetings.change(
                                secretariat(),
                                meeting.id(),
                                1,
                                Meetings.of(R4, MaterialKind.RESULTS, MaterialKind.NOTES))
                        .materials())
                .extracting(Material::isIssued)
                .containsExactly(true, false);
    }

    @Test
    void a_paper_holds_no_figure_that_is_not_confirmed_whoever_issues_and_reads_it() {
        assertThat(entries.enter(
                        user(DemonstrationUser.ICHINOSEKI),
                        VISION,
                        R5,
                        ICHINOSEKI_CITY,
                        List.of(edit(GUESTS, "123,456", CellEdit.ANY_VERSION, ""))))
                .allMatch(EntryOutcome.Saved.class::isInstance);
        Meeting meeting = plan(R5, MaterialKind.RESULTS);

        papers.issue(secretariat(), meeting.id(), Set.of());

        IssuedPaper paper = papers.paper(secretariat(), meeting.id(), 1, null);
        assertThat(indicator(paper, GUESTS).figures().getLast()).satisfies(figure -> {
            assertThat(figure.fiscalYear()).isEqualTo(2023);
            assertThat(figure.text()).isEmpty();
            assertThat(figure.byTown()).isEmpty();
        });
        assertThat(paper.differences()).isEmpty();
    }

    @Test
    void an_issued_list_of_notes_shows_each_reader_what_that_reader_may_see() {
        Meeting meeting = plan(R4, MaterialKind.NOTES);
        Note kept = note(secretariat(), Visibility.COUNCIL, "委員と事務局だけの話です。");
        Note shown = note(secretariat(), Visibility.MEMBERS, "市町にも見える話です。");
        papers.issue(secretariat(), meeting.id(), Set.of());

        assertThat(texts(user(DemonstrationUser.IIN), meeting)).contains(kept.text(), shown.text());
        assertThat(texts(user(DemonstrationUser.HIRAIZUMI), meeting))
                .contains(shown.text())
                .doesNotContain(kept.text());
        assertThat(papers.paper(user(DemonstrationUser.HIRAIZUMI), meeting.id(), 1, null)
                        .differences())
                .isEmpty();

        // narrowed since: the paper shows it no more to those who may not see the note
        changing.show(secretariat(), shown.id(), shown.version(), Visibility.COUNCIL, "");
        assertThat(texts(user(DemonstrationUser.HIRAIZUMI), meeting)).doesNotContain(shown.text());
        assertThat(papers.paper(user(DemonstrationUser.HIRAIZUMI), meeting.id(), 1, null)
                        .differences())
                .isEmpty();
        assertThat(papers.paper(user(DemonstrationUser.IIN), meeting.id(), 1, null)
                        .differences())
                .extracting(Difference::field, Difference::issued, Difference::current)
                .containsExactly(tuple("見える人", "構成市町", "委員と事務局"));
    }

    private List<String> texts(Actor actor, Meeting meeting) {
        return papers.paper(actor, meeting.id(), 1, null).notes().stream()
                .map(IssuedNote::text)
                .toList();
    }

    private void correct(String value) {
        long version = entries.cell(secretariat(), VISION, CORRECTED, R4, ICHINOSEKI_CITY)
                .version();
        assertThat(entries.enter(
                        secretariat(), VISION, R4, ICHINOSEKI_CITY, List.of(edit(CORRECTED, value, version, "集計漏れ"))))
                .allMatch(EntryOutcome.Saved.class::isInstance);
    }

    private static CellEdit edit(String no, String value, long version, String reason) {
        return new CellEdit(no, new CellEdit.Typed(new TypedCell(value, "", "")), version, reason);
    }

    private static IssuedIndicator indicator(IssuedPaper paper, String no) {
        return paper.indicators().stream()
                .filter(one -> one.no().equals(no))
                .findFirst()
                .orElseThrow();
    }
}
