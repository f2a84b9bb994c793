package jp.kyosei.ui.api.forged;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import jp.kyosei.backend.DemonstrationUser;
import jp.kyosei.backend.attachment.SampleFiles;
import jp.kyosei.backend.discussion.NewNote;
import jp.kyosei.backend.discussion.NoteKind;
import jp.kyosei.backend.discussion.NoteTarget;
import jp.kyosei.backend.discussion.Visibility;
import jp.kyosei.backend.discussion.thread.NoteWriting;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.identity.IdentityService;
import jp.kyosei.backend.sheet.BadFile;
import jp.kyosei.backend.sheet.BadFiles;
import jp.kyosei.ui.PlanCopy;
import jp.kyosei.ui.RunningKyosei;
import jp.kyosei.ui.api.ApiClient;
import jp.kyosei.ui.api.FormWithFile;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionLaunch;
import org.junit.jupiter.api.Test;

/**
 * The attacker's table: every hostile file through every door that takes files. Each is refused with words, within seconds;
 * afterwards nothing of it is stored and the product answers as before.
 */
class HostileUploadsTest {
    private static final String SLUG = "ichinoseki-hiraizumi-hostile-files";
    private static final String PLAN = "/api/v1/plans/" + SLUG;
    private static final String IMPORTS = "/api/v1/owners/ichinoseki-hiraizumi/imports";
    private static final DemonstrationUser SECRETARIAT = DemonstrationUser.SECRETARIAT;
    /** Larger ones are kept to the tests of the reader: what a door does with size is the same for all. */
    private static final int MOST_BYTES = 2_000_000;

    private static final long LONGEST_MILLISECONDS = 20_000;

    private final ApiClient client = new ApiClient();

    private record Door(String name, String path, Map<String, String> fields) {}

    private record Line(String door, int status, long milliseconds) {}

    @Test
    void every_hostile_file_is_refused_at_every_door_and_nothing_of_it_stays() {
        PlanCopy.of(SLUG, "敵意のあるファイルを受けるビジョン");
        String note = note();
        List<Door> doors = List.of(
                new Door("imports", IMPORTS, Map.of("plan", SLUG, "fiscalYear", "2022")),
                new Door("attachments", "/api/v1/notes/" + note + "/attachments", Map.of()),
                new Door(
                        "workbook",
                        "/api/v1/plans/ichinoseki-hiraizumi-vision-2/rounds/2023/workbook",
                        Map.of("municipality", "034029", "apply", "true")));
        String before = stored(note);
        List<Line> lines = new ArrayList<>();
        List<String> wrong = new ArrayList<>();

        Stream.concat(BadFiles.all(), active())
                .filter(file -> file.content().length <= MOST_BYTES)
                .forEach(file -> doors.stream()
                        .filter(door ->
                                !isHarmlessBesideANote(file) || !door.name().equals("attachments"))
                        .forEach(door -> send(file, door, lines, wrong)));

        table(lines);
        assertThat(wrong).isEmpty();
        assertThat(lines).hasSizeGreaterThan(300).noneMatch(line -> line.milliseconds() > LONGEST_MILLISECONDS);
        assertThat(stored(note)).isEqualTo(before);
        assertThat(client.get(SECRETARIAT, "/api/v1/me").status()).isEqualTo(200);
    }

    private static String note() {
        RunningKyosei kyosei = RunningKyosei.get();
        return kyosei.bean(NoteWriting.class)
                .write(
                        kyosei.bean(IdentityService.class)
                                .actorOf(SECRETARIAT.subject())
                                .orElseThrow(),
                        SLUG,
                        new NewNote(
                                new NoteTarget.Plan(),
                                new FiscalYear(2022),
                                NoteKind.OPINION,
                                Visibility.PUBLIC,
                                "添付の試験です。"))
                .id()
                .value()
                .toString();
    }

    /**
     * What is no workbook that can be read, but is whole and does nothing by itself, is a file like others beside a note: only
     * broken packages and what acts are refused there.
     */
    private static boolean isHarmlessBesideANote(BadFile file) {
        return Stream.of("package: ", "pdf: ", "docx: ", "zip: ")
                .noneMatch(kind -> file.name().startsWith(kind));
    }

    private void send(BadFile file, Door door, List<Line> lines, List<String> wrong) {
        long start = System.nanoTime();
        ApiClient.Answer answer = client.send(door.path(), request -> new FormWithFile(
                        door.fields(), file.fileName(), "application/octet-stream", file.content())
                .postedBy(request.header("Authorization", "Bearer " + client.token(SECRETARIAT))
                        .header("Idempotency-Key", UUID.randomUUID().toString())));
        lines.add(new Line(door.name(), answer.status(), (System.nanoTime() - start) / 1_000_000));
        boolean refused = answer.status() >= 400 && answer.status() < 500 && answer.status() != 429;
        boolean told = answer.header("Content-Type").startsWith("application/problem+json");
        // A file brought in is kept with the reason why nothing is taken of it; what takes long is read beside.
        boolean keptUnread = answer.status() == 201
                && Stream.of("UNREADABLE", "READING")
                        .anyMatch(state -> answer.body().contains("\"state\":\"%s\"".formatted(state)));
        if (!((refused && told) || keptUnread) || answer.body().contains("Exception")) {
            wrong.add("%s, %s: %d %s".formatted(file.name(), door.name(), answer.status(), answer.body()));
        }
    }

    /** What hangs on the plan and could have come from a file. */
    private String stored(String note) {
        return client.get(SECRETARIAT, PLAN + "/results/2022").body()
                + client.get(SECRETARIAT, "/api/v1/notes/" + note).body()
                + client.get(SECRETARIAT, "/api/v1/plans/ichinoseki-hiraizumi-vision-2/rounds/2023")
                        .body();
    }

    private static void table(List<Line> lines) {
        Map<String, List<Line>> groups = new TreeMap<>();
        lines.forEach(line -> groups.computeIfAbsent(
                        "%-12s %d".formatted(line.door(), line.status()), key -> new ArrayList<>())
                .add(line));
        groups.forEach((group, its) -> System.out.printf(
                Locale.ROOT,
                "uploads %s %4d files, longest %5d ms%n",
                group,
                its.size(),
                its.stream().mapToLong(Line::milliseconds).max().orElse(0)));
    }

    /** Files that are whole and would do something by themselves. */
    private static Stream<BadFile> active() {
        return Stream.of(
                new BadFile("pdf: script on opening", "a.pdf", pdf(true), ""),
                new BadFile("pdf: a program on opening", "a.pdf", pdf(false), ""),
                new BadFile(
                        "docx: a template from outside",
                        "a.docx",
                        withPart(
                                "word/_rels/settings.xml.rels",
                                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                                        + "<Relationship Id=\"r1\" TargetMode=\"External\" Target=\"http://127.0.0.1:9/a.dotm\""
                                        + " Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate\"/>"
                                        + "</Relationships>"),
                        ""),
                new BadFile("docx: a macro", "a.docx", withPart("word/vbaProject.bin", "x"), ""),
                new BadFile("zip: a program", "a.zip", withPart("run.exe", "MZ"), ""));
    }

    private static byte[] pdf(boolean script) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            document.getDocumentCatalog()
                    .setOpenAction(script ? new PDActionJavaScript("app.alert(1)") : new PDActionLaunch());
            document.save(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] withPart(String name, String content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipInputStream parts = new ZipInputStream(new ByteArrayInputStream(SampleFiles.docx()));
                ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (ZipEntry entry = parts.getNextEntry(); entry != null; entry = parts.getNextEntry()) {
                zip.putNextEntry(new ZipEntry(entry.getName()));
                parts.transferTo(zip);
            }
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
