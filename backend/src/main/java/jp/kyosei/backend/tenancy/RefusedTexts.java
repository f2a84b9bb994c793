package jp.kyosei.backend.tenancy;

import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * The last line behind {@link TypedText}: what the database says of a text that no service has looked at, in words. Whoever
 * typed it is told, instead of being told of an accident.
 */
final class RefusedTexts {
    /** Raised by {@code refuse_long_text}. */
    private static final String TOO_LONG = "KY002";

    /** NUL, or what is no character in UTF-8. */
    private static final String NO_TEXT = "22021";

    private static final String NO_TEXT_IN_JSON = "22P05";
    private static final int MOST_CAUSES = 20;

    private RefusedTexts() {}

    /** What is said of it; none where it fails for something else. */
    static Optional<WrongTextException> of(Throwable thrown) {
        return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause)
                .limit(MOST_CAUSES)
                .flatMap(cause -> cause instanceof SQLException sql ? Stream.of(sql) : Stream.empty())
                .flatMap(sql -> said(sql).stream())
                .findFirst();
    }

    private static Optional<WrongTextException> said(SQLException sql) {
        return switch (Objects.requireNonNullElse(sql.getSQLState(), "")) {
            case TOO_LONG -> Optional.of(new WrongTextException(column(sql), "文が長すぎて、保存できません。短くしてください。"));
            case NO_TEXT, NO_TEXT_IN_JSON ->
                Optional.of(new WrongTextException("text", "文字として扱えないものが入っています。貼り付けた部分を確かめて、書き直してください。"));
            default -> Optional.empty();
        };
    }

    private static String column(SQLException sql) {
        ServerErrorMessage message = sql instanceof PSQLException postgres ? postgres.getServerErrorMessage() : null;
        return Objects.requireNonNullElse(message == null ? null : message.getColumn(), "text");
    }
}
