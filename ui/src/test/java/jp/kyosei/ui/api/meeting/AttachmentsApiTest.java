package jp.kyosei.ui.api.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import jp.kyosei.backend.DemonstrationUser;
import jp.kyosei.backend.attachment.AttachmentService;
import jp.kyosei.backend.attachment.SampleFiles;
import jp.kyosei.backend.discussion.NewNote;
import jp.kyosei.backend.discussion.NoteKind;
import jp.kyosei.backend.discussion.NoteTarget;
import jp.kyosei.backend.discussion.Visibility;
import jp.kyosei.backend.discussion.thread.NoteWriting;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.identity.IdentityService;
import jp.kyosei.ui.RunningKyosei;
import jp.kyosei.ui.api.ApiClient;
import jp.kyosei.ui.api.FormWithFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AttachmentsApiTest {
    private static final String NAME = "宿泊者数 内訳（R4）*'.pdf";

    private final ApiClient client = new ApiClient();

    @Test
    void a_file_is_attached_read_back_as_a_download_and_removed() {
        ApiClient.Answer attached =
                attach(DemonstrationUser.SECRETARIAT, note(Visibility.PUBLIC), NAME, SampleFiles.pdf());
        assertThat(attached.status()).as(attached.body()).isEqualTo(201);
        assertThat(attached.json().get("name").getStringValue()).isEqualTo(NAME);
        assertThat(attached.json().get("mediaType").getStringValue()).isEqualTo("application/pdf");
        assertThat(attached.json().get("size").getIntValue()).isEqualTo(SampleFiles.pdf().length);
        String path = path(attached);

        ApiClient.Answer read = client.get(DemonstrationUser.HIRAIZUMI, path);

        assertThat(read.status()).isEqualTo(200);
        assertThat(read.body()).isEqualTo(new String(SampleFiles.pdf(), StandardCharsets.UTF_8));
        assertThat(read.header("Content-Type")).isEqualTo("application/pdf");
        assertThat(read.response().headers().allValues("Content-Length"))
                .containsExactly(Integer.toString(SampleFiles.pdf().length));
        assertThat(read.header("Transfer-Encoding")).isEmpty();
        assertThat(read.header("Content-Disposition"))
                .isEqualTo(
                        "attachment; filename*=UTF-8''%E5%AE%BF%E6%B3%8A%E8%80%85%E6%95%B0%20%E5%86%85%E8%A8%B3%EF%BC%88R4%EF%BC%89%2A%27.pdf");
        assertThat(read.response().headers().allValues("X-Content-Type-Options"))
                .containsOnly("nosniff");
        assertThat(read.response().headers().allValues("Content-Security-Policy"))
                .contains("sandbox; default-src 'none'");
        assertThat(read.header("Cache-Control")).isEqualTo("private, no-store");

        assertThat(delete(DemonstrationUser.HIRAIZUMI, path).status()).isEqualTo(403);
        assertThat(delete(DemonstrationUser.SECRETARIAT, path).status()).isEqualTo(204);
        assertThat(client.get(DemonstrationUser.SECRETARIAT, path).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @EnumSource(
            value = DemonstrationUser.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"SECRETARIAT", "IIN"})
    void what_hangs_on_a_note_of_committee_and_secretariat_is_not_found_by_others(DemonstrationUser user) {
        String note = note(Visibility.COUNCIL);
        String path = path(attach(DemonstrationUser.SECRETARIAT, note, "a.pdf", SampleFiles.pdf()));
        String absent = "/api/v1/attachments/" + UUID.randomUUID();

        ApiClient.Answer hidden = client.get(user, path);

        assertThat(hidden.status()).isEqualTo(404);
        assertThat(hidden.body().replace(path, absent))
                .isEqualTo(client.get(user, absent).body());
        assertThat(delete(user, path).status()).isEqualTo(404);
        assertThat(attach(user, note, "b.pdf", SampleFiles.pdf()).status()).isEqualTo(404);
        assertThat(client.get(DemonstrationUser.IIN, path).status()).isEqualTo(200);
    }

    @Test
    void without_a_token_nothing_is_given_or_taken() {
        String note = note(Visibility.PUBLIC);
        String path = path(attach(DemonstrationUser.SECRETARIAT, note, "a.pdf", SampleFiles.pdf()));
        assertThat(client.send(path, request -> request).status()).isEqualTo(401);
        assertThat(client.send(
                                "/api/v1/notes/" + note + "/attachments",
                                request -> multipart(request, "a.pdf", SampleFiles.pdf()))
                        .status())
                .isEqualTo(401);
    }

    @Test
    void a_file_of_another_kind_is_answered_with_what_to_do() {
        String note = note(Visibility.MEMBERS);
        ApiClient.Answer page = attach(
                DemonstrationUser.SECRETARIAT,
                note,
                "a.png",
                "<html><script>alert(1)</script></html>".getBytes(StandardCharsets.US_ASCII));
        assertThat(page.status()).isEqualTo(400);
        assertThat(page.json().get("errors").get(0).get("field").getStringValue())
                .isEqualTo("file");
        assertThat(page.json().get("detail").getStringValue()).contains("ウェブページ");
        assertThat(attach(DemonstrationUser.SECRETARIAT, note, "a.docx", SampleFiles.pdf())
                        .status())
                .isEqualTo(400);
    }

    @Test
    void a_file_that_is_too_large_is_refused_whether_or_not_its_length_is_said() {
        String note = note(Visibility.MEMBERS);
        byte[] pdf = Arrays.copyOf(SampleFiles.pdf(), AttachmentService.MOST_BYTES + 1);
        assertThat(attach(DemonstrationUser.SECRETARIAT, note, "a.pdf", pdf).status())
                .isEqualTo(413);
        byte[] huge = new byte[3 * AttachmentService.MOST_BYTES];
        assertThat(attach(DemonstrationUser.SECRETARIAT, note, "a.pdf", huge).status())
                .isEqualTo(413);
        ApiClient.Answer endless = client.send("/api/v1/notes/" + note + "/attachments", request -> request.header(
                        "Authorization", "Bearer " + client.token(DemonstrationUser.SECRETARIAT))
                .header("Content-Type", FormWithFile.CONTENT_TYPE)
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(
                        form("a.pdf", SampleFiles.pdf()).body()))));
        assertThat(endless.status()).isEqualTo(411);
    }

    @Test
    void a_body_without_the_file_or_to_no_note_is_refused() {
        assertThat(client.post(
                                DemonstrationUser.SECRETARIAT,
                                "/api/v1/notes/" + note(Visibility.MEMBERS) + "/attachments",
                                "{}")
                        .status())
                .isEqualTo(415);
        assertThat(attach(DemonstrationUser.SECRETARIAT, "no-note", "a.pdf", SampleFiles.pdf())
                        .status())
                .isEqualTo(404);
    }

    @Test
    void the_sixth_file_is_refused() {
        String note = note(Visibility.MEMBERS);
        for (int number = 1; number <= AttachmentService.MOST_PER_NOTE; number++) {
            assertThat(attach(DemonstrationUser.SECRETARIAT, note, number + ".pdf", SampleFiles.pdf())
                            .status())
                    .isEqualTo(201);
        }
        assertThat(attach(DemonstrationUser.SECRETARIAT, note, "6.pdf", SampleFiles.pdf())
                        .status())
                .isEqualTo(409);
    }

    private ApiClient.Answer attach(DemonstrationUser user, String note, String name, byte[] content) {
        return client.send(
                "/api/v1/notes/" + note + "/attachments",
                request -> multipart(request.header("Authorization", "Bearer " + client.token(user)), name, content));
    }

    private ApiClient.Answer delete(DemonstrationUser user, String path) {
        return client.send(path, request -> request.header("Authorization", "Bearer " + client.token(user))
                .DELETE());
    }

    private static HttpRequest.Builder multipart(HttpRequest.Builder request, String name, byte[] content) {
        return form(name, content).postedBy(request);
    }

    private static FormWithFile form(String name, byte[] content) {
        return new FormWithFile(Map.of(), name, "application/x-whatever", content);
    }

    private static String path(ApiClient.Answer attached) {
        return "/api/v1/attachments/" + attached.json().get("id").getStringValue();
    }

    private static String note(Visibility visibility) {
        RunningKyosei kyosei = RunningKyosei.get();
        return kyosei.bean(NoteWriting.class)
                .write(
                        kyosei.bean(IdentityService.class)
                                .actorOf(DemonstrationUser.SECRETARIAT.subject())
                                .orElseThrow(),
                        "ichinoseki-hiraizumi-vision-2",
                        new NewNote(
                                new NoteTarget.Indicator("9"),
                                new FiscalYear(2022),
                                NoteKind.OPINION,
                                visibility,
                                "資料を付けます。"))
                .id()
                .value()
                .toString();
    }
}
