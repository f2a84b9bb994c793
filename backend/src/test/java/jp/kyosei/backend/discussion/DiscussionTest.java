package jp.kyosei.backend.discussion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import jp.kyosei.backend.DemonstrationUser;
import jp.kyosei.backend.RunningBackend;
import jp.kyosei.backend.audit.TrailFilter;
import jp.kyosei.backend.discussion.thread.NoteAssigning;
import jp.kyosei.backend.discussion.thread.NoteChanging;
import jp.kyosei.backend.discussion.thread.NoteFollowing;
import jp.kyosei.backend.discussion.thread.NoteReading;
import jp.kyosei.backend.discussion.thread.NoteWriting;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.history.HistoryService;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.Desk;
import jp.kyosei.backend.tenancy.ForbiddenException;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import jp.kyosei.backend.tenancy.NotFoundException;
import jp.kyosei.backend.tenancy.RefusedException;
import jp.kyosei.backend.tenancy.StaleException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DiscussionTest {
    private static final String VISION = "ichinoseki-hiraizumi-vision-2";
    private static final FiscalYear R4 = new FiscalYear(2022);
    /** 圏域内の宿泊者数, reported by both towns. */
    private static final String GUESTS = "9";

    private static final MunicipalityCode HIRAIZUMI_TOWN = new MunicipalityCode("034029");
    private static final RunningBackend BACKEND = RunningBackend.alone();

    private final NoteReading discussion = BACKEND.bean(NoteReading.class);
    private final NoteWriting writing = BACKEND.bean(NoteWriting.class);
    private final NoteChanging changing = BACKEND.bean(NoteChanging.class);
    private final NoteAssigning assigning = BACKEND.bean(NoteAssigning.class);
    private final NoteFollowing following = BACKEND.bean(NoteFollowing.class);

    @AfterAll
    static void stop() {
        BACKEND.close();
    }

    @Test
    void a_question_is_answered_by_the_department_that_reports_the_indicator() {
        Note asked = secretariatWrites(Visibility.MEMBERS, "冬の宿泊が少ない理由を知りたい。");
        Actor hiraizumi = user(DemonstrationUser.HIRAIZUMI);
        Note seen = discussion.note(hiraizumi, asked.id());
        assertThat(seen.mark()).isEqualTo(Mark.NEW);
        assertThat(seen.rights().may(NoteRight.ANSWER)).isTrue();

        Note answered = writing.reply(hiraizumi, asked.id(), "12月から2月は休館する宿があるためです。", true);

        assertThat(answered.state()).isEqualTo(NoteState.ANSWERED);
        assertThat(answered.replies()).singleElement().satisfies(reply -> {
            assertThat(reply.answers()).isTrue();
            assertThat(reply.author().standing()).isEqualTo(Standing.MUNICIPALITY);
            assertThat(reply.author().whose()).isEqualTo("平泉町");
        });
        Note again = discussion.note(user(DemonstrationUser.SECRETARIAT), asked.id());
        assertThat(again.mark()).isEqualTo(Mark.NEW);
        following.markRead(user(DemonstrationUser.SECRETARIAT), VISION, List.of(asked.id()));
        assertThat(discussion
                        .note(user(DemonstrationUser.SECRETARIAT), asked.id())
                        .mark())
                .isEqualTo(Mark.READ);
    }

    @Test
    void what_committee_and_secretariat_keep_to_themselves_does_not_exist_for_the_towns() {
        Note kept = secretariatWrites(Visibility.COUNCIL, "委員の間だけの話です。");

        for (DemonstrationUser user : List.of(
                DemonstrationUser.HIRAIZUMI,
                DemonstrationUser.ICHINOSEKI,
                DemonstrationUser.APPROVER,
                DemonstrationUser.MINE)) {
            assertThatThrownBy(() -> discussion.note(user(user), kept.id())).isInstanceOf(NotFoundException.class);
            assertThatThrownBy(() -> writing.reply(user(user), kept.id(), "見えますか", false))
                    .isInstanceOf(NotFoundException.class);
        }
        assertThat(discussion.note(user(DemonstrationUser.IIN), kept.id()).text())
                .isEqualTo("委員の間だけの話です。");
    }

    @Test
    void the_author_narrows_and_the_secretariat_widens_with_the_authors_consent_on_record() {
        Actor hiraizumi = user(DemonstrationUser.HIRAIZUMI);
        Actor secretariat = user(DemonstrationUser.SECRETARIAT);
        Note note = writing.write(hiraizumi, VISION, note(Visibility.PUBLIC, "広く見てもらいたい意見です。"));
        assertThat(note.rights().visibilities()).containsExactlyInAnyOrder(Visibility.COUNCIL, Visibility.MEMBERS);

        Note narrowed = changing.show(hiraizumi, note.id(), note.version(), Visibility.COUNCIL, "");
        assertThat(narrowed.visibility()).isEqualTo(Visibility.COUNCIL);
        assertThatThrownBy(() -> changing.show(hiraizumi, note.id(), narrowed.version(), Visibility.MEMBERS, "本人です"))
                .isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> changing.show(secretariat, note.id(), narrowed.version(), Visibility.MEMBERS, "  "))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("同意");

        changing.show(secretariat, note.id(), narrowed.version(), Visibility.MEMBERS, "11月10日に電話で了承を得た");

        assertThat(discussion.changes(secretariat, note.id()).getLast()).satisfies(change -> {
            assertThat(change.what()).isEqualTo(NoteChange.What.VISIBILITY);
            assertThat(change.before()).isEqualTo("COUNCIL");
            assertThat(change.after()).isEqualTo("MEMBERS");
            assertThat(change.remark()).isEqualTo("11月10日に電話で了承を得た");
        });
    }

    @Test
    void an_edit_keeps_the_text_before_and_a_lost_race_changes_nothing() {
        Note note = secretariatWrites(Visibility.MEMBERS, "初めの文");
        Actor secretariat = user(DemonstrationUser.SECRETARIAT);
        Note edited = changing.edit(secretariat, note.id(), note.version(), NoteKind.OPINION, "直した文");

        assertThat(edited.text()).isEqualTo("直した文");
        assertThat(edited.editedAt()).isNotNull();
        assertThat(discussion.changes(secretariat, note.id()))
                .extracting(NoteChange::before, NoteChange::after)
                .containsExactly(tuple("初めの文", "直した文"));
        assertThatThrownBy(() -> changing.edit(secretariat, note.id(), note.version(), NoteKind.OPINION, "遅れた文"))
                .isInstanceOf(StaleException.class);
        assertThatThrownBy(() -> changing.edit(
                        user(DemonstrationUser.HIRAIZUMI), note.id(), edited.version(), NoteKind.OPINION, "人の文"))
                .isInstanceOf(ForbiddenException.class);
        assertThatThrownBy(() -> discussion.changes(user(DemonstrationUser.HIRAIZUMI), note.id()))
                .isInstanceOf(ForbiddenException.class);
    }

    @Test
    void a_withdrawn_note_is_left_to_its_author_and_the_secretariat() {
        Actor hiraizumi = user(DemonstrationUser.HIRAIZUMI);
        Note note = writing.write(hiraizumi, VISION, note(Visibility.PUBLIC, "取り下げる意見です。"));
        changing.withdraw(hiraizumi, note.id(), note.version());

        assertThat(discussion.note(hiraizumi, note.id()).isWithdrawn()).isTrue();
        assertThat(discussion
                        .note(user(DemonstrationUser.SECRETARIAT), note.id())
                        .rights())
                .isEqualTo(Rights.NONE);
        assertThatThrownBy(() -> discussion.note(user(DemonstrationUser.IIN), note.id()))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> writing.reply(hiraizumi, note.id(), "書き足し", false))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("取り下げ");
    }

    @Test
    void notes_are_assigned_to_a_desk_that_reports_and_may_see_them() {
        Actor secretariat = user(DemonstrationUser.SECRETARIAT);
        Note shown = secretariatWrites(Visibility.MEMBERS, "担当を決める質問です。");
        Note kept = secretariatWrites(Visibility.COUNCIL, "担当課には見えない質問です。");
        Desk town = new Desk(HIRAIZUMI_TOWN, null);

        assigning.assign(secretariat, VISION, Set.of(shown.id()), town);

        Note assigned = discussion.note(secretariat, shown.id());
        assertThat(assigned.assignment()).isNotNull();
        assertThat(Objects.requireNonNull(assigned.assignment()).label()).isEqualTo("平泉町");
        assertThat(discussion
                        .note(user(DemonstrationUser.HIRAIZUMI), shown.id())
                        .rights()
                        .may(NoteRight.ANSWER))
                .isTrue();
        assertThat(discussion
                        .note(user(DemonstrationUser.ICHINOSEKI), shown.id())
                        .rights()
                        .may(NoteRight.ANSWER))
                .isFalse();
        assertThatThrownBy(() -> assigning.assign(secretariat, VISION, Set.of(shown.id(), kept.id()), town))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("1 件");
        assertThatThrownBy(() -> assigning.assign(
                        secretariat, VISION, Set.of(shown.id()), new Desk(new MunicipalityCode("352136"), null)))
                .isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> assigning.assign(user(DemonstrationUser.HIRAIZUMI), VISION, Set.of(shown.id()), town))
                .isInstanceOf(ForbiddenException.class);
        assertThatThrownBy(() -> assigning.assign(secretariat, VISION, Set.of(NoteId.next()), town))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void a_closed_note_takes_no_reply_until_it_is_opened_again() {
        Actor secretariat = user(DemonstrationUser.SECRETARIAT);
        Note note = secretariatWrites(Visibility.MEMBERS, "閉じる質問です。");
        Note closed = changing.step(secretariat, note.id(), note.version(), NoteStep.CLOSE);

        assertThatThrownBy(() -> writing.reply(secretariat, note.id(), "続き", false))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("もう一度開く");
        Note opened = changing.step(secretariat, note.id(), closed.version(), NoteStep.REOPEN);
        assertThat(writing.reply(secretariat, note.id(), "続き", false).replies()).hasSize(1);
        assertThat(opened.state()).isEqualTo(NoteState.OPEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  \n ", "\u3000", "a\u0000b", "\ud800だけ"})
    void what_is_no_text_is_refused_in_japanese(String text) {
        assertThatThrownBy(() -> secretariatWrites(Visibility.MEMBERS, text))
                .isInstanceOf(RefusedException.class)
                .hasMessageMatching(".*(書いて|書き直して)ください。");
    }

    @Test
    void four_thousand_characters_are_kept_as_written_and_one_more_is_refused() {
        String longest = "𠮷葛\udb40\udd00<b>\u202e👩‍👧".repeat(300);
        String whole = longest + "字".repeat(4_000 - longest.codePointCount(0, longest.length()));

        assertThat(secretariatWrites(Visibility.MEMBERS, whole).text()).isEqualTo(whole);
        assertThatThrownBy(() -> secretariatWrites(Visibility.MEMBERS, whole + "字"))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("4,001");
    }

    @Test
    void sections_and_the_whole_plan_have_threads_of_their_own() {
        Actor secretariat = user(DemonstrationUser.SECRETARIAT);
        Note section = writing.write(
                secretariat,
                VISION,
                new NewNote(new NoteTarget.Section("1"), R4, NoteKind.PROPOSAL, Visibility.PUBLIC, "体系への提案"));
        Note plan = writing.write(
                secretariat,
                VISION,
                new NewNote(new NoteTarget.Plan(), R4, NoteKind.KEYWORD, Visibility.PUBLIC, "つながる圏域"));

        assertThat(discussion
                        .pad(secretariat, VISION, new NoteTarget.Section("1"), R4)
                        .notes())
                .extracting(Note::id)
                .containsExactly(section.id());
        assertThat(discussion
                        .pad(secretariat, VISION, new NoteTarget.Plan(), R4)
                        .notes())
                .extracting(Note::id)
                .contains(plan.id())
                .doesNotContain(section.id());
        assertThat(discussion.overview(secretariat, VISION, R4).notes())
                .extracting(Note::id)
                .contains(section.id(), plan.id());
        assertThatThrownBy(() -> discussion.pad(secretariat, VISION, new NoteTarget.Section("99"), R4))
                .isInstanceOf(NotFoundException.class);
    }

    @ParameterizedTest
    @EnumSource(
            value = DemonstrationUser.class,
            names = {"MINE", "MINE_STAFF", "DAISEN", "OPERATOR"})
    void strangers_find_neither_pad_nor_note_nor_write_one(DemonstrationUser stranger) {
        Note note = secretariatWrites(Visibility.PUBLIC, "公開の意見です。");
        Actor actor = user(stranger);

        assertThatThrownBy(() -> discussion.pad(actor, VISION, new NoteTarget.Indicator(GUESTS), R4))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> discussion.overview(actor, VISION, R4)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> discussion.note(actor, note.id())).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> writing.write(actor, VISION, note(Visibility.PUBLIC, "よそから")))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> changing.withdraw(actor, note.id(), note.version()))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> following.follow(actor, note.id(), true)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> changing.show(actor, note.id(), note.version(), Visibility.COUNCIL, ""))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void the_history_that_admins_read_holds_no_word_of_a_note() {
        secretariatWrites(Visibility.COUNCIL, "履歴に出てはいけない言葉");

        String history = BACKEND.bean(HistoryService.class)
                .ofPlan(user(DemonstrationUser.SECRETARIAT), VISION, null, TrailFilter.ALL, 0, 50)
                .toString();

        assertThat(history).contains("WRITE_NOTE").doesNotContain("履歴に出てはいけない言葉");
    }

    private Note secretariatWrites(Visibility visibility, String text) {
        return writing.write(user(DemonstrationUser.SECRETARIAT), VISION, note(visibility, text));
    }

    private static NewNote note(Visibility visibility, String text) {
        return new NewNote(new NoteTarget.Indicator(GUESTS), R4, NoteKind.QUESTION, visibility, text);
    }

    private static Actor user(DemonstrationUser user) {
        return BACKEND.user(user);
    }
}
