package jp.kyosei.backend.results.printed;

import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A figure, or the words in its place.
 *
 * @param value none where there are words, or nothing
 * @param suffix printed behind the value, such as (H28); empty for none
 * @param words in place of a value; short enough for a cell
 * @param parts what the municipalities gave; empty for a figure of one
 */
@Serdeable
public record PrintedFigure(@Nullable BigDecimal value, String suffix, String words, List<Part> parts) {
    /** Nothing. */
    static final PrintedFigure NONE = words("");

    public PrintedFigure {
        parts = List.copyOf(parts);
    }

    /** A municipality's part of it: a value with its suffix, or words. */
    @Serdeable
    public record Part(String name, @Nullable BigDecimal value, String suffix, String words) {}

    static PrintedFigure of(BigDecimal value, String suffix) {
        return new PrintedFigure(value, suffix, "", List.of());
    }

    static PrintedFigure words(String words) {
        return new PrintedFigure(null, "", words, List.of());
    }
}
