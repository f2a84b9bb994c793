package jp.kyosei.backend.text;

import java.util.regex.Pattern;

/** The head of a column as a name: what a narrow cell broke into lines is one word again (重点 above 戦略 is 重点戦略). */
public final class OneLine {
    private static final String JAPANESE = "[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}ー・々〇「」『』【】〔〕（）、。]";
    private static final Pattern GAP = Pattern.compile("(?<=" + JAPANESE + ")[\\s\u3000]+(?=" + JAPANESE + ")");
    private static final Pattern BROKEN =
            Pattern.compile("(%1$s)[ \\t\u3000]*\\R[\\s\u3000]*(?=%1$s)".formatted(JAPANESE));
    private static final Pattern LINE_END = Pattern.compile("\\s*\\R\\s*");

    private OneLine() {}

    /** Only ends of lines go: between Japanese letters nothing takes their place, elsewhere a space. Blanks that were typed stay. */
    public static String joined(String name) {
        return LINE_END.matcher(BROKEN.matcher(name).replaceAll("$1"))
                .replaceAll(" ")
                .strip();
    }

    /** Without white space between Japanese letters; elsewhere the end of a line is a space. */
    public static String of(String name) {
        return LINE_END.matcher(GAP.matcher(name).replaceAll(""))
                .replaceAll(" ")
                .strip();
    }
}
