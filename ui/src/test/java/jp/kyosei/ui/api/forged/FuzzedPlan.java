package jp.kyosei.ui.api.forged;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
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

    /** Valid bodies of every operation that takes one; together they name every field. */
    static List<String> bodies(String operation) {
        return BODIES.entrySet().stream()
                .filter(entry -> operation.endsWith(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow(
                        () -> new AssertionError("no body is known for %s: add one to BODIES".formatted(operation)));
    }

    private static final String TASKS =
            "{\"indicator\":\"9\",\"indicators\":[\"9\"],\"municipality\":\"034029\",\"municipalities\":[\"034029\"],"
                    + "\"departments\":[\"観光商工課\"],\"comment\":\"直してください\",\"reason\":\"r\",\"dueOn\":\"2031-05-31\",\"acknowledged\":true}";
    private static final String NOTE =
            "{\"kind\":\"OPINION\",\"visibility\":\"PUBLIC\",\"fiscalYear\":2023,\"text\":\"意見\"}";

    /** By the end of the operation's name; the first that fits. */
    private static final Map<String, List<String>> BODIES = bodies();

    private static Map<String, List<String>> bodies() {
        Map<String, List<String>> bodies = new LinkedHashMap<>();
        bodies.put(
                "/people",
                List.of(
                        "{\"mail\":\"hanako@city.example\",\"displayName\":\"見本 花子\",\"department\":\"\",\"roles\":[\"VIEWER\"]}"));
        bodies.put(
                "/people/{person}",
                List.of("{\"roles\":[\"VIEWER\"],\"department\":\"\"}", "{\"active\":false,\"reason\":\"退職\"}"));
        bodies.put("/export", List.of("{}"));
        bodies.put("/ending", List.of("{\"reason\":\"別のしくみに移るため\"}"));
        bodies.put("/me/mail", List.of("{\"REMINDER\":true}"));
        bodies.put("/apply", List.of("{\"fingerprint\":\"x\",\"reason\":\"確報\"}", "{\"reason\":\"確報\"}"));
        bodies.put(
                "/columns",
                List.of(
                        "{\"columns\":[{\"sheet\":\"\",\"index\":2,\"kind\":\"ACTUAL\",\"fiscalYear\":2022,\"town\":\"甲町\"}]}",
                        "{\"answers\":[{\"key\":\"!COLUMN!C1\",\"choice\":\"IGNORED\"}]}",
                        "{\"marks\":[{\"sheet\":\"\",\"headerRow\":1,\"nameColumn\":0,\"firstDataRow\":2}]}"));
        bodies.put("/forget", List.of("{\"key\":\"%s\"}".formatted("0".repeat(64))));
        bodies.put("/slug", List.of("{\"slug\":\"ichinoseki-hiraizumi-plan-9\"}"));
        bodies.put("/participants", List.of(PARTICIPANTS));
        bodies.put("PUT /api/v1/meetings/{meeting}", List.of(MEETING));
        bodies.put("POST /api/v1/plans/{plan}/meetings", List.of(MEETING));
        bodies.put("/cancel", List.of("{\"reason\":\"荒天\"}"));
        bodies.put("/issue", List.of("{\"materials\":[1]}"));
        bodies.put("/minutes", List.of("{\"text\":\"# 議事要旨\"}"));
        bodies.put("/minutes/round", List.of("{\"dueOn\":\"2031-05-31\"}"));
        bodies.put("/minutes/corrections", List.of("{\"passage\":\"議事要旨\",\"proposed\":\"議事要旨（案）\",\"reason\":\"r\"}"));
        bodies.put(
                "/minutes/decisions",
                List.of("{\"correction\":\"00000000-0000-4000-8000-000000000000\",\"taken\":false,\"answer\":\"a\"}"));
        bodies.put("/minutes/withdraw", List.of("{\"reason\":\"直す\"}"));
        bodies.put(
                "/outcomes", List.of("{\"indicator\":\"9\",\"text\":\"継続\",\"status\":\"CONTINUED\",\"note\":null}"));
        bodies.put("/outcomes/{outcome}", List.of("{\"status\":\"REFLECTED\",\"remark\":\"反映した\"}"));
        bodies.put("/notes/{note}", List.of(NOTE));
        bodies.put("/notes/{note}/close", List.of("{}"));
        bodies.put("/following", List.of("{\"following\":true}"));
        bodies.put("/reopen", List.of(TASKS));
        bodies.put(
                "/rounds/{fiscalYear}/change",
                List.of("{\"instructions\":\"依頼\",\"indicators\":[\"9\"],\"municipalities\":[\"034029\",\"032093\"],"
                        + "\"ask\":{\"indicators\":[\"9\"],\"municipalities\":[\"034029\"]},"
                        + "\"takeOut\":{\"indicators\":[\"10\"],\"municipalities\":[\"034029\"]},"
                        + "\"acknowledged\":true,\"reason\":\"r\"}"));
        bodies.put("/replies", List.of("{\"text\":\"返信\",\"answers\":false}"));
        bodies.put("/replies/{reply}", List.of("{\"text\":\"返信\",\"answers\":false}"));
        bodies.put("/replies/{reply}/withdraw", List.of("{}"));
        bodies.put("/visibility", List.of("{\"visibility\":\"COUNCIL\",\"consent\":\"2024-05-01 電話\"}"));
        bodies.put("/notes/{note}/withdraw", List.of("{}"));
        bodies.put(
                "/actuals/{fiscalYear}/{municipality}",
                List.of(
                        "{\"value\":1.50,\"referenceYear\":2022,\"note\":\"注\",\"reason\":\"確報\"}",
                        "{\"numerator\":1,\"denominator\":2}",
                        "{\"missing\":{\"reason\":\"CANCELLED\",\"note\":\"荒天\"}}",
                        "{\"typed\":\"12\",\"note\":\"速報\",\"reason\":\"確報\"}"));
        bodies.put("/checks/{fiscalYear}/{code}", List.of("{\"municipality\":\"034029\",\"reason\":\"原簿で確認\"}"));
        bodies.put(
                "/narratives/{fiscalYear}/{municipality}",
                List.of("{\"progress\":\"進んだ\",\"outlook\":\"続ける\",\"initiatives\":\"事業\",\"reason\":\"直す\"}"));
        bodies.put("/notes", List.of(NOTE));
        bodies.put(
                "/notes/assign",
                List.of(
                        "{\"notes\":[\"7b0c7a3e-5f8d-4e9b-9c53-0d6f0a1b2c3d\"],\"municipality\":\"034029\",\"department\":null}"));
        bodies.put(
                "/publications",
                List.of(
                        "{\"fiscalYear\":2023,\"narratives\":true,\"notes\":true,\"licence\":\"CC_BY_4_0\",\"contact\":\"企画課\"}"));
        bodies.put(
                "/meetings/{meeting}/publication/withdraw", List.of("{\"reason\":\"誤り\",\"publicReason\":\"桁の誤り\"}"));
        bodies.put("/publications/{fiscalYear}/withdraw", List.of("{\"reason\":\"誤り\",\"publicReason\":\"桁の誤り\"}"));
        bodies.put(
                "/rounds",
                List.of("{\"fiscalYear\":2022,\"dueOn\":\"2031-05-31\",\"instructions\":\"依頼\","
                        + "\"indicators\":[\"9\"],\"municipalities\":[\"034029\"]}"));
        for (String step : List.of("approve", "close", "confirm", "extend", "remind", "return", "submit", "withdraw")) {
            bodies.put("/rounds/{fiscalYear}/" + step, List.of(TASKS));
        }
        bodies.put(
                "/vision/phrases",
                List.of(
                        "{\"text\":\"言葉\",\"theme\":null,\"reference\":\"聞き取り\"}",
                        "{\"text\":\"言葉\",\"survey\":\"アンケート\"}",
                        "{\"text\":\"言葉\",\"note\":\"7b0c7a3e-5f8d-4e9b-9c53-0d6f0a1b2c3d\"}"));
        bodies.put("/vision/phrases/{phrase}", List.of("{\"theme\":null}"));
        bodies.put(
                "POST /api/v1/owners",
                List.of(
                        "{\"kind\":\"MUNICIPALITY\",\"municipality\":\"032069\",\"slug\":\"kitakami-odd\",\"name\":\"北上市\","
                                + "\"state\":\"TRIAL\"}",
                        "{\"kind\":\"ALLIANCE\",\"slug\":\"odd-sphere\",\"name\":\"圏域\",\"allianceKind\":\"SETTLEMENT_SPHERE\","
                                + "\"centres\":[\"032069\"],\"members\":[{\"municipality\":\"032158\",\"firstFiscalYear\":2026,"
                                + "\"centre\":false}]}"));
        bodies.put(
                "PATCH /api/v1/owners/{owner}",
                List.of("{\"name\":\"一関・平泉定住自立圏\",\"state\":\"RUNNING\",\"reason\":\"r\"}"));
        bodies.put(
                "/owners/{owner}/members",
                List.of("{\"municipality\":\"032158\",\"firstFiscalYear\":2190,\"centre\":false,\"agreement\":"
                        + "{\"kind\":\"CONCLUDED\",\"centre\":\"032093\",\"resolvedOn\":\"2026-03-20\",\"title\":\"協定\","
                        + "\"text\":\"第1条\"}}"));
        bodies.put(
                "/members/{municipality}",
                List.of(
                        "{\"lastFiscalYear\":1900,\"agreement\":{\"kind\":\"ENDED\",\"centre\":\"032093\","
                                + "\"resolvedOn\":\"2026-03-20\",\"title\":\"廃止\",\"text\":\"\"}}",
                        "{\"contact\":{\"department\":\"企画課\",\"name\":\"見本\",\"mail\":\"kikaku@kyosei.example\","
                                + "\"telephone\":\"0191-00-0000\"}}"));
        bodies.put("/departments", List.of("{\"code\":\"kikaku\",\"name\":\"企画課\",\"fromFiscalYear\":2020}"));
        bodies.put(
                "/departments/{department}",
                List.of(
                        "{\"name\":\"企画政策課\",\"fromFiscalYear\":2030,\"reason\":\"r\"}",
                        "{\"closed\":true,\"mergedInto\":\"x\",\"fromFiscalYear\":2030,\"reason\":\"r\"}"));
        String transfer =
                "{\"effectiveOn\":\"2030-04-01\",\"people\":[{\"person\":\"7b0c7a3e-5f8d-4e9b-9c53-0d6f0a1b2c3d\","
                        + "\"posts\":[{\"role\":\"CONTRIBUTOR\",\"department\":\"kikaku\"}]}],"
                        + "\"work\":[{\"kind\":\"INDICATORS\",\"from\":\"kikaku\",\"to\":\"zaisei\"}],\"reason\":\"r\"}";
        String member = "{\"name\":\"見本 一郎\",\"affiliation\":\"商工会\",\"office\":\"会長\",\"remark\":\"備考\","
                + "\"from\":\"2026-04-01\",\"until\":\"2028-03-31\",\"person\":null,\"removed\":false}";
        bodies.put("/committee", List.of(member));
        bodies.put("/committee/{member}", List.of(member));
        bodies.put("/transfers", List.of(transfer));
        bodies.put("/transfers/preview", List.of(transfer));
        bodies.put("/transfers/{transfer}", List.of("{\"state\":\"TAKEN_BACK\",\"reason\":\"r\"}"));
        bodies.put("/support", List.of("{\"days\":3,\"reason\":\"画面の確認\"}"));
        bodies.put("/vision/themes", List.of("{\"title\":\"テーマ\"}"));
        bodies.put("/vision/themes/{theme}", List.of("{\"title\":\"テーマ\"}"));
        return bodies;
    }

    private static final String PARTICIPANTS =
            "{\"participants\":[{\"name\":\"見本 一郎\",\"affiliation\":\"市民\",\"office\":\"会長\",\"attendance\":\"PRESENT\","
                    + "\"kind\":\"MEMBER\",\"remark\":\"備考\"}]}";
    private static final String MEETING = """
            {"fiscalYear":2023,"title":"懇談会","heldOn":"2031-02-01","startsAt":"13:30","endsAt":"15:00","place":"市役所",
             "commentWindow":{"opensOn":"2031-01-10","closesOn":"2031-01-20"},"agenda":["開会"],
             "participants":[{"name":"見本","affiliation":"市民","office":"会長","attendance":"PRESENT","kind":"OFFICIAL",
             "remark":"備考"}],
             "materials":[{"title":"資料","kind":"RESULTS","mark":"資料1","words":"文"}]}""";
}
