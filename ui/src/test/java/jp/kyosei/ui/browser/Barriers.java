package jp.kyosei.ui.browser;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.CheckedNode;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What stands in somebody's way on a page: axe's rules, and parts that stick out of it. */
public final class Barriers {
    private static final Set<String> GRAVE = Set.of("serious", "critical");

    private Barriers() {}

    public static List<String> graveViolations(Page page) {
        return violations(page).stream()
                .filter(rule -> GRAVE.contains(rule.getImpact()))
                .map(Barriers::words)
                .toList();
    }

    /** Only what is wrong is described, and in the page itself: there are no frames of others in it. */
    static List<Rule> violations(Page page) {
        AxeRunOptions options = new AxeRunOptions();
        options.setResultTypes(List.of("violations"));
        return new AxeBuilder(page)
                .options(options)
                .setLegacyMode(true)
                .analyze()
                .getViolations();
    }

    static String words(Rule rule) {
        return rule.getId() + ": "
                + String.join(
                        " | ",
                        rule.getNodes().stream()
                                .limit(4)
                                .map(CheckedNode::getHtml)
                                .toList());
    }

    /** What sticks out where the page as a whole can be moved sideways; tables move in a frame of their own. */
    @SuppressWarnings("unchecked")
    public static List<Map<String, Object>> sidewaysScroll(Page page) {
        return (List<Map<String, Object>>) page.evaluate("""
                () => {
                  const width = document.documentElement.clientWidth;
                  if (document.documentElement.scrollWidth <= width) return [];
                  return [...document.querySelectorAll('body *')]
                    .filter((element) => element.getBoundingClientRect().right > width + 1
                      && !element.closest('table'))
                    .slice(0, 5)
                    .map((element) => ({ html: element.outerHTML.slice(0, 120),
                                         right: element.getBoundingClientRect().right }));
                }
                """);
    }
}
