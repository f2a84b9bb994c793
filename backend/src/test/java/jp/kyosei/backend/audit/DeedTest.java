package jp.kyosei.backend.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class DeedTest {
    private static final Pattern JAPANESE =
            Pattern.compile("[^A-Za-z_]*[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}][^A-Za-z_]*");

    /** What lies in the trails of databases that are in use. */
    private static final List<String> STORED = List.of(
            ("ADD_RULE_SET ADD_THEME ANSWER_NOTE APPLY_IMPORT APPROVE_MINUTES APPROVE_TASK ASSIGN_NOTE ATTACH_FILE "
                            + "CANCEL_MEETING CHANGE_ACTUAL CHANGE_MEETING CLEAR_ACTUAL CLOSE_NOTE CLOSE_ROUND CONFIRM_CHECK "
                            + "CONFIRM_TASK DRAFT_MINUTES EDIT_NOTE EDIT_REPLY ENTER_ACTUAL EXTEND_ROUND IMPORT_PLAN "
                            + "ISSUE_PAPERS KEEP_RECORD MARK_OUTCOME MOVE_PHRASE NOTE_ATTENDANCE OPEN_ROUND PLAN_MEETING "
                            + "PUBLISH PUBLISH_MINUTES QUOTE_PHRASE RECORD_OUTCOME REFUSE_INFECTED_FILE REMIND_ROUND "
                            + "REMOVE_ATTACHMENT REMOVE_NARRATIVE REMOVE_OUTCOME REMOVE_PHRASE REMOVE_THEME RENAME_THEME "
                            + "REOPEN_NOTE REOPEN_ROUND REPLACE_PUBLICATION REPLY_TO_NOTE RETURN_TASK REWORD_OUTCOME "
                            + "SAVE_MINUTES SHOW_NOTE SUBMIT_TASK TAKE_BACK_MINUTES UNDO_IMPORT WITHDRAW_NOTE "
                            + "WITHDRAW_PUBLICATION WITHDRAW_REPLY WITHDRAW_TASK WRITE_NARRATIVE WRITE_NOTE")
                    .split(" "));

    @Test
    void every_deed_has_words_of_its_own() {
        assertThat(Deed.values())
                .extracting(Deed::label)
                .doesNotHaveDuplicates()
                .allMatch(JAPANESE.asMatchPredicate());
    }

    @Test
    void every_fact_has_words_and_a_code_of_its_own() {
        assertThat(Fact.values()).extracting(Fact::code).doesNotHaveDuplicates();
        assertThat(Fact.values())
                .filteredOn(fact -> fact != Fact.SHA256)
                .extracting(Fact::label)
                .allMatch(JAPANESE.asMatchPredicate());
    }

    @Test
    void what_was_done_before_is_still_known() {
        assertThat(STORED).allSatisfy(stored -> assertThat(Deed.named(stored)).isPresent());
        assertThat(Arrays.stream(Deed.values()).map(Deed::name)).containsAll(STORED);
        assertThat(List.of(
                        "actual",
                        "narrative",
                        "record",
                        "check",
                        "plan",
                        "import",
                        "round",
                        "task",
                        "note",
                        "note_attachment",
                        "meeting",
                        "outcome",
                        "minutes",
                        "publication",
                        "vision",
                        "rule_set"))
                .allSatisfy(stored -> assertThat(SubjectKind.coded(stored)).isPresent());
    }

    @Test
    void a_deed_that_nobody_knows_any_more_is_told_as_it_is() {
        assertThat(entry("WEIGH_ELEPHANT").words()).isEqualTo("WEIGH_ELEPHANT");
        assertThat(entry("PUBLISH").words()).isEqualTo("年度の公開");
        assertThat(SubjectKind.coded("elephant")).isEmpty();
        assertThat(Fact.coded("tusks")).isEmpty();
    }

    @Test
    void a_fact_without_words_is_found_while_testing() {
        assertThatThrownBy(() -> new Change(
                        Deed.PUBLISH, SubjectKind.PUBLICATION, "令和5年度", null, null, Map.of(), Map.of("tusks", 2), null))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("tusks");
    }

    private static AuditEntry entry(String action) {
        return new AuditEntry(Instant.EPOCH, "事務局", action, "elephant", "R5", null, null, null, null);
    }
}
