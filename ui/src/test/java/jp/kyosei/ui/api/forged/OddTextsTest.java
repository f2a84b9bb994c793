package jp.kyosei.ui.api.forged;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import jp.kyosei.ui.RunningKyosei;
import jp.kyosei.ui.api.ApiClient;
import jp.kyosei.ui.api.RawAnswer;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Everything that somebody might send, in every field of every operation that the OpenAPI description has: nothing answers as
 * an accident, what is refused is named, and every paper of the plan still opens afterwards.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OddTextsTest {
    private static final List<String> HEADERS = List.of(
            "", " ", "\"", "W/\"x\"", "*", "a".repeat(300), "99999999999999999999", "-1", "\u00FF\u0080", "a, b");
    private static final int MOST_TOLD = 60;
    private static final Pattern JAPANESE = Pattern.compile("\\p{IsHan}|\\p{IsHiragana}");

    /** What these say is wrong in a field may be that another one does not go with it. */
    private static final Map<String, Set<String>> SAID_OF = Map.of(
            "PUT /api/v1/plans/{plan}/indicators/{no}/actuals/{fiscalYear}/{municipality}",
            Set.of("value", "numerator", "denominator", "typed", "missing.reason"),
            "POST /api/v1/plans/{plan}/vision/phrases",
            Set.of("note"),
            "PATCH /api/v1/owners/{owner}/members/{municipality}",
            Set.of("contact", "lastFiscalYear"),
            "PATCH /api/v1/owners/{owner}/departments/{department}",
            Set.of("name"),
            "POST /api/v1/plans/{plan}/meetings",
            Set.of("endsAt", "commentsOpenOn", "commentsCloseOn"),
            "PUT /api/v1/meetings/{meeting}",
            Set.of("endsAt", "commentsOpenOn", "commentsCloseOn"));

    private static final List<ApiDescription.Operation> OPERATIONS = ApiDescription.of(new ApiClient()
                    .send("/api/v1/openapi.yaml", request -> request.setHeader("Accept", "*/*"))
                    .body())
            .operations();
    private static final FuzzedPlan PLAN = new FuzzedPlan();

    private final ApiClient client = new ApiClient();
    private final Map<Integer, Integer> answers = new TreeMap<>();
    private final List<String> wrong = new ArrayList<>();

    @Test
    @Order(1)
    void every_field_of_every_body_is_known_to_this_test() {
        List<String> unknown = new ArrayList<>();
        for (ApiDescription.Operation operation : OPERATIONS) {
            if (operation.takesJson()) {
                Set<String> known = new LinkedHashSet<>();
                FuzzedBodies.of(operation.name())
                        .forEach(body ->
                                places(body).keySet().forEach(path -> known.add(path.replaceAll("\\[\\d+]", "[]"))));
                operation.fields().stream()
                        .filter(field -> !known.contains(field))
                        .forEach(field -> unknown.add(operation.name() + ": " + field));
            }
        }
        assertThat(unknown).isEmpty();
        assertThat(OPERATIONS).hasSizeGreaterThan(90);
    }

    /** A field is sent every other value; one of a body that other operations take as well there every sixth, others each time. */
    @Test
    @Order(2)
    void no_field_of_any_body_answers_as_an_accident() {
        Map<String, Integer> sent = new TreeMap<>();
        for (ApiDescription.Operation operation : OPERATIONS) {
            if (operation.takesJson()) {
                for (String body : FuzzedBodies.of(operation.name())) {
                    int times = sent.merge(body, 1, Integer::sum) - 1;
                    int[] turn = {times};
                    places(body).forEach((field, place) -> some(NastyValue.ALL, ++turn[0], times == 0 ? 2 : 6)
                            .forEach(
                                    value -> ask(operation, field, value.name(), replaced(body, place, value.json()))));
                    some(NastyValue.ALL, times, 6).forEach(value -> ask(operation, "body", value.name(), value.json()));
                    ask(operation, "body", "nothing", new byte[0]);
                    ask(
                            operation,
                            "body",
                            "twice",
                            (body.strip().replaceFirst("}$", "") + ","
                                            + body.strip().substring(1))
                                    .getBytes(StandardCharsets.UTF_8));
                }
            }
        }
        report("bodies");
    }

    /** A variable that many addresses have is tried in each with every eighth value, each time others. */
    @Test
    @Order(3)
    void no_part_of_an_address_or_a_query_answers_as_an_accident() {
        Map<String, Integer> tried = new TreeMap<>();
        for (ApiDescription.Operation operation : OPERATIONS) {
            List<String> names = new ArrayList<>(operation.pathNames());
            names.addAll(operation.queryNames());
            for (String name : names) {
                int times = tried.merge(name, 1, Integer::sum) - 1;
                some(NastyValue.ofAddresses(), times, 8)
                        .forEach(value -> address(operation, name, value.name(), value.inAddress()));
                some(NastyValue.rawInAddresses(), times, 4).forEach(value -> address(operation, name, value, value));
            }
        }
        report("addresses");
    }

    /** Screens, logins and public pages as well: a query is read by whoever looks first. */
    @ParameterizedTest
    @Order(3)
    @ValueSource(
            strings = {
                "/",
                "/plans",
                "/login",
                "/open/",
                "/open/catalog.ttl",
                "/health",
                "/VAADIN/x.js",
                "/oauth/login/keycloak"
            })
    void no_query_of_a_screen_or_a_public_page_answers_as_an_accident(String path) {
        for (String value : NastyValue.rawInAddresses()) {
            for (String address : List.of(path + "?x=" + value, path + "?" + value, path + "/" + value)) {
                assertThat(RawAnswer.of("GET", address, "", new byte[0]).status())
                        .as(address)
                        .isBetween(200, 499);
            }
        }
    }

    /** All of them the first time, then every so manieth, beginning elsewhere each time. */
    private static <T> List<T> some(List<T> all, int times, int every) {
        return times == 0
                ? all
                : IntStream.range(0, all.size())
                        .filter(index -> index % every == times % every)
                        .mapToObj(all::get)
                        .toList();
    }

    @Test
    @Order(4)
    void no_part_of_a_file_that_is_sent_answers_as_an_accident() {
        for (ApiDescription.Operation operation : OPERATIONS) {
            if (operation.parts().isEmpty()) {
                continue;
            }
            FuzzedPlan.Upload upload = FuzzedPlan.upload(operation.name());
            assertThat(operation.parts())
                    .as(operation.name())
                    .allMatch(part -> part.equals("file")
                            || part.equals("title")
                            // Of a new plan alone.
                            || part.equals("slug")
                            || part.equals("firstFiscalYear")
                            || part.equals("lastFiscalYear")
                            || upload.fields().containsKey(part));
            for (String name : NastyValue.fileNames()) {
                upload(operation, "file", "named " + shown(name), upload.fields(), name, upload.bytes());
            }
            for (NastyValue value : NastyValue.ALL) {
                upload(
                        operation,
                        "file",
                        value.name(),
                        upload.fields(),
                        upload.name(),
                        value.text().getBytes(StandardCharsets.UTF_8));
                for (String part : operation.parts()) {
                    if (!part.equals("file")) {
                        Map<String, String> fields = new TreeMap<>(upload.fields());
                        fields.put(part, value.text());
                        upload(operation, part, value.name(), fields, upload.name(), upload.bytes());
                    }
                }
            }
        }
        report("parts");
    }

    @Test
    @Order(5)
    void no_header_that_is_read_as_a_text_answers_as_an_accident() {
        int turn = 0;
        for (ApiDescription.Operation operation : OPERATIONS) {
            if (operation.method().equals("GET")) {
                continue;
            }
            turn++;
            byte[] body = operation.takesJson()
                    ? FuzzedBodies.of(operation.name()).getFirst().getBytes(StandardCharsets.UTF_8)
                    : new byte[0];
            for (String name : List.of("Idempotency-Key", "If-Match", "If-None-Match")) {
                for (String value : some(HEADERS, turn, 3)) {
                    ApiClient.Answer answer = client.send(
                            address(operation), request -> with(request.setHeader(name, value), operation, body));
                    judge(operation, name, value, answer, false);
                }
            }
        }
        report("headers");
    }

    @Test
    @Order(6)
    void every_paper_still_opens_after_it() throws IOException {
        PLAN.confirmTheLongest();
        assertThat(OpenedPapers.wrong(PLAN.values())).isEmpty();
    }

    @Test
    @Order(7)
    void texts_stored_before_there_were_limits_cost_only_themselves() throws Exception {
        OldTexts.store(RunningKyosei.get().database(), FuzzedPlan.SLUG);

        assertThat(OpenedPapers.wrong(PLAN.values())).isEmpty();
    }

    private void ask(ApiDescription.Operation operation, String field, String value, byte[] body) {
        ApiClient.Answer answer =
                client.send(address(operation), request -> with(request.header("If-Match", "*"), operation, body));
        judge(operation, field, value, answer, true);
    }

    private void address(ApiDescription.Operation operation, String name, String value, String encoded) {
        Map<String, String> values = new TreeMap<>(PLAN.values());
        values.put(name, encoded);
        String path = path(operation, values);
        if (operation.queryNames().contains(name)) {
            path += "?%s=%s".formatted(name, encoded);
        }
        if (operation.path().contains("/v1/audit") && !name.equals("plan")) {
            path += "&plan=" + FuzzedPlan.SLUG;
        }
        byte[] body = operation.takesJson()
                ? FuzzedBodies.of(operation.name()).getFirst().getBytes(StandardCharsets.UTF_8)
                : new byte[0];
        RawAnswer answer =
                RawAnswer.of(operation.method(), path, client.token(FuzzedPlan.userOf(operation.name())), body);
        answers.merge(answer.status(), 1, Integer::sum);
        if (answer.status() >= 500 || answer.status() < 200) {
            wrong.add("%s, %s = %s: %d %s"
                    .formatted(operation.name(), name, value, answer.status(), shown(answer.text())));
        }
        if (answer.status() < 300) {
            PLAN.after(operation.name());
        }
    }

    private void upload(
            ApiDescription.Operation operation,
            String field,
            String value,
            Map<String, String> fields,
            String name,
            byte[] content) {
        ApiClient.Answer answer =
                client.send(address(operation), request -> PLAN.multipart(request, fields, name, content));
        judge(operation, field, value, answer, !field.equals("file"));
    }

    private HttpRequest.Builder with(HttpRequest.Builder request, ApiDescription.Operation operation, byte[] body) {
        return request.header("Authorization", "Bearer " + client.token(FuzzedPlan.userOf(operation.name())))
                .header("Content-Type", "application/json")
                .method(operation.method(), HttpRequest.BodyPublishers.ofByteArray(body));
    }

    private static String address(ApiDescription.Operation operation) {
        return path(operation, PLAN.values());
    }

    private static String path(ApiDescription.Operation operation, Map<String, String> values) {
        Matcher variable = Pattern.compile("\\{(\\w+)}").matcher(operation.path());
        return variable.replaceAll(found -> Matcher.quoteReplacement(values.getOrDefault(found.group(1), "x")));
    }

    /** A refusal is a problem in Japanese; one of the input names the field that was sent. */
    private void judge(
            ApiDescription.Operation operation, String field, String value, ApiClient.Answer answer, boolean named) {
        answers.merge(answer.status(), 1, Integer::sum);
        if (answer.status() < 300) {
            PLAN.after(operation.name());
            return;
        }
        String said = "%s, %s = %s: %d %s"
                .formatted(operation.name(), field, shown(value), answer.status(), shown(answer.body()));
        if (answer.status() >= 500
                || !answer.header("Content-Type").startsWith("application/problem+json")
                || !JAPANESE.matcher(answer.json().get("detail").getStringValue())
                        .find()) {
            wrong.add(said);
        } else if (answer.status() == 400 && named && !names(operation, answer, field)) {
            wrong.add("does not name the field, but %s: %s"
                    .formatted(answer.json().get("errors"), said));
        }
    }

    private static boolean names(ApiDescription.Operation operation, ApiClient.Answer answer, String field) {
        if (answer.json().get("errors").size() == 0) {
            return false;
        }
        String told = answer.json().get("errors").get(0).get("field").getStringValue();
        String top = field.replaceAll("[.\\[].*", "");
        return told.equals("body")
                || field.equals("body")
                || told.startsWith(top)
                || SAID_OF.getOrDefault(operation.name(), Set.of()).contains(told);
    }

    private void report(String what) {
        int asked = answers.values().stream().mapToInt(Integer::intValue).sum();
        System.out.printf("odd texts in %s: %,d requests, answers %s%n", what, asked, answers);
        assertThat(wrong.stream().limit(MOST_TOLD))
                .as("%d of %d", wrong.size(), asked)
                .isEmpty();
        assertThat(asked).isGreaterThan(100);
    }

    private static String shown(String text) {
        return text.length() <= 160 ? text : text.substring(0, 160) + "…";
    }

    /** Where each value of a body stands, from and to, by the path of its field. */
    private static Map<String, int[]> places(String body) {
        return new JsonPlaces(body).found();
    }

    private static byte[] replaced(String body, int[] place, byte[] value) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(body.substring(0, place[0]).getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes(value);
        bytes.writeBytes(body.substring(place[1]).getBytes(StandardCharsets.UTF_8));
        return bytes.toByteArray();
    }
}
