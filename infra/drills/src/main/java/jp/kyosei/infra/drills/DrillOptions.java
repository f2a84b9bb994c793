package jp.kyosei.infra.drills;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;

/**
 * What a drill is told on its command line.
 *
 * @param root of the project
 * @param data folder of the copy; what an earlier drill left there is deleted
 * @param edits how many writes are sent
 * @param kills how often a process is killed; only for {@link KillDrill}
 */
record DrillOptions(Path root, Path data, int edits, int writers, int kills) {
    private static final String USAGE = "ROOT DATA [--edits N] [--writers N] [--kills N]";

    DrillOptions {
        if (edits < 1 || writers < 1 || kills < 0) {
            throw new IllegalArgumentException("numbers must be positive: " + USAGE);
        }
    }

    static DrillOptions parse(List<String> arguments, int edits, int writers, int kills) {
        Iterator<String> rest = arguments.iterator();
        Path root = Path.of(next(rest)).toAbsolutePath();
        Path data = Path.of(next(rest)).toAbsolutePath();
        int chosenEdits = edits;
        int chosenWriters = writers;
        int chosenKills = kills;
        while (rest.hasNext()) {
            String option = rest.next();
            int value = Integer.parseInt(next(rest));
            switch (option) {
                case "--edits" -> chosenEdits = value;
                case "--writers" -> chosenWriters = value;
                case "--kills" -> chosenKills = value;
                default -> throw new IllegalArgumentException("unknown option " + option + ": " + USAGE);
            }
        }
        return new DrillOptions(root, data, chosenEdits, chosenWriters, chosenKills);
    }

    private static String next(Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new IllegalArgumentException("an argument is missing: " + USAGE);
        }
        return rest.next();
    }
}
