package jp.kyosei.backend.report;

import java.util.regex.Pattern;

/** Names of files that every system takes. */
final class FileNames {
    private static final Pattern HARMFUL = Pattern.compile("[\\\\/:*?\"<>|\\p{Cntrl}\\s]+");
    private static final int LONGEST = 80;

    private FileNames() {}

    /** The name without what a file's name cannot hold, and not too long. */
    static String harmless(String name) {
        String clean = HARMFUL.matcher(name).replaceAll(" ").strip();
        return clean.codePointCount(0, clean.length()) <= LONGEST
                ? clean
                : clean.substring(0, clean.offsetByCodePoints(0, LONGEST));
    }
}
