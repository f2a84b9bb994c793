package jp.kyosei.backend.figure;

/**
 * A figure that was given cannot be taken. The message says in Japanese what is wrong and what to do; whoever asked for the
 * figure names the cell or field.
 */
public final class WrongFigureException extends RuntimeException {

    /** What of the figure is wrong. */
    public enum Part {
        /** The figure as a whole: nothing, or more than one thing, was given. */
        FIGURE("value"),
        VALUE("value"),
        NUMERATOR("numerator"),
        DENOMINATOR("denominator"),
        /** The words beside the figure. */
        NOTE("note"),
        /** The words of the reason. */
        EXPLANATION("missing.note"),
        REFERENCE_YEAR("referenceYear");

        private final String field;

        Part(String field) {
            this.field = field;
        }

        /** As the API calls it. */
        public String field() {
            return field;
        }
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
