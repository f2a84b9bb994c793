package jp.kyosei.backend.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import jp.kyosei.backend.DemonstrationUser;
import jp.kyosei.backend.RunningBackend;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.importing.applying.ImportApplying;
import jp.kyosei.backend.importing.applying.ImportPreview;
import jp.kyosei.backend.importing.applying.ImportPreviews;
import jp.kyosei.backend.importing.comparing.PlannedChange;
import jp.kyosei.backend.importing.inbox.DataImport;
import jp.kyosei.backend.importing.inbox.ImportInbox;
import jp.kyosei.backend.importing.inbox.NewImport;
import jp.kyosei.backend.importing.reading.Finding;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.understanding.Corrections;
import jp.kyosei.backend.understanding.question.Answers;
import jp.kyosei.backend.understanding.question.Question;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Next year's file beside the plan: names in other characters and other words, figures in other magnitudes. */
class ImportedNamesTest {
    private static final RunningBackend BACKEND = RunningBackend.alone();

    private final ImportInbox imports = BACKEND.bean(ImportInbox.class);
    private final ImportPreviews previews = BACKEND.bean(ImportPreviews.class);
    private final ImportApplying applying = BACKEND.bean(ImportApplying.class);
    private final Actor mine = BACKEND.user(DemonstrationUser.MINE);

    @AfterAll
    static void stop() {
        BACKEND.close();
    }

    @Test
    void a_name_that_has_drifted_is_asked_about_and_taken_or_left_as_is_answered() {
        String plan =
                made("改名の計画", "指標名,単位,現状値(R1),R3実績,目標値(R6)\n参加者数及び開催回数,人,10,12,20\n結婚・新婚生活支援,件,1,2,3\n空き家の数,戸,5,6,7\n");
        DataImport brought = receive(
                new NewImport(plan, "", new FiscalYear(2022), "次年度.csv"),
                "指標名,単位,R4実績\n参加者数,人,14\n結婚・新生活支援,件,4\n".getBytes(StandardCharsets.UTF_8));

        ImportPreview asked = preview(brought);
        assertThat(asked.isApplicable()).isFalse();
        assertThat(asked.questions())
                .extracting(Question::matter)
                .containsExactly(Question.Matter.SAME_INDICATOR, Question.Matter.SAME_INDICATOR);
        assertThat(asked.findings())
                .filteredOn(finding -> finding.weight() == Finding.Weight.QUESTION)
                .extracting(Finding::message)
                .allMatch(message -> message.contains("同じ指標ですか"));
        assertThat(asked.changes()).isEmpty();

        List<Question> questions = asked.questions();
        DataImport answered = previews.correct(
                mine,
                brought.id(),
                brought.version(),
                new Corrections(
                        Map.of(),
                        new Answers(Map.of(
                                questions.getFirst().key(),
                                "SAME",
                                questions.getLast().key(),
                                Question.LEAVE_OUT)),
                        Map.of()));

        ImportPreview clear = preview(answered);
        assertThat(clear.isApplicable()).isTrue();
        assertThat(actuals(clear)).containsExactly("参加者数及び開催回数 R4 14");
        assertThat(clear.count(Finding.Weight.LEFT_OUT)).isEqualTo(1);
    }

    @Test
    void figures_with_their_magnitude_are_converted_to_the_unit_of_the_plan() {
        String plan = made("万人の計画", "指標名,単位,現状値(R1),R3実績,目標値(R6)\nバスの利用者,人,\"150,000\",\"160,000\",\"200,000\"\n");

        ImportPreview next = preview(receive(
                new NewImport(plan, "", new FiscalYear(2022), "次年度.csv"),
                "指標名,R3実績,R4実績\nバスの利用者,16万人,18.8万人\n".getBytes(StandardCharsets.UTF_8)));

        assertThat(PublishedFilesTest.problems(next)).isEmpty();
        assertThat(actuals(next)).containsExactly("バスの利用者 R4 188,000");
        assertThat(next.unchanged()).isEqualTo(1);
    }

    private static List<String> actuals(ImportPreview preview) {
        return preview.changes().stream()
                .filter(change -> change.what() == PlannedChange.What.ACTUAL)
                .map(change ->
                        "%s %s %s".formatted(change.name(), change.fiscalYear().shortLabel(), change.after()))
                .toList();
    }

    /** A plan made of a file; its slug. */
    private String made(String title, String csv) {
        DataImport brought = receive(
                new NewImport(null, title, new FiscalYear(2021), "計画.csv"), csv.getBytes(StandardCharsets.UTF_8));
        ImportPreview preview = preview(brought);
        assertThat(PublishedFilesTest.problems(preview)).isEmpty();
        applying.apply(mine, brought.id(), preview.fingerprint(), "");
        return brought.planSlug();
    }

    private DataImport receive(NewImport given, byte[] file) {
        return imports.receive(mine, "mine", given, file);
    }

    private ImportPreview preview(DataImport brought) {
        return previews.preview(mine, brought.id()).orElseThrow();
    }
}
