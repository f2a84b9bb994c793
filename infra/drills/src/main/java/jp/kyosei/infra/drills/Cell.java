package jp.kyosei.infra.drills;

/**
 * A cell of the open collection of the demonstration.
 *
 * @param no the indicator
 * @param town code of the municipality
 */
record Cell(String no, String town) {
    static final String PLAN = "ichinoseki-hiraizumi-vision-2";
    static final int YEAR = 2023;
    private static final String YEAR_IN_HISTORY = "R5";

    String path() {
        return "plans/%s/indicators/%s/actuals/%d/%s".formatted(PLAN, no, YEAR, town);
    }

    /** How the history names it. */
    String subject() {
        return YEAR_IN_HISTORY + " " + town;
    }

    @Override
    public String toString() {
        return no + "/" + town;
    }
}
