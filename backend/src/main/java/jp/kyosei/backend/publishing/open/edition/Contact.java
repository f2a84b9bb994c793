package jp.kyosei.backend.publishing.open.edition;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whom to ask, and what programs can use of it.
 *
 * @param text one line, as the owner wrote it; may be empty
 */
public record Contact(String text) {
    private static final Pattern MAIL = Pattern.compile("[A-Za-z0-9._+-]{1,64}@[A-Za-z0-9.-]{1,120}\\.[A-Za-z]{2,20}");
    private static final Pattern TELEPHONE = Pattern.compile("(?<![0-9-])0[0-9]{1,4}-[0-9]{1,4}-[0-9]{3,4}(?![0-9-])");

    /** The first mail address in it. */
    public Optional<String> mail() {
        return found(MAIL);
    }

    /** The first telephone number in it, as it is written within Japan. */
    public Optional<String> telephone() {
        return found(TELEPHONE);
    }

    private Optional<String> found(Pattern pattern) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Optional.of(matcher.group()) : Optional.empty();
    }
}
