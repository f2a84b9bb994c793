package jp.kyosei.backend.attachment;

import static jp.kyosei.backend.attachment.SampleFiles.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import jp.kyosei.backend.sheet.UnreadableFileException;
import jp.kyosei.backend.sheet.XlsxParts;
import jp.kyosei.backend.sheet.reading.SheetReader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Office files that would do something by themselves, or carry something with them; and honest ones that only look so. */
class ActiveOfficeFilesTest {
    private static final String WORD =
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
    private static final String EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";
    private static final String SLIDES =
            "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml";
    private static final String TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    private static final String STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships/";

    @ParameterizedTest
    @CsvSource({
        "attachedTemplate, http://example.invalid/a.dotm, External",
        "attachedTemplate, file:///C:/Users/a/a.dotx, External",
        "attachedTemplate, \\\\server\\share\\a.dotx, External",
        "attachedTemplate, http://example.invalid/a.dotm, external",
        "attachedTemplate, http://example.invalid/a.dotm, Internal",
        "attachedTemplate, //example.invalid/a.dotm, ''",
        "frame, http://example.invalid/a.html, External",
        "subDocument, b.docx, External",
        "image, http://example.invalid/a.png, External",
        "video, http://example.invalid/a.mp4, External",
        "oleObject, http://example.invalid/a.xls, External",
        "oleObject, file:///a!b, External",
        "afChunk, http://example.invalid/a.html, External",
        "slide, http://example.invalid/a.pptx, External",
        "unheardOf, http://example.invalid/, External"
    })
    void what_is_fetched_on_opening_is_refused_in_every_part(String kind, String target, String mode) {
        for (String part : new String[] {
            "word/_rels/document.xml.rels", "word/_rels/settings.xml.rels", "_rels/.rels", "word/_rels/footer3.xml.rels"
        }) {
            for (String type : new String[] {TYPE, STRICT}) {
                Map<String, byte[]> parts = SampleFiles.parts(WORD, "word/document.xml");
                parts.put(part, link(type + kind, target, mode));
                assertThat(ContentSniffer.sniff(SampleFiles.zip(parts)))
                        .as("%s in %s", type, part)
                        .isInstanceOfSatisfying(Sniffed.Unusable.class, unusable -> assertThat(unusable.message())
                                .endsWith("ください。"));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "hyperlink, https://www.city.mine.lg.jp/, External",
        "hyperlink, mailto:kikaku@example.jp, External",
        "hyperlink, file:///\\\\server\\share\\a.xlsx, External",
        "hyperlink, ../別紙.pdf, External",
        "hyperlink, C:\\a.xlsx, External",
        "image, media/image1.png, Internal",
        "image, media/image1.png, ''",
        "styles, styles.xml, ''"
    })
    void a_link_that_a_person_follows_stays(String kind, String target, String mode) {
        Map<String, byte[]> parts = SampleFiles.parts(WORD, "word/document.xml");
        parts.put("word/_rels/document.xml.rels", link(TYPE + kind, target, mode));

        assertThat(ContentSniffer.sniff(SampleFiles.zip(parts))).isEqualTo(new Sniffed.Found(FileKind.WORD));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "ms-msdt:/id",
                "search-ms:query=a",
                "vbscript:x",
                "ms-excel:ofe|u|http://a"
            })
    void a_link_that_starts_a_program_is_refused(String target) {
        Map<String, byte[]> parts = SampleFiles.parts(WORD, "word/document.xml");
        parts.put("word/_rels/document.xml.rels", link(TYPE + "hyperlink", target, "External"));

        assertThat(ContentSniffer.sniff(SampleFiles.zip(parts))).isInstanceOf(Sniffed.Unusable.class);
    }

    static Stream<Arguments> objects() {
        return Stream.of(
                Arguments.of(WORD, "word/document.xml", "word/embeddings/oleObject1.bin", "x"),
                Arguments.of(
                        WORD,
                        "word/document.xml",
                        "word/_rels/document.xml.rels",
                        inside("oleObject", "embeddings/o.bin")),
                Arguments.of(
                        WORD,
                        "word/document.xml",
                        "word/_rels/document.xml.rels",
                        inside("package", "embeddings/a.xlsx")),
                Arguments.of(WORD, "word/document.xml", "word/_rels/document.xml.rels", inside("aFChunk", "a.html")),
                Arguments.of(
                        WORD, "word/document.xml", "word/_rels/document.xml.rels", inside("control", "activex.xml")),
                Arguments.of(
                        EXCEL,
                        "xl/workbook.xml",
                        "xl/worksheets/_rels/sheet1.xml.rels",
                        inside("oleObject", "../embeddings/o.bin")),
                Arguments.of(
                        SLIDES,
                        "ppt/presentation.xml",
                        "ppt/slides/_rels/slide1.xml.rels",
                        inside("package", "../embeddings/a.docx")),
                Arguments.of(
                        SLIDES,
                        "ppt/presentation.xml",
                        "ppt/slides/slide1.xml",
                        "<p:sld xmlns:p='p'><p:oleObj/></p:sld>"));
    }

    @ParameterizedTest
    @MethodSource("objects")
    void objects_of_other_programs_are_refused(String type, String main, String part, String content) {
        Map<String, byte[]> parts = SampleFiles.parts(type, main);
        parts.put(part, text(content));

        assertThat(ContentSniffer.sniff(SampleFiles.zip(parts)))
                .isInstanceOfSatisfying(Sniffed.Unusable.class, unusable -> assertThat(unusable.message())
                        .contains("埋め込まれて"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<w:p><w:fldSimple w:instr=' DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe \"/k calc\"'/></w:p>",
                "<w:p><w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>DD</w:instrText></w:r><w:r>"
                        + "<w:instrText>EAUTO c:\\\\cmd.exe</w:instrText></w:r><w:r><w:fldChar w:fldCharType='separate'/></w:r></w:p>",
                "<w:p><w:r><w:instrText xml:space='preserve'> dde excel a </w:instrText></w:r></w:p>",
                "<w:p><w:fldSimple w:instr='INCLUDEPICTURE \"http://example.invalid/a.png\"'/></w:p>",
                "<w:p><w:fldSimple w:instr='INCLUDETEXT \"\\\\\\\\server\\\\a.docx\"'/></w:p>",
                "<w:p><w:fldSimple w:instr='LINK Excel.Sheet.8 \"C:\\\\a.xls\"'/></w:p>"
            })
    void fields_that_ask_other_programs_are_refused_in_body_and_footer(String body) {
        for (String part : new String[] {"word/document.xml", "word/footer1.xml", "word/footnotes.xml"}) {
            Map<String, byte[]> parts = SampleFiles.parts(WORD, "word/document.xml");
            parts.put(part, text("<w:document xmlns:w='w'>%s</w:document>".formatted(body)));
            assertThat(ContentSniffer.sniff(SampleFiles.zip(parts))).as(part).isInstanceOf(Sniffed.Unusable.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<w:p><w:fldSimple w:instr=' PAGE '/><w:fldSimple w:instr='HYPERLINK \"https://example.jp\"'/></w:p>",
                "<w:p><w:r><w:t>DDEAUTO という命令</w:t></w:r></w:p>",
                "<w:p><w:r><w:instrText> TOC \\\\o \"1-3\" </w:instrText></w:r></w:p>",
                "<w:p><w:fldSimple w:instr='MACROBUTTON NoMacro [ここに記入]'/></w:p>"
            })
    void honest_fields_stay(String body) {
        Map<String, byte[]> parts = SampleFiles.parts(WORD, "word/document.xml");
        parts.put("word/document.xml", text("<w:document xmlns:w='w'>%s</w:document>".formatted(escaped(body))));

        assertThat(ContentSniffer.sniff(SampleFiles.zip(parts))).isEqualTo(new Sniffed.Found(FileKind.WORD));
    }

    @ParameterizedTest
    @CsvSource({
        "xl/externalLinks/externalLink1.xml, <externalLink><ddeLink ddeService='cmd' ddeTopic='/c calc'/></externalLink>",
        "xl/externalLinks/externalLink1.xml, <externalLink><oleLink/></externalLink>",
        "ppt/slides/slide1.xml, <sld><hlinkClick action='ppaction://program'/></sld>",
        "ppt/slides/slide1.xml, <sld><hlinkClick action='ppaction://macro?name=a'/></sld>"
    })
    void commands_to_other_programs_are_refused(String part, String content) {
        boolean excel = part.startsWith("xl/");
        Map<String, byte[]> parts =
                SampleFiles.parts(excel ? EXCEL : SLIDES, excel ? "xl/workbook.xml" : "ppt/presentation.xml");
        parts.put(part, text(content));

        assertThat(ContentSniffer.sniff(SampleFiles.zip(parts))).isInstanceOf(Sniffed.Unusable.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "_with_object", "_with_template"})
    void the_workbook_within_a_chart_stays_as_long_as_it_is_honest(String what) {
        Map<String, byte[]> inner = SampleFiles.parts(EXCEL, "xl/workbook.xml");
        if (what.equals("_with_object")) {
            inner.put("xl/worksheets/_rels/sheet1.xml.rels", text(inside("oleObject", "../embeddings/o.bin")));
        } else if (what.equals("_with_template")) {
            inner.put("xl/_rels/workbook.xml.rels", link(TYPE + "image", "http://example.invalid/", "External"));
        }
        Map<String, byte[]> parts = SampleFiles.parts(WORD, "word/document.xml");
        parts.put(
                "word/charts/_rels/chart1.xml.rels",
                text(inside("package", "../embeddings/Microsoft_Excel_Sheet1.xlsx")));
        parts.put("word/embeddings/Microsoft_Excel_Sheet1.xlsx", SampleFiles.zip(inner));

        Sniffed found = ContentSniffer.sniff(SampleFiles.zip(parts));
        if (what.isEmpty()) {
            assertThat(found).isEqualTo(new Sniffed.Found(FileKind.WORD));
        } else {
            assertThat(found).isInstanceOf(Sniffed.Unusable.class);
        }
    }

    static Stream<Arguments> workbooks() {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("xl/worksheets/_rels/sheet1.xml.rels", inside("oleObject", "../embeddings/o.bin"));
        parts.put(
                "xl/drawings/_rels/drawing1.xml.rels",
                new String(
                        link(TYPE + "image", "http://example.invalid/a.png", "External"), StandardCharsets.ISO_8859_1));
        parts.put("xl/externalLinks/externalLink1.xml", "<externalLink><ddeLink/></externalLink>");
        parts.put("xl/embeddings/oleObject1.bin", "x");
        return parts.entrySet().stream().map(part -> Arguments.of(part.getKey(), part.getValue()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("workbooks")
    void an_import_refuses_the_same(String part, String content) {
        byte[] workbook = XlsxParts.plain().with(part, text(content)).bytes();

        assertThatExceptionOfType(UnreadableFileException.class)
                .isThrownBy(() -> new SheetReader().read("a.xlsx", workbook))
                .withMessageContaining("ファイルは読み込めません")
                .withMessageEndingWith("ください。");
    }

    private static byte[] link(String type, String target, String mode) {
        String written = mode.isEmpty() ? "" : " TargetMode='%s'".formatted(mode);
        String links = "<Relationships xmlns='r'><Relationship Id='a' Type='%s' Target='%s'%s/></Relationships>"
                .formatted(type, target, written);
        return links.getBytes(StandardCharsets.UTF_8);
    }

    private static String inside(String kind, String target) {
        return "<Relationships xmlns='r'><Relationship Id='a' Type='%s' Target='%s'/></Relationships>"
                .formatted(TYPE + kind, target);
    }

    /** The test's sources are in any letters, the parts in one byte each. */
    private static String escaped(String body) {
        StringBuilder escaped = new StringBuilder();
        body.chars().forEach(letter -> {
            if (letter < 128) {
                escaped.append((char) letter);
            } else {
                escaped.append("&#").append(letter).append(';');
            }
        });
        return escaped.toString();
    }
}
