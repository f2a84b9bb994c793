package jp.kyosei.backend.evaluation;

/** Which way is better. A fact of the indicator, never guessed from target and baseline. */
public enum Direction {
    HIGHER("高いほど良い"),
    LOWER("低いほど良い"),
    KEEP("目標値の維持");

    private final String label;

    Direction(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
