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

import java.util.Arrays;
import java.util.List;
import jp.kyosei.backend.understanding.ColumnKind;

/** What a word of a head says; finer than the kinds of columns, for the cells may decide between several of them. */
enum Sense {
    NO(May.be(ColumnKind.NO, 0.95)),
    NAME(May.be(INDICATOR, 0.95)),
    /** 数値目標, 成果目標: the name of an indicator, or its target. */
    GOAL(May.be(INDICATOR, 0.85), May.be(TARGET, 0.8)),
    /** 指標値: what a grant's form calls the target. */
    FIGURE(May.be(TARGET, 0.75), May.be(ACTUAL, 0.6)),
    UNIT(May.be(ColumnKind.UNIT, 0.95)),
    CUMULATIVE(May.be(ColumnKind.CUMULATIVE, 0.9), May.be(ACTUAL, 0.75)),
    KIND(May.be(ColumnKind.KIND, 0.9), May.be(SECTION, 0.75), May.be(INDICATOR, 0.72)),
    DIRECTION(May.be(ColumnKind.DIRECTION, 0.9), May.be(NARRATIVE, 0.8)),
    SECTION_NAME(May.be(SECTION, 0.95), May.be(INDICATOR, 0.6)),
    BASE(May.be(BASELINE, 0.95)),
    /** 現状値: the baseline, or the newest actual where there is a baseline besides. */
    CURRENT(May.be(BASELINE, 0.9), May.be(ACTUAL, 0.85)),
    MEASURED(May.be(ACTUAL, 0.95)),
    AIM(May.be(TARGET, 0.95)),
    /** 計画: a target in a table of figures, a section elsewhere. */
    PLANNED(May.be(TARGET, 0.85), May.be(SECTION, 0.6), May.be(NARRATIVE, 0.6)),
    ATTAINED(May.be(RATE, 0.95), May.be(GRADE, 0.85), May.be(NARRATIVE, 0.6)),
    YEAR_ON_YEAR(May.be(ColumnKind.CHANGE, 0.95)),
    /** 達成状況, 評価: a grade, a rate, words, or the figures themselves. */
    STATE(May.be(GRADE, 0.93), May.be(NARRATIVE, 0.9), May.be(RATE, 0.75), May.be(ACTUAL, 0.72)),
    WORDS(May.be(NARRATIVE, 0.95), May.be(GRADE, 0.8), May.be(RATE, 0.6), May.be(ACTUAL, 0.6)),
    DOING(May.be(ColumnKind.INITIATIVES, 0.95), May.be(SECTION, 0.6), May.be(INDICATOR, 0.5)),

    FORECAST("見込み・予測の値で、実績ではない", true),
    PART_OF_YEAR("年度の一部の値で、年度の実績ではない", true),
    ONE_GROUP("一部の人や施設だけの値で、全体の値ではない", true),
    OTHER_AREA("ほかの地域の値", true),
    MONEY("金額の欄で、指標の値ではない", true),
    DIFFERENCE("差を示す欄で、指標の値ではない", true),
    CHANCE("参考の値", true),
    REMARK("備考の欄", false),
    DEPARTMENT("担当を示す欄", false),
    SOURCE("算出方法や出典の欄", false),
    OTHER("指標の値ではない欄", false);

    private final List<May> kinds;
    private final String reason;
    private final boolean besideFigures;

    Sense(May... kinds) {
        this.kinds = Arrays.asList(kinds);
        this.reason = "";
        this.besideFigures = false;
    }

    Sense(String reason, boolean besideFigures) {
        this.kinds = List.of(May.be(IGNORED, besideFigures ? 0.9 : 0.95));
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
        return kinds;
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
