package jp.kyosei.ui.api.forged;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is sent to each operation that takes a body. */
final class FuzzedBodies {
    private FuzzedBodies() {}

    /** Valid bodies of every operation that takes one; together they name every field. */
    static List<String> of(String operation) {
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
            "{\"kind\":\"OPINION\",\"visibility\":\"PUBLIC\",\"fiscalYear\":2023,\"text\":\"意見\",\"member\":null}";

    private static final String PARTICIPANTS =
            "{\"participants\":[{\"name\":\"見本 一郎\",\"affiliation\":\"市民\",\"office\":\"会長\",\"attendance\":\"PRESENT\","
                    + "\"kind\":\"MEMBER\",\"remark\":\"備考\"}]}";
    private static final String MEETING = """
            {"fiscalYear":2023,"title":"懇談会","heldOn":"2031-02-01","startsAt":"13:30","endsAt":"15:00","place":"市役所",
             "commentWindow":{"opensOn":"2031-01-10","closesOn":"2031-01-20"},"agenda":["開会"],
             "participants":[{"name":"見本","affiliation":"市民","office":"会長","attendance":"PRESENT","kind":"OFFICIAL",
             "remark":"備考"}],
             "materials":[{"title":"資料","kind":"RESULTS","mark":"資料1","words":"文"}]}""";

    /** By the end of the operation's name; the first that fits. */
    private static final Map<String, List<String>> BODIES = bodies();

    private static Map<String, List<String>> bodies() {
        Map<String, List<String>> bodies = new LinkedHashMap<>();
        bodies.put(
                "/people",
                List.of(
                        "{\"mail\":\"hanako@city.example\",\"displayName\":\"見本 花子\",\"department\":\"\",\"roles\":[\"VIEWER\"],"
                                + "\"from\":\"2031-04-01\",\"until\":\"2032-03-31\"}"));
        bodies.put(
                "/people/{person}",
                List.of("{\"roles\":[\"VIEWER\"],\"department\":\"\"}", "{\"active\":false,\"reason\":\"退職\"}"));
        bodies.put("/export", List.of("{}"));
        bodies.put("/ending", List.of("{\"reason\":\"別のしくみに移るため\"}"));
        bodies.put("/adopt", List.of("{\"adoptedOn\":\"2026-03-27\"}"));
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
        bodies.put("/committee/order", List.of("{\"members\":[\"7b0c7a3e-5f8d-4e9b-9c53-0d6f0a1b2c3d\"]}"));
        bodies.put("/committee/{member}/invite", List.of("{\"mail\":\"hanako@city.example\"}"));
        bodies.put("/transfers", List.of(transfer));
        bodies.put("/transfers/preview", List.of(transfer));
        bodies.put("/transfers/{transfer}", List.of("{\"state\":\"TAKEN_BACK\",\"reason\":\"r\"}"));
        bodies.put("/support", List.of("{\"days\":3,\"reason\":\"画面の確認\"}"));
        bodies.put("/vision/themes", List.of("{\"title\":\"テーマ\"}"));
        bodies.put("/vision/themes/{theme}", List.of("{\"title\":\"テーマ\"}"));
        return bodies;
    }
}
