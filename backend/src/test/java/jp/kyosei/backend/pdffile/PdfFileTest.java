package jp.kyosei.backend.pdffile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.DeflaterOutputStream;
import jp.kyosei.backend.report.paper.Paper;
import jp.kyosei.backend.report.pdf.PdfWriter;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionGoTo;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionLaunch;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageFitDestination;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No list of the file is believed: wherever a reader might find it, it is found. */
class PdfFileTest {
    private static final String SCRIPT = "<</S/JavaScript/JS(app.alert\\(1\\))>>";

    /** What a document is made of. */
    @FunctionalInterface
    interface Making {
        void make(PDDocument document) throws IOException;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<</S/JavaScript/JS(app.alert\\(1\\))>>",
                "<</S/#4aavaScript/JS(app.alert\\(1\\))>>",
                "<</#53/J#61v#61Script>>",
                "<</S /JavaScript>>",
                "<</S%comment\n/JavaScript>>",
                "<</S\0/JavaScript\f>>",
                "<</Type/Action/S/Launch/F(cmd.exe)>>",
                "<</S/L#61unch/Win<</F(calc.exe)>>>>",
                "<</S/SubmitForm/F(http://example.invalid)>>",
                "<</S/ImportData/F(x)>>",
                "<</S/GoToE/T<</R/C>>>>",
                "<</S/GoTo/D[0 /Fit]/Next<</S/JavaScript/JS 5 0 R>>>>",
                "<</S/GoTo/S/JavaScript/D[0 /Fit]>>",
                "<</Type/Catalog/OpenAction<</S/URI/URI(http://example.invalid)>>>>",
                "<</Type/Catalog/OpenAction<</S/Named/N/Print>>>>",
                "<</Type/Catalog/OpenAction[0 /Fit]/OpenAction<</S/Launch>>>>",
                "<</Type/Catalog/Names<</JavaScript 5 0 R>>>>",
                "<</Type/Page/AA<</O 5 0 R>>>>",
                "<</AcroForm<</XFA[(a) 5 0 R]>>>>",
                "<</S/URI/URI(javascript:alert\\(1\\))>>",
                "<</S/URI/URI<6A6176617363726970743A78>>>",
                "[[[<</Deep[<</S/JavaScript>>]>>]]]"
            })
    void what_acts_by_itself_is_found_however_it_is_written(String object) {
        assertThat(PdfFile.look(bytes(document(object)))).isEqualTo(PdfContent.ACTIVE);
        assertThat(PdfFile.look(document(packed(object)))).as("packed").isEqualTo(PdfContent.ACTIVE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<</Type/Catalog/Names<</EmbeddedFiles 5 0 R>>>>",
                "<</Type/Filespec/F(a.exe)/EF<</F 5 0 R>>>>",
                "<</Type/EmbeddedFile/Length 0>>stream\n\nendstream",
                "<</Subtype/FileAttachment/FS 5 0 R>>",
                "<</Subtype/RichMedia>>",
                "<</Subtype/Screen>>",
                "<</Subtype/#33D>>",
                "<</S/Rendition/OP 0>>"
            })
    void what_carries_other_files_is_found(String object) {
        assertThat(PdfFile.look(bytes(document(object)))).isEqualTo(PdfContent.CARRYING);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<</Length 0/F(\\\\\\\\server\\\\share)>>stream\n\nendstream",
                "<</Length 0/F<</FS/URL/F(http://example.invalid)>>>>stream\n\nendstream",
                "<</S/GoToR/F(//server/share/a.pdf)/D[0 /Fit]>>",
                "<</S/GoToR/F<</UF(http://example.invalid/a.pdf)>>/D[0 /Fit]>>",
                "<</Subtype/Form/Ref<</F(a.pdf)/Page 0>>>>"
            })
    void what_is_fetched_from_elsewhere_is_found(String object) {
        assertThat(PdfFile.look(bytes(document(object)))).isEqualTo(PdfContent.FROM_OUTSIDE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<</Type/Annot/Subtype/Link/A<</S/URI/URI(https://www.city.ichinoseki.iwate.jp/)>>>>",
                "<</A<</S/URI/URI(mailto:kikaku@example.jp)>>>>",
                "<</Type/Catalog/OpenAction[3 0 R/XYZ null null 0]>>",
                "<</Type/Catalog/OpenAction<</S/GoTo/D[3 0 R/Fit]>>>>",
                "<</Type/Catalog/OpenAction null/PageMode/UseOutlines>>",
                "<</S/GoToR/F(bessi1.pdf)/D[0 /Fit]>>",
                "<</Type/StructElem/S/P/K 0>>",
                "<</S/Transparency/Type/Group>>",
                "<</Title(/JavaScript /Launch)/Author<2F4A53>>>",
                "% /JavaScript /OpenAction\n<</Type/Font/BaseFont/JSGothic>>",
                "<</Length 30>>stream\n/JS /JavaScript obj<< >> /Launch\nendstream"
            })
    void what_only_a_person_follows_and_what_only_looks_so_stays(String object) {
        assertThat(PdfFile.look(bytes(document(object)))).isEqualTo(PdfContent.PLAIN);
    }

    @Test
    void an_opening_action_is_followed_to_its_object_in_every_revision() {
        String catalogue = "<</Type/Catalog/OpenAction 7 0 R>>endobj\n7 0 obj";

        assertThat(PdfFile.look(bytes(document(catalogue + "[3 0 R/Fit]")))).isEqualTo(PdfContent.PLAIN);
        assertThat(PdfFile.look(bytes(document(catalogue + "<</S/URI/URI(http://example.invalid)>>"))))
                .isEqualTo(PdfContent.ACTIVE);
        assertThat(PdfFile.look(bytes(document(
                        catalogue + "[3 0 R/Fit]endobj\n%%EOF\n7 0 obj<</S/URI/URI(http://example.invalid)>>"))))
                .isEqualTo(PdfContent.ACTIVE);
    }

    static Stream<Arguments> hidden() {
        return Stream.of(
                Arguments.of("behind the end", document("<<>>") + "\n9 0 obj" + SCRIPT + "endobj\n%%EOF\n"),
                Arguments.of("replaced by a later revision", document(SCRIPT) + "\n1 0 obj<<>>endobj\n%%EOF\n"),
                Arguments.of("behind a text that never closes", document("(((( <<>> endobj\n9 0 obj" + SCRIPT)),
                Arguments.of("behind a dictionary that never closes", document("<</A/B endobj\n9 0 obj" + SCRIPT)),
                Arguments.of("in a comment's line", document("<<>>endobj %\r9 0 obj" + SCRIPT)),
                Arguments.of(
                        "behind a stream of false length",
                        document("<</Length 9999>>stream\nx\nendstream endobj 9 0 obj" + SCRIPT)),
                Arguments.of(
                        "within a stream of false length",
                        document("<</Length 1>>stream\nx endobj 9 0 obj" + SCRIPT + "endobj endstream")),
                Arguments.of("in a trailer", document("<<>>") + "trailer<</Root<</AA<<>>>>>>\n%%EOF\n"),
                Arguments.of("in an object without a number", document("<<>>endobj\nobj" + SCRIPT)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hidden")
    void a_script_is_found_where_no_list_of_the_file_names_it(String where, String file) {
        assertThat(PdfFile.look(file.getBytes(StandardCharsets.ISO_8859_1)))
                .as(where)
                .isEqualTo(PdfContent.ACTIVE);
    }

    static Stream<Arguments> byProgram() {
        return Stream.of(
                made(PdfContent.PLAIN, "pages", document -> {}),
                made(PdfContent.PLAIN, "links", document -> {
                    PDActionURI address = new PDActionURI();
                    address.setURI("https://example.jp/");
                    PDAnnotationLink link = new PDAnnotationLink();
                    link.setAction(address);
                    document.getPage(0).getAnnotations().add(link);
                }),
                made(PdfContent.PLAIN, "a page to open at", document -> {
                    PDPageFitDestination page = new PDPageFitDestination();
                    page.setPage(document.getPage(0));
                    PDActionGoTo action = new PDActionGoTo();
                    action.setDestination(page);
                    document.getDocumentCatalog().setOpenAction(action);
                }),
                made(PdfContent.ACTIVE, "a script on opening", document -> document.getDocumentCatalog()
                        .setOpenAction(new PDActionJavaScript("app.alert(1)"))),
                made(PdfContent.ACTIVE, "a program on a click", document -> {
                    PDAnnotationLink link = new PDAnnotationLink();
                    link.setAction(new PDActionLaunch());
                    document.getPage(0).getAnnotations().add(link);
                }),
                made(PdfContent.CARRYING, "a file within", document -> {
                    PDEmbeddedFilesNameTreeNode files = new PDEmbeddedFilesNameTreeNode();
                    PDComplexFileSpecification file = new PDComplexFileSpecification();
                    file.setFile("a.exe");
                    file.setEmbeddedFile(new PDEmbeddedFile(document));
                    files.setNames(Map.of("a", file));
                    PDDocumentNameDictionary names = new PDDocumentNameDictionary(document.getDocumentCatalog());
                    names.setEmbeddedFiles(files);
                    document.getDocumentCatalog().setNames(names);
                }));
    }

    private static Arguments made(PdfContent content, String what, Making making) {
        return Arguments.of(content, what, making);
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("byProgram")
    void a_file_by_a_real_program_is_known_whole_packed_changed_and_locked(
            PdfContent content, String what, Making making) throws IOException {
        assertThat(PdfFile.look(saved(making, CompressParameters.NO_COMPRESSION, false)))
                .as(what)
                .isEqualTo(content);
        byte[] packed = saved(making, CompressParameters.DEFAULT_COMPRESSION, false);
        assertThat(PdfFile.look(packed)).as("packed").isEqualTo(content);
        assertThat(PdfFile.look(changed(packed))).as("changed").isEqualTo(content);
        assertThat(PdfFile.look(saved(making, CompressParameters.DEFAULT_COMPRESSION, true)))
                .as("locked")
                .isNotEqualTo(PdfContent.PLAIN);
        assertThat(PdfFile.look(saved(making, CompressParameters.NO_COMPRESSION, true)))
                .as("restricted, and readable as far as it has to be")
                .isEqualTo(content);
    }

    @Test
    void our_own_papers_are_plain() {
        assertThat(PdfFile.look(PdfWriter.write(
                        "試験", List.of(new Paper("試験", "", Paper.PageForm.A4_PORTRAIT, List.of("文"), List.of())))))
                .isEqualTo(PdfContent.PLAIN);
    }

    static Stream<Arguments> busy() {
        return Stream.of(
                Arguments.of("texts that never close", "1 0 obj (".repeat(100_000)),
                Arguments.of("lists that never close", "1 0 obj [)".repeat(100_000)),
                Arguments.of("names without end", "1 0 obj << /A".repeat(100_000)),
                Arguments.of("nesting", "1 0 obj " + "[".repeat(1_000_000)),
                Arguments.of("nesting of dictionaries", "1 0 obj " + "<</A".repeat(500_000)),
                Arguments.of(
                        "packed again and again",
                        "1 0 obj<</Type/ObjStm/N 100000/First 0>>stream\n" + "1 1 ".repeat(100_000)),
                Arguments.of(
                        "a filter that nobody uses there",
                        "1 0 obj<</Type/ObjStm/N 1/First 4/Filter/LZWDecode>>stream\nx"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("busy")
    void what_is_made_to_keep_us_busy_is_given_up_soon(String what, String objects) {
        byte[] file = ("%PDF-1.7\n" + objects + "\n%%EOF\n").getBytes(StandardCharsets.ISO_8859_1);

        assertTimeout(
                Duration.ofSeconds(20),
                () -> assertThat(PdfFile.look(file)).as(what).isNotEqualTo(PdfContent.ACTIVE));
    }

    @Test
    void what_swells_beyond_measure_is_given_up() {
        byte[] zeros = deflated(new byte[64 * 1024 * 1024]);
        String head = "%PDF-1.7\n1 0 obj<</Type/ObjStm/N 1/First 4/Filter/FlateDecode>>stream\n";

        assertThat(PdfFile.look(joined(head, zeros, "\nendstream\n%%EOF\n"))).isEqualTo(PdfContent.BROKEN);
    }

    private static byte[] saved(Making making, CompressParameters compression, boolean locked) throws IOException {
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            making.make(document);
            if (locked) {
                document.protect(new StandardProtectionPolicy("owner", "", new AccessPermission()));
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes, compression);
            return bytes.toByteArray();
        }
    }

    /** As a program that appends what it has changed. */
    private static byte[] changed(byte[] file) throws IOException {
        try (PDDocument document = Loader.loadPDF(file)) {
            document.getDocumentInformation().setTitle("変更後");
            document.getDocumentInformation().getCOSObject().setNeedToBeUpdated(true);
            document.getDocumentCatalog().getCOSObject().removeItem(COSName.OPEN_ACTION);
            document.getDocumentCatalog().getCOSObject().setNeedToBeUpdated(true);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.saveIncremental(bytes);
            return bytes.toByteArray();
        }
    }

    private static byte[] document(byte[] object) {
        return joined("%PDF-1.7\n1 0 obj", object, "\nendobj\ntrailer<</Root 1 0 R>>\n%%EOF\n");
    }

    private static String document(String object) {
        return "%PDF-1.7\n1 0 obj" + object + "\nendobj\ntrailer<</Root 1 0 R>>\n%%EOF\n";
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** In an object stream, as the second of two. */
    private static byte[] packed(String object) {
        String objects = "20 0 21 5 <<>> " + object;
        byte[] data = deflated(bytes(objects));
        return joined(
                "<</Type/ObjStm/N 2/First 10/Filter/FlateDecode/Length %d>>stream\n".formatted(data.length),
                data,
                "\nendstream");
    }

    private static byte[] deflated(byte[] data) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(bytes)) {
            out.write(data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] joined(String head, byte[] middle, String end) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(bytes(head));
        bytes.writeBytes(middle);
        bytes.writeBytes(bytes(end));
        return bytes.toByteArray();
    }
}
