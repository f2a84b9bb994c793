package jp.kyosei.backend.attachment;

import static jp.kyosei.backend.attachment.SampleFiles.docx;
import static jp.kyosei.backend.attachment.SampleFiles.docxOfTypes;
import static jp.kyosei.backend.attachment.SampleFiles.docxWith;
import static jp.kyosei.backend.attachment.SampleFiles.joined;
import static jp.kyosei.backend.attachment.SampleFiles.jpeg;
import static jp.kyosei.backend.attachment.SampleFiles.pdf;
import static jp.kyosei.backend.attachment.SampleFiles.png;
import static jp.kyosei.backend.attachment.SampleFiles.text;
import static jp.kyosei.backend.attachment.SampleFiles.webp;
import static jp.kyosei.backend.attachment.SampleFiles.zip;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ContentSnifferTest {
    private static final String OLE = "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1";
    private static final String WORD_MAIN =
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

    static Stream<Arguments> honest_files() {
        return Stream.of(
                Arguments.of(FileKind.PDF, pdf()),
                Arguments.of(FileKind.PNG, png()),
                Arguments.of(FileKind.JPEG, jpeg()),
                Arguments.of(FileKind.WEBP, webp()),
                Arguments.of(FileKind.WORD, docx()),
                Arguments.of(FileKind.EXCEL, SampleFiles.xlsx()),
                Arguments.of(FileKind.POWERPOINT, SampleFiles.pptx()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("honest_files")
    void an_honest_file_is_known_by_its_content(FileKind kind, byte[] content) {
        assertThat(ContentSniffer.sniff(content)).isEqualTo(new Sniffed.Found(kind));
    }

    @Test
    void a_photo_of_a_telephone_with_a_second_picture_behind_is_taken() {
        assertThat(ContentSniffer.sniff(joined(jpeg(), jpeg()))).isEqualTo(new Sniffed.Found(FileKind.JPEG));
    }

    @Test
    void a_list_of_types_that_begins_with_a_byte_order_mark_is_read() {
        byte[] types = types(WORD_MAIN);
        assertThat(ContentSniffer.sniff(docxOfTypes(joined(text("\u00ef\u00bb\u00bf"), types))))
                .isEqualTo(new Sniffed.Found(FileKind.WORD));
    }

    static Stream<Arguments> hostile_files() {
        return Stream.of(
                Arguments.of("nothing at all", new byte[0], "空です"),
                Arguments.of("a single byte", new byte[1], "この種類"),
                Arguments.of(
                        "a Windows program", text("MZ\u0090\0\3\0\0\0\4\0\0\0\u00ff\u00ff" + "\0".repeat(200)), "この種類"),
                Arguments.of("a Linux program", text("\u007fELF\2\1\1" + "\0".repeat(60)), "この種類"),
                Arguments.of("a shell script", text("#!/bin/sh\nrm -rf /\n"), "この種類"),
                Arguments.of("plain text", text("kisarazu,1\n"), "この種類"),
                Arguments.of("a batch file", text("@echo off\r\ndel *.*\r\n"), "この種類"),
                Arguments.of("a web page", text("<!DOCTYPE html><html><script>alert(1)</script></html>"), "ウェブページ"),
                Arguments.of(
                        "an SVG", text("<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>"), "ウェブページ"),
                Arguments.of(
                        "an SVG behind an XML head",
                        text("<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\"/>"),
                        "ウェブページ"),
                Arguments.of(
                        "XML that unfolds",
                        text("<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b \"b\">]><a>&b;</a>"),
                        "ウェブページ"),
                Arguments.of("a GIF", text("GIF89a\1\0\1\0\0\0\0;"), "この種類"),
                Arguments.of("a GIF that is a script", text("GIF89a/*\0\0*/=1;alert(1)"), "この種類"),
                Arguments.of("rich text", text("{\\rtf1 {\\object\\objdata 0105}}"), "この種類"),
                Arguments.of("old Word, or with a password", text(OLE + "\0".repeat(600)), "古い形式"),
                Arguments.of("a PDF cut off", Arrays.copyOf(pdf(), 40), "途中で切れて"),
                Arguments.of("a PDF behind something else", joined(text("junk\n"), pdf()), ""),
                Arguments.of(
                        "a PDF that is a web page", text("%PDF-1.7\n<html><script>alert(1)</script>\n%%EOF"), "混ざって"),
                Arguments.of("a PDF that is a zip", joined(pdf(), docx()), "混ざって"),
                Arguments.of("a PNG signature alone", Arrays.copyOf(png(), 8), "途中で切れて"),
                Arguments.of(
                        "a PNG signature with a web page",
                        joined(Arrays.copyOf(png(), 8), text("<html><script>alert(1)</script></html>")),
                        "途中で切れて"),
                Arguments.of("a PNG cut off", Arrays.copyOf(png(), png().length - 5), "途中で切れて"),
                Arguments.of("a PNG with a program behind", joined(png(), text("MZ\u0090\0")), "途中で切れて"),
                Arguments.of(
                        "a PNG whose part is longer than all",
                        text("\u0089PNG\r\n\u001a\n\u007f\u00ff\u00ff\u00ffIHDR" + "\0".repeat(20)),
                        "途中で切れて"),
                Arguments.of("a JPEG cut off", Arrays.copyOf(jpeg(), jpeg().length - 2), "途中で切れて"),
                Arguments.of("a JPEG that is a zip", joined(jpeg(), docx()), "混ざって"),
                Arguments.of("a JPEG that is a PDF", jpegWithComment("%PDF-1.7 "), "混ざって"),
                Arguments.of("a JPEG that is a web page", jpegWithComment("<ScRiPt>alert(1)</script>"), "混ざって"),
                Arguments.of("a WebP longer than it says", joined(webp(), text("<html>")), "途中で切れて"),
                Arguments.of("a zip of whatever", zip(Map.of("a.exe", text("MZ"))), "ZIP"),
                Arguments.of(
                        "an OpenDocument text",
                        zip(Map.of("mimetype", text("application/vnd.oasis.opendocument.text"))),
                        "ZIP"),
                Arguments.of("a Java archive", zip(Map.of("META-INF/MANIFEST.MF", text("Main-Class: A"))), "ZIP"),
                Arguments.of(
                        "Word with macros",
                        docxOfTypes(types("application/vnd.ms-word.document.macroEnabled.main+xml")),
                        "マクロ"),
                Arguments.of("Word with a macro project", docxWith("word/vbaProject.bin", text("x")), "マクロ"),
                Arguments.of(
                        "Word with a macro project in capitals", docxWith("word/VBAPROJECT.BIN", text("x")), "マクロ"),
                Arguments.of(
                        "Word with macros under another name",
                        docxOfTypes(types(WORD_MAIN, "application/vnd.ms-office.vbaProject")),
                        "マクロ"),
                Arguments.of("Word with ActiveX", docxWith("word/activeX/activeX1.bin", text("x")), "マクロ"),
                Arguments.of("Excel with macros of 1992", docxWith("xl/macrosheets/sheet1.xml", text("x")), "マクロ"),
                Arguments.of(
                        "macros written by an entity beside a feigned type",
                        docxOfTypes(
                                text(
                                        "<Types><!-- \"" + WORD_MAIN
                                                + "\" --><Override ContentType=\"application/vnd.ms-word.document.macro&#69;nabled.main+xml\"/></Types>")),
                        "マクロ"),
                Arguments.of(
                        "two main parts",
                        docxOfTypes(types(
                                WORD_MAIN,
                                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml")),
                        "ZIP"),
                Arguments.of("types that are no XML", docxOfTypes(text("<Types")), "壊れて"),
                Arguments.of(
                        "types that read a file of the server",
                        docxOfTypes(
                                text(
                                        "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><Types><Override ContentType=\"&b;\"/></Types>")),
                        ""),
                Arguments.of("Word cut off", Arrays.copyOf(docx(), docx().length - 30), "壊れて"),
                Arguments.of("Word cut in half", Arrays.copyOf(docx(), docx().length / 2), "壊れて"),
                Arguments.of("Word with something behind", joined(docx(), text("MZ")), "壊れて"),
                Arguments.of(
                        "Word with a part that its list hides", hidden(docxWith("word/extra.xml", text("x"))), "壊れて"),
                Arguments.of("Word with the same part twice", docxWith("WORD/document.xml", text("<other/>")), "壊れて"),
                Arguments.of("a bomb", docxWith("word/bomb.xml", new byte[260 * 1024 * 1024]), "大きくなりすぎる"),
                Arguments.of("a bomb of entries", zip(manyParts()), "大きくなりすぎる"),
                Arguments.of(
                        "a web page in a zip signature",
                        joined(text("PK\3\4"), text("<html><script>alert(1)</script>")),
                        "混ざって"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostile_files")
    void what_is_not_taken_is_refused_with_what_to_do(String what, byte[] content, String word) {
        Sniffed sniffed = ContentSniffer.sniff(content);
        assertThat(sniffed).as(what).isInstanceOfSatisfying(Sniffed.Unusable.class, refused -> assertThat(
                        refused.message())
                .contains(word)
                .endsWith("。"));
    }

    private static byte[] types(String... types) {
        StringBuilder xml = new StringBuilder("<Types>");
        for (String type : types) {
            xml.append("<Override PartName=\"/p\" ContentType=\"").append(type).append("\"/>");
        }
        return text(xml.append("</Types>").toString());
    }

    private static byte[] jpegWithComment(String comment) {
        byte[] jpeg = jpeg();
        return ByteBuffer.allocate(jpeg.length + 4 + comment.length())
                .put(jpeg, 0, 2)
                .put((byte) 0xFF)
                .put((byte) 0xFE)
                .putShort((short) (comment.length() + 2))
                .put(comment.getBytes(StandardCharsets.US_ASCII))
                .put(jpeg, 2, jpeg.length - 2)
                .array();
    }

    /** Takes the last entry out of the list at the end, so that it stands only before it. */
    private static byte[] hidden(byte[] zip) {
        ByteBuffer bytes = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        int end = zip.length - 22;
        int start = bytes.getInt(end + 16);
        int last = start;
        for (int at = start; at < end; at += 46 + bytes.getShort(at + 28) + bytes.getShort(at + 30)) {
            last = at;
        }
        short left = (short) (bytes.getShort(end + 10) - 1);
        byte[] shorter = joined(Arrays.copyOf(zip, last), Arrays.copyOfRange(zip, end, zip.length));
        ByteBuffer.wrap(shorter)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort(last + 8, left)
                .putShort(last + 10, left)
                .putInt(last + 12, last - start);
        return shorter;
    }

    private static Map<String, byte[]> manyParts() {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        for (int number = 0; number <= 10_001; number++) {
            parts.put("p" + number, new byte[0]);
        }
        return parts;
    }
}
