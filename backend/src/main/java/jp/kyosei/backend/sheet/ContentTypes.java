package jp.kyosei.backend.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.xml.sax.Attributes;

/** What a zip file is: a workbook, or something else that is packed the same way. */
final class ContentTypes extends PartXml.Listener {
    private static final String PART = "[Content_Types].xml";
    private static final String PLAIN_WORKBOOK = "spreadsheetml.sheet.main+xml";
    private static final String TEMPLATE = "spreadsheetml.template.main+xml";
    private static final int LONGEST_MIME_TYPE = 200;

    private final List<String> types = new ArrayList<>();

    private ContentTypes() {}

    /** @throws UnreadableFileException if it is no workbook that may be read */
    static void requireWorkbook(ZipParts parts) {
        if (!parts.has(PART)) {
            throw withoutTypes(parts);
        }
        ContentTypes found = new ContentTypes();
        PartXml.read(parts.open(PART, Limits.DIRECTORY_BYTES), found);
        found.require(parts);
    }

    @Override
    void open(int depth, String name, Attributes attributes) {
        String type = attributes.getValue("ContentType");
        if (depth == 2 && type != null) {
            types.add(type.toLowerCase(Locale.ROOT));
        }
    }

    private void require(ZipParts parts) {
        if (any("sheet.binary")) {
            throw Refusals.binary();
        }
        boolean programs =
                parts.names().stream().anyMatch(name -> name.contains("vbaproject") || name.contains("macrosheets/"));
        if (programs || any("macroenabled") || any("vbaproject") || any("macrosheet")) {
            throw Refusals.macros();
        }
        if (any("wordprocessingml")) {
            throw Refusals.otherKind("Wordの文書");
        }
        if (any("presentationml")) {
            throw Refusals.otherKind("PowerPointのスライド");
        }
        if (!any(PLAIN_WORKBOOK) && !any(TEMPLATE)) {
            throw Refusals.broken("Excelブックの中身が見つかりません");
        }
    }

    private boolean any(String word) {
        return types.stream().anyMatch(type -> type.contains(word));
    }

    private static UnreadableFileException withoutTypes(ZipParts parts) {
        String type = parts.has("mimetype") ? parts.text("mimetype", LONGEST_MIME_TYPE) : "";
        if (type.contains("opendocument.spreadsheet")) {
            return Refusals.otherSpreadsheet("LibreOffice");
        }
        if (type.contains("opendocument.text")) {
            return Refusals.otherKind("LibreOfficeの文書");
        }
        if (parts.names().stream().anyMatch(name -> name.endsWith(".iwa"))) {
            return Refusals.otherSpreadsheet("Numbers");
        }
        boolean workbook = parts.names().stream().anyMatch(name -> name.startsWith("xl/"));
        return workbook ? Refusals.broken("Excelブックの目次がありません") : Refusals.otherKind("ZIPなどのまとめたファイル");
    }
}
