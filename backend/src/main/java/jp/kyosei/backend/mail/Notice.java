package jp.kyosei.backend.mail;

import java.util.List;
import jp.kyosei.backend.plan.PlanId;
import org.jspecify.annotations.Nullable;

/**
 * What is to be announced to whom.
 *
 * @param subject one line, without any control character: it becomes a header
 * @param body plain text; the footer is added when it is sent. Before what is listed, where something is
 * @param plan the plan that it is about, if one
 * @param onceKey says the same of the same event, so that an event posted twice is announced once, such as
 *     {@code round/3f0…/opened/034029}; unique within the owner
 */
public record Notice(
        MailKind kind,
        Addressees to,
        String subject,
        String body,
        @Nullable PlanId plan,
        String onceKey,
        @Nullable Listing listing) {
    private static final int LONGEST_SUBJECT = 200;

    /** @throws IllegalArgumentException if a text is blank, or the subject too long or not one line */
    public Notice {
        if (subject.isBlank() || body.isBlank() || onceKey.isBlank()) {
            throw new IllegalArgumentException("a notice needs a subject, a body and a key");
        }
        if (subject.codePointCount(0, subject.length()) > LONGEST_SUBJECT
                || subject.codePoints().anyMatch(Notice::breaksTheLine)) {
            throw new IllegalArgumentException("the subject of a mail is one line of at most 200 characters");
        }
    }

    /** A notice that lists nothing. */
    public Notice(MailKind kind, Addressees to, String subject, String body, @Nullable PlanId plan, String onceKey) {
        this(kind, to, subject, body, plan, onceKey, null);
    }

    /**
     * What a notice lists, so that several can become one letter.
     *
     * @param head what is counted, such as 「承認を待っている指標」
     * @param lines a line each, as far as a letter has room
     * @param count how many there are in all
     * @param closing what stands below the list; may be empty
     * @param gatherKey says the same of notices that become one letter, at most one in a quarter of an hour; unique within
     *     the owner. None where each is a letter of its own, at once
     */
    public record Listing(
            String head,
            List<String> lines,
            int count,
            String closing,
            @Nullable String gatherKey) {
        /** How many lines a letter has room for. */
        public static final int LINES_AT_MOST = 20;

        public Listing {
            lines = lines.stream()
                    .limit(LINES_AT_MOST)
                    .map(line -> line.replaceAll("\\R", " "))
                    .toList();
        }
    }

    private static boolean breaksTheLine(int character) {
        int type = Character.getType(character);
        return type == Character.CONTROL || type == Character.LINE_SEPARATOR || type == Character.PARAGRAPH_SEPARATOR;
    }
}
