package jp.kyosei.backend.attachment;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.kyosei.backend.officefile.ContentTypes;
import jp.kyosei.backend.officefile.OfficeActivity;
import jp.kyosei.backend.officefile.OfficeFileException;
import jp.kyosei.backend.officefile.ZipParts;

/**
 * A zip file that may be a Word, Excel or PowerPoint file (ECMA-376): which of them, its {@code [Content_Types].xml}
 * says. Every entry is unpacked once, to nowhere, to know that it can be.
 */
final class OfficePackage {
    /** An honest workbook unpacks to twenty times its size; this is twenty-five times the largest file. */
    private static final long MOST_UNPACKED = 250L * 1024 * 1024;

    private static final int MOST_ENTRIES = 10_000;
    private static final int LONGEST_CONTENT_TYPES = 1024 * 1024;

    private static final Map<String, FileKind> MAIN_PARTS = Map.of(
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml", FileKind.WORD,
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml", FileKind.EXCEL,
            "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml", FileKind.POWERPOINT);

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
            return kind(ZipParts.of(content, MOST_UNPACKED, MOST_ENTRIES));
        } catch (OfficeFileException e) {
            return switch (e.fault()) {
                case TOO_LARGE -> TOO_FULL;
                case BROKEN, LOCKED, HOSTILE_XML -> BROKEN;
            };
        }
    }

    private static Sniffed kind(ZipParts parts) {
        if (!parts.has(ContentTypes.PART)) {
            return NO_OFFICE_FILE;
        }
        ContentTypes types = ContentTypes.of(parts, LONGEST_CONTENT_TYPES);
        if (types.hasMacros() || types.hasActiveX()) {
            return WITH_PROGRAMS;
        }
        Optional<OfficeActivity.Kind> activity = OfficeActivity.of(parts);
        if (activity.isPresent()) {
            return new Sniffed.Unusable(
                    switch (activity.get()) {
                        case FROM_OUTSIDE ->
                            "外部のテンプレートや画像など、開くとほかの場所から読み込むものが入っています。リンクを解除し、本文に取り込んでから保存し直すか、PDF にして添付してください。";
                        case OBJECT -> "ほかのソフトのオブジェクト（OLE）や別のファイルが埋め込まれています。取り除いて保存し直すか、PDF にして添付してください。";
                        case COMMAND -> "ほかのソフトへの命令（DDE）や外部データ接続、アドインが入っています。取り除いて保存し直すか、PDF にして添付してください。";
                    });
        }
        List<FileKind> kinds = types.types().stream()
                .filter(MAIN_PARTS::containsKey)
                .map(MAIN_PARTS::get)
                .toList();
        return kinds.size() == 1 ? new Sniffed.Found(kinds.getFirst()) : NO_OFFICE_FILE;
    }
}
