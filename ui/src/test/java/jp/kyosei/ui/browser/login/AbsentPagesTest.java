package jp.kyosei.ui.browser.login;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.server.VaadinServletContext;
import com.vaadin.flow.server.startup.ApplicationRouteRegistry;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jp.kyosei.backend.DemonstrationUser;
import jp.kyosei.ui.RunningKyosei;
import jp.kyosei.ui.api.BroughtInExample;
import jp.kyosei.ui.browser.InBrowser;
import jp.kyosei.ui.browser.Meetings;
import jp.kyosei.ui.browser.ScreenWire;
import jp.kyosei.ui.browser.Visitor;
import org.apache.catalina.Context;
import org.apache.catalina.startup.Tomcat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every registered route, with every thing of somebody else in its parameters, shows to everybody the page of what does
 * not exist. A route with a parameter that is not known here fails the test: say below what stands for it.
 */
@InBrowser
class AbsentPagesTest {
    private static final Pattern PARAMETER = Pattern.compile(":([A-Za-z]+)(\\([^)]*\\))?([?*]?)");
    private static final String ABSENT = "no-such-thing";
    private static final String ABSENT_MEETING = "00000000-0000-4000-9000-000000000000";

    /** A thing that somebody may read: the values that lead to it, and whose it is. */
    private record Thing(String owner, Map<String, String> parameters) {}

    private static final List<Thing> THINGS = List.of(
            new Thing(
                    "ichinoseki-hiraizumi",
                    Map.ofEntries(
                            Map.entry("owner", "ichinoseki-hiraizumi"),
                            Map.entry("plan", "ichinoseki-hiraizumi-vision-2"),
                            Map.entry("no", "9"),
                            Map.entry("year", "2022"),
                            Map.entry("town", "034029"),
                            Map.entry(
                                    "meeting",
                                    Meetings.of(DemonstrationUser.SECRETARIAT, "ichinoseki-hiraizumi-vision-2")),
                            Map.entry("number", "1"),
                            Map.entry("before", "1"),
                            Map.entry("after", "1"),
                            Map.entry("person", ABSENT_MEETING),
                            Map.entry("revision", "0"),
                            Map.entry("page", "1"),
                            Map.entry("section", "1"),
                            Map.entry("import", ABSENT_MEETING))),
            new Thing(
                    "mine",
                    Map.ofEntries(
                            Map.entry("owner", "mine"),
                            Map.entry("plan", "mine-strategy-2"),
                            Map.entry("no", "1-1-1-1"),
                            Map.entry("year", "2023"),
                            Map.entry("town", "352136"),
                            Map.entry("meeting", Meetings.of(DemonstrationUser.MINE, "mine-strategy-2")),
                            Map.entry("number", "1"),
                            Map.entry("before", "1"),
                            Map.entry("after", "1"),
                            Map.entry("person", ABSENT_MEETING),
                            Map.entry("revision", "0"),
                            Map.entry("page", "1"),
                            Map.entry("section", "1"),
                            Map.entry("import", BroughtInExample.OF_MINE.id()))),
            new Thing(
                    "daisen",
                    Map.ofEntries(
                            Map.entry("owner", "daisen"),
                            Map.entry("plan", "daisen-strategy-2"),
                            Map.entry("no", "1-1-1-1"),
                            Map.entry("year", "2022"),
                            Map.entry("town", "052124"),
                            Map.entry("meeting", Meetings.of(DemonstrationUser.DAISEN, "daisen-strategy-2")),
                            Map.entry("number", "1"),
                            Map.entry("before", "1"),
                            Map.entry("after", "1"),
                            Map.entry("person", ABSENT_MEETING),
                            Map.entry("revision", "0"),
                            Map.entry("page", "1"),
                            Map.entry("section", "1"),
                            Map.entry("import", ABSENT_MEETING))),
            new Thing(
                    "ichinoseki",
                    Map.ofEntries(
                            Map.entry("owner", "ichinoseki"),
                            Map.entry("plan", ABSENT),
                            Map.entry("no", "1"),
                            Map.entry("year", "2022"),
                            Map.entry("town", "032093"),
                            Map.entry("meeting", ABSENT_MEETING),
                            Map.entry("number", "1"),
                            Map.entry("before", "1"),
                            Map.entry("after", "1"),
                            Map.entry("person", ABSENT_MEETING),
                            Map.entry("revision", "0"),
                            Map.entry("page", "1"),
                            Map.entry("section", "1"),
                            Map.entry("import", ABSENT_MEETING))),
            new Thing(
                    "hiraizumi",
                    Map.ofEntries(
                            Map.entry("owner", "hiraizumi"),
                            Map.entry("plan", ABSENT),
                            Map.entry("no", "1"),
                            Map.entry("year", "2022"),
                            Map.entry("town", "032093"),
                            Map.entry("meeting", ABSENT_MEETING),
                            Map.entry("number", "1"),
                            Map.entry("before", "1"),
                            Map.entry("after", "1"),
                            Map.entry("person", ABSENT_MEETING),
                            Map.entry("revision", "0"),
                            Map.entry("page", "1"),
                            Map.entry("section", "1"),
                            Map.entry("import", ABSENT_MEETING))));

    private static final Thing NOTHING = new Thing(
            "",
            Map.ofEntries(
                    Map.entry("owner", ABSENT),
                    Map.entry("plan", ABSENT),
                    Map.entry("no", ABSENT),
                    Map.entry("year", "2022"),
                    Map.entry("town", "034029"),
                    Map.entry("meeting", ABSENT_MEETING),
                    Map.entry("number", "1"),
                    Map.entry("before", "1"),
                    Map.entry("after", "1"),
                    Map.entry("person", ABSENT_MEETING),
                    Map.entry("revision", "0"),
                    Map.entry("page", "1"),
                    Map.entry("section", ABSENT),
                    Map.entry("import", ABSENT_MEETING)));

    private static final Set<String> KNOWN = NOTHING.parameters().keySet();

    @Test
    void every_parameter_of_every_route_is_tried_below() {
        assertThat(routes())
                .as("Routes with a parameter for which AbsentPagesTest has no values of other owners")
                .allSatisfy(route -> assertThat(parametersOf(route)).isSubsetOf(KNOWN));
        assertThat(routes()).anyMatch(route -> route.contains(":plan")).anyMatch(route -> route.contains(":owner"));
    }

    @ParameterizedTest
    @EnumSource(DemonstrationUser.class)
    void what_belongs_to_others_is_answered_as_what_does_not_exist(DemonstrationUser user, Visitor visitor) {
        visitor.as(user);
        List<String> telling = new ArrayList<>();
        int asked = 0;
        for (String route : routesForeignTo(user)) {
            for (boolean withOptional : optionals(route)) {
                String absent = ScreenWire.screenAt(visitor, address(route, NOTHING, withOptional));
                assertThat(absent).contains("ページが見つかりません");
                for (String address : foreign(route, user, withOptional)) {
                    asked++;
                    if (!ScreenWire.screenAt(visitor, address).equals(absent)) {
                        telling.add(address);
                    }
                }
            }
        }
        assertThat(telling).as("Addresses that do not look absent to %s", user).isEmpty();
        assertThat(asked).isGreaterThan(routesForeignTo(user).size());
    }

    /** The same in a browser, for the answers above would be equal too if a page told by itself; each user takes others. */
    @ParameterizedTest
    @EnumSource(DemonstrationUser.class)
    void what_belongs_to_others_looks_like_what_does_not_exist(DemonstrationUser user, Visitor visitor) {
        visitor.as(user);
        List<String> routes = routesForeignTo(user);
        List<DemonstrationUser> users = List.of(DemonstrationUser.values());
        for (int index = users.indexOf(user); index < routes.size(); index += users.size()) {
            String absent = seen(visitor, address(routes.get(index), NOTHING, true));
            assertThat(absent).contains("ページが見つかりません");
            List<String> foreign = foreign(routes.get(index), user, true);
            String address = foreign.get(index % foreign.size());
            assertThat(seen(visitor, address)).as(address).isEqualTo(absent);
        }
    }

    @Test
    void an_indicator_of_another_plan_or_a_year_outside_the_plan_does_not_exist(Visitor visitor) {
        visitor.as(DemonstrationUser.MINE);
        for (String address : List.of(
                "plans/mine-strategy-2/indicators/9/2022",
                "plans/mine-strategy-2/results/1999",
                "plans/mine-strategy-2/results/abc",
                "plans/mine-strategy-2/summary/2100",
                "plans/mine-strategy-2/no-such-page",
                "plans//results")) {
            visitor.page().navigate(visitor.address(address));
            assertThat(visitor.heading()).hasText("ページが見つかりません");
        }
    }

    private static List<String> routes() {
        Context tomcat =
                (Context) RunningKyosei.get().bean(Tomcat.class).getHost().findChildren()[0];
        return ApplicationRouteRegistry.getInstance(new VaadinServletContext(tomcat.getServletContext()))
                .getRegisteredRoutes()
                .stream()
                .flatMap(route -> Stream.concat(
                        Stream.of(route.getTemplate()),
                        route.getRouteAliases().stream().map(alias -> alias.getTemplate())))
                .sorted()
                .toList();
    }

    /** The operator keeps every owner; what stands there says nothing of their plans. */
    private static List<String> routesForeignTo(DemonstrationUser user) {
        return routesWithParameters().stream()
                .filter(route -> user != DemonstrationUser.OPERATOR || !route.startsWith("service/"))
                .toList();
    }

    private static List<String> routesWithParameters() {
        return routes().stream().filter(route -> !parametersOf(route).isEmpty()).toList();
    }

    private static Set<String> parametersOf(String route) {
        Set<String> names = new LinkedHashSet<>();
        Matcher matcher = PARAMETER.matcher(route);
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        return names;
    }

    private static List<Boolean> optionals(String route) {
        return route.contains("?") || route.contains("*") ? List.of(true, false) : List.of(true);
    }

    /** The addresses of what the person may not see: all of another's, and one's own frame around another's part. */
    private static List<String> foreign(String route, DemonstrationUser user, boolean withOptional) {
        return THINGS.stream()
                .filter(thing -> !readable(user).contains(thing.owner()))
                .map(thing -> address(route, thing, withOptional))
                .distinct()
                .toList();
    }

    private static Set<String> readable(DemonstrationUser user) {
        return switch (user) {
            case SECRETARIAT, ICHINOSEKI, APPROVER -> Set.of("ichinoseki", "ichinoseki-hiraizumi");
            case HIRAIZUMI -> Set.of("hiraizumi", "ichinoseki-hiraizumi");
            case IIN -> Set.of("ichinoseki-hiraizumi");
            case MINE, MINE_STAFF -> Set.of("mine");
            case DAISEN -> Set.of("daisen");
            case OPERATOR -> Set.of();
        };
    }

    private static String address(String route, Thing thing, boolean withOptional) {
        return PARAMETER
                .matcher(route)
                .replaceAll(parameter -> !withOptional && !parameter.group(3).isEmpty()
                        ? ""
                        : Matcher.quoteReplacement(
                                Optional.ofNullable(thing.parameters().get(parameter.group(1)))
                                        .orElse(ABSENT)))
                .replaceAll("/+$", "");
    }

    /** All that a person can see or hear of the page, apart from the address that they typed themselves. */
    private static String seen(Visitor visitor, String address) {
        visitor.page().navigate(visitor.address(address));
        assertThat(visitor.heading()).isVisible();
        visitor.settle();
        Object text = visitor.page()
                .evaluate(
                        "() => [document.title, ...document.querySelectorAll('.frame')]"
                                + ".map((part) => part.outerHTML ?? part).join('\\n').replace(/ id=\"[^\"]*\"|<!--\\?lit[^>]*>/g, '')");
        return String.valueOf(text);
    }
}
