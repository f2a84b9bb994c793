package jp.kyosei.infra.drills;

import java.util.ArrayList;
import java.util.List;

/** What a drill found wrong, in sentences. */
final class Findings {
    private static final int SHOWN = 20;

    private final List<String> wrong = new ArrayList<>();

    void check(boolean right, String sentence) {
        if (!right) {
            wrong.add(sentence);
        }
    }

    /** Each entry begins where the one before it ended. */
    void checkChain(Cell cell, List<Rest.Entry> history) {
        for (int index = 1; index < history.size(); index++) {
            String left = history.get(index - 1).after();
            String found = history.get(index).before();
            check(
                    left.equals(found),
                    "%s: entry %d of the history begins from %s, but the one before it left %s."
                            .formatted(cell, index + 1, found, left));
        }
    }

    /** @return the exit code */
    int conclude() {
        if (wrong.isEmpty()) {
            System.out.println("Passed: nothing lost, nothing doubled, every history unbroken.");
            return 0;
        }
        wrong.stream().limit(SHOWN).forEach(sentence -> System.out.println("WRONG: " + sentence));
        System.out.printf("Failed: %,d things are wrong.%n", wrong.size());
        return 1;
    }
}
