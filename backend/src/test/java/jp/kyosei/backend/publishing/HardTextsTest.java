package jp.kyosei.backend.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import jp.kyosei.backend.DemonstrationUser;
import jp.kyosei.backend.RunningBackend;
import jp.kyosei.backend.StoredRows;
import jp.kyosei.backend.clock.JapanTime;
import jp.kyosei.backend.discussion.NewNote;
import jp.kyosei.backend.discussion.Note;
import jp.kyosei.backend.discussion.NoteKind;
import jp.kyosei.backend.discussion.NoteTarget;
import jp.kyosei.backend.discussion.Visibility;
import jp.kyosei.backend.discussion.markup.NoteMarkup;
import jp.kyosei.backend.discussion.thread.NoteChanging;
import jp.kyosei.backend.discussion.thread.NoteWriting;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.meeting.MaterialKind;
import jp.kyosei.backend.meeting.Meeting;
import jp.kyosei.backend.meeting.MeetingPlan;
import jp.kyosei.backend.meeting.MeetingService;
import jp.kyosei.backend.meeting.minutes.MinutesService;
import jp.kyosei.backend.meeting.paper.PaperService;
import jp.kyosei.backend.publishing.open.OpenPage;
import jp.kyosei.backend.publishing.open.OpenShelf;
import jp.kyosei.backend.report.ReportFormat;
import jp.kyosei.backend.report.ReportKind;
import jp.kyosei.backend.report.ReportService;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.RefusedException;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Texts that nobody could write any more, but that an earlier version took, cost only themselves. */
class HardTextsTest {
    private static final String VISION = "ichinoseki-hiraizumi-vision-2";
    private static final FiscalYear R4 = new FiscalYear(2022);
    private static final String DEEP = ">".repeat(4_000);

    /** What the parser or the walk through the tree would not survive without bounds. */
    private static final List<String> HARD = List.of(
            DEEP,
            "- ".repeat(1_900) + "深い箇条書き",
            "*".repeat(1_900) + "深い強調" + "*".repeat(1_900),
            "![".repeat(700) + "深い図" + "](u)".repeat(700),
            "<".repeat(3_900) + "かぎ",
            "<a@" + "a".repeat(3_900) + ">",
            "[a]: https://example.org/" + "x".repeat(1_900) + "\n\n" + "[a] ".repeat(500),
            "`".repeat(1_000) + "a" + "`".repeat(999));

    private static RunningBackend backend;
    private static NoteWriting writing;
    private static NoteChanging changing;
    private static OpenShelf shelf;

    @BeforeAll
    static void a_year_with_hard_texts_is_published() {
        backend = RunningBackend.alone();
        writing = backend.bean(NoteWriting.class);
        changing = backend.bean(NoteChanging.class);
        shelf = backend.bean(OpenShelf.class);
        for (String hard : HARD) {
            Note note = note("意見の本文");
            Note answered = writing.reply(secretariat(), note.id(), "回答の本文", true);
            assertThat(StoredRows.write(
                            backend,
                            "update kyosei.note set text = ? where id = ?",
                            hard,
                            note.id().value()))
                    .isEqualTo(1);
            assertThat(StoredRows.write(
                            backend,
                            "update kyosei.note_reply set text = ? where id = ?",
                            hard,
                            answered.replies().getFirst().id()))
                    .isEqualTo(1);
        }
        note("目印の **ふつうの** 意見");
        backend.bean(PublishingService.class)
                .publish(
                        secretariat(),
                        VISION,
                        new PublishOrder(R4, true, true, Licence.UNSTATED),
                        PublishingService.ANY_VERSION);
        shelf.refresh();
    }

    @AfterAll
    static void stop() {
        backend.close();
    }

    @Test
    void every_page_of_the_year_is_there_with_the_texts_as_they_were_typed_and_the_others_as_ever() {
        for (String path : List.of("", "/indicators/9", "/indicators/10", "/results.csv", "/results.json")) {
            assertThat(page(path).status()).as(path).isEqualTo(200);
        }
        String text = text("/indicators/9");
        assertThat(text).contains("目印の <strong>ふつうの</strong> 意見");
        assertThat(Jsoup.parse(text).text()).contains(DEEP, "深い箇条書き", "深い図");
    }

    @ParameterizedTest
    @EnumSource(ReportFormat.class)
    void the_paper_of_the_notes_is_made_in_every_form(ReportFormat format) {
        assertThat(backend.bean(ReportService.class)
                        .report(secretariat(), VISION, ReportKind.NOTES, format, R4)
                        .bytes())
                .hasSizeGreaterThan(1_000);
    }

    @Test
    void papers_are_issued_packed_and_drafted_into_minutes() {
        MeetingService meetings = backend.bean(MeetingService.class);
        Meeting meeting = meetings.plan(
                secretariat(),
                VISION,
                new MeetingPlan(
                        R4,
                        "懇談会",
                        LocalDate.now(JapanTime.ZONE).plusDays(5),
                        null,
                        null,
                        "大会議室",
                        null,
                        null,
                        List.of(DEEP.substring(0, 200)),
                        List.of(),
                        List.of(new MeetingPlan.Paper("意見一覧", MaterialKind.NOTES))));
        backend.bean(PaperService.class).issue(secretariat(), meeting.id(), Set.of());
        assertThat(backend.bean(ReportService.class)
                        .pack(secretariat(), meeting.id())
                        .bytes())
                .startsWith('%', 'P', 'D', 'F');

        MinutesService minutes = backend.bean(MinutesService.class);
        String drafted = minutes.draft(secretariat(), meeting.id(), 0).text();
        assertThat(NoteMarkup.minutesHtml(drafted)).contains("懇談会");
        long version = minutes.minutes(secretariat(), meeting.id()).version();
        assertThatThrownBy(() -> minutes.save(secretariat(), meeting.id(), version, "- ".repeat(40_000) + "深い"))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("24 段まで");
    }

    @Test
    void nobody_writes_such_a_text_any_more() {
        assertThatThrownBy(() -> note(DEEP))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("16 段まで");
        Note note = note("これから直す意見");
        assertThatThrownBy(() -> writing.reply(secretariat(), note.id(), DEEP, true))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("16 段まで");
        assertThatThrownBy(() -> changing.edit(secretariat(), note.id(), note.version(), NoteKind.OPINION, DEEP))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("16 段まで");
    }

    private static Note note(String text) {
        return writing.write(
                secretariat(),
                VISION,
                new NewNote(new NoteTarget.Indicator("9"), R4, NoteKind.OPINION, Visibility.PUBLIC, text));
    }

    private static OpenPage page(String path) {
        return shelf.at("plans/%s/2022%s".formatted(VISION, path));
    }

    private static String text(String path) {
        return new String(page(path).bytes(false), StandardCharsets.UTF_8);
    }

    private static Actor secretariat() {
        return backend.user(DemonstrationUser.SECRETARIAT);
    }
}
