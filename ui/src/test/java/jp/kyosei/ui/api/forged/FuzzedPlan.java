package jp.kyosei.ui.api.forged;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.json.tree.JsonNode;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import jp.kyosei.backend.DemonstrationUser;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.identity.IdentityService;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import jp.kyosei.backend.workbook.RoundWorkbookService;
import jp.kyosei.ui.PlanCopy;
import jp.kyosei.ui.RunningKyosei;
import jp.kyosei.ui.api.ApiClient;
import jp.kyosei.ui.api.FormWithFile;
import jp.kyosei.ui.api.MeetingsOfOwners;

/** A plan with one of everything that the API writes to, made by another program, so that what is sent reaches the database. */
final class FuzzedPlan {
    static final String SLUG = "ichinoseki-hiraizumi-odd-texts";
    static final String OWNER = "ichinoseki-hiraizumi";
    /** What a plan is called that is begun. */
    static final String NEW_PLAN = "ichinoseki-hiraizumi-odd-new";

    static final String PLAN = "/api/v1/plans/" + SLUG;
    static final DemonstrationUser SECRETARIAT = DemonstrationUser.SECRETARIAT;

    private static final String PDF = "%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\nstartxref\n9\n%%EOF\n";
    private static final String CSV = "指標名,単位,R4実績,R5実績,R6目標\n年間延べ宿泊者数,人,1,2,3\n";

    /** After these the thing can be written to no more, so there is another one for the next. */
    private static final Set<String> ENDS = Set.of(
            "POST /api/v1/meetings/{meeting}/cancel",
            "POST /api/v1/meetings/{meeting}/minutes/approve",
            "POST /api/v1/imports/{dataImport}/cancel",
            "POST /api/v1/imports/{dataImport}/apply",
            "POST /api/v1/notes/{note}/close",
            "POST /api/v1/notes/{note}/withdraw",
            "POST /api/v1/notes/{note}/replies/{reply}/withdraw",
            "DELETE /api/v1/attachments/{attachment}",
            "DELETE /api/v1/outcomes/{outcome}",
            "DELETE /api/v1/plans/{plan}/vision/phrases/{phrase}",
            "DELETE /api/v1/plans/{plan}/vision/themes/{theme}");

    private final ApiClient client = new ApiClient();
    private final Map<String, String> values = new HashMap<>();

    FuzzedPlan() {
        PlanCopy.of(SLUG, "変わった文の計画");
        values.putAll(Map.of(
                "plan",
                SLUG,
                "owner",
                OWNER,
                "no",
                "9",
                "section",
                "1",
                "fiscalYear",
                "2023",
                "municipality",
                "034029",
                "material",
                "1",
                "report",
                "results.csv",
                "code",
                "IMPLAUSIBLE_JUMP"));
        values.put("person", "7b0c7a3e-5f8d-4e9b-9c53-0d6f0a1b2c3d");
        values.put("department", "kikaku");
        values.put("access", "7b0c7a3e-5f8d-4e9b-9c53-0d6f0a1b2c3d");
        values.put("member", "7b0c7a3e-5f8d-4e9b-9c53-0d6f0a1b2c3d");
        values.put("transfer", "7b0c7a3e-5f8d-4e9b-9c53-0d6f0a1b2c3d");
        values.put("order", "7b0c7a3e-5f8d-4e9b-9c53-0d6f0a1b2c3d");
        draft();
        created(PLAN + "/rounds", "{\"fiscalYear\":2023,\"instructions\":\"入力してください。\"}");
        renew();
    }

    /** The longest texts that are taken, of letters that are rare, at an indicator of a year without a collection. */
    void confirmTheLongest() {
        String longest = "𠮷か\\u3099葛\uDB40\uDD00=髙﨑\\u202e👩‍👧(".repeat(500);
        put("/indicators/9/actuals/2022/034029", "{\"value\":1,\"note\":\"%s\",\"reason\":\"確報\"}", longest, 500);
        put(
                "/indicators/9/actuals/2022/032093",
                "{\"missing\":{\"reason\":\"CANCELLED\",\"note\":\"%s\"},\"reason\":\"確報\"}",
                longest,
                500);
        for (String town : new String[] {"034029", "032093"}) {
            put(
                    "/indicators/9/narratives/2022/" + town,
                    "{\"progress\":\"%1$s\",\"outlook\":\"%1$s\",\"initiatives\":\"%1$s\",\"reason\":\"確報\"}",
                    longest,
                    4_000);
        }
    }

    private void put(String path, String json, String text, int most) {
        String cut = text.replace("\\u3099", "\u3099").replace("\\u202e", "\u202E");
        String fitting = cut.substring(0, cut.offsetByCodePoints(0, most - 1)) + "字";
        ApiClient.Answer answer = client.put(SECRETARIAT, PLAN + path, "*", json.formatted(fitting));
        assertThat(answer.status()).as("%s %s", path, answer.body()).isEqualTo(200);
    }

    /** Who is asked: the secretariat of the plan, and the operator about owners, who reaches more of them. */
    static DemonstrationUser userOf(String operation) {
        boolean kept = operation.matches("(POST|PATCH) /api/v1/owners(/\\{owner}(/(members|departments|support).*)?)?");
        return kept ? DemonstrationUser.OPERATOR : SECRETARIAT;
    }

    /** The values of the variables of addresses. */
    Map<String, String> values() {
        return values;
    }

    /** What the plan needs again after an operation that was done. */
    void after(String operation) {
        if (ENDS.contains(operation)) {
            renew();
        } else if (operation.endsWith("/owners/{owner}/plans")) {
            removeBegun();
        } else if (operation.contains("/versions") && !operation.startsWith("GET")) {
            draft();
        } else if (operation.equals("PATCH /api/v1/owners/{owner}")) {
            client.patch(
                    DemonstrationUser.OPERATOR,
                    "/api/v1/owners/" + OWNER,
                    "*",
                    "{\"name\":\"一関・平泉定住自立圏\",\"state\":\"RUNNING\"}");
        } else if (operation.endsWith("/rounds/{fiscalYear}/close")) {
            client.post(SECRETARIAT, PLAN + "/rounds/2023/reopen", "{\"reason\":\"続ける\"}");
        } else if (operation.endsWith("/publications")) {
            client.send(PLAN + "/publications/2023/withdraw", request -> json(request, "*")
                    .POST(HttpRequest.BodyPublishers.ofString("{\"reason\":\"やり直す\"}")));
        } else if (operation.endsWith("/rounds/{fiscalYear}/confirm")) {
            client.post(SECRETARIAT, PLAN + "/rounds/2023/return", "{\"comment\":\"直す\"}");
        }
    }

    /** A draft as the version in force is, whatever has become of the one before. */
    private void draft() {
        client.send(PLAN + "/versions/" + values.getOrDefault("number", "x"), request -> json(request, "*")
                .DELETE());
        String number = client.post(SECRETARIAT, PLAN + "/versions", "{\"title\":\"一部改訂\"}")
                .json()
                .get("number")
                .coerceStringValue();
        values.put("number", number);
        values.computeIfAbsent("initiative", name -> client.get(SECRETARIAT, PLAN + "/versions/" + number)
                .json()
                .get("initiatives")
                .get(0)
                .get("id")
                .getStringValue());
    }

    /** Plans that were never adopted and have no name of a test's own. */
    private void removeBegun() {
        for (JsonNode plan : client.get(SECRETARIAT, "/api/v1/plans").json().values()) {
            String slug = plan.get("plan").getStringValue();
            if (slug.equals(NEW_PLAN) || slug.startsWith(OWNER + "-plan-")) {
                client.send("/api/v1/plans/%s?reason=x".formatted(slug), request -> json(request, "*")
                        .DELETE());
            }
        }
    }

    private void renew() {
        String note = created(
                PLAN + "/indicators/9/notes",
                "{\"kind\":\"OPINION\",\"visibility\":\"PUBLIC\",\"fiscalYear\":2023,\"text\":\"意見\"}");
        values.put("note", note);
        values.put(
                "reply",
                client.post(SECRETARIAT, "/api/v1/notes/%s/replies".formatted(note), "{\"text\":\"返信\"}")
                        .json()
                        .get("replies")
                        .get(0)
                        .get("id")
                        .getStringValue());
        values.put("attachment", sent("/api/v1/notes/%s/attachments".formatted(note), "資料.pdf", PDF, Map.of()));
        String meeting = created(PLAN + "/meetings", MeetingsOfOwners.body("懇談会"));
        values.put("meeting", meeting);
        client.post(SECRETARIAT, "/api/v1/meetings/%s/issue".formatted(meeting), "{}");
        values.put(
                "outcome",
                created(
                        "/api/v1/meetings/%s/outcomes".formatted(meeting),
                        "{\"text\":\"継続する。\",\"status\":\"CONTINUED\"}"));
        client.put(SECRETARIAT, "/api/v1/meetings/%s/minutes".formatted(meeting), "\"0\"", "{\"text\":\"# 議事要旨\"}");
        ApiClient.Answer board = client.post(SECRETARIAT, PLAN + "/vision/themes", "{\"title\":\"テーマ\"}");
        values.put("theme", board.json().get("themes").get(0).get("id").getStringValue());
        ApiClient.Answer quoted =
                client.post(SECRETARIAT, PLAN + "/vision/phrases", "{\"text\":\"言葉\",\"reference\":\"アンケート\"}");
        values.put("phrase", quoted.json().get("unsorted").get(0).get("id").getStringValue());
        Map<String, String> about = new LinkedHashMap<>();
        about.put("plan", SLUG);
        about.put("fiscalYear", "2022");
        values.put("dataImport", sent("/api/v1/owners/%s/imports".formatted(OWNER), "実績.csv", CSV, about));
    }

    private String created(String path, String json) {
        ApiClient.Answer answer = client.post(SECRETARIAT, path, json);
        assertThat(answer.status()).as("%s %s", path, answer.body()).isEqualTo(201);
        var id = answer.json().get("id");
        return id == null ? "" : id.getStringValue();
    }

    private String sent(String path, String name, String file, Map<String, String> fields) {
        ApiClient.Answer answer =
                client.send(path, request -> multipart(request, fields, name, file.getBytes(StandardCharsets.UTF_8)));
        assertThat(answer.status()).as("%s %s", path, answer.body()).isEqualTo(201);
        return Objects.requireNonNull(answer.json().get("id")).getStringValue();
    }

    private HttpRequest.Builder json(HttpRequest.Builder request, String etag) {
        return request.header("Authorization", "Bearer " + client.token(SECRETARIAT))
                .header("Content-Type", "application/json")
                .header("If-Match", etag);
    }

    HttpRequest.Builder multipart(
            HttpRequest.Builder request, Map<String, String> fields, String fileName, byte[] file) {
        return new FormWithFile(fields, fileName, "application/octet-stream", file)
                .postedBy(request.header("Authorization", "Bearer " + client.token(SECRETARIAT)));
    }

    /** A file of each operation that takes one, each letter of its content a byte, and the fields beside it. */
    record Upload(String name, String content, Map<String, String> fields) {
        byte[] bytes() {
            return content.getBytes(StandardCharsets.ISO_8859_1);
        }
    }

    static Upload upload(String operation) {
        if (operation.endsWith("/attachments")) {
            return new Upload("資料.pdf", PDF, Map.of());
        }
        Map<String, String> fields = new LinkedHashMap<>();
        if (operation.endsWith("/imports")) {
            fields.put("plan", SLUG);
            fields.put("fiscalYear", "2022");
            return new Upload("実績.csv", latin(CSV.getBytes(StandardCharsets.UTF_8)), fields);
        }
        fields.put("municipality", "034029");
        fields.put("apply", "false");
        fields.put("use", "");
        fields.put("keep", "");
        return new Upload("実績.xlsx", latin(workbook()), fields);
    }

    private static byte[] workbook() {
        RunningKyosei kyosei = RunningKyosei.get();
        return kyosei.bean(RoundWorkbookService.class)
                .workbook(
                        kyosei.bean(IdentityService.class)
                                .actorOf(SECRETARIAT.subject())
                                .orElseThrow(),
                        SLUG,
                        new FiscalYear(2023),
                        new MunicipalityCode("034029"))
                .bytes();
    }

    private static String latin(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
