package jp.kyosei.backend.text;

import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The name of a file, as given but for what could lead elsewhere or look like another name: folders, control characters,
 * and invisible ones such as those that turn the direction of writing. Never refused, for it is the sender's machine that
 * made it. Browsers shorten it further where a file system takes less.
 *
 * @param value one to {@link #MAX_LENGTH} characters on one line
 */
public record FileName(String value) {
    /** {@link TextKind#FILE_NAME}. */
    public static final int MAX_LENGTH = TextKind.FILE_NAME.most();

    /** An ending that is longer is no ending. */
    private static final int LONGEST_ENDING = 10;

    private static final String UNNAMED = "無題";

    /** Windows takes these for devices, whatever the ending. */
    private static final Pattern DEVICE =
            Pattern.compile("(?i)(con|prn|aux|nul|com[0-9]|lpt[0-9])(\\..*)?", Pattern.DOTALL);

    private static final int LONGEST_GIVEN = 10_000;
    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
    private static final int ZERO_WIDTH_JOINER = 0x200D;

    /**
     * Shortens a name that is too long before its ending.
     *
     * @param sent as the sender names the file; none for none
     */
    public static FileName of(@Nullable String sent) {
        String given = sent == null ? "" : sent.substring(Math.max(0, sent.length() - LONGEST_GIVEN));
        String cleaned = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1)
                .codePoints()
                .filter(FileName::isShown)
                .mapToObj(Character::toString)
                .collect(Collectors.joining())
                .strip();
        String name = Alphabet.composed(withoutEnd(cleaned));
        String ending = ending(name);
        String dotted = ending.isEmpty() ? "" : name.substring(name.length() - ending.length() - 1);
        String stem = name.substring(0, name.length() - dotted.length()).strip();
        if (DEVICE.matcher(stem).matches()) {
            stem = "_" + stem;
        }
        int room = MAX_LENGTH - dotted.length();
        String fitting =
                stem.codePoints().limit(room).mapToObj(Character::toString).collect(Collectors.joining());
        return new FileName((fitting.isEmpty() ? UNNAMED : fitting) + dotted);
    }

    /** Behind the last dot, in lower case; empty where there is none. */
    public String ending() {
        return ending(value);
    }

    /** Without dots and spaces at the end, which Windows drops. */
    private static String withoutEnd(String name) {
        int end = name.length();
        while (end > 0 && (name.charAt(end - 1) == '.' || Character.isWhitespace(name.charAt(end - 1)))) {
            end--;
        }
        return name.substring(0, end);
    }

    private static String ending(String name) {
        int dot = name.lastIndexOf('.');
        String behind = dot < 0 ? "" : name.substring(dot + 1);
        boolean letters = behind.chars().allMatch(letter -> letter < 0x80 && Character.isLetterOrDigit(letter));
        return letters && behind.length() <= LONGEST_ENDING ? behind.toLowerCase(Locale.ROOT) : "";
    }

    /** The joiners hold emoji and some scripts together; other format characters only disguise. */
    private static boolean isShown(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE ->
                false;
            case Character.FORMAT -> character == ZERO_WIDTH_NON_JOINER || character == ZERO_WIDTH_JOINER;
            default -> true;
        };
    }
}
