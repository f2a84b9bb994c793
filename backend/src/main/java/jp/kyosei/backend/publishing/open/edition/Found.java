package jp.kyosei.backend.publishing.open.edition;

import java.util.List;

/**
 * What was found of what somebody looked for.
 *
 * @param words what was looked for
 * @param cut whether more was typed than is looked for
 * @param plans the newest year of each, as many as are shown
 * @param allPlans how many there are
 * @param indicators as many as are shown, the nearest first
 * @param allIndicators how many there are
 */
public record Found(
        String words, boolean cut, List<Head> plans, int allPlans, List<Hit> indicators, int allIndicators) {
    /** So many characters of what is typed are looked for. */
    public static final int LONGEST = 100;

    public Found {
        plans = List.copyOf(plans);
        indicators = List.copyOf(indicators);
    }

    /**
     * An indicator of a plan.
     *
     * @param newest the newest year in which it is published under that number and name
     * @param earlier the others, newest first
     */
    public record Hit(Head newest, String no, String name, List<Head> earlier) {
        public Hit {
            earlier = List.copyOf(earlier);
        }
    }
}
