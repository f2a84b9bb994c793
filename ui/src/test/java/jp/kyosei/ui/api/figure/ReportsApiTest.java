package jp.kyosei.ui.api.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import jp.kyosei.backend.DemonstrationUser;
import jp.kyosei.ui.api.ApiClient;
import jp.kyosei.ui.api.MeetingsOfOwners;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReportsApiTest {
    private static final String REPORTS = "/api/v1/plans/ichinoseki-hiraizumi-vision-2/reports/";

    private final ApiClient client = new ApiClient();

    @ParameterizedTest
    @CsvSource({
        "results.pdf, application/pdf",
        "overview.xlsx, application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "trend.docx, application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "notes.csv, text/csv"
    })
    void a_report_comes_as_a_file_to_be_saved(String report, String type) {
        ApiClient.Answer answer = client.get(DemonstrationUser.IIN, REPORTS + report + "?fiscalYear=2022");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).startsWith(type);
        assertThat(Long.parseLong(answer.header("Content-Length"))).isPositive();
        assertThat(answer.header("Cache-Control")).isEqualTo("private, no-store");
        assertThat(answer.header("Content-Disposition"))
                .startsWith("attachment; filename=\"ichinoseki-hiraizumi-vision-2-")
                .contains("filename*=UTF-8''%E7%AC%AC2%E6%AC%A1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"results.pdf?fiscalYear=2022", "results.xlsx?fiscalYear=2022"})
    void a_report_that_nobody_wants_to_wait_for_is_made_beside_and_fetched_by_its_orderer_alone(String report) {
        ApiClient.Answer ordered = client.send(REPORTS + report, request -> request.header(
                        "Authorization", "Bearer " + client.token(DemonstrationUser.IIN))
                .header("Prefer", "respond-async")
                .GET());
        assertThat(ordered.status()).as(ordered.body()).isEqualTo(202);
        assertThat(ordered.json().get("state").getStringValue()).isEqualTo("MAKING");
        assertThat(Long.parseLong(ordered.header("Retry-After"))).isPositive();
        String order = ordered.header("Location");

        assertThat(client.get(DemonstrationUser.SECRETARIAT, order).status()).isEqualTo(404);
        assertThat(client.get(DemonstrationUser.SECRETARIAT, order + "/file").status())
                .isEqualTo(404);
        ApiClient.Answer file = client.get(DemonstrationUser.IIN, order + "/file");
        while (file.status() == 202) {
            assertThat(client.get(DemonstrationUser.IIN, order)
                            .json()
                            .get("share")
                            .getDoubleValue())
                    .isBetween(0.0, 1.0);
            file = client.get(DemonstrationUser.IIN, order + "/file");
        }
        assertThat(file.status()).isEqualTo(200);
        assertThat(file.header("Content-Disposition"))
                .startsWith("attachment; filename=\"ichinoseki-hiraizumi-vision-2-");
        ApiClient.Answer state = client.get(DemonstrationUser.IIN, order);
        assertThat(state.json().get("state").getStringValue()).isEqualTo("READY");
        assertThat(state.json().get("file").getStringValue()).isEqualTo(order + "/file");
    }

    @Test
    void what_cannot_be_ordered_is_answered_as_if_one_had_waited() {
        ApiClient.Answer ordered = client.send(REPORTS + "results.pdf?fiscalYear=2040", request -> request.header(
                        "Authorization", "Bearer " + client.token(DemonstrationUser.IIN))
                .header("Prefer", "respond-async")
                .GET());
        int status = ordered.status() == 202
                ? client.get(DemonstrationUser.IIN, ordered.header("Location") + "/file")
                        .status()
                : ordered.status();
        assertThat(status)
                .isEqualTo(client.get(DemonstrationUser.IIN, REPORTS + "results.pdf?fiscalYear=2040")
                        .status());
    }

    @Test
    void a_csv_begins_with_a_byte_order_mark_and_holds_the_figures() {
        ApiClient.Answer answer = client.get(DemonstrationUser.IIN, REPORTS + "results.csv?fiscalYear=2022");

        assertThat(answer.body()).startsWith("\uFEFF指標番号,").contains("349267").contains("平泉町");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"review.pdf", "results.txt", "results", "results.", ".pdf", "RESULTS.pdf", "results.pdf.pdf"})
    void what_is_no_report_is_not_found(String report) {
        assertThat(client.get(DemonstrationUser.IIN, REPORTS + report).status()).isEqualTo(404);
    }

    @Test
    void a_year_that_is_none_or_outside_the_plan_is_answered_as_by_the_results() {
        for (String year : List.of("22", "2040", "abc")) {
            assertThat(client.get(DemonstrationUser.IIN, REPORTS + "results.csv?fiscalYear=" + year)
                            .status())
                    .isEqualTo(client.get(
                                    DemonstrationUser.IIN,
                                    "/api/v1/plans/ichinoseki-hiraizumi-vision-2/results?fiscalYear=" + year)
                            .status());
        }
    }

    @Test
    void the_papers_of_a_meeting_come_as_one_file() {
        String meeting = MeetingsOfOwners.get().of("ichinoseki-hiraizumi-vision-2");

        ApiClient.Answer answer = client.get(DemonstrationUser.IIN, "/api/v1/meetings/" + meeting + "/pack.pdf");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("application/pdf");
        assertThat(answer.body()).startsWith("%PDF-");
        assertThat(client.get(DemonstrationUser.MINE, "/api/v1/meetings/" + meeting + "/pack.pdf")
                        .status())
                .isEqualTo(404);
    }
}
