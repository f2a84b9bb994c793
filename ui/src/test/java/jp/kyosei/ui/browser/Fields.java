package jp.kyosei.ui.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** The fields of a form, found and used as a person does: by the words beside them. */
public final class Fields {
    private static final String FIELDS = "input, textarea, select, vaadin-select-value-button";

    private Fields() {}

    /** The field with exactly this label, seen or read aloud. */
    public static Locator named(Locator place, String label) {
        return place.getByLabel(label, new Locator.GetByLabelOptions().setExact(true))
                .and(place.page().locator(FIELDS));
    }

    /** Opens a choice and takes what has exactly these words. */
    public static void choose(Locator choice, String words) {
        choice.click();
        Locator option = choice.page()
                .getByRole(
                        AriaRole.OPTION,
                        new Page.GetByRoleOptions().setName(words).setExact(true));
        // The list of the choice before may still be closing.
        assertThat(option).hasCount(1);
        option.click();
    }

    /** Opens a choice and takes the first that has these words in it. */
    public static void chooseWith(Locator choice, String words) {
        choice.click();
        choice.page()
                .getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName(words))
                .first()
                .click();
    }

    /** The only choice in this place. */
    public static Locator choiceIn(Locator place) {
        return place.locator("vaadin-select-value-button");
    }
}
