package jp.kyosei.backend.sheet.reading;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import jp.kyosei.backend.officefile.ZipParts;
import jp.kyosei.backend.sheet.Book;
import jp.kyosei.backend.sheet.BookKind;
import jp.kyosei.backend.sheet.FileRefusals;
import jp.kyosei.backend.sheet.SheetLimits;
import jp.kyosei.backend.sheet.UnreadableFileException;
import jp.kyosei.backend.sheet.text.DecodedText;
import jp.kyosei.backend.sheet.text.DelimitedText;
import jp.kyosei.backend.sheet.text.Signature;
import jp.kyosei.backend.sheet.xlsx.Workbook;

/**
 * Reads the tables that people hand in. What a file is, its content says first and its name second. It never
 * follows a link out of the file, runs nothing in it, and stays within {@code SheetLimits}.
 */
@Singleton
public final class SheetReader {
    /** The largest file that is read, in bytes. */
    public static final int MOST_BYTES = SheetLimits.FILE_BYTES;

    /** What is said of a larger one. */
    public static final String TOO_LARGE = "ファイルは 20 MB までです。要らないシートや画像を除いて保存し直してください。";

    /**
     * Reads an {@code .xlsx}, or a text with cells between commas, tabs or semicolons in UTF-8, windows-31j or, with its
     * mark, UTF-16. Hidden sheets are left out.
     *
     * @throws UnreadableFileException with a message in Japanese that says why and what to do
     * @throws java.util.concurrent.CancellationException if the thread is interrupted meanwhile
     */
    public Book read(String fileName, byte[] content) {
        return read(fileName, content, false);
    }

    /** The same with the hidden sheets at their places between the others, for forms that keep in one what they need again. */
    public Book readWithHidden(String fileName, byte[] content) {
        return read(fileName, content, true);
    }

    private static Book read(String fileName, byte[] content, boolean hidden) {
        if (content.length == 0) {
            throw FileRefusals.empty();
        }
        if (content.length > SheetLimits.FILE_BYTES) {
            throw FileRefusals.largeFile();
        }
        String name = fileName.toLowerCase(Locale.ROOT);
        if (ZipParts.startsAsZip(content)) {
            Book book = Workbook.read(content, hidden);
            rejectMacroName(name);
            return book;
        }
        Signature.rejectOthers(content);
        String text = isWorkbookName(name) ? textOfWorkbookName(content) : DecodedText.of(content);
        if (text.isBlank()) {
            throw FileRefusals.empty();
        }
        rejectWorkbookName(name);
        return new Book(BookKind.CSV, List.of(DelimitedText.file(text)));
    }

    /**
     * Reads cells as a spreadsheet puts them on the clipboard: tabs between them, quotes around those with line breaks.
     *
     * @throws UnreadableFileException with a message in Japanese that says why and what to do
     * @throws java.util.concurrent.CancellationException if the thread is interrupted meanwhile
     */
    public Book paste(String text) {
        if (text.isBlank()) {
            throw new UnreadableFileException("貼り付けられた文字がありません。Excelで表の範囲をコピーして貼り付けてください。");
        }
        if (text.length() > SheetLimits.FILE_BYTES) {
            throw FileRefusals.largeFile();
        }
        DecodedText.rejectControls(text);
        return new Book(BookKind.PASTED, List.of(DelimitedText.pasted(text)));
    }

    /** Excel itself does not open a workbook without macros under such a name. */
    private static void rejectMacroName(String name) {
        if (name.endsWith(".xlsm") || name.endsWith(".xltm") || name.endsWith(".xlam")) {
            throw FileRefusals.macros();
        }
    }

    private static boolean isWorkbookName(String name) {
        return name.endsWith(".xlsx") || name.endsWith(".xlsm") || name.endsWith(".xlsb") || name.endsWith(".xls");
    }

    /** Lines and encodings mean nothing to a person who chose a workbook. */
    private static String textOfWorkbookName(byte[] content) {
        try {
            return DecodedText.of(content);
        } catch (UnreadableFileException e) {
            throw FileRefusals.broken();
        }
    }

    private static void rejectWorkbookName(String name) {
        if (isWorkbookName(name)) {
            throw name.endsWith(".xls") ? FileRefusals.old() : FileRefusals.notAWorkbook();
        }
    }
}
