package jp.kyosei.backend.attachment;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import jp.kyosei.backend.officefile.ZipParts;
import jp.kyosei.backend.pdffile.PdfContent;
import jp.kyosei.backend.pdffile.PdfFile;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MimeTypes;

/**
 * Finds out what a content is from its bytes alone. What is taken has to be whole, and no other kind of file at the same
 * time: a reader and a scanner must not see two different things in it.
 */
final class ContentSniffer {
    private static final MimeTypes TYPES = MimeTypes.getDefaultMimeTypes();

    /** So far do browsers look for markup, and PDF readers for the start of a PDF. */
    private static final int GUESSED_FROM = 1_445;

    private static final List<String> MARKUP = List.of("<html", "<script", "<svg", "<!doctype", "<iframe", "<body");
    private static final String PDF_START = "%PDF-";
    private static final String PDF_END = "%%EOF";

    private static final Sniffed EMPTY = new Sniffed.Unusable("ファイルが空です。中身のあるファイルを選んでください。");
    private static final Sniffed BROKEN = new Sniffed.Unusable("ファイルが途中で切れているか、壊れています。開けることを確かめて、保存し直してから添付してください。");
    private static final Sniffed TWO_IN_ONE = new Sniffed.Unusable("ファイルに別の種類のデータが混ざっています。元のソフトで開き、保存し直してから添付してください。");
    private static final Sniffed OLD_OFFICE = new Sniffed.Unusable(
            "古い形式の Office ファイル（doc・xls・ppt）か、パスワードの付いた Office ファイルです。新しい形式（docx・xlsx・pptx）か PDF で、パスワードを付けずに保存し直してください。");
    private static final Sniffed MARKED_UP = new Sniffed.Unusable("ウェブページや SVG は添付できません。PDF か画像（PNG・JPEG）にして添付してください。");
    private static final Sniffed OTHER =
            new Sniffed.Unusable("この種類のファイルは添付できません。添付できるのは、%s です。".formatted(FileKind.WORDS));

    private ContentSniffer() {}

    static Sniffed sniff(byte[] content) {
        if (content.length == 0) {
            return EMPTY;
        }
        if (ZipParts.startsAsZip(content)) {
            return hasForeignStart(content) ? TWO_IN_ONE : OfficePackage.sniff(content);
        }
        String type = type(content);
        return switch (type) {
            case "application/pdf" -> pdf(content);
            case "image/png" -> whole(FileKind.PNG, ImageStructure.isWholePng(content), content);
            case "image/jpeg" -> whole(FileKind.JPEG, ImageStructure.isWholeJpeg(content), content);
            case "image/webp" -> whole(FileKind.WEBP, ImageStructure.isWholeWebp(content), content);
            default -> refusal(type);
        };
    }

    private static Sniffed refusal(String type) {
        if (type.contains("msoffice") || type.contains("msword") || type.contains("vnd.ms-")) {
            return OLD_OFFICE;
        }
        return type.contains("html") || type.contains("svg") || type.contains("xml") ? MARKED_UP : OTHER;
    }

    private static Sniffed pdf(byte[] content) {
        String text = new String(content, StandardCharsets.ISO_8859_1);
        Sniffed found = whole(FileKind.PDF, text.startsWith(PDF_START) && text.contains(PDF_END), content);
        return found instanceof Sniffed.Found ? looked(found, PdfFile.look(content)) : found;
    }

    private static Sniffed looked(Sniffed found, PdfContent content) {
        return switch (content) {
            case PLAIN -> found;
            case ACTIVE ->
                new Sniffed.Unusable(
                        "開くと動くもの（JavaScript やプログラムの起動、送信フォームなど）が入った PDF は添付できません。「PDF として印刷」などで、動きのない PDF に作り直してください。");
            case CARRYING -> new Sniffed.Unusable("別のファイルや動画・音声が埋め込まれた PDF は添付できません。取り除いて保存し直し、必要なファイルは1つずつ添付してください。");
            case FROM_OUTSIDE ->
                new Sniffed.Unusable("ほかの場所から内容を読み込む PDF は添付できません。「PDF として印刷」などで、中身のそろった PDF に作り直してください。");
            case LOCKED -> new Sniffed.Unusable("パスワードや印刷・編集の制限が付いた PDF は、中を確かめられないため添付できません。制限を外して保存し直してください。");
            case BROKEN -> BROKEN;
        };
    }

    private static Sniffed whole(FileKind kind, boolean whole, byte[] content) {
        if (!whole) {
            return BROKEN;
        }
        boolean alsoPdf = kind != FileKind.PDF && start(content).contains(PDF_START.toLowerCase(Locale.ROOT));
        return alsoPdf || hasForeignStart(content) || ZipParts.endsAsZip(content)
                ? TWO_IN_ONE
                : new Sniffed.Found(kind);
    }

    private static boolean hasForeignStart(byte[] content) {
        String start = start(content);
        return MARKUP.stream().anyMatch(start::contains);
    }

    private static String start(byte[] content) {
        return new String(content, 0, Math.min(content.length, GUESSED_FROM), StandardCharsets.ISO_8859_1)
                .toLowerCase(Locale.ROOT);
    }

    /** By Tika's table of signatures; no name is given, so none misleads it. */
    private static String type(byte[] content) {
        try {
            return TYPES.detect(new ByteArrayInputStream(content), new Metadata())
                    .toString();
        } catch (IOException e) {
            throw new UncheckedIOException("bytes in memory could not be read", e);
        }
    }
}
