package jp.kyosei.backend.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import jp.kyosei.backend.DemonstrationUser;
import jp.kyosei.backend.discussion.Visibility;
import jp.kyosei.backend.meeting.minutes.Minutes;
import jp.kyosei.backend.publishing.PublicationState;
import jp.kyosei.backend.publishing.meetings.MeetingPublication;
import jp.kyosei.backend.publishing.meetings.MeetingPublishing;
import jp.kyosei.backend.publishing.open.OpenPage;
import jp.kyosei.backend.publishing.open.OpenShelf;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.ForbiddenException;
import jp.kyosei.backend.tenancy.NotFoundException;
import jp.kyosei.backend.tenancy.RefusedException;
import jp.kyosei.backend.tenancy.StaleException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The secretariat lets the minutes of a meeting and its papers out to everybody; nothing confidential goes with them. */
class PublishedMeetingTest extends MeetingCase {
    private static final String OF_THE_COUNCIL = "宿の名前を挙げた、委員と事務局だけの意見です。";
    private static final String OF_MEMBERS = "構成市町のあいだだけで話した、まだ外に出せない案です。";
    private static final String SAID = "宿泊者数の数え方を次の回までに整理することになった。";

    private final MeetingPublishing publishing = bean(MeetingPublishing.class);
    private final OpenShelf shelf = bean(OpenShelf.class);

    @Test
    void minutes_and_papers_are_read_by_everybody_until_they_are_withdrawn_and_again_when_they_are_put_right()
            throws IOException {
        Meeting meeting = issued();
        write(meeting, "# 議事要旨\n\n" + SAID);
        MeetingPublication first = publishing.publish(secretariat(), meeting.id(), 0);
        assertThat(first.state()).isEqualTo(PublicationState.PUBLISHED);
        shelf.refresh();

        assertThat(text(page(meeting))).contains(SAID, "実績一覧", "概要").doesNotContain("意見一覧", "名簿");
        assertThat(text(shelf.at("plans/" + VISION)))
                .contains(meeting.id().value().toString());
        assertThat(text(shelf.at("sitemap.xml"))).contains(meeting.id().value().toString());
        assertThat(text(shelf.at("feed.atom"))).contains("公開：").contains("議事要旨と資料");
        assertThat(words(papers(meeting))).contains("実績一覧", "圏域内の宿泊者数");

        assertThatThrownBy(() -> publishing.publish(secretariat(), meeting.id(), 0))
                .isInstanceOf(StaleException.class);
        MeetingPublication gone = publishing.withdraw(secretariat(), meeting.id(), first.version(), "誤りがあった", "数の誤り");
        shelf.refresh();
        assertThat(page(meeting).status()).isEqualTo(410);
        assertThat(papers(meeting).status()).isEqualTo(410);
        assertThat(text(page(meeting))).contains("数の誤り").doesNotContain("誤りがあった", SAID);
        assertThat(text(shelf.at("plans/" + VISION)))
                .doesNotContain(meeting.id().value().toString());

        MeetingPublication again = publishing.publish(secretariat(), meeting.id(), gone.version());
        MeetingPublication replaced = publishing.publish(secretariat(), meeting.id(), again.version());
        assertThat(replaced.revision()).isEqualTo(3);
        shelf.refresh();
        assertThat(text(page(meeting))).contains("第3版", SAID);
    }

    @Test
    void nothing_confidential_is_among_the_published_bytes() throws IOException {
        note(user(DemonstrationUser.IIN), Visibility.COUNCIL, OF_THE_COUNCIL);
        note(user(DemonstrationUser.HIRAIZUMI), Visibility.MEMBERS, OF_MEMBERS);
        Meeting meeting = issued();

        write(meeting, "# 議事要旨\n\n" + SAID + "\n\n" + OF_MEMBERS);
        assertRefused(meeting, "見える人を「公開」に広げる");
        rewrite(meeting, "# 議事要旨\n\n" + SAID + "\n\n" + OF_THE_COUNCIL);
        assertRefused(meeting, "委員と事務局だけ");
        rewrite(meeting, "# 議事要旨\n\n" + SAID);
        publishing.publish(secretariat(), meeting.id(), MeetingPublishing.ANY_VERSION);
        shelf.refresh();

        byte[] pdf = papers(meeting).bytes(false);
        for (String secret : List.of(OF_THE_COUNCIL, OF_MEMBERS, "集計漏れ", "iin@", "事務局担当")) {
            assertThat(text(page(meeting))).doesNotContain(secret);
            assertThat(new String(pdf, StandardCharsets.ISO_8859_1)).doesNotContain(secret);
            assertThat(packed(words(papers(meeting)))).doesNotContain(packed(secret));
        }
    }

    @Test
    void what_is_a_draft_or_approved_only_does_not_go_out() {
        Meeting meeting = issued();
        Minutes draft = minutes.save(secretariat(), meeting.id(), 0, SAID);
        assertRefused(meeting, "先に議事要旨を承認し");
        minutes.approve(secretariat(), meeting.id(), draft.version());
        assertRefused(meeting, "先に議事要旨を承認し");
        assertThat(publishing.publication(secretariat(), meeting.id()).state()).isEqualTo(PublicationState.UNPUBLISHED);
    }

    @ParameterizedTest
    @EnumSource(
            value = DemonstrationUser.class,
            names = {"MINE", "DAISEN", "OPERATOR", "IIN", "HIRAIZUMI"})
    void nobody_but_the_owners_secretariat_publishes_or_withdraws(DemonstrationUser stranger) {
        Meeting meeting = issued();
        write(meeting, SAID);
        Class<? extends Exception> expected =
                Set.of(DemonstrationUser.IIN, DemonstrationUser.HIRAIZUMI).contains(stranger)
                        ? ForbiddenException.class
                        : NotFoundException.class;
        assertThatThrownBy(() -> publishing.publish(user(stranger), meeting.id(), 0))
                .isInstanceOf(expected);
        assertThatThrownBy(() -> publishing.withdraw(user(stranger), meeting.id(), 0, "理由", ""))
                .isInstanceOf(expected);
        assertThatThrownBy(() -> publishing.publication(user(stranger), meeting.id()))
                .isInstanceOf(expected);
    }

    private Meeting issued() {
        Meeting meeting = plan(R4, MaterialKind.RESULTS, MaterialKind.OVERVIEW, MaterialKind.NOTES);
        return papers.issue(secretariat(), meeting.id(), Set.of());
    }

    private void write(Meeting meeting, String text) {
        Actor actor = secretariat();
        Minutes saved = minutes.save(actor, meeting.id(), -1, text);
        minutes.publish(
                actor,
                meeting.id(),
                minutes.approve(actor, meeting.id(), saved.version()).version());
    }

    private void rewrite(Meeting meeting, String text) {
        minutes.takeBack(secretariat(), meeting.id(), -1, "言い換える");
        write(meeting, text);
    }

    private void assertRefused(Meeting meeting, String words) {
        assertThatThrownBy(() -> publishing.publish(secretariat(), meeting.id(), MeetingPublishing.ANY_VERSION))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining(words);
    }

    private OpenPage page(Meeting meeting) {
        return shelf.at("plans/%s/meetings/%s".formatted(VISION, meeting.id().value()));
    }

    private OpenPage papers(Meeting meeting) {
        return shelf.at(
                "plans/%s/meetings/%s/papers.pdf".formatted(VISION, meeting.id().value()));
    }

    private static String text(OpenPage page) {
        return new String(page.bytes(false), StandardCharsets.UTF_8);
    }

    private static String words(OpenPage pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf.bytes(false))) {
            return new PDFTextStripper().getText(document);
        }
    }

    private static String packed(String text) {
        return text.replaceAll("[\\s　]+", "");
    }
}
