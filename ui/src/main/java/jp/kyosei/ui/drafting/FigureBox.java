package jp.kyosei.ui.drafting;

import java.math.BigDecimal;
import java.util.Optional;
import jp.kyosei.backend.figure.Observed;
import jp.kyosei.backend.figure.TypedFigure;
import jp.kyosei.backend.figure.TypedFigureParser;
import jp.kyosei.backend.tenancy.WrongTextException;
import jp.kyosei.ui.form.LineBox;
import org.jspecify.annotations.Nullable;

/** Reads a figure that is typed into a field, in whatever width and with separators. */
final class FigureBox {
    private FigureBox() {}

    /**
     * The figure; empty where nothing is typed.
     *
     * @param name what the services call the field
     * @throws WrongTextException if it is no figure
     */
    static Optional<BigDecimal> read(LineBox box, String name, String unit) {
        return switch (TypedFigureParser.parse(box.getValue(), unit)) {
            case TypedFigure.Blank blank -> Optional.empty();
            case TypedFigure.Figure(Observed.Value(BigDecimal value), var year, var note) -> Optional.of(value);
            case TypedFigure.NotUnderstood(String typed, String message) -> throw new WrongTextException(name, message);
            case TypedFigure other -> throw new WrongTextException(name, "数値で入力してください。例：37,000");
        };
    }

    static void write(LineBox box, @Nullable BigDecimal value) {
        box.setValue(value == null ? "" : TargetWords.figure(value));
    }
}
