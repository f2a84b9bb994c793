package jp.kyosei.backend.figure;

/**
 * A figure that was given cannot be taken. The message says in Japanese what is wrong and what to do; whoever asked for the
 * figure names the cell or field.
 */
public final class WrongFigureException extends RuntimeException {

    /** What of the figure is wrong. */
    public enum Part {
        /** The figure as a whole: nothing, or more than one thing, was given. */
        FIGURE,
        VALUE,
        NUMERATOR,
        DENOMINATOR,
        /** The words beside the figure, or those of the reason. */
        NOTE,
        REFERENCE_YEAR
    }

    private static final long serialVersionUID = 1L;

    private final Part part;

    /** @param message in Japanese */
    public WrongFigureException(Part part, String message) {
        super(message);
        this.part = part;
    }

    /** What of the figure is wrong. */
    public Part part() {
        return part;
    }

    /** The message, which is always there. */
    public String words() {
        return String.valueOf(getMessage());
    }
}
