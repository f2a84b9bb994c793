package jp.kyosei.ui.browser.entry;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.UUID;
import jp.kyosei.backend.DemonstrationUser;
import jp.kyosei.ui.browser.Visitor;

/** The entry matrix of the sample desk, in the hands of a visitor. */
public final class EntrySample {
    public static final String VALUE = "value";
    public static final String YEAR = "referenceYear";
    public static final String NOTE = "note";

    private final Visitor visitor;

    private EntrySample(Visitor visitor) {
        this.visitor = visitor;
    }

    /** On a desk that nobody has touched. */
    public static EntrySample open(Visitor visitor) {
        visitor.as(DemonstrationUser.HIRAIZUMI).open("entry-sample?desk=" + UUID.randomUUID());
        EntrySample sample = new EntrySample(visitor);
        assertThat(sample.cell(1, VALUE)).isVisible();
        return sample;
    }

    /** The same where somebody has stored 2: 中止 of a reason, 3: 38,806 of another year with a note, 4: 12,804. */
    public static EntrySample openFilled(Visitor visitor) {
        EntrySample sample = open(visitor);
        visitor.page().locator("#filled").click();
        assertThat(sample.cell(4, VALUE)).hasValue("12,804");
        return sample;
    }

    public EntrySample type(int no, String field, String text) {
        cell(no, field).focus();
        cell(no, field).selectText();
        visitor.page().keyboard().type(text);
        return this;
    }

    public EntrySample press(String key) {
        visitor.page().keyboard().press(key);
        return this;
    }

    /** As the browser tells it when Ctrl+V is pressed in that cell. */
    public EntrySample paste(int no, String field, String text) {
        cell(no, field).focus();
        cell(no, field).evaluate("""
                (input, text) => {
                  const clipboardData = new DataTransfer();
                  clipboardData.setData('text/plain', text);
                  input.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
                }
                """, text);
        return this;
    }

    /** The three fields of a row: 38,806 | H28 | 推計. */
    public EntrySample has(int no, String value, String year, String note) {
        assertThat(cell(no, VALUE)).hasValue(value);
        assertThat(cell(no, YEAR)).hasValue(year);
        assertThat(cell(no, NOTE)).hasValue(note);
        return this;
    }

    public EntrySample isSaved(int no) {
        assertThat(row(no).locator(".em-save")).hasText("保存済");
        return this;
    }

    public EntrySample reload() {
        visitor.page().reload();
        assertThat(cell(1, VALUE)).isVisible();
        return this;
    }

    public Locator cell(int no, String field) {
        return visitor.page().locator("input[data-no='%d'][data-field='%s']".formatted(no, field));
    }

    public Locator row(int no) {
        return visitor.page().locator("tr.em-row[data-no='%d']".formatted(no));
    }

    public Locator box() {
        return visitor.page().locator(".em-paste");
    }

    public Locator choice(String words) {
        return box().getByLabel(words);
    }

    public Locator button(String name) {
        return visitor.page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }
}
