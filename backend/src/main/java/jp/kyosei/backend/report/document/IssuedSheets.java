package jp.kyosei.backend.report.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import jp.kyosei.backend.evaluation.Grade;
import jp.kyosei.backend.evaluation.GradeLabel;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.meeting.paper.IssuedFigure;
import jp.kyosei.backend.meeting.paper.IssuedGrade;
import jp.kyosei.backend.meeting.paper.IssuedIndicator;
import jp.kyosei.backend.meeting.paper.IssuedPaper;
import jp.kyosei.backend.report.paper.Paper;
import jp.kyosei.backend.results.printed.PrintedSheet;
import org.jspecify.annotations.Nullable;

/**
 * Turns papers as they were issued into what is printed; what they say was settled then. Papers that were issued before all
 * that is printed was kept say what they know.
 */
final class IssuedSheets {
    private IssuedSheets() {}

    static PaperSheet of(IssuedPaper paper, String ownerName) {
        PrintedSheet printed = paper.printed();
        return printed == null
                ? ofEarlier(paper, ownerName)
                : PaperSheet.of(paper.meeting().plan(), printed);
    }

    private static PaperSheet ofEarlier(IssuedPaper paper, String ownerName) {
        List<IssuedGrade> labels = paper.grades();
        int graded = Math.max(0, labels.size() - 1);
        return new PaperSheet(
                paper.meeting().plan(),
                paper.planTitle(),
                ownerName,
                paper.fiscalYear(),
                paper.years(),
                null,
                null,
                labels.subList(0, graded).stream()
                        .map(label -> new GradeLabel(label.label(), "", label.tone()))
                        .toList(),
                labels.isEmpty() ? "その他" : labels.getLast().label(),
                List.of(),
                "",
                paper.indicators().stream()
                        .map(indicator -> entry(indicator, paper.years()))
                        .toList());
    }

    private static PaperSheet.Entry entry(IssuedIndicator indicator, List<FiscalYear> years) {
        List<PaperSheet.Year> figures = new ArrayList<>();
        String reason = "未報告";
        for (FiscalYear year : years) {
            IssuedFigure figure = indicator.figures().stream()
                    .filter(one -> one.fiscalYear() == year.year())
                    .findFirst()
                    .orElse(null);
            figures.add(year(figure));
            if (figure != null && year.equals(years.getLast()) && !figure.text().isEmpty()) {
                reason = figure.text();
            }
        }
        return new PaperSheet.Entry(
                indicator.no(),
                indicator.kind(),
                indicator.name(),
                indicator.unit(),
                indicator.cumulative(),
                indicator.sections().stream()
                        .map(section -> new PaperSheet.SectionTitle(section.number(), section.title()))
                        .toList(),
                Printed.content(indicator.baselineText()),
                figures,
                Printed.content(indicator.targetText()),
                indicator.progressText(),
                indicator.changeText(),
                grade(indicator.grade()),
                grade(indicator.previousGrade()),
                indicator.manualGrade(),
                indicator.grade() == null ? reason : "",
                indicator.narratives().stream()
                        .map(narrative -> new PaperSheet.Told(
                                narrative.town(), narrative.progress(), narrative.outlook(), narrative.initiatives()))
                        .toList(),
                List.of(),
                List.of());
    }

    private static PaperSheet.Year year(@Nullable IssuedFigure figure) {
        if (figure == null) {
            return new PaperSheet.Year(Paper.Cell.blank().content(), false, false, null);
        }
        List<Paper.Part> parts = figure.byTown().size() < 2
                ? List.of()
                : figure.byTown().stream()
                        .map(town -> new Paper.Part(town.name(), new Paper.PartContent.Unknown(town.text())))
                        .toList();
        Integer reference = figure.referenceYear();
        String suffix = (reference == null ? "" : "(%s)".formatted(new FiscalYear(reference).shortLabel()))
                + (figure.partial() ? ResultsPaper.PARTIAL : "");
        Paper.Content content = figure.value() == null
                ? new Paper.Content.NoFigure(figure.text(), parts)
                : new Paper.Content.Figure(Objects.requireNonNull(figure.value()), suffix, parts);
        return new PaperSheet.Year(content, figure.partial(), false, grade(figure.grade()));
    }

    private static @Nullable Grade grade(@Nullable IssuedGrade grade) {
        return grade == null ? null : new Grade(grade.label(), grade.tone());
    }
}
