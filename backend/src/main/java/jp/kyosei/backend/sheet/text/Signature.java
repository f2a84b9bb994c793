package jp.kyosei.backend.sheet.text;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import jp.kyosei.backend.sheet.FileRefusals;
import jp.kyosei.backend.sheet.UnreadableFileException;

/** Knows by its first bytes what a file is that is no table, whatever its name says. */
public final class Signature {
    /** Text before the first tag of a web page: byte order mark, blank lines, a comment. */
    private static final int GUESSED_FROM = 1_024;

    private static final String OLE = "\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1";
    private static final String IMAGE = "画像ファイル";
    private static final String PACKED = "圧縮ファイル";
    private static final String PROGRAM = "プログラムのファイル";

    private static final Map<String, String> KINDS = Map.ofEntries(
            Map.entry("%PDF-", "PDFファイル"),
            Map.entry("\u0089PNG", IMAGE),
            Map.entry("\u00FF\u00D8\u00FF", IMAGE),
            Map.entry("GIF8", IMAGE),
            Map.entry("BM", IMAGE),
            Map.entry("II*\0", IMAGE),
            Map.entry("MM\0*", IMAGE),
            Map.entry("RIFF", IMAGE),
            Map.entry("{\\rtf", "リッチテキストの文書"),
            Map.entry("7z\u00BC\u00AF", PACKED),
            Map.entry("Rar!", PACKED),
            Map.entry("\u001F\u008B", PACKED),
            Map.entry("BZh", PACKED),
            Map.entry("MSCF", PACKED),
            Map.entry("MZ", PROGRAM),
            Map.entry("\u007FELF", PROGRAM),
            Map.entry("SQLite format 3", "データベースのファイル"));

    /** Signatures so short that a text may begin with them; a file of these kinds has null bytes. */
    private static final List<String> SHORT = List.of("BM", "MZ");

    private static final List<String> OLD_EXCEL =
            List.of("\u0009\0\u0004\0", "\u0009\u0002\u0006\0", "\u0009\u0004\u0006\0", "\u0009\u0008");

    private Signature() {}

    /** @throws UnreadableFileException if it is another kind of file than a text or a zip file */
    public static void rejectOthers(byte[] content) {
        String start = new String(content, 0, Math.min(content.length, GUESSED_FROM), StandardCharsets.ISO_8859_1);
        if (start.startsWith(OLE)) {
            throw compound(content);
        }
        boolean nulls = start.indexOf('\0') >= 0;
        if (nulls && OLD_EXCEL.stream().anyMatch(start::startsWith)) {
            throw FileRefusals.old();
        }
        for (Map.Entry<String, String> kind : KINDS.entrySet()) {
            if (start.startsWith(kind.getKey()) && (nulls || !SHORT.contains(kind.getKey()))) {
                throw FileRefusals.otherKind(kind.getValue());
            }
        }
        if (start.startsWith("-lh", 2)) {
            throw FileRefusals.otherKind(PACKED);
        }
        rejectMarkup(start);
    }

    private static void rejectMarkup(String start) {
        String withoutMark = start.startsWith("\u00EF\u00BB\u00BF") ? start.substring(3) : start;
        String lower = withoutMark.strip().toLowerCase(Locale.ROOT);
        if (lower.startsWith("mime-version:")
                || lower.startsWith("<!--")
                || Stream.of("<!doctype html", "<html", "<head", "<table", "<meta", "<body")
                        .anyMatch(lower::startsWith)) {
            throw FileRefusals.otherKind("ウェブページ（HTML）の形式のファイル");
        }
        if (lower.startsWith("<?xml") || lower.startsWith("<workbook")) {
            throw FileRefusals.otherKind("XMLの形式のファイル");
        }
        if (lower.startsWith("id;p")) {
            throw FileRefusals.otherKind("SYLKの形式のファイル");
        }
        if (lower.startsWith("{\"") || lower.startsWith("[{")) {
            throw FileRefusals.otherKind("JSONの形式のファイル");
        }
    }

    /** The container of old Office files, and of new ones with a password; the names of its streams tell which. */
    private static UnreadableFileException compound(byte[] content) {
        if (names(content, "EncryptedPackage") || names(content, "EncryptionInfo")) {
            return FileRefusals.locked();
        }
        if (names(content, "Workbook") || names(content, "Book")) {
            return FileRefusals.old();
        }
        if (names(content, "WordDocument") || names(content, "PowerPoint Document")) {
            return FileRefusals.otherKind("古い形式のWordやPowerPointのファイル");
        }
        return FileRefusals.old();
    }

    private static boolean names(byte[] content, String stream) {
        String all = new String(content, StandardCharsets.ISO_8859_1);
        return all.contains(new String(stream.getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1));
    }
}
