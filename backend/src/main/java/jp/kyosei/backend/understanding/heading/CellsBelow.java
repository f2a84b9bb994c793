package jp.kyosei.backend.understanding.heading;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import jp.kyosei.backend.understanding.ColumnKind;
import jp.kyosei.backend.understanding.year.YearWords;

/**
 * What the cells below a head look like, as shares from 0 to 1 of those that say anything.
 *
 * @param count of the cells that say anything
 * @param figures numbers, with a unit or a year beside them
 * @param percents numbers with a percent sign
 * @param grades A, ◎, 目標達成
 * @param words short ones
 * @param texts sentences
 * @param directions 増加, 減少, 維持
 */
record CellsBelow(
        int count, double figures, double percents, double grades, double words, double texts, double directions) {
    private static final Pattern FIGURE = Pattern.compile(
            "(?:約|延べ?|のべ|累計|計|年間?|毎年|月)?[-+△▲]?\\(?[0-9][0-9,.]*\\)?(?:[兆億万千百十割][0-9.,兆億万千百]*)?[^0-9。、]{0,8}"
                    + "(?:[(\\[].*[)\\]])?(?:[※*注][0-9]*)?|[0-9.,]+[^0-9]{0,3}/[0-9.,]+.{0,12}");
    private static final Pattern PERCENT = Pattern.compile("[-+△▲]?[0-9][0-9,.]*(?:%|パーセント).{0,8}");
    private static final Pattern GRADE = Pattern.compile(
            "[a-es][+-]?|[◎○〇●△▲×☆★]+|[◎○△×].{1,8}|目標達成.*|達成済?|改善.*|現状維持.*|未達成.*|達成.{0,4}|概ね.*|おおむね.*|順調.*|やや.*遅れ.*|遅れ.*|"
                    + "[↑↓→↗↘⇒⇑⇓]|上昇|低下|横ばい");
    private static final Pattern DIRECTION =
            Pattern.compile("増加?|減少?|維持|向上|上昇|低下|現状維持|[↑↓→↗↘]|増やす|減らす|高いほど.*|低いほど.*|プラス|マイナス|アップ|ダウン|up|down");
    private static final Pattern NOTHING = Pattern.compile("[-ー…・/*]*");
    private static final int SHORT = 14;
    private static final double MANY = 0.5;
    private static final double SOME = 0.3;
    private static final double MOST = 0.7;

    static CellsBelow of(List<String> cells) {
        List<String> plain = cells.stream()
                .map(YearWords::folded)
                .filter(text -> !NOTHING.matcher(text).matches())
                .toList();
        return new CellsBelow(
                plain.size(),
                share(plain, CellsBelow::isFigure),
                share(plain, text -> PERCENT.matcher(text).matches()),
                share(
                        plain,
                        text -> text.length() <= SHORT && GRADE.matcher(text).matches()),
                share(plain, text -> text.length() <= SHORT && !isFigure(text)),
                share(plain, text -> text.length() > SHORT && !isFigure(text)),
                share(plain, text -> DIRECTION.matcher(text).matches()));
    }

    /** Whether a cell, folded, is a figure. */
    static boolean isFigure(String folded) {
        return FIGURE.matcher(folded).matches();
    }

    private static double share(List<String> cells, Predicate<String> wanted) {
        return cells.isEmpty() ? 0 : (double) cells.stream().filter(wanted).count() / cells.size();
    }

    /** Whether they are mostly figures. */
    boolean areFigures() {
        return count > 0 && figures >= MANY;
    }

    /** What most of them are, as a Japanese noun. */
    String inWords() {
        return grades >= MANY ? "評価の記号" : figures >= MANY ? "数値" : texts >= MANY ? "文章" : "語";
    }

    /** How well they fit a kind of column: 1 where they say nothing against it. */
    double fit(ColumnKind kind) {
        if (count == 0) {
            return 1;
        }
        return switch (kind) {
            case ACTUAL, BASELINE, TARGET -> figures >= SOME ? 1 : grades >= MANY ? 0.3 : texts >= MANY ? 0.35 : 0.78;
            case RATE -> percents >= MANY ? 1 : figures >= SOME ? 0.93 : 0.3;
            case CHANGE -> figures >= SOME ? 1 : 0.3;
            case GRADE -> grades >= SOME ? 1.04 : figures >= MANY ? 0.4 : texts >= MANY ? 0.5 : texts > 0 ? 0.8 : 0.97;
            case NARRATIVE -> texts >= SOME ? 1.04 : figures >= MANY ? 0.3 : grades >= MANY ? 0.6 : 0.95;
            case INITIATIVES -> figures >= MANY ? 0.3 : 1;
            case UNIT -> figures >= MANY ? 0.3 : texts >= MANY ? 0.3 : 1;
            case INDICATOR -> figures >= MANY ? 0.3 : grades >= MOST ? 0.4 : 1;
            case NO -> texts >= MANY ? 0.3 : 1;
            case SECTION -> figures >= MOST ? 0.8 : 1;
            case KIND -> figures >= MANY ? 0.3 : 1;
            case DIRECTION -> directions >= MANY ? 1.05 : 0.6;
            case CUMULATIVE -> figures >= MANY ? 0.3 : 1;
            case IGNORED -> 1;
        };
    }
}
