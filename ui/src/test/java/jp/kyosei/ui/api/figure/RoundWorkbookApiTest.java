package jp.kyosei.ui.api.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import jp.kyosei.backend.DemonstrationUser;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.identity.IdentityService;
import jp.kyosei.backend.sheet.reading.SheetReader;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import jp.kyosei.backend.workbook.FilledWorkbook;
import jp.kyosei.backend.workbook.RoundWorkbookService;
import jp.kyosei.ui.RunningKyosei;
import jp.kyosei.ui.api.ApiClient;
import jp.kyosei.ui.api.FormWithFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RoundWorkbookApiTest {
    private static final String PLAN = "ichinoseki-hiraizumi-vision-2";
    private static final String ROUND = "/api/v1/plans/" + PLAN + "/rounds/2023";

    private final ApiClient client = new ApiClient();

    @Test
    void a_workbook_is_read_looked_at_and_stored_once_per_key() {
        ApiClient.Answer read = client.get(DemonstrationUser.HIRAIZUMI, ROUND + "/workbook.xlsx?municipality=034029");
        assertThat(read.status()).as(read.body()).isEqualTo(200);
        assertThat(read.header("Content-Type"))
                .isEqualTo("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        assertThat(read.header("Content-Disposition"))
                .startsWith("attachment; filename=\"kyosei-2023-034029.xlsx\"; filename*=UTF-8''%E5%AE%9F");
        assertThat(read.header("Cache-Control")).isEqualTo("private, no-store");

        byte[] filled = FilledWorkbook.of(given(), sheet -> sheet.type("19", "実績値", 12));
        ApiClient.Answer preview = send(DemonstrationUser.HIRAIZUMI, filled, "034029", false, "");
        assertThat(preview.status()).as(preview.body()).isEqualTo(200);
        assertThat(preview.json().get("applied").getBooleanValue()).isFalse();
        assertThat(preview.json().get("canBeApplied").getBooleanValue()).isTrue();
        assertThat(preview.json().get("items").get(0).get("cell").getStringValue())
                .startsWith("I");

        ApiClient.Answer applied = send(DemonstrationUser.HIRAIZUMI, filled, "034029", true, "workbook-1");
        assertThat(applied.json().get("applied").getBooleanValue()).isTrue();
        ApiClient.Answer again = send(DemonstrationUser.HIRAIZUMI, filled, "034029", true, "workbook-1");
        assertThat(again.body()).isEqualTo(applied.body());
        byte[] other = FilledWorkbook.of(given(), sheet -> sheet.type("19", "実績値", 13));
        assertThat(send(DemonstrationUser.HIRAIZUMI, other, "034029", true, "workbook-1")
                        .status())
                .isEqualTo(422);
        assertThat(client.get(
                                DemonstrationUser.HIRAIZUMI,
                                "/api/v1/plans/" + PLAN + "/indicators/19/actuals/2023/034029")
                        .body())
                .contains("12");
    }

    @ParameterizedTest
    @EnumSource(
            value = DemonstrationUser.class,
            names = {"MINE", "MINE_STAFF", "DAISEN", "OPERATOR"})
    void anothers_collection_answers_as_what_does_not_exist(DemonstrationUser stranger) {
        byte[] file = given();
        assertThat(client.get(stranger, ROUND + "/workbook.xlsx?municipality=034029")
                        .status())
                .isEqualTo(404);
        assertThat(client.get(stranger, ROUND + "/workbook.xlsx").status()).isEqualTo(404);
        for (boolean apply : new boolean[] {false, true}) {
            assertThat(send(stranger, file, "034029", apply, "").status()).isEqualTo(404);
            assertThat(send(stranger, file, "034029", apply, "strange").status())
                    .isEqualTo(404);
            assertThat(send(stranger, new byte[] {1}, "", apply, "").status()).isEqualTo(404);
        }
    }

    @Test
    void readers_and_the_other_town_are_refused_and_what_is_no_workbook_is_named() {
        byte[] file = given();
        for (DemonstrationUser user : new DemonstrationUser[] {DemonstrationUser.IIN, DemonstrationUser.ICHINOSEKI}) {
            assertThat(client.get(user, ROUND + "/workbook.xlsx?municipality=034029")
                            .status())
                    .isEqualTo(403);
            assertThat(send(user, file, "034029", true, "").status()).isEqualTo(403);
        }
        assertThat(client.get(DemonstrationUser.SECRETARIAT, ROUND + "/workbook.xlsx")
                        .status())
                .isEqualTo(400);
        ApiClient.Answer broken =
                send(DemonstrationUser.HIRAIZUMI, "こわれた".getBytes(StandardCharsets.UTF_8), "034029", true, "");
        assertThat(broken.status()).isEqualTo(400);
        assertThat(broken.body()).contains("file");
        assertThat(send(DemonstrationUser.HIRAIZUMI, new byte[SheetReader.MOST_BYTES + 100_000], "034029", true, "")
                        .status())
                .isEqualTo(413);
    }

    private static byte[] given() {
        RunningKyosei kyosei = RunningKyosei.get();
        return kyosei.bean(RoundWorkbookService.class)
                .workbook(
                        kyosei.bean(IdentityService.class)
                                .actorOf(DemonstrationUser.HIRAIZUMI.subject())
                                .orElseThrow(),
                        PLAN,
                        new FiscalYear(2023),
                        new MunicipalityCode("034029"))
                .bytes();
    }

    private ApiClient.Answer send(DemonstrationUser user, byte[] file, String municipality, boolean apply, String key) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("municipality", municipality);
        fields.put("apply", Boolean.toString(apply));
        return client.send(ROUND + "/workbook", request -> {
            HttpRequest.Builder built = new FormWithFile(fields, "a.xlsx", "application/octet-stream", file)
                    .postedBy(request.header("Authorization", "Bearer " + client.token(user)));
            return key.isEmpty() ? built : built.header("Idempotency-Key", key);
        });
    }
}
