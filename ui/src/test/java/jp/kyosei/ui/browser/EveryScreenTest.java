package jp.kyosei.ui.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import jp.kyosei.backend.DemonstrationUser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds on every screen, at a desk, on a tablet and at 200 %. */
@InBrowser
class EveryScreenTest {
    private static final int STEPS = 25;

    @ParameterizedTest
    @EnumSource
    void is_walked_by_the_tab_key_and_has_no_serious_barrier_and_no_part_outside_the_page_at_any_width(
            Screens screen, Visitor visitor) {
        screen.openBy(visitor);
        theTabKeyFindsTheSkipLinkFirstAndEveryStepIsVisible(visitor.page());
        visitor.page().evaluate("() => document.activeElement.blur()");
        for (int width : Screens.WIDTHS) {
            visitor.width(width);
            assertThat(Barriers.graveViolations(visitor.page()))
                    .as("%s at %d px", screen, width)
                    .isEmpty();
            assertThat(Barriers.sidewaysScroll(visitor.page()))
                    .as("%s at %d px", screen, width)
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"oauth/logged-out", "oauth/logged-in-again"})
    void pages_beside_the_login_have_no_serious_barrier(String path, Visitor visitor) {
        visitor.page().navigate(visitor.address(path));
        for (int width : Screens.WIDTHS) {
            visitor.width(width);
            assertThat(Barriers.graveViolations(visitor.page()))
                    .as("%s at %d px", path, width)
                    .isEmpty();
            assertThat(Barriers.sidewaysScroll(visitor.page()))
                    .as("%s at %d px", path, width)
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "open/",
                "open/ichinoseki-hiraizumi",
                "open/plans/ichinoseki-hiraizumi-vision-2",
                "open/plans/ichinoseki-hiraizumi-vision-2/2022",
                "open/plans/ichinoseki-hiraizumi-vision-2/2022/indicators/9",
                "open/plans/ichinoseki-hiraizumi-vision-2/2022/indicators/12",
                "open/plans/ichinoseki-hiraizumi-vision-2/2022/towns/032093",
                "open/plans/ichinoseki-hiraizumi-vision-2/2022/versions",
                "open/search?q=No.9",
                "open/search",
                "open/accessibility",
                "open/formats",
                "open/plans/mine-strategy-2/2023",
                "open/plans/absent/2022"
            })
    void pages_for_everybody_have_no_barrier_on_a_desk_at_200_percent_and_on_a_telephone(String path, Visitor visitor) {
        visitor.page().navigate(visitor.address(path));
        for (int width : List.of(Visitor.DESK_WIDTH, 720, 390)) {
            visitor.width(width);
            assertThat(Barriers.violations(visitor.page()))
                    .extracting(Barriers::words)
                    .as("%s at %d px", path, width)
                    .isEmpty();
            assertThat(visitor.page().evaluate("() => document.documentElement.scrollWidth"))
                    .as("%s at %d px", path, width)
                    .isEqualTo(width);
        }
        visitor.page().keyboard().press("Tab");
        assertThat(visitor.page().locator(".skip")).isFocused();
    }

    private static void theTabKeyFindsTheSkipLinkFirstAndEveryStepIsVisible(Page page) {
        // Some screens begin at the first open cell; here they are walked from their top.
        page.evaluate(
                "() => { document.body.tabIndex = -1; document.body.focus(); document.body.removeAttribute('tabindex') }");
        page.keyboard().press("Tab");
        assertThat(page.locator(".skip-link")).isFocused();
        assertThat(page.locator(".skip-link")).isInViewport();

        List<String> invisible = new ArrayList<>();
        for (int step = 0; step < STEPS; step++) {
            page.keyboard().press("Tab");
            String fault = (String) page.evaluate("""
                    () => {
                      let element = document.activeElement;
                      while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
                      if (!element || element === document.body) return '';
                      // Around a field of Vaadin's the ring is drawn for the field as a whole.
                      const field = element.parentElement?.closest('[focus-ring]');
                      const drawn = field?.shadowRoot?.querySelector('[part~="input-field"], [part~="checkbox"]');
                      const style = getComputedStyle(drawn ?? element);
                      const ringed = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
                      const box = element.getBoundingClientRect();
                      const inside = box.width > 0 && box.bottom > 0 && box.top < innerHeight
                          && box.right > 0 && box.left < innerWidth;
                      return ringed && inside ? '' : element.outerHTML.slice(0, 160);
                    }
                    """);
            if (!fault.isEmpty()) {
                invisible.add(fault);
            }
        }
        assertThat(invisible).as("Focused without being seen").isEmpty();
    }

    @Test
    void the_skip_link_leads_to_the_content(Visitor visitor) {
        Screens.RESULTS.openBy(visitor);

        visitor.page().keyboard().press("Tab");
        visitor.page().keyboard().press("Enter");

        assertThat(visitor.main()).isFocused();
        visitor.page().keyboard().press("Tab");
        assertThat(visitor.main()
                        .locator("a, button, select, input, [tabindex='0'], vaadin-select-value-button")
                        .first())
                .isFocused();
    }

    @Test
    void the_menu_opens_and_closes_by_keyboard_alone(Visitor visitor) {
        visitor.as(DemonstrationUser.SECRETARIAT);
        visitor.page().locator(".person-menu summary").focus();
        visitor.page().keyboard().press("Enter");
        assertThat(visitor.page().locator(".person-menu .panel")).isVisible();
        visitor.page().keyboard().press("Escape");
        assertThat(visitor.page().locator(".person-menu .panel")).isHidden();
        assertThat(visitor.page().locator(".person-menu summary")).isFocused();
    }

    @Test
    void at_200_percent_the_navigation_unfolds_by_keyboard(Visitor visitor) {
        Screens.RESULTS.openBy(visitor.width(720));
        assertThat(visitor.page().locator("#side-navigation")).isHidden();

        visitor.page().locator(".navigation-button").focus();
        visitor.page().keyboard().press("Enter");

        assertThat(visitor.page().locator("#side-navigation")).isVisible();
        assertThat(visitor.page().locator(".navigation-button")).hasAttribute("aria-expanded", "true");
        visitor.page().locator("#side-navigation a").first().click();
        assertThat(visitor.page()).hasURL(visitor.at(""));
        assertThat(visitor.page().locator("#side-navigation")).isHidden();
        assertThat(visitor.page().locator(".navigation-button")).hasAttribute("aria-expanded", "false");
    }
}
