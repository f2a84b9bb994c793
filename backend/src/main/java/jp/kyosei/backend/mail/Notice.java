package jp.kyosei.backend.mail;

import jp.kyosei.backend.plan.PlanId;
import org.jspecify.annotations.Nullable;

/**
 * What is to be announced to whom.
 *
 * @param subject one line, without any control character: it becomes a header
 * @param body plain text; the footer is added when it is sent
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
        String onceKey) {
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

    private static boolean breaksTheLine(int character) {
        int type = Character.getType(character);
        return type == Character.CONTROL || type == Character.LINE_SEPARATOR || type == Character.PARAGRAPH_SEPARATOR;
    }
}
