package jp.kyosei.ui.browser.entry;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import jp.kyosei.ui.browser.InBrowser;
import jp.kyosei.ui.browser.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The table for entering actuals, on a desk of its own for each test. */
@InBrowser
class EntryMatrixTest extends EntryMatrixCase {
    @Test
    void arrows_enter_and_tab_lead_from_cell_to_cell(Visitor visitor) {
        open(visitor);
        cell(visitor, 1, VALUE).focus();

        press(visitor, "ArrowDown");
        assertThat(cell(visitor, 2, VALUE)).isFocused();
        press(visitor, "Enter");
        assertThat(cell(visitor, 3, VALUE)).isFocused();
        press(visitor, "Shift+Enter");
        assertThat(cell(visitor, 2, VALUE)).isFocused();
        press(visitor, "ArrowUp");
        assertThat(cell(visitor, 1, VALUE)).isFocused();
        press(visitor, "Tab");
        assertThat(cell(visitor, 1, YEAR)).isFocused();
        press(visitor, "ArrowDown");
        assertThat(cell(visitor, 2, YEAR)).isFocused();
        assertThat(row(visitor, 2)).hasAttribute("aria-current", "true");
        assertThat(visitor.page().locator("#selected")).hasText("No.2 を選びました");
    }

    @Test
    void left_and_right_leave_a_cell_only_at_its_edge(Visitor visitor) {
        open(visitor);
        cell(visitor, 1, VALUE).focus();
        visitor.page().keyboard().type("12");

        press(visitor, "ArrowLeft");
        assertThat(cell(visitor, 1, VALUE)).isFocused();
        press(visitor, "ArrowRight");
        assertThat(cell(visitor, 1, VALUE)).isFocused();
        press(visitor, "ArrowRight");
        assertThat(cell(visitor, 1, YEAR)).isFocused();
        press(visitor, "ArrowLeft");
        assertThat(cell(visitor, 1, VALUE)).isFocused();
        press(visitor, "Control+a");
        press(visitor, "ArrowRight");
        assertThat(cell(visitor, 1, VALUE)).isFocused();
    }

    @Test
    void down_passes_over_a_row_that_is_locked_and_its_lock_says_why(Visitor visitor) {
        open(visitor);
        cell(visitor, 4, VALUE).focus();
        press(visitor, "ArrowDown");
        assertThat(cell(visitor, 6, VALUE)).isFocused();

        assertThat(row(visitor, 5).locator("input")).hasCount(0);
        assertThat(row(visitor, 5)).containsText("1,005");
        Locator lock = row(visitor, 5).getByRole(AriaRole.BUTTON);
        assertThat(lock).hasAccessibleName(Pattern.compile("変更できません.*提出しました"));
        lock.focus();
        assertThat(row(visitor, 5).locator(".em-bubble")).isVisible();
    }

    @Test
    void what_is_typed_is_saved_after_a_pause_and_on_leaving_the_cell(Visitor visitor) {
        open(visitor);
        type(visitor, 1, VALUE, "1,234");
        assertThat(save(visitor, 1)).hasText("保存済");
        assertThat(cell(visitor, 1, VALUE)).isFocused();

        type(visitor, 2, VALUE, "5");
        press(visitor, "Tab");
        assertThat(save(visitor, 2)).hasText("保存済");
        assertThat(said(visitor)).containsText("No.2 を保存しました。");
        assertThat(row(visitor, 2).locator(".em-change")).hasText("+100");

        reload(visitor);
        assertThat(cell(visitor, 1, VALUE)).hasValue("1,234");
        assertThat(cell(visitor, 2, VALUE)).hasValue("5");
    }

    @Test
    void full_width_digits_stay_as_typed_and_are_said_to_be_understood(Visitor visitor) {
        open(visitor);
        type(visitor, 10, VALUE, "１２，８０４");
        press(visitor, "Enter");

        assertThat(row(visitor, 10).locator(".flag")).hasText("全角を 12,804 と読みました");
        assertThat(cell(visitor, 10, VALUE)).hasValue("１２，８０４");
        assertThat(cell(visitor, 10, VALUE)).hasAccessibleDescription(Pattern.compile("全角を 12,804 と読みました"));
    }

    @Test
    void what_is_not_understood_stays_with_a_message_until_it_is_put_right(Visitor visitor) {
        open(visitor);
        type(visitor, 1, VALUE, "約千人");
        press(visitor, "Enter");

        assertThat(save(visitor, 1)).hasText("読み取れません");
        assertThat(cell(visitor, 1, VALUE)).hasValue("約千人");
        assertThat(cell(visitor, 1, VALUE)).hasAttribute("aria-invalid", "true");
        assertThat(below(visitor, 1)).containsText("数として読み取れません");

        type(visitor, 1, VALUE, "1000");
        press(visitor, "Enter");
        assertThat(save(visitor, 1)).hasText("保存済");
        assertThat(below(visitor, 1)).hasCount(0);
    }

    @Test
    void typing_is_taken_back_by_escape_and_by_undo_across_rows(Visitor visitor) {
        open(visitor);
        type(visitor, 1, VALUE, "11");
        press(visitor, "Escape");
        assertThat(cell(visitor, 1, VALUE)).hasValue("");

        type(visitor, 1, VALUE, "11");
        press(visitor, "Enter");
        visitor.page().keyboard().type("22");
        press(visitor, "Enter");
        visitor.page().keyboard().type("33");
        press(visitor, "Control+z");
        assertThat(cell(visitor, 3, VALUE)).hasValue("");
        press(visitor, "Control+z");
        assertThat(cell(visitor, 2, VALUE)).hasValue("");
        press(visitor, "Control+z");
        assertThat(cell(visitor, 1, VALUE)).hasValue("");
        press(visitor, "Control+y");
        assertThat(cell(visitor, 1, VALUE)).hasValue("11");
        press(visitor, "Control+Shift+Z");
        assertThat(cell(visitor, 2, VALUE)).hasValue("22");
        assertThat(save(visitor, 2)).hasText("保存済");

        reload(visitor);
        assertThat(cell(visitor, 1, VALUE)).hasValue("11");
        assertThat(cell(visitor, 2, VALUE)).hasValue("22");
    }

    @Test
    void in_a_conflict_both_values_are_shown_and_the_own_one_can_be_kept(Visitor visitor) {
        open(visitor);
        conflict(visitor);
        assertThat(below(visitor, 9)).containsText("平泉町 観光商工課 担当 が 12:03 に 361,000 を保存しました。");

        button(visitor, "自分の入力にする（361,234）").click();
        assertThat(save(visitor, 9)).hasText("保存済");
        assertThat(below(visitor, 9)).hasCount(0);
        reload(visitor);
        assertThat(cell(visitor, 9, VALUE)).hasValue("361,234");
    }

    @Test
    void in_a_conflict_a_still_later_value_is_the_one_to_decide_on(Visitor visitor) {
        open(visitor);
        conflict(visitor);
        visitor.page().locator("#later").click();

        assertThat(below(visitor, 9)).containsText("ほかの人 が 362,000 を保存しました。");
        button(visitor, "相手の値にする（362,000）").click();
        assertThat(cell(visitor, 9, VALUE)).hasValue("362,000");
    }

    @Test
    void in_a_conflict_the_other_value_can_be_taken(Visitor visitor) {
        open(visitor);
        conflict(visitor);

        button(visitor, "相手の値にする（361,000）").click();
        assertThat(cell(visitor, 9, VALUE)).hasValue("361,000");
        assertThat(cell(visitor, 9, VALUE)).isFocused();
        assertThat(below(visitor, 9)).hasCount(0);
        assertThat(drafts(visitor)).isEmpty();
    }

    @Test
    void what_others_change_and_where_they_are_appears_by_itself(Visitor visitor) {
        open(visitor);
        visitor.page().locator("#shown").click();
        assertThat(cell(visitor, 9, VALUE)).hasValue("361,000");
        visitor.page().locator("#presence").click();
        assertThat(row(visitor, 10)).containsText("一関 花子 が入力中");
    }

    @Test
    void a_row_that_was_locked_meanwhile_keeps_the_typed_text_to_copy(Visitor visitor) {
        open(visitor);
        visitor.page().locator("#lock").click();
        visitor.settle();
        type(visitor, 9, VALUE, "361,234");

        assertThat(below(visitor, 9)).containsText("ほかの人が提出しました。");
        assertThat(row(visitor, 9).getByRole(AriaRole.BUTTON)).isFocused();
        assertThat(below(visitor, 9).locator(".em-copy")).hasText("361,234");
        assertThat(row(visitor, 9).locator("input")).hasCount(0);
        button(visitor, "この入力を消す").click();
        assertThat(below(visitor, 9)).hasCount(0);
        assertThat(drafts(visitor)).isEmpty();
    }

    @Test
    void without_a_connection_typing_goes_on_and_is_sent_when_it_is_back(Visitor visitor) {
        open(visitor);
        visitor.context().setOffline(true);
        type(visitor, 1, VALUE, "11");
        press(visitor, "Enter");
        visitor.page().keyboard().type("22");
        press(visitor, "Enter");

        assertThat(save(visitor, 1)).hasText("未送信");
        assertThat(visitor.page().locator(".em-unsent")).hasText("2 件が未送信です。つながり次第、自動で送ります。");
        visitor.context().setOffline(false);
        assertThat(save(visitor, 1)).hasText("保存済");
        assertThat(save(visitor, 2)).hasText("保存済");
        assertThat(visitor.page().locator(".em-unsent")).hasCount(0);
        assertThat(drafts(visitor)).isEmpty();
    }

    @Test
    void what_was_not_sent_survives_the_page_which_warns_before_it_goes(Visitor visitor) {
        open(visitor);
        String address = visitor.page().url();
        List<String> warnings = new CopyOnWriteArrayList<>();
        visitor.page().onDialog((Dialog dialog) -> {
            warnings.add(dialog.type());
            dialog.accept();
        });
        visitor.context().setOffline(true);
        type(visitor, 1, VALUE, "11");
        press(visitor, "Enter");
        assertThat(save(visitor, 1)).hasText("未送信");
        visitor.page().navigate("about:blank");
        assertThat(warnings).containsExactly("beforeunload");

        visitor.context().setOffline(false);
        visitor.page().navigate(address);
        assertThat(cell(visitor, 1, VALUE)).hasValue("11");
        // Kept here until the server has it, and there from then on.
        visitor.page().waitForFunction("Object.keys(localStorage).every((name) => !name.startsWith('kyosei.entry/'))");
        reload(visitor);
        assertThat(cell(visitor, 1, VALUE)).hasValue("11");
        assertThat(warnings).hasSize(1);
    }

    @Test
    void what_is_not_answered_counts_as_unsent_and_arrives_once_when_answers_come_again(Visitor visitor) {
        open(visitor);
        Pattern messages = Pattern.compile("v-r=uidl");
        visitor.page().route(messages, route -> route.abort());
        type(visitor, 1, VALUE, "11");
        press(visitor, "Enter");
        assertThat(save(visitor, 1)).hasText("保存中…");
        assertThat(save(visitor, 1)).hasText("未送信");
        type(visitor, 1, VALUE, "12");
        press(visitor, "Enter");

        visitor.page().unroute(messages);
        assertThat(save(visitor, 1)).hasText("保存済");
        assertThat(drafts(visitor)).isEmpty();
        reload(visitor);
        assertThat(cell(visitor, 1, VALUE)).hasValue("12");
    }

    @Test
    void words_that_are_still_being_converted_are_neither_sent_nor_overwritten(Visitor visitor) {
        open(visitor);
        Locator note = cell(visitor, 9, NOTE);
        note.focus();
        note.evaluate("""
                (input) => {
                  input.value = 'しゅさい';
                  input.dispatchEvent(new InputEvent('input', { bubbles: true, isComposing: true }));
                  input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, isComposing: true }));
                }
                """);
        assertThat(note).isFocused();
        visitor.page().evaluate("document.getElementById('shown').click()");

        assertThat(row(visitor, 9).locator(".em-changed")).hasText("ほかの人が変更しました");
        assertThat(note).hasValue("しゅさい");
        note.evaluate("""
                (input) => {
                  input.value = '主催者発表';
                  input.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true }));
                }
                """);
        assertThat(save(visitor, 9)).hasText("競合");
        assertThat(note).hasValue("主催者発表");
        assertThat(below(visitor, 9)).containsText("361,000 を保存しました。");
        assertThat(button(visitor, "自分の入力にする（空欄　注：主催者発表）")).isVisible();
    }

    @Test
    void filters_show_the_own_rows_first_and_keep_a_row_that_is_being_filled(Visitor visitor) {
        open(visitor);
        assertThat(allRows(visitor)).hasCount(12);
        assertThat(filter(visitor, "自分の担当")).hasAttribute("aria-pressed", "true");
        filter(visitor, "指摘").click();
        assertThat(allRows(visitor)).hasCount(1);
        filter(visitor, "未入力 22").click();
        assertThat(allRows(visitor)).hasCount(22);
        type(visitor, 1, VALUE, "1");
        press(visitor, "Enter");
        assertThat(filter(visitor, "未入力 21")).isVisible();
        assertThat(allRows(visitor)).hasCount(22);

        filter(visitor, "自分の担当").click();
        visitor.page().locator("#go").click();
        assertThat(cell(visitor, 20, VALUE)).isFocused();
    }

    @ParameterizedTest
    @ValueSource(ints = {Visitor.DESK_WIDTH, 820, 720})
    void the_table_is_free_of_grave_faults_and_fits_the_page(int width, Visitor visitor) {
        open(visitor.width(width));
        conflict(visitor);
        type(visitor, 10, VALUE, "１２，８０４");
        press(visitor, "Enter");
        assertThat(save(visitor, 10)).hasText("保存済");
        type(visitor, 11, VALUE, "約千人");
        press(visitor, "Enter");
        assertThat(save(visitor, 11)).hasText("読み取れません");
        visitor.page().locator("#presence").click();
        paste(visitor, 1, VALUE, "No.\t指標\tR5 実績\n1\t\t7,000\n2\t\t8,000\n5\t\t1\n99\t知らない指標\t1\n");
        assertThat(box(visitor)).isFocused();
        visitor.page().getByText("行ごとに見る").click();
        visitor.takePicture(Path.of("target", "screenshots", "entry-matrix-" + width + ".png"));

        assertThat((boolean) visitor.page()
                        .evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                .isTrue();
        assertThat(new AxeBuilder(visitor.page())
                        .analyze().getViolations().stream()
                                .filter(rule -> List.of("serious", "critical").contains(rule.getImpact()))
                                .map(rule -> rule.getId() + " "
                                        + rule.getNodes().getFirst().getHtml())
                                .toList())
                .isEmpty();
    }

    private static void reload(Visitor visitor) {
        visitor.page().reload();
        assertThat(cell(visitor, 1, VALUE)).isVisible();
    }

    private static void conflict(Visitor visitor) {
        visitor.page().locator("#quietly").click();
        visitor.settle();
        type(visitor, 9, VALUE, "361,234");
        press(visitor, "Tab");
        assertThat(save(visitor, 9)).hasText("競合");
    }

    private static void type(Visitor visitor, int no, String field, String text) {
        cell(visitor, no, field).focus();
        cell(visitor, no, field).selectText();
        visitor.page().keyboard().type(text);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> drafts(Visitor visitor) {
        return (Map<String, Object>) visitor.page().evaluate("""
                Object.fromEntries(Object.entries(localStorage).filter(([name]) => name.startsWith('kyosei.entry/')))
                """);
    }

    private static Locator allRows(Visitor visitor) {
        return visitor.page().locator("tr.em-row");
    }

    private static Locator below(Visitor visitor, int no) {
        return visitor.page().locator("tr[data-below='%d']".formatted(no));
    }

    private static Locator said(Visitor visitor) {
        return visitor.page().locator("kyosei-entry-matrix [role=status]");
    }
}
