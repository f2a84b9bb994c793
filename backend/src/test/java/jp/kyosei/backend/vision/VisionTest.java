package jp.kyosei.backend.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import jp.kyosei.backend.DemonstrationUser;
import jp.kyosei.backend.RunningBackend;
import jp.kyosei.backend.discussion.NewNote;
import jp.kyosei.backend.discussion.Note;
import jp.kyosei.backend.discussion.NoteKind;
import jp.kyosei.backend.discussion.NoteTarget;
import jp.kyosei.backend.discussion.Visibility;
import jp.kyosei.backend.discussion.thread.NoteWriting;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.ForbiddenException;
import jp.kyosei.backend.tenancy.NotFoundException;
import jp.kyosei.backend.tenancy.RefusedException;
import jp.kyosei.backend.tenancy.StaleException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class VisionTest {
    private static final String VISION = "ichinoseki-hiraizumi-vision-2";
    private static final RunningBackend BACKEND = RunningBackend.alone();

    private final VisionService vision = BACKEND.bean(VisionService.class);
    private final NoteWriting writing = BACKEND.bean(NoteWriting.class);

    @AfterAll
    static void stop() {
        BACKEND.close();
    }

    @Test
    void a_keyword_is_taken_up_under_a_theme_and_shows_where_it_came_from() {
        Note keyword = keyword("歩いて暮らせるまち");
        assertThat(vision.board(secretariat(), VISION).waiting())
                .extracting(Note::id)
                .contains(keyword.id());
        UUID theme = vision.addTheme(secretariat(), VISION, "暮らし");

        UUID phrase = vision.quote(
                secretariat(), VISION, new NewPhrase("歩いて暮らせる", theme, new NewPhrase.Origin.FromNote(keyword.id())));

        VisionBoard board = vision.board(user(DemonstrationUser.IIN), VISION);
        assertThat(board.mayKeep()).isFalse();
        assertThat(board.under(theme))
                .filteredOn(found -> found.id().equals(phrase))
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.source()).isEqualTo(PhraseSource.NOTE);
                    assertThat(found.origin()).contains("計画全体", "事務局", "R4");
                });
        assertThat(vision.board(secretariat(), VISION).waiting())
                .extracting(Note::id)
                .doesNotContain(keyword.id());
    }

    @Test
    void a_phrase_moves_from_theme_to_theme_and_a_lost_race_moves_nothing() {
        UUID from = vision.addTheme(secretariat(), VISION, "観光");
        UUID to = vision.addTheme(secretariat(), VISION, "交通");
        UUID phrase = vision.quote(
                secretariat(), VISION, new NewPhrase("夜の足がない", from, new NewPhrase.Origin.FromSurvey("住民アンケート 問12")));

        vision.move(secretariat(), VISION, phrase, 1, to);

        assertThat(vision.board(secretariat(), VISION).under(to))
                .extracting(Phrase::id)
                .containsExactly(phrase);
        assertThatThrownBy(() -> vision.move(secretariat(), VISION, phrase, 1, from))
                .isInstanceOf(StaleException.class);
        assertThatThrownBy(() -> vision.removeTheme(secretariat(), VISION, to, 1))
                .isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> vision.move(secretariat(), VISION, phrase, 2, UUID.randomUUID()))
                .isInstanceOf(NotFoundException.class);
        vision.move(secretariat(), VISION, phrase, 2, null);
        vision.removeTheme(secretariat(), VISION, to, 1);
        assertThat(vision.board(secretariat(), VISION).themes())
                .extracting(Theme::id)
                .doesNotContain(to)
                .contains(from);
    }

    @Test
    void a_phrase_without_words_or_origin_is_refused() {
        assertThatThrownBy(() -> vision.quote(
                        secretariat(), VISION, new NewPhrase(" ", null, new NewPhrase.Origin.FromSurvey("問1"))))
                .isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> vision.quote(
                        secretariat(), VISION, new NewPhrase("言葉", null, new NewPhrase.Origin.FromElsewhere(" "))))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("どこから");
        assertThatThrownBy(() -> vision.quote(
                        secretariat(),
                        VISION,
                        new NewPhrase("字".repeat(401), null, new NewPhrase.Origin.FromSurvey("問1"))))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("401");
    }

    @ParameterizedTest
    @EnumSource(
            value = DemonstrationUser.class,
            names = {"ICHINOSEKI", "HIRAIZUMI", "APPROVER"})
    void who_is_neither_of_the_committee_nor_the_secretariat_may_not_look(DemonstrationUser user) {
        assertThatThrownBy(() -> vision.board(user(user), VISION)).isInstanceOf(ForbiddenException.class);
        assertThatThrownBy(() -> vision.addTheme(user(user), VISION, "よそから")).isInstanceOf(ForbiddenException.class);
    }

    @ParameterizedTest
    @EnumSource(
            value = DemonstrationUser.class,
            names = {"MINE", "MINE_STAFF", "DAISEN", "OPERATOR"})
    void strangers_find_nothing_and_change_nothing(DemonstrationUser stranger) {
        UUID theme = vision.addTheme(secretariat(), VISION, "よそからは見えない");

        assertThatThrownBy(() -> vision.board(user(stranger), VISION)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> vision.renameTheme(user(stranger), VISION, theme, 1, "変えた"))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> vision.renameTheme(user(DemonstrationUser.MINE), "mine-strategy-2", theme, 1, "変えた"))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> vision.quote(
                        user(DemonstrationUser.MINE),
                        "mine-strategy-2",
                        new NewPhrase(
                                "盗み",
                                null,
                                new NewPhrase.Origin.FromNote(keyword("秘密").id()))))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void a_committee_member_reads_and_changes_nothing() {
        assertThatThrownBy(() -> vision.addTheme(user(DemonstrationUser.IIN), VISION, "委員から"))
                .isInstanceOf(ForbiddenException.class);
    }

    private Note keyword(String text) {
        return writing.write(
                secretariat(),
                VISION,
                new NewNote(new NoteTarget.Plan(), new FiscalYear(2022), NoteKind.KEYWORD, Visibility.COUNCIL, text));
    }

    private static Actor secretariat() {
        return user(DemonstrationUser.SECRETARIAT);
    }

    private static Actor user(DemonstrationUser user) {
        return BACKEND.user(user);
    }
}
