package jp.kyosei.backend.report.document;

import java.util.List;
import jp.kyosei.backend.evaluation.Grade;
import jp.kyosei.backend.report.paper.Paper;
import jp.kyosei.backend.results.printed.PrintedFigure;
import jp.kyosei.backend.results.printed.PrintedGrade;
import org.jspecify.annotations.Nullable;

/** Figures and grades as they were composed, as cells of a paper. */
final class FigureCells {
    private FigureCells() {}

    /** @param marks printed behind the value */
    static Paper.Content content(PrintedFigure figure, String marks) {
        List<Paper.Part> parts = figure.parts().stream()
                .map(part -> new Paper.Part(part.name(), part(part)))
                .toList();
        if (figure.value() != null) {
            return new Paper.Content.Figure(figure.value(), figure.suffix() + marks, parts);
        }
        return parts.isEmpty() && figure.words().isEmpty()
                ? Paper.Cell.blank().content()
                : new Paper.Content.NoFigure(figure.words(), parts);
    }

    private static Paper.PartContent part(PrintedFigure.Part part) {
        return part.value() != null
                ? new Paper.PartContent.Known(part.value(), part.suffix())
                : new Paper.PartContent.Unknown(part.words());
    }

    static @Nullable Grade grade(@Nullable PrintedGrade grade) {
        return grade == null ? null : new Grade(grade.label(), grade.tone());
    }
}
