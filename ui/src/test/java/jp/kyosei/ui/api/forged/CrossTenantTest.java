package jp.kyosei.ui.api.forged;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.http.HttpMethod;
import io.micronaut.http.uri.UriMatchTemplate;
import io.micronaut.http.uri.UriMatchVariable;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteInfo;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import jp.kyosei.backend.DemonstrationUser;
import jp.kyosei.backend.identity.IdentityService;
import jp.kyosei.ui.RunningKyosei;
import jp.kyosei.ui.api.ApiClient;
import jp.kyosei.ui.api.BroughtInExample;
import jp.kyosei.ui.api.MeetingsOfOwners;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every route of the router with every other owner's values: what is another's answers as what does not exist. A route
 * with a variable that this test does not know fails it, so that no new one is left out.
 */
class CrossTenantTest {
    private static final String ABSENT = "absent-one";

    /** What exists, by the name of the variable in the route. */
    private static final Map<String, List<String>> EXISTING = Map.ofEntries(
            Map.entry("plan", List.of("ichinoseki-hiraizumi-vision-2", "mine-strategy-2", "daisen-strategy-2")),
            Map.entry("owner", List.of("ichinoseki", "hiraizumi", "mine", "daisen", "ichinoseki-hiraizumi")),
            // Whose owner it is not, does not even learn whether there is such a person.
            Map.entry("person", people()),
            Map.entry("no", List.of("1", "1-1-1-1")),
            Map.entry("section", List.of("1")),
            // The version of a plan.
            Map.entry("number", List.of("1")),
            Map.entry("note", notes()),
            Map.entry("fiscalYear", List.of("2022", "2023")),
            Map.entry("municipality", List.of("034029", "352136", "052124", "joint")),
            Map.entry("attachment", List.of(AttachedExample.OF_MINE.id())),
            Map.entry("dataImport", List.of(BroughtInExample.OF_MINE.id())),
            Map.entry("sheet", List.of("0")),
            // The versions that are compared.
            Map.entry("a", List.of("1")),
            Map.entry("b", List.of("1", "2")),
            Map.entry("meeting", MeetingsOfOwners.get().meetings()),
            Map.entry("material", List.of("1", "2")),
            Map.entry(
                    "report",
                    List.of(
                            "results.csv",
                            "overview.xlsx",
                            "trend.docx",
                            "notes.csv",
                            "results.pdf",
                            "comparison.docx")),
            // A report that is made beside is its orderer's own; nobody has ordered this one.
            Map.entry("order", List.of("7b0c7a3e-5f8d-4e9b-9c53-0d6f0a1b2c3d")),
            // So is an archive of the owner's.
            Map.entry("export", List.of("7b0c7a3e-5f8d-4e9b-9c53-0d6f0a1b2c3d")),
            Map.entry("outcome", MeetingsOfOwners.get().outcomes()));

    /** The variables that name an owner's thing; the others only lead further into it. */
    private static final Set<String> OF_AN_OWNER =
            Set.of("plan", "owner", "note", "attachment", "dataImport", "meeting", "outcome");

    /** Whose secretariat a user is. */
    private static final Map<DemonstrationUser, String> KEPT = Map.of(
            DemonstrationUser.SECRETARIAT,
            "ichinoseki-hiraizumi",
            DemonstrationUser.MINE,
            "mine",
            DemonstrationUser.DAISEN,
            "daisen");

    private final ApiClient client = new ApiClient();

    @Test
    void every_variable_of_every_route_is_known_to_this_test() {
        Set<String> unknown = new TreeSet<>();
        for (UriMatchTemplate route : routes()) {
            variables(route).stream()
                    .filter(name -> !EXISTING.containsKey(name))
                    .forEach(name -> unknown.add("{%s} in %s: add its values to EXISTING".formatted(name, route)));
        }
        assertThat(unknown).isEmpty();
        assertThat(routes()).hasSizeGreaterThanOrEqualTo(7);
    }

    @ParameterizedTest
    @EnumSource(DemonstrationUser.class)
    void what_is_anothers_answers_as_what_does_not_exist(DemonstrationUser user) {
        Map<String, Set<String>> own = ownOf(user);
        List<String> differing = new ArrayList<>();
        int asked = 0;
        for (UriMatchTemplate route : routes()) {
            for (String name : variables(route)) {
                if (!OF_AN_OWNER.contains(name)) {
                    continue;
                }
                for (String value : values(name)) {
                    if (own.getOrDefault(name, Set.of()).contains(value) || isKnown(user, route, name)) {
                        continue;
                    }
                    for (Map<String, Object> rest : others(route, name)) {
                        asked++;
                        ApiClient.Answer forbidden = client.get(user, expand(route, rest, name, value));
                        ApiClient.Answer absent = client.get(user, expand(route, rest, name, ABSENT));
                        if (forbidden.status() != 404
                                || !withoutInstance(forbidden).equals(withoutInstance(absent))
                                || !contentHeaders(forbidden).equals(contentHeaders(absent))) {
                            differing.add("%s %s %s, absent: %s"
                                    .formatted(
                                            expand(route, rest, name, value),
                                            forbidden.body(),
                                            contentHeaders(forbidden),
                                            contentHeaders(absent)));
                        }
                    }
                }
            }
        }
        assertThat(differing).isEmpty();
        assertThat(asked).isPositive();
    }

    @ParameterizedTest
    @EnumSource(DemonstrationUser.class)
    void what_is_ones_own_is_found(DemonstrationUser user) {
        Map<String, Set<String>> own = ownOf(user);
        List<String> notFound = new ArrayList<>();
        for (UriMatchTemplate route : routes()) {
            List<String> names = variables(route);
            if (names.size() == 1 && OF_AN_OWNER.contains(names.getFirst())) {
                own.getOrDefault(names.getFirst(), Set.of()).stream()
                        .map(value -> route.expand(Map.of(names.getFirst(), value)))
                        .filter(path -> client.get(user, path).status() != expected(user, path))
                        .forEach(notFound::add);
            }
        }
        assertThat(notFound).isEmpty();
    }

    /** The operator knows every owner, its members and departments, and whether it lets operators help; no plan of any. */
    private static boolean isKnown(DemonstrationUser user, UriMatchTemplate route, String name) {
        return user == DemonstrationUser.OPERATOR
                && name.equals("owner")
                && route.toString().matches("/api/v1/owners/\\{owner}(/members|/departments|/support)?");
    }

    /**
     * A committee member takes no part in collections; what is between committee and secretariat is not for departments; what
     * was done to a note is its author's and the secretariat's; so is what is published.
     */
    private static int expected(DemonstrationUser user, String path) {
        if (path.endsWith("/imports") || path.endsWith("/committee")) {
            return path.startsWith("/api/v1/owners/%s/".formatted(KEPT.get(user))) ? 200 : 403;
        }
        if (path.startsWith("/api/v1/meetings/") && path.contains("/publication")) {
            return KEPT.containsKey(user) ? 200 : 403;
        }
        if (path.endsWith("/support") || path.endsWith("/exports") || path.endsWith("/transfers")) {
            boolean administered =
                    Stream.of("/api/v1/owners/mine/", "/api/v1/owners/daisen/").anyMatch(path::startsWith);
            return administered && KEPT.containsKey(user) ? 200 : 403;
        }
        if (path.startsWith("/api/v1/owners/") && path.endsWith("/audit")) {
            return path.equals("/api/v1/owners/%s/audit".formatted(KEPT.get(user))) ? 200 : 403;
        }
        if (path.endsWith("/people")) {
            boolean administers = user == DemonstrationUser.MINE || user == DemonstrationUser.DAISEN;
            return administers ? 200 : 403;
        }
        boolean refused =
                switch (user) {
                    case IIN -> path.endsWith("/rounds") || path.endsWith("/changes") || path.endsWith("/publications");
                    case ICHINOSEKI, HIRAIZUMI, APPROVER, MINE_STAFF ->
                        path.endsWith("/vision") || path.endsWith("/changes") || path.endsWith("/publications");
                    case SECRETARIAT, MINE, DAISEN, OPERATOR -> false;
                };
        return refused ? 403 : 200;
    }

    private static List<String> people() {
        return List.of(RunningKyosei.get()
                .bean(IdentityService.class)
                .actorOf(DemonstrationUser.MINE_STAFF.subject())
                .orElseThrow()
                .person()
                .value()
                .toString());
    }

    /** A note in the alliance and one in 美祢市, seen by all who read the plan. */
    private static List<String> notes() {
        return List.of(
                written(DemonstrationUser.SECRETARIAT, "ichinoseki-hiraizumi-vision-2"),
                written(DemonstrationUser.MINE, "mine-strategy-2"));
    }

    private static String written(DemonstrationUser user, String plan) {
        return new ApiClient()
                .post(
                        user,
                        "/api/v1/plans/" + plan + "/notes",
                        "{\"kind\":\"OPINION\",\"visibility\":\"PUBLIC\",\"fiscalYear\":2022,\"text\":\"x\"}")
                .json()
                .get("id")
                .getStringValue();
    }

    private static List<UriMatchTemplate> routes() {
        return RunningKyosei.get()
                .bean(Router.class)
                .uriRoutes()
                .filter(route -> route.getHttpMethod() == HttpMethod.GET)
                .map(UriRouteInfo::getUriMatchTemplate)
                .filter(template -> template.toString().startsWith("/api/v1"))
                .toList();
    }

    private static List<String> variables(UriMatchTemplate route) {
        return route.getVariables().stream()
                .filter(variable -> !variable.isQuery())
                .map(UriMatchVariable::getName)
                .toList();
    }

    private static List<String> values(String name) {
        return EXISTING.getOrDefault(name, List.of());
    }

    /** All combinations of the other variables' values, existing and absent. */
    private static List<Map<String, Object>> others(UriMatchTemplate route, String name) {
        List<Map<String, Object>> combinations = new ArrayList<>(List.of(Map.of()));
        for (String other : variables(route)) {
            if (other.equals(name)) {
                continue;
            }
            List<String> candidates = new ArrayList<>(values(other));
            candidates.add(ABSENT);
            List<Map<String, Object>> longer = new ArrayList<>();
            for (Map<String, Object> shorter : combinations) {
                for (String candidate : candidates) {
                    Map<String, Object> with = new HashMap<>(shorter);
                    with.put(other, candidate);
                    longer.add(with);
                }
            }
            combinations = longer;
        }
        return combinations;
    }

    private static String expand(UriMatchTemplate route, Map<String, Object> rest, String name, String value) {
        Map<String, Object> all = new HashMap<>(rest);
        all.put(name, value);
        return route.expand(all);
    }

    private Map<String, Set<String>> ownOf(DemonstrationUser user) {
        Set<String> plans = new HashSet<>();
        client.get(user, "/api/v1/plans")
                .json()
                .values()
                .forEach(plan -> plans.add(plan.get("plan").getStringValue()));
        Set<String> owners = new HashSet<>();
        client.get(user, "/api/v1/me")
                .json()
                .get("owners")
                .values()
                .forEach(owner -> owners.add(owner.get("owner").getStringValue()));
        Set<String> notes = new HashSet<>();
        // Other tests make plans of other years.
        plans.stream().filter(values("plan")::contains).forEach(plan -> client.get(
                        user, "/api/v1/plans/" + plan + "/notes?fiscalYear=2022")
                .json()
                .get("notes")
                .values()
                .forEach(note -> notes.add(note.get("id").getStringValue())));
        notes.retainAll(values("note"));
        boolean mine = plans.contains(AttachedExample.OF_MINE.plan());
        Set<String> attachments = mine ? Set.of(AttachedExample.OF_MINE.id()) : Set.of();
        Set<String> meetings = new HashSet<>();
        Set<String> outcomes = new HashSet<>();
        plans.stream()
                .filter(values("plan")::contains)
                .map(MeetingsOfOwners.get()::of)
                .forEach(meeting -> {
                    meetings.add(meeting);
                    client.get(user, "/api/v1/meetings/%s/outcomes".formatted(meeting))
                            .json()
                            .get("outcomes")
                            .values()
                            .forEach(outcome -> outcomes.add(outcome.get("id").getStringValue()));
                });
        return Map.of(
                "plan", plans,
                "owner", owners,
                "note", notes,
                "attachment", attachments,
                "dataImport", user == DemonstrationUser.MINE ? Set.of(BroughtInExample.OF_MINE.id()) : Set.of(),
                "meeting", meetings,
                "outcome", outcomes);
    }

    private static Map<String, JsonNode> withoutInstance(ApiClient.Answer answer) {
        Map<String, JsonNode> fields = new HashMap<>();
        answer.json().entries().forEach(entry -> fields.put(entry.getKey(), entry.getValue()));
        assertThat(fields.remove("instance")).isNotNull();
        return fields;
    }

    /** All that comes with the answer, but for the moment, the length, in which the address is counted, and the line. */
    private static Map<String, List<String>> contentHeaders(ApiClient.Answer answer) {
        Map<String, List<String>> headers =
                new HashMap<>(answer.response().headers().map());
        headers.remove("date");
        headers.remove("content-length");
        headers.remove("connection");
        headers.remove("keep-alive");
        return headers;
    }
}
