package jp.kyosei.ui.browser.entry;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.UUID;
import jp.kyosei.backend.DemonstrationUser;
import jp.kyosei.ui.browser.Visitor;

/** The table of entry on its own page of samples. */
abstract class EntryMatrixCase {
    static final String VALUE = "value";
    static final String YEAR = "referenceYear";
    static final String NOTE = "note";

    static void open(Visitor visitor) {
        visitor.as(DemonstrationUser.HIRAIZUMI).open("entry-sample?desk=" + UUID.randomUUID());
        assertThat(cell(visitor, 1, VALUE)).isVisible();
    }

    static void press(Visitor visitor, String key) {
        visitor.page().keyboard().press(key);
    }

    static void paste(Visitor visitor, int no, String field, String text) {
        cell(visitor, no, field).focus();
        cell(visitor, no, field).evaluate("""
                (input, text) => {
                  const clipboardData = new DataTransfer();
                  clipboardData.setData('text/plain', text);
                  input.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
                }
                """, text);
    }

    static Locator row(Visitor visitor, int no) {
        return visitor.page().locator("tr.em-row[data-no='%d']".formatted(no));
    }

    static Locator cell(Visitor visitor, int no, String field) {
        return visitor.page().locator("input[data-no='%d'][data-field='%s']".formatted(no, field));
    }

    static Locator save(Visitor visitor, int no) {
        return row(visitor, no).locator(".em-save");
    }

    static Locator box(Visitor visitor) {
        return visitor.page().locator(".em-paste");
    }

    static Locator button(Visitor visitor, String name) {
        return visitor.page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    static Locator filter(Visitor visitor, String name) {
        return visitor.page().locator(".em-filter").filter(new Locator.FilterOptions().setHasText(name));
    }
}
