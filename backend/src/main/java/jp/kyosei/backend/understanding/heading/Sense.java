package jp.kyosei.backend.understanding.heading;

import static jp.kyosei.backend.understanding.ColumnKind.ACTUAL;
import static jp.kyosei.backend.understanding.ColumnKind.BASELINE;
import static jp.kyosei.backend.understanding.ColumnKind.GRADE;
import static jp.kyosei.backend.understanding.ColumnKind.IGNORED;
import static jp.kyosei.backend.understanding.ColumnKind.INDICATOR;
import static jp.kyosei.backend.understanding.ColumnKind.NARRATIVE;
import static jp.kyosei.backend.understanding.ColumnKind.RATE;
import static jp.kyosei.backend.understanding.ColumnKind.SECTION;
import static jp.kyosei.backend.understanding.ColumnKind.TARGET;

import java.util.List;
import jp.kyosei.backend.understanding.ColumnKind;

/** What a word of a head says; finer than the kinds of columns, for the cells may decide between several of them. */
enum Sense {
    NO("", false),
    NAME("", false),
    /** 数値目標, 成果目標: the name of an indicator, or its target. */
    GOAL("", false),
    /** 指標値: what a grant's form calls the target. */
    FIGURE("", false),
    UNIT("", false),
    CUMULATIVE("", false),
    KIND("", false),
    DIRECTION("", false),
    SECTION_NAME("", false),
    BASE("", false),
    /** 現状値: the baseline, or the newest actual where there is a baseline besides. */
    CURRENT("", false),
    MEASURED("", false),
    AIM("", false),
    /** 計画: a target in a table of figures, a section elsewhere. */
    PLANNED("", false),
    ATTAINED("", false),
    YEAR_ON_YEAR("", false),
    /** 達成状況, 評価: a grade, a rate, words, or the figures themselves. */
    STATE("", false),
    WORDS("", false),
    DOING("", false),

    FORECAST("見込み・予測の値で、実績ではない", true),
    PART_OF_YEAR("年度の一部の値で、年度の実績ではない", true),
    ONE_GROUP("一部の人や施設だけの値で、全体の値ではない", true),
    OTHER_AREA("ほかの地域の値", true),
    MONEY("金額の欄で、指標の値ではない", true),
    DIFFERENCE("差を示す欄で、指標の値ではない", true),
    REMARK("備考の欄", false),
    DEPARTMENT("担当を示す欄", false),
    SOURCE("算出方法や出典の欄", false),
    OTHER("指標の値ではない欄", false);

    private final String reason;
    private final boolean besideFigures;

    Sense(String reason, boolean besideFigures) {
        this.reason = reason;
        this.besideFigures = besideFigures;
    }

    /** A kind of column, and how likely by the word alone. */
    record May(ColumnKind kind, double weight) {
        static May be(ColumnKind kind, double weight) {
            return new May(kind, weight);
        }
    }

    /** The kinds that it may be, the likeliest first. */
    List<May> kinds() {
        return switch (this) {
            case NO -> List.of(May.be(ColumnKind.NO, 0.95));
            case NAME -> List.of(May.be(INDICATOR, 0.95));
            case GOAL -> List.of(May.be(INDICATOR, 0.85), May.be(TARGET, 0.8));
            case FIGURE -> List.of(May.be(TARGET, 0.75), May.be(ACTUAL, 0.6));
            case UNIT -> List.of(May.be(ColumnKind.UNIT, 0.95));
            case CUMULATIVE -> List.of(May.be(ColumnKind.CUMULATIVE, 0.9), May.be(ACTUAL, 0.75));
            case KIND -> List.of(May.be(ColumnKind.KIND, 0.9), May.be(SECTION, 0.75), May.be(INDICATOR, 0.72));
            case DIRECTION -> List.of(May.be(ColumnKind.DIRECTION, 0.9), May.be(NARRATIVE, 0.8));
            case SECTION_NAME -> List.of(May.be(SECTION, 0.95), May.be(INDICATOR, 0.6));
            case BASE -> List.of(May.be(BASELINE, 0.95));
            case CURRENT -> List.of(May.be(BASELINE, 0.9), May.be(ACTUAL, 0.85));
            case MEASURED -> List.of(May.be(ACTUAL, 0.95));
            case AIM -> List.of(May.be(TARGET, 0.95));
            case PLANNED -> List.of(May.be(TARGET, 0.85), May.be(SECTION, 0.6), May.be(NARRATIVE, 0.6));
            case ATTAINED -> List.of(May.be(RATE, 0.95), May.be(GRADE, 0.85), May.be(NARRATIVE, 0.6));
            case YEAR_ON_YEAR -> List.of(May.be(ColumnKind.CHANGE, 0.95));
            case STATE ->
                List.of(May.be(GRADE, 0.93), May.be(NARRATIVE, 0.9), May.be(RATE, 0.75), May.be(ACTUAL, 0.72));
            case WORDS -> List.of(May.be(NARRATIVE, 0.95), May.be(GRADE, 0.8), May.be(RATE, 0.6), May.be(ACTUAL, 0.6));
            case DOING -> List.of(May.be(ColumnKind.INITIATIVES, 0.95), May.be(SECTION, 0.6), May.be(INDICATOR, 0.5));
            case FORECAST, PART_OF_YEAR, ONE_GROUP, OTHER_AREA, MONEY, DIFFERENCE -> List.of(May.be(IGNORED, 0.9));
            case REMARK, DEPARTMENT, SOURCE, OTHER -> List.of(May.be(IGNORED, 0.95));
        };
    }

    /** Why it is left out; empty for what is taken. */
    String reason() {
        return reason;
    }

    /** Whether it makes figures into others than those of the indicator, whatever else the head says. */
    boolean isBesideFigures() {
        return besideFigures;
    }

    boolean isLeftOut() {
        return !reason.isEmpty();
    }
}
