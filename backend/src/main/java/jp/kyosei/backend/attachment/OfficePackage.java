package jp.kyosei.backend.attachment;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * A zip file that may be a Word, Excel or PowerPoint file (ECMA-376): which of them, its {@code [Content_Types].xml}
 * says. Every entry is unpacked once, to nowhere, to know that it can be.
 */
final class OfficePackage {
    /** An honest workbook unpacks to twenty times its size; this is twenty-five times the largest file. */
    private static final long MOST_UNPACKED = 250L * 1024 * 1024;

    private static final int MOST_ENTRIES = 10_000;
    private static final int LONGEST_CONTENT_TYPES = 1024 * 1024;
    private static final int BUFFER = 64 * 1024;

    private static final String CONTENT_TYPES = "[Content_Types].xml";
    private static final Map<String, FileKind> MAIN_PARTS = Map.of(
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml", FileKind.WORD,
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml", FileKind.EXCEL,
            "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml", FileKind.POWERPOINT);

    /** In media types of parts and in their names. */
    private static final List<String> PROGRAMS =
            List.of("macroenabled", "vbaproject", "vbadata", "macrosheet", "activex");

    private static final Sniffed BROKEN =
            new Sniffed.Unusable("ファイルが途中で切れているか、壊れているか、パスワードが付いています。開けることを確かめて、保存し直してから添付してください。");
    private static final Sniffed TOO_FULL =
            new Sniffed.Unusable("ファイルを展開すると大きくなりすぎるため、添付できません。不要なシートや画像を除いて保存し直すか、PDF にして添付してください。");
    private static final Sniffed WITH_PROGRAMS =
            new Sniffed.Unusable("マクロや ActiveX の入った Office ファイルは添付できません。マクロのない形式（docx・xlsx・pptx）か PDF で保存し直してください。");
    private static final Sniffed NO_OFFICE_FILE = new Sniffed.Unusable(
            "ZIP などのまとめたファイルや、Office の文書・ブック・スライド以外の形式は添付できません。中のファイルを PDF や docx・xlsx・pptx で、1つずつ添付してください。");

    private OfficePackage() {}

    static Sniffed sniff(byte[] content) {
        try {
            Unpacked unpacked = unpack(content);
            if (unpacked.tooFull()) {
                return TOO_FULL;
            }
            boolean sound = ZipListing.names(content)
                    .filter(listed -> sorted(listed).equals(sorted(unpacked.names())) && areDistinct(unpacked.names()))
                    .isPresent();
            return sound ? kind(unpacked) : BROKEN;
        } catch (IOException | IllegalArgumentException | XMLStreamException e) {
            // The unzipper throws the second for names that are no text.
            return BROKEN;
        }
    }

    private record Unpacked(List<String> names, InputStream contentTypes, boolean tooFull) {}

    private static Unpacked unpack(byte[] content) throws IOException {
        List<String> names = new ArrayList<>();
        ByteArrayOutputStream contentTypes = new ByteArrayOutputStream();
        byte[] buffer = new byte[BUFFER];
        long unpacked = 0;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
                boolean wanted = entry.getName().equals(CONTENT_TYPES);
                for (int read = zip.read(buffer); read >= 0; read = zip.read(buffer)) {
                    unpacked += read;
                    if (unpacked > MOST_UNPACKED || contentTypes.size() > LONGEST_CONTENT_TYPES) {
                        return new Unpacked(names, InputStream.nullInputStream(), true);
                    }
                    if (wanted) {
                        contentTypes.write(buffer, 0, read);
                    }
                }
                if (names.size() > MOST_ENTRIES) {
                    return new Unpacked(names, InputStream.nullInputStream(), true);
                }
            }
        }
        return new Unpacked(names, new ByteArrayInputStream(contentTypes.toByteArray()), false);
    }

    private static Sniffed kind(Unpacked unpacked) throws XMLStreamException {
        if (!unpacked.names().contains(CONTENT_TYPES)) {
            return NO_OFFICE_FILE;
        }
        Set<String> types = types(unpacked.contentTypes());
        if (types.stream().anyMatch(OfficePackage::isProgram)
                || unpacked.names().stream().anyMatch(OfficePackage::isProgram)) {
            return WITH_PROGRAMS;
        }
        List<FileKind> kinds = types.stream()
                .filter(MAIN_PARTS::containsKey)
                .map(MAIN_PARTS::get)
                .toList();
        return kinds.size() == 1 ? new Sniffed.Found(kinds.getFirst()) : NO_OFFICE_FILE;
    }

    /** The media types of all parts, parsed: in the text, they could be hidden or feigned by entities and comments. */
    private static Set<String> types(InputStream xml) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        XMLStreamReader reader = factory.createXMLStreamReader(xml);
        Set<String> types = new HashSet<>();
        while (reader.hasNext()) {
            if (reader.next() == XMLStreamConstants.START_ELEMENT) {
                String type = reader.getAttributeValue(null, "ContentType");
                if (type != null) {
                    types.add(type.strip());
                }
            }
        }
        return types;
    }

    private static boolean isProgram(String typeOrName) {
        String lower = typeOrName.toLowerCase(Locale.ROOT);
        return PROGRAMS.stream().anyMatch(lower::contains);
    }

    private static List<String> sorted(List<String> names) {
        return names.stream().sorted().toList();
    }

    /** Names of parts that differ in case alone are the same to Office. */
    private static boolean areDistinct(List<String> names) {
        return names.stream()
                        .map(name -> name.toLowerCase(Locale.ROOT))
                        .collect(Collectors.toSet())
                        .size()
                == names.size();
    }
}
