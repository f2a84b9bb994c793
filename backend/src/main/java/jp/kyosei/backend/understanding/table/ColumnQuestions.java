package jp.kyosei.backend.understanding.table;

import java.util.ArrayList;
import java.util.List;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.sheet.CellPlace;
import jp.kyosei.backend.understanding.ColumnKind;
import jp.kyosei.backend.understanding.ColumnMeaning;
import jp.kyosei.backend.understanding.UnderstoodColumn;
import jp.kyosei.backend.understanding.heading.Heading;
import jp.kyosei.backend.understanding.heading.HeadingReading;
import jp.kyosei.backend.understanding.question.Question;

/** Words the questions about a column, or a row of a table on its side. */
final class ColumnQuestions {
    private static final int MOST_SAMPLES = 4;
    private static final int YEARS_ASKED = 12;

    private final boolean turned;

    ColumnQuestions(boolean turned) {
        this.turned = turned;
    }

    /** @param meanings what it may be, the likeliest first */
    Question ofMeaning(
            CellPlace place, String label, Heading heading, HeadingReading reading, List<ColumnMeaning> meanings) {
        List<Question.Choice> choices = new ArrayList<>();
        meanings.forEach(meaning -> choices.add(new Question.Choice(meaning.code(), meaning.label())));
        choices.add(new Question.Choice(Question.LEAVE_OUT, ColumnKind.IGNORED.label()));
        Question.Matter matter = turned ? Question.Matter.ROW : Question.Matter.COLUMN;
        return new Question(
                Question.key(matter, place),
                matter,
                place,
                "「%s」の%sは何ですか（%s）。".formatted(label, turned ? "行" : "列", reading.because()),
                samples(heading),
                choices,
                reading.meaning().kind() == ColumnKind.IGNORED
                        ? ""
                        : choices.getFirst().code(),
                reading.certainty(),
                "");
    }

    /** Of which year targets or baselines are; the years around the newest actuals can be chosen. */
    Question ofYear(CellPlace place, UnderstoodColumn column, Heading heading, FiscalYear newest) {
        ColumnKind kind = column.meaning().kind();
        int step = kind == ColumnKind.TARGET ? 1 : -1;
        List<Question.Choice> choices = new ArrayList<>();
        for (int away = kind == ColumnKind.TARGET ? 0 : 1; away <= YEARS_ASKED; away++) {
            ColumnMeaning meaning = column.meaning().in(new FiscalYear(newest.year() + step * away));
            choices.add(new Question.Choice(meaning.code(), meaning.label()));
        }
        choices.add(new Question.Choice(Question.LEAVE_OUT, ColumnKind.IGNORED.label()));
        return new Question(
                Question.key(Question.Matter.YEAR, place),
                Question.Matter.YEAR,
                place,
                "「%s」は何年度の%sですか。見出しにも値にも年度がありません。".formatted(column.label(), kind.label()),
                samples(heading),
                choices,
                "",
                0,
                "");
    }

    private static List<String> samples(Heading heading) {
        return heading.below().stream().distinct().limit(MOST_SAMPLES).toList();
    }
}
