package jp.kyosei.ui.plan;

import com.vaadin.flow.component.html.Span;
import java.util.Locale;
import jp.kyosei.backend.evaluation.Grade;
import jp.kyosei.backend.evaluation.GradeLabel;
import org.jspecify.annotations.Nullable;

/** A grade: the label stands always, the colour only helps. */
public final class GradeChip extends Span {
    private GradeChip(String label, String tone) {
        super(label);
        addClassName("grade");
        getElement().setAttribute("data-tone", tone.toLowerCase(Locale.ROOT));
    }

    /** A dash where there is no grade. */
    public static GradeChip of(@Nullable Grade grade) {
        if (grade == null) {
            GradeChip none = new GradeChip("—", "none");
            none.getElement().setAttribute("role", "img");
            none.getElement().setAttribute("aria-label", "評価なし");
            return none;
        }
        return new GradeChip(grade.label(), grade.tone());
    }

    public static GradeChip of(GradeLabel label) {
        return new GradeChip(label.label(), label.tone());
    }

    /** The chip of those that have no grade, such as その他. */
    public static GradeChip unmeasured(String label) {
        return new GradeChip(label, "none");
    }
}
