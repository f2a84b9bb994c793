package jp.kyosei.backend.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.kyosei.backend.DemonstrationUser;
import jp.kyosei.backend.Rows;
import jp.kyosei.backend.RunningBackend;
import jp.kyosei.backend.discussion.NewNote;
import jp.kyosei.backend.discussion.Note;
import jp.kyosei.backend.discussion.NoteKind;
import jp.kyosei.backend.discussion.NoteTarget;
import jp.kyosei.backend.discussion.Visibility;
import jp.kyosei.backend.discussion.thread.NoteChanging;
import jp.kyosei.backend.discussion.thread.NoteReading;
import jp.kyosei.backend.discussion.thread.NoteWriting;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.publishing.open.OpenShelf;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.infra.services.LocalServices;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A marker in every private place, and every byte below {@code /open} searched for it. */
class NothingElseIsPublicTest {
    private static final String VISION = "ichinoseki-hiraizumi-vision-2";
    private static final FiscalYear R4 = new FiscalYear(2022);
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    private final RunningBackend backend = RunningBackend.alone();
    private final PublishingService publishing = backend.bean(PublishingService.class);
    private final NoteReading discussion = backend.bean(NoteReading.class);
    private final NoteWriting writing = backend.bean(NoteWriting.class);
    private final NoteChanging changing = backend.bean(NoteChanging.class);
    private final OpenShelf shelf = backend.bean(OpenShelf.class);

    @BeforeEach
    void markers_everywhere() throws SQLException {
        execute(
                "update kyosei.person set display_name = '目印人物' || display_name, username = '目印利用者' || username",
                "update kyosei.department set name = '目印課' || name",
                "insert into kyosei.narrative (owner_id, indicator_id, fiscal_year, municipality_code, progress, outlook,"
                        + " written_by, written_at)"
                        + " select a.owner_id, a.indicator_id, 2022, a.municipality_code, '', '', a.entered_by, now()"
                        + " from kyosei.actual a where a.fiscal_year = 2022 on conflict do nothing",
                "update kyosei.narrative set progress = '目印文' || progress, written_by_name = '目印筆者'",
                "update kyosei.narrative set progress = '目印下書', state = 'DRAFT' where indicator_id::text < '8'",
                "update kyosei.actual set missing_note = '目印注' where missing_reason is not null",
                "update kyosei.actual set note = '目印覚書' where missing_reason is null",
                "update kyosei.actual set entered_by_name = '目印入力者'",
                "insert into kyosei.check_confirmation (owner_id, indicator_id, fiscal_year, code, reason, confirmed_by,"
                        + " confirmed_by_name, confirmed_at)"
                        + " select a.owner_id, a.indicator_id, a.fiscal_year, 'IMPLAUSIBLE_JUMP', '目印確認', a.entered_by,"
                        + " '目印確認者', now() from kyosei.actual a where a.fiscal_year = 2022"
                        + " on conflict do nothing",
                "insert into kyosei.manual_grade (owner_id, indicator_id, fiscal_year, grade, reason, graded_by,"
                        + " graded_by_name, graded_at)"
                        + " select a.owner_id, a.indicator_id, 2022, 'B', '目印判断', a.entered_by, '目印判断者', now()"
                        + " from kyosei.actual a where a.fiscal_year = 2022 on conflict do nothing",
                // Figures of 2021 that nobody has confirmed.
                "update kyosei.actual set state = 'SUBMITTED', value = 77700777 where fiscal_year = 2021"
                        + " and value is not null");
        for (Visibility visibility : Visibility.values()) {
            write(visibility, new NoteTarget.Indicator("9"));
            write(visibility, new NoteTarget.Plan());
        }
    }

    @AfterEach
    void stop() {
        backend.close();
    }

    @Test
    void by_itself_nothing_but_confirmed_figures_goes_out() {
        publish(false, false);

        assertThat(found("目印")).isEmpty();
        assertThat(found("777,?00,?777")).isEmpty();
        assertThat(ids()).isEmpty();
        assertThat(found("secretariat|hiraizumi@|BEGIN|SUBMITTED|CONFIRMED")).isEmpty();
    }

    @Test
    void marked_as_public_go_the_words_of_the_departments_and_no_person() {
        publish(true, false);

        assertThat(found("目印文")).isNotEmpty();
        assertThat(found("目印注")).isNotEmpty();
        assertThat(found("目印(人物|利用者|課|下書|筆者|覚書|入力者|確認|判断|意見|回答)")).isEmpty();
        assertThat(ids()).isEmpty();
    }

    @Test
    void of_notes_those_that_are_public_and_their_answers_go_out() {
        publish(false, true);

        assertThat(found("目印意見PUBLIC")).isNotEmpty();
        assertThat(found("目印回答PUBLIC")).isNotEmpty();
        assertThat(found("目印意見(COUNCIL|MEMBERS)|目印回答(COUNCIL|MEMBERS)|目印雑談")).isEmpty();
        assertThat(found("目印(人物|利用者|課|文|下書|注|筆者|覚書|入力者|確認|判断)")).isEmpty();
        assertThat(ids()).isEmpty();
    }

    @Test
    void a_note_that_its_author_takes_back_or_narrows_is_gone_without_a_new_publication() {
        Note taken = write(Visibility.PUBLIC, new NoteTarget.Indicator("10"));
        Note narrowed = write(Visibility.PUBLIC, new NoteTarget.Indicator("11"));
        publish(false, true);
        assertThat(page(10)).contains("目印意見PUBLIC");
        assertThat(page(11)).contains("目印意見PUBLIC");

        Actor author = backend.user(DemonstrationUser.SECRETARIAT);
        changing.withdraw(
                author, taken.id(), discussion.note(author, taken.id()).version());
        changing.show(
                author, narrowed.id(), discussion.note(author, narrowed.id()).version(), Visibility.COUNCIL, "");
        shelf.refresh();

        assertThat(page(10)).doesNotContain("目印意見");
        assertThat(page(11)).doesNotContain("目印意見");
        assertThat(page(9)).contains("目印意見PUBLIC");
    }

    @Test
    void what_people_type_is_never_markup() throws SQLException {
        String attack = "<script>alert(1)</script><img src=x onerror=alert(2)>\"'&amp;";
        execute("update kyosei.narrative set progress = '%s'".formatted(attack.replace("'", "''")));
        writing.write(
                backend.user(DemonstrationUser.SECRETARIAT),
                VISION,
                new NewNote(new NoteTarget.Indicator("9"), R4, NoteKind.OPINION, Visibility.PUBLIC, attack));
        publish(true, true);

        assertThat(found("<script>alert|<img src=x"))
                .as("JSON is no page")
                .contains("plans/%s/2022/results.json".formatted(VISION))
                .allMatch(path -> path.endsWith(".json"));
    }

    private Note write(Visibility visibility, NoteTarget target) {
        Actor secretariat = backend.user(DemonstrationUser.SECRETARIAT);
        Note note = writing.write(
                secretariat, VISION, new NewNote(target, R4, NoteKind.OPINION, visibility, "目印意見" + visibility));
        writing.reply(secretariat, note.id(), "目印回答" + visibility, true);
        writing.reply(secretariat, note.id(), "目印雑談" + visibility, false);
        return note;
    }

    private void publish(boolean narratives, boolean notes) {
        publishing.publish(
                backend.user(DemonstrationUser.SECRETARIAT),
                VISION,
                new PublishOrder(R4, narratives, notes, Licence.CC_BY_4_0),
                PublishingService.ANY_VERSION);
        shelf.refresh();
    }

    private String page(int no) {
        return OpenWalk.text(shelf.at("plans/%s/2022/indicators/%d".formatted(VISION, no)));
    }

    /** The paths of the answers in which it stands. */
    private List<String> found(String pattern) {
        Pattern wanted = Pattern.compile(pattern);
        return OpenWalk.all(shelf).entrySet().stream()
                .filter(page -> wanted.matcher(page.getValue()).find())
                .map(Map.Entry::getKey)
                .toList();
    }

    private List<String> ids() {
        List<String> found = new ArrayList<>();
        OpenWalk.all(shelf).values().forEach(text -> {
            Matcher matcher = ID.matcher(text);
            while (matcher.find()) {
                found.add(matcher.group());
            }
        });
        return found;
    }

    private void execute(String... statements) throws SQLException {
        String url = backend.database().jdbcUrl();
        try (Connection connection =
                        LocalServices.shared().postgres().connectAsSuperuser(url.substring(url.lastIndexOf('/') + 1));
                Statement statement = connection.createStatement()) {
            statement.execute("set search_path = kyosei, public");
            for (String sql : statements) {
                statement.execute(sql);
            }
            assertThat(Rows.of(connection, "select 1")).hasSize(1);
        }
    }
}
