package jp.kyosei.ui.reading;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.Optional;
import jp.kyosei.backend.actual.ManualGrade;
import jp.kyosei.backend.evaluation.Evaluation;
import jp.kyosei.backend.evaluation.Grade;
import jp.kyosei.backend.evaluation.Progress;
import jp.kyosei.backend.figure.Minus;
import jp.kyosei.backend.results.IndicatorPage;
import jp.kyosei.backend.results.YearFigure;
import jp.kyosei.ui.plan.GradeChip;
import jp.kyosei.ui.results.IndicatorFigures;

/** The figure and its grade, and in plain words why it is that grade. */
final class VerdictCard extends Div {
    VerdictCard(IndicatorPage page) {
        addClassNames("reading-card", "reading-verdict");
        add(grade(page), words(page));
    }

    private static Div grade(IndicatorPage page) {
        Grade grade = page.row().evaluation().grade();
        Grade before = page.row().previousGrade();
        GradeChip chip = GradeChip.of(grade);
        chip.addClassName("large");
        Div box = new Div(chip);
        box.addClassName("reading-grade");
        String said = grade == null ? "評価なし" : GradeWords.of(grade);
        if (!said.isEmpty()) {
            Paragraph meaning = new Paragraph(said);
            meaning.addClassName("reading-meaning");
            box.add(meaning);
        }
        box.add(small(before == null ? "前の年は評価なし" : "前の年は " + before.label()));
        return box;
    }

    private static Div words(IndicatorPage page) {
        Optional<YearFigure> figure = page.row().figure(page.fiscalYear());
        Paragraph headline = new Paragraph(figure.filter(found -> found.value() != null)
                .map(found ->
                        Minus.shown(found.text()) + " " + page.row().indicator().unit())
                .orElse("数値はありません"));
        headline.addClassName("reading-headline");
        Div words = new Div(headline, new Paragraph(against(page)));
        Grade grade = page.row().evaluation().grade();
        if (grade != null) {
            String grounds = IndicatorFigures.grounds(page, grade);
            if (!grounds.isEmpty()) {
                words.add(new Paragraph(grounds));
            }
        }
        if (figure.filter(YearFigure::partial).isPresent()) {
            words.add(small("まだ報告していない市町があります。その分は入っていません。"));
        }
        if (figure.filter(YearFigure::provisional).isPresent()) {
            words.add(small("確定する前の数値です。"));
        }
        ManualGrade manual = page.row().manualGrade();
        if (manual != null) {
            words.add(new Paragraph("事務局は、別に %s と評価しました。理由：%s".formatted(manual.grade(), manual.reason())));
        }
        return words;
    }

    private static String against(IndicatorPage page) {
        Evaluation evaluation = page.row().evaluation();
        String target = IndicatorFigures.target(page);
        return switch (evaluation.progress()) {
            case Progress.Rate rate -> "%sに対して %s です。".formatted(target, evaluation.progressText());
            case Progress.NotComputable why -> "%sです。%s".formatted(target, why.reason());
            case Progress.NotMeasured none ->
                MissingWords.of(none.missing(), page.fiscalYear()) + "（%s）".formatted(target);
        };
    }

    private static Paragraph small(String words) {
        Paragraph paragraph = new Paragraph(words);
        paragraph.addClassName("reading-small");
        return paragraph;
    }
}
