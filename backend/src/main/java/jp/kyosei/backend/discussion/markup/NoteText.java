package jp.kyosei.backend.discussion.markup;

import java.util.Objects;
import jp.kyosei.backend.tenancy.RefusedException;
import jp.kyosei.backend.tenancy.WrongTextException;
import jp.kyosei.backend.text.TextKind;
import jp.kyosei.backend.text.TextReading;

/**
 * What somebody wrote, kept as written: Markdown of a small subset, any character that people type.
 *
 * @param value one to {@link #MAX_LENGTH} characters, of which one is visible
 */
public record NoteText(String value) {
    /** {@link TextKind#NOTE}, in characters. */
    public static final int MAX_LENGTH = TextKind.NOTE.most();

    /** @throws IllegalArgumentException in Japanese if it is blank, too long or nested too deeply, or holds what is no text */
    public NoteText {
        value = switch (TextKind.NOTE.read(value)) {
            case TextReading.Good(String text) when !text.isBlank() -> text;
            case TextReading.Good blank -> throw new IllegalArgumentException("本文を書いてください。");
            case TextReading.TooLong(int most, int length) ->
                throw new IllegalArgumentException(
                        "本文は %,d 字までです。いま %,d 字あります。短くするか、分けて書いてください。".formatted(most, length));
            case TextReading.Wrong wrong ->
                throw new IllegalArgumentException("本文に、文字として扱えないものが入っています。貼り付けた部分を確かめて、書き直してください。");
        };
        NoteMarkup.problem(value).ifPresent(problem -> {
            throw new IllegalArgumentException(problem);
        });
    }

    /**
     * What somebody typed as the text of a note or reply.
     *
     * @throws RefusedException if it is blank
     * @throws WrongTextException with the reason, for the field {@code text}
     */
    public static String typed(String text) {
        if (TextKind.cleaned(text).isBlank()) {
            throw new RefusedException("本文を書いてください。");
        }
        try {
            return new NoteText(text).value();
        } catch (IllegalArgumentException e) {
            throw new WrongTextException("text", Objects.requireNonNullElse(e.getMessage(), "本文を書いてください。"));
        }
    }
}
