package jp.kyosei.ui.api.owner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import jp.kyosei.backend.DemonstrationUser;
import jp.kyosei.backend.leaving.order.ArchiveMaker;
import jp.kyosei.ui.RunningKyosei;
import jp.kyosei.ui.api.ApiClient;
import org.junit.jupiter.api.Test;

class LeavingApiTest {
    private static final String OWNER = "/api/v1/owners/mine";

    private final ApiClient client = new ApiClient();

    @Test
    void an_archive_is_ordered_made_beside_and_fetched_as_it_was_made() throws IOException, InterruptedException {
        ApiClient.Answer ordered = client.post(DemonstrationUser.MINE, OWNER + "/export", "{}");
        assertThat(ordered.status()).isEqualTo(202);
        String address = ordered.header("Location");
        assertThat(client.post(DemonstrationUser.MINE, OWNER + "/export", "{}").header("Location"))
                .isEqualTo(address);
        assertThat(client.get(DemonstrationUser.MINE, address + "/file").status())
                .isEqualTo(404);

        RunningKyosei.get().bean(ArchiveMaker.class).makeNext();

        ApiClient.Answer made = client.get(DemonstrationUser.MINE, address);
        assertThat(made.json().get("state").getStringValue()).isEqualTo("READY");
        HttpResponse<byte[]> file = download(DemonstrationUser.MINE, address + "/file");
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.headers().firstValueAsLong("Content-Length"))
                .hasValue(made.json().get("size").getLongValue());
        assertThat(file.headers().allValues("Transfer-Encoding")).isEmpty();
        assertThat(file.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        assertThat(names(file.body())).contains("README.md", "tables/plan.csv", "json/indicator_definition.ndjson");

        assertThat(client.get(DemonstrationUser.MINE, OWNER + "/exports").body())
                .contains(address);
        assertThat(client.get(DemonstrationUser.MINE, OWNER + "/audit").body())
                .contains("ORDER_ARCHIVE", "FETCH_ARCHIVE");
        assertThat(client.get(DemonstrationUser.MINE_STAFF, address).status()).isEqualTo(403);
        for (DemonstrationUser stranger : Set.of(DemonstrationUser.DAISEN, DemonstrationUser.OPERATOR)) {
            assertThat(client.get(stranger, address).status()).isEqualTo(404);
            assertThat(client.get(stranger, address + "/file").status()).isEqualTo(404);
            assertThat(client.post(stranger, OWNER + "/export", "{}").status()).isEqualTo(404);
        }
        assertThat(client.get(DemonstrationUser.DAISEN, address.replace("/mine/", "/daisen/"))
                        .status())
                .as("another owner's archive under one's own address")
                .isEqualTo(404);
    }

    @Test
    void everybody_takes_along_what_is_kept_of_them() throws IOException, InterruptedException {
        HttpResponse<byte[]> own = download(DemonstrationUser.IIN, "/api/v1/me/export");
        assertThat(own.statusCode()).isEqualTo(200);
        assertThat(own.headers().firstValue("Content-Type").orElse("")).isEqualTo("application/zip");
        assertThat(names(own.body())).contains("README.md", "json/person.ndjson", "json/note.ndjson");
    }

    @Test
    void an_end_is_announced_with_a_reason_and_taken_back() {
        String ending = OWNER + "/ending";
        assertThat(client.get(DemonstrationUser.MINE, ending).body()).contains("\"announced\":false");
        assertThat(client.post(DemonstrationUser.MINE, ending, "{}").status())
                .as("without a reason")
                .isEqualTo(409);
        assertThat(client.post(DemonstrationUser.MINE_STAFF, ending, "{\"reason\":\"x\"}")
                        .status())
                .isEqualTo(403);
        assertThat(client.post(DemonstrationUser.DAISEN, ending, "{\"reason\":\"x\"}")
                        .status())
                .isEqualTo(404);

        ApiClient.Answer announced = client.post(DemonstrationUser.MINE, ending, "{\"reason\":\"別のしくみに移るため\"}");
        assertThat(announced.status()).isEqualTo(200);
        assertThat(announced.json().get("reason").getStringValue()).isEqualTo("別のしくみに移るため");
        assertThat(client.get(DemonstrationUser.MINE_STAFF, ending).body()).isEqualTo(announced.body());
        assertThat(client.post(DemonstrationUser.MINE, ending, "{\"reason\":\"もう一度\"}")
                        .body())
                .contains("すでに");

        assertThat(takeBack(DemonstrationUser.DAISEN, ending)).isEqualTo(404);
        assertThat(takeBack(DemonstrationUser.MINE_STAFF, ending)).isEqualTo(403);
        assertThat(takeBack(DemonstrationUser.MINE, ending)).isEqualTo(204);
        assertThat(takeBack(DemonstrationUser.MINE, ending)).isEqualTo(404);
    }

    private int takeBack(DemonstrationUser user, String path) {
        return client.send(path, request -> request.DELETE().header("Authorization", "Bearer " + client.token(user)))
                .status();
    }

    private HttpResponse<byte[]> download(DemonstrationUser user, String path)
            throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(
                    HttpRequest.newBuilder(URI.create(RunningKyosei.get().url() + path))
                            .header("Authorization", "Bearer " + client.token(user))
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
        }
    }

    private static Set<String> names(byte[] file) throws IOException {
        Set<String> names = new HashSet<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        return names;
    }
}
