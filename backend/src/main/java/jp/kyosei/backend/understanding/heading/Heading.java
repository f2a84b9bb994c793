package jp.kyosei.backend.understanding.heading;

import java.util.List;

/**
 * The head of a column (or, in a table on its side, of a row) with what stands in it.
 *
 * @param parts its texts from the top down, or from the left: the group's name first; none of them blank
 * @param below the cells that belong to it, as a person sees them; blank ones left out
 */
public record Heading(List<String> parts, List<String> below) {
    public Heading {
        parts = List.copyOf(parts);
        below = List.copyOf(below);
    }

    /** A head of one text. */
    public static Heading of(String label, List<String> below) {
        return new Heading(List.of(label), below);
    }

    /** The head as one text. */
    public String label() {
        return String.join(" ", parts);
    }
}
