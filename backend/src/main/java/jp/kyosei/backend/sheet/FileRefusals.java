package jp.kyosei.backend.sheet;

import java.util.Locale;
import jp.kyosei.backend.officefile.OfficeActivity;
import jp.kyosei.backend.officefile.OfficeFileException;

/** Why a file is not read, in the words of the person who has to do something about it. */
public final class FileRefusals {
    private static final String SAVE_AS_XLSX = "Excelで開き、「Excelブック（.xlsx）」として保存し直してください。";

    private FileRefusals() {}

    public static UnreadableFileException broken() {
        return new UnreadableFileException("ファイルが途中で切れているか、壊れています。Excelで開けることを確かめ、名前を付けて保存し直してください。");
    }

    /** @param what the damage, as a Japanese clause without full stop */
    public static UnreadableFileException broken(String what) {
        return new UnreadableFileException(what + "（ファイルが壊れています）。Excelで開けることを確かめ、名前を付けて保存し直してください。");
    }

    public static UnreadableFileException empty() {
        return new UnreadableFileException("ファイルが空です。表の入ったファイルを選んでください。");
    }

    public static UnreadableFileException noTable() {
        return new UnreadableFileException("文字や数値の入ったセルがありません。表の入ったファイルを選んでください。");
    }

    public static UnreadableFileException locked() {
        return new UnreadableFileException("パスワードで保護されたファイルは読み込めません。Excelで開き、パスワードを外して保存し直してください。");
    }

    public static UnreadableFileException old() {
        return new UnreadableFileException("古い形式（.xls）のExcelファイルは読み込めません。" + SAVE_AS_XLSX);
    }

    public static UnreadableFileException binary() {
        return new UnreadableFileException("バイナリ形式（.xlsb）のExcelファイルは読み込めません。" + SAVE_AS_XLSX);
    }

    public static UnreadableFileException macros() {
        return new UnreadableFileException("マクロの入ったファイルは読み込めません。Excelで開き、マクロのない「Excelブック（.xlsx）」として保存し直してください。");
    }

    public static UnreadableFileException activeX() {
        return new UnreadableFileException(
                "ActiveX コントロールの入ったファイルは読み込めません。Excelで開き、コントロールを削除して「Excelブック（.xlsx）」として保存し直してください。");
    }

    /** What is said of a file that would do something by itself. */
    public static UnreadableFileException active(OfficeActivity.Kind kind) {
        return new UnreadableFileException(switch (kind) {
                    case FROM_OUTSIDE -> "開くとほかの場所から読み込むもの（外部の画像やテンプレート）が入ったファイルは読み込めません。";
                    case OBJECT -> "ほかのソフトのオブジェクト（OLE）や別のファイルが埋め込まれたファイルは読み込めません。";
                    case COMMAND -> "ほかのソフトへの命令（DDE）や外部データ接続、アドインの入ったファイルは読み込めません。";
                }
                + "表だけを新しいブックに値で貼り付け、「Excelブック（.xlsx）」として保存してください。");
    }

    /** What is said of a file that cannot be taken apart. */
    public static UnreadableFileException of(OfficeFileException e) {
        return switch (e.fault()) {
            case BROKEN -> broken();
            case LOCKED -> locked();
            case TOO_LARGE -> largeUnpacked();
            case HOSTILE_XML -> hostileXml();
        };
    }

    /** @param kind of file, as a Japanese noun */
    public static UnreadableFileException otherKind(String kind) {
        return new UnreadableFileException(kind + "は読み込めません。表をExcelブック（.xlsx）かCSVファイルにして選ぶか、表の部分をコピーして貼り付けてください。");
    }

    public static UnreadableFileException otherSpreadsheet(String program) {
        return new UnreadableFileException(
                program + "の形式のファイルは読み込めません。" + program + "で開き、「Excelブック（.xlsx）」として保存し直してください。");
    }

    public static UnreadableFileException notAWorkbook() {
        return new UnreadableFileException("名前は「.xlsx」ですが、中身はExcelブックではありません。" + SAVE_AS_XLSX);
    }

    public static UnreadableFileException largeFile() {
        return new UnreadableFileException(
                "ファイルが大きすぎます（%sまで）。不要なシートや画像を除いて保存し直してください。".formatted(mebibytes(SheetLimits.FILE_BYTES)));
    }

    public static UnreadableFileException largeUnpacked() {
        return new UnreadableFileException("ファイルを展開すると大きくなりすぎるため、読み込めません。不要なシートや画像、書式を除いて保存し直してください。");
    }

    /**
     * @param what is counted, as a Japanese noun
     * @param most how many may be
     */
    public static UnreadableFileException tooMany(String what, int most) {
        return new UnreadableFileException("%sが多すぎます（%,dまで）。取り込む表だけを残して、保存し直してください。".formatted(what, most));
    }

    public static UnreadableFileException farOut(CellPlace place) {
        return new UnreadableFileException("%sの位置が遠すぎます（%,d行・%,d列まで）。離れた所にあるセルや不要な行・列を削除して、保存し直してください。"
                .formatted(name(place), SheetLimits.ROWS, SheetLimits.COLUMNS));
    }

    public static UnreadableFileException longText(CellPlace place) {
        return new UnreadableFileException(
                "%sの文章が長すぎます（%,d文字まで）。短くするか、セルを分けて保存し直してください。".formatted(name(place), SheetLimits.CELL_TEXT));
    }

    public static UnreadableFileException withoutResult(CellPlace place) {
        return new UnreadableFileException(
                "%sの数式に計算結果が保存されていません。Excelで開き、値が表示されることを確かめて上書き保存してから、選び直してください。".formatted(name(place)));
    }

    public static UnreadableFileException hostileXml() {
        return new UnreadableFileException("ファイルの中に、Excelブックにあるはずのない記述（DTD・実体参照）があります。安全のため読み込めません。" + SAVE_AS_XLSX);
    }

    /** @param line from 1 */
    public static UnreadableFileException badCharacter(int line) {
        return new UnreadableFileException(
                "%,d行目に読み取れない文字があります。Excelで開いて文字化けがないことを確かめ、「CSV UTF-8（コンマ区切り）」として保存し直してください。".formatted(line));
    }

    /**
     * @param line from 1
     * @param control the character
     */
    public static UnreadableFileException control(int line, char control) {
        return new UnreadableFileException(
                "%,d行目に表のファイルにあるはずのない制御文字（%02X）があります。Excelで開いて確かめ、「CSV UTF-8（コンマ区切り）」として保存し直してください。"
                        .formatted(line, (int) control));
    }

    /** @param code the name of the encoding */
    public static UnreadableFileException otherEncoding(String code) {
        return new UnreadableFileException("文字コード%sのファイルは読み込めません。「CSV UTF-8（コンマ区切り）」として保存し直してください。".formatted(code));
    }

    /** @param line from 1, where the quote opens */
    public static UnreadableFileException openQuote(int line) {
        return new UnreadableFileException(
                "%,d行目で始まる引用符（\"）が閉じられていません。引用符を「\"」で閉じるか、Excelで開いて保存し直してください。".formatted(line));
    }

    /** @param line from 1, where the quote closes */
    public static UnreadableFileException textAfterQuote(int line) {
        return new UnreadableFileException(
                "%,d行目の引用符（\"）の後ろに余分な文字があります。文中の引用符は「\"\"」と2つ重ねるか、Excelで開いて保存し直してください。".formatted(line));
    }

    /** A cell in words: 「指標」のC12, or C12 where there are no sheets. */
    public static String name(CellPlace place) {
        return place.sheet().isEmpty()
                ? "%,d行目の%d列目".formatted(place.row() + 1, place.column() + 1)
                : "シート「%s」の%s".formatted(place.sheet(), place.name());
    }

    private static String mebibytes(long bytes) {
        return String.format(Locale.ROOT, "%d MB", bytes / (1024 * 1024));
    }
}
