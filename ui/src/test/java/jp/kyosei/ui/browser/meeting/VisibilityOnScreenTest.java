package jp.kyosei.ui.browser.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import jp.kyosei.backend.DemonstrationUser;
import jp.kyosei.backend.discussion.NewNote;
import jp.kyosei.backend.discussion.Note;
import jp.kyosei.backend.discussion.NoteKind;
import jp.kyosei.backend.discussion.NoteStep;
import jp.kyosei.backend.discussion.NoteTarget;
import jp.kyosei.backend.discussion.Visibility;
import jp.kyosei.backend.discussion.thread.NoteChanging;
import jp.kyosei.backend.discussion.thread.NoteWriting;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.identity.IdentityService;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.ui.PlanCopy;
import jp.kyosei.ui.RunningKyosei;
import jp.kyosei.ui.api.ApiClient;
import jp.kyosei.ui.browser.InBrowser;
import jp.kyosei.ui.browser.Visitor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every user × visibility × state over REST and on the screens; the backend asks the same of the service and the database. */
@InBrowser
class VisibilityOnScreenTest {
    private static final String PLAN = "ichinoseki-hiraizumi-sight";
    private static final Map<String, String> IDS = new HashMap<>();

    /** Where a note stands. */
    private enum Condition {
        OPEN,
        ANSWERED,
        CLOSED,
        WITHDRAWN
    }

    @BeforeAll
    static void a_note_of_every_visibility_in_every_state() {
        PlanCopy.of(PLAN, "見える人を試すビジョン");
        NoteWriting writing = RunningKyosei.get().bean(NoteWriting.class);
        NoteChanging changing = RunningKyosei.get().bean(NoteChanging.class);
        Actor author = RunningKyosei.get()
                .bean(IdentityService.class)
                .actorOf(DemonstrationUser.SECRETARIAT.subject())
                .orElseThrow();
        for (Visibility visibility : Visibility.values()) {
            for (Condition condition : Condition.values()) {
                Note note = writing.write(
                        author,
                        PLAN,
                        new NewNote(
                                new NoteTarget.Indicator("9"),
                                new FiscalYear(2022),
                                NoteKind.OPINION,
                                visibility,
                                text(visibility, condition)));
                switch (condition) {
                    case OPEN -> {
                        // as it was written
                    }
                    case ANSWERED -> writing.reply(author, note.id(), "返しました。", true);
                    case CLOSED -> changing.step(author, note.id(), note.version(), NoteStep.CLOSE);
                    case WITHDRAWN -> changing.withdraw(author, note.id(), note.version());
                }
                IDS.put(text(visibility, condition), note.id().value().toString());
            }
        }
    }

    @ParameterizedTest
    @EnumSource(DemonstrationUser.class)
    void a_note_is_answered_and_listed_over_rest_as_far_as_it_may_be_seen(DemonstrationUser user) {
        ApiClient client = new ApiClient();
        String listed = client.get(user, "/api/v1/plans/" + PLAN + "/notes?fiscalYear=2022")
                .body();
        String ofIndicator = client.get(user, "/api/v1/plans/" + PLAN + "/indicators/9/notes?fiscalYear=2022")
                .body();
        for (Visibility visibility : Visibility.values()) {
            for (Condition condition : Condition.values()) {
                String text = text(visibility, condition);
                boolean shown = sees(user, visibility, condition);
                assertThat(client.get(user, "/api/v1/notes/" + Objects.requireNonNull(IDS.get(text)))
                                .status())
                        .as("%s %s", user, text)
                        .isEqualTo(shown ? 200 : 404);
                assertThat(listed.contains(text)).as("list: %s %s", user, text).isEqualTo(shown);
                assertThat(ofIndicator.contains(text))
                        .as("indicator: %s %s", user, text)
                        .isEqualTo(shown);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(DemonstrationUser.class)
    void the_screens_show_a_note_as_far_as_it_may_be_seen(DemonstrationUser user, Visitor visitor) {
        visitor.as(user);
        List<String> wrong = new ArrayList<>();
        for (String path : List.of("/indicators/9/2022", "/notes/2022", "/reading/2022/9")) {
            visitor.open("plans/" + PLAN + path);
            String page = visitor.page().content();
            for (Visibility visibility : Visibility.values()) {
                for (Condition condition : Condition.values()) {
                    String text = text(visibility, condition);
                    boolean mayBeLeftOut = condition == Condition.WITHDRAWN && user == DemonstrationUser.SECRETARIAT;
                    if (!mayBeLeftOut && page.contains(text) != sees(user, visibility, condition)) {
                        wrong.add(path + " " + text);
                    }
                }
            }
        }
        assertThat(wrong)
                .as("shown though hidden, or hidden though shown, to %s", user)
                .isEmpty();
    }

    private static boolean sees(DemonstrationUser user, Visibility visibility, Condition condition) {
        boolean visible =
                switch (user) {
                    case SECRETARIAT, IIN -> true;
                    case ICHINOSEKI, HIRAIZUMI, APPROVER -> visibility != Visibility.COUNCIL;
                    case MINE, MINE_STAFF, DAISEN, OPERATOR -> false;
                };
        return visible && (condition != Condition.WITHDRAWN || user == DemonstrationUser.SECRETARIAT);
    }

    private static String text(Visibility visibility, Condition condition) {
        return "見え方の試験 %s %s です。".formatted(visibility, condition);
    }
}
