package jp.kyosei.backend.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import jp.kyosei.backend.DemonstrationUser;
import jp.kyosei.backend.RunningBackend;
import jp.kyosei.backend.audit.TrailFilter;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.history.HistoryService;
import jp.kyosei.backend.importing.applying.ImportApplying;
import jp.kyosei.backend.importing.applying.ImportPreview;
import jp.kyosei.backend.importing.applying.ImportPreviews;
import jp.kyosei.backend.importing.comparing.PlannedChange;
import jp.kyosei.backend.importing.inbox.DataImport;
import jp.kyosei.backend.importing.inbox.ImportInbox;
import jp.kyosei.backend.importing.inbox.NewImport;
import jp.kyosei.backend.importing.reading.Finding;
import jp.kyosei.backend.importing.undoing.ImportUndoing;
import jp.kyosei.backend.sheet.CellPlace;
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
    void an_answer_about_a_name_is_taken_for_the_next_file_and_shown_until_it_is_forgotten() {
        String plan = made("覚える計画", "指標名,単位,現状値(R1),R3実績,目標値(R6)\n教室の参加者数及び開催回数,人,10,12,20\n");
        DataImport first = answered(plan, "指標名,単位,R4実績\n教室の参加者数,人,14\n", "SAME");
        applying.apply(mine, first.id(), preview(first).fingerprint(), "");

        DataImport next = nextYear(plan, "指標名,単位,R5実績\n教室の参加者数,人,15\n");
        ImportPreview known = preview(next);
        assertThat(known.questions()).isEmpty();
        assertThat(actuals(known)).containsExactly("教室の参加者数及び開催回数 R5 15");
        assertThat(known.recalledNames()).singleElement().satisfies(recalled -> {
            assertThat(recalled.name()).isEqualTo("教室の参加者数");
            assertThat(recalled.indicatorName()).isEqualTo("教室の参加者数及び開催回数");
            assertThat(recalled.same()).isTrue();
            assertThat(recalled.fileName()).isEqualTo("次年度.csv");
        });

        previews.forget(mine, next.id(), known.recalledNames().getFirst().key());
        ImportPreview asked = preview(next);
        assertThat(asked.recalledNames()).isEmpty();
        assertThat(asked.questions()).extracting(Question::matter).containsExactly(Question.Matter.SAME_INDICATOR);
        assertThat(trail()).contains("FORGET_READING 次年度.csv");
    }

    @Test
    void an_answer_about_a_name_goes_with_the_import_in_which_it_was_given() {
        String plan = made("取り消す計画", "指標名,単位,現状値(R1),R3実績,目標値(R6)\n講座の受講者数及び回数,人,10,12,20\n");
        DataImport first = answered(plan, "指標名,単位,R4実績\n講座の受講者数,人,14\n", Question.LEAVE_OUT);
        DataImport next = nextYear(plan, "指標名,単位,R4実績\n講座の受講者数,人,15\n");
        assertThat(preview(next).recalledNames()).hasSize(1);
        assertThat(preview(next).count(Finding.Weight.LEFT_OUT)).isEqualTo(1);

        imports.cancel(mine, first.id());
        assertThat(preview(next).recalledNames()).isEmpty();
        assertThat(preview(next).questions()).hasSize(1);

        DataImport applied = answered(plan, "指標名,単位,R4実績\n講座の受講者数,人,16\n", "SAME");
        applying.apply(mine, applied.id(), preview(applied).fingerprint(), "");
        assertThat(preview(next).recalledNames()).hasSize(1);
        BACKEND.bean(ImportUndoing.class).undo(mine, applied.id());
        assertThat(preview(next).recalledNames()).isEmpty();
    }

    @Test
    void what_is_said_of_a_name_in_a_file_goes_before_what_was_said_in_an_earlier_one() {
        String plan = made("言い直す計画", "指標名,単位,現状値(R1),R3実績,目標値(R6)\n広報の閲覧者数及び件数,人,10,12,20\n");
        answered(plan, "指標名,単位,R4実績\n広報の閲覧者数,人,14\n", Question.LEAVE_OUT);

        DataImport second = answered(plan, "指標名,単位,R4実績\n広報の閲覧者数,人,15\n", "SAME");

        assertThat(preview(second).recalledNames()).isEmpty();
        assertThat(actuals(preview(second))).containsExactly("広報の閲覧者数及び件数 R4 15");
    }

    @Test
    void a_unit_behind_a_name_is_the_name_without_it_where_the_file_has_it_and_asked_where_the_plan_has_it() {
        String plan = made("括弧の計画", "指標名,単位,現状値(R1),R3実績,目標値(R6)\n図書館の来館者数,人,10,12,20\n貸出冊数（延べ）,冊,1,2,3\n");

        ImportPreview taken = preview(nextYear(plan, "指標名,R4実績\n図書館の来館者数（人）,14\n"));
        assertThat(taken.questions()).isEmpty();
        assertThat(actuals(taken)).containsExactly("図書館の来館者数 R4 14");

        ImportPreview asked = preview(nextYear(plan, "指標名,単位,R4実績\n貸出冊数,冊,4\n"));
        assertThat(asked.questions()).extracting(Question::matter).containsExactly(Question.Matter.SAME_INDICATOR);
        assertThat(actuals(asked)).isEmpty();
    }

    private DataImport nextYear(String plan, String csv) {
        return receive(new NewImport(plan, "", new FiscalYear(2023), "次年度.csv"), csv.getBytes(StandardCharsets.UTF_8));
    }

    /** A file whose one question is answered so. */
    private DataImport answered(String plan, String csv, String answer) {
        DataImport brought = nextYear(plan, csv);
        String key = Question.key(Question.Matter.SAME_INDICATOR, new CellPlace("", 1, 0));
        return previews.correct(
                mine,
                brought.id(),
                brought.version(),
                new Corrections(Map.of(), new Answers(Map.of(key, answer)), Map.of()));
    }

    private List<String> trail() {
        return BACKEND.bean(HistoryService.class).ofOwner(mine, "mine", TrailFilter.ALL, 0, 20).entries().stream()
                .map(entry -> entry.action() + " " + entry.subjectId())
                .toList();
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
