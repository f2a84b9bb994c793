package jp.kyosei.backend.sheet;

import java.util.Iterator;
import java.util.Locale;
import jp.kyosei.backend.sheet.reading.SheetReader;

/** Reads all bad files one after the other, and prints how long each took; for a JVM of its own with a small heap. */
public final class BadFilesRun {
    static final long LONGEST_MILLISECONDS = 10_000;

    private BadFilesRun() {}

    public static void main(String[] arguments) {
        SheetReader reader = new SheetReader();
        int count = 0;
        for (Iterator<BadFile> files = BadFiles.all().iterator(); files.hasNext(); count++) {
            BadFile file = files.next();
            long start = System.nanoTime();
            String outcome = outcome(reader, file);
            long milliseconds = (System.nanoTime() - start) / 1_000_000;
            System.out.printf(Locale.ROOT, "%6d ms  %-50s %s%n", milliseconds, file.name(), outcome);
            if (!outcome.contains(file.messagePart()) || milliseconds > LONGEST_MILLISECONDS) {
                System.exit(1);
            }
        }
        System.out.println("refused: " + count);
    }

    private static String outcome(SheetReader reader, BadFile file) {
        try {
            return "read "
                    + reader.read(file.fileName(), file.content()).sheets().size() + " sheets";
        } catch (UnreadableFileException e) {
            return String.valueOf(e.getMessage());
        }
    }
}
