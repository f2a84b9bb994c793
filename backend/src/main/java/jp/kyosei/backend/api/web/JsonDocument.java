package jp.kyosei.backend.api.web;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import jp.kyosei.backend.text.Quote;
import jp.kyosei.backend.text.TextKind;
import jp.kyosei.backend.text.TextReading;
import org.jspecify.annotations.Nullable;

/**
 * Reads a body as JSON and finds what no field of any body may hold: what is no JSON or no UTF-8, texts with NUL or half
 * surrogates, endless lists, deep nesting, a name that is said twice. So this is found whichever field it is sent in, and
 * named.
 */
final class JsonDocument {
    /** What a body as a whole is called. */
    static final String WHOLE = "body";

    private static final int MOST_LEVELS = 20;
    private static final int MOST_ITEMS = 10_000;
    private static final int MOST_NAMES = 1_000;
    private static final int LONGEST_NUMBER = 200;
    private static final int MOST_DIGITS = 1_000;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    // One more than is looked at here, which names the field.
                    .maxNestingDepth(MOST_LEVELS + 2)
                    .maxNumberLength(LONGEST_NUMBER)
                    .build())
            .build();

    private final JsonParser parser;

    private JsonDocument(JsonParser parser) {
        this.parser = parser;
    }

    /**
     * The document as maps, lists, texts, {@link BigDecimal}, {@link Boolean} and null.
     *
     * @param body not empty
     * @throws InvalidInputException if something is wrong with it; names the field
     */
    static @Nullable Object read(byte[] body) {
        try (JsonParser parser = FACTORY.createParser(body)) {
            parser.nextToken();
            Object read = new JsonDocument(parser).value("", 0);
            if (parser.nextToken() != null) {
                throw new InvalidInputException(WHOLE, "JSON の後に余分なものがあります。1つの JSON だけを送ってください。");
            }
            return read;
        } catch (JsonProcessingException e) {
            JsonLocation place = Objects.requireNonNullElse(e.getLocation(), JsonLocation.NA);
            throw new InvalidInputException(
                    WHOLE,
                    place.getLineNr() < 1
                            ? "本文を JSON として読み取れません。"
                            : "本文を JSON として読み取れません（%d行%d文字目）。括弧や引用符、数の書き方を確かめてください。"
                                    .formatted(place.getLineNr(), place.getColumnNr()));
        } catch (IOException e) {
            throw new InvalidInputException(WHOLE, "本文を UTF-8 の JSON として読み取れません。文字コードを確かめてください。");
        }
    }

    private @Nullable Object value(String path, int level) throws IOException {
        if (level > MOST_LEVELS) {
            throw new InvalidInputException(path, "入れ子が深すぎます。");
        }
        JsonToken token = parser.currentToken();
        if (token == null) {
            throw new InvalidInputException(WHOLE, "本文を JSON として読み取れません。途中で終わっています。");
        }
        return switch (token) {
            case START_OBJECT -> object(path, level);
            case START_ARRAY -> list(path, level);
            case VALUE_STRING -> text(path, parser.getText());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(path, parser.getText());
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            case END_OBJECT, END_ARRAY, FIELD_NAME, NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT ->
                throw new InvalidInputException(WHOLE, "本文を JSON として読み取れません。");
        };
    }

    private Map<String, @Nullable Object> object(String path, int level) throws IOException {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            String at = path.isEmpty() ? Quote.of(name) : path + "." + Quote.of(name);
            text(at, name);
            if (object.containsKey(name)) {
                throw new InvalidInputException(at, "同じ項目が2回あります。どちらか1つにしてください。");
            }
            if (object.size() >= MOST_NAMES) {
                throw new InvalidInputException(path.isEmpty() ? WHOLE : path, "項目が多すぎます。");
            }
            parser.nextToken();
            object.put(name, value(at, level + 1));
        }
        return object;
    }

    private List<@Nullable Object> list(String path, int level) throws IOException {
        List<@Nullable Object> list = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (list.size() >= MOST_ITEMS) {
                throw new InvalidInputException(
                        path.isEmpty() ? WHOLE : path, "一度に送れるのは %,d 件までです。分けて送ってください。".formatted(MOST_ITEMS));
            }
            list.add(value("%s[%d]".formatted(path, list.size()), level + 1));
        }
        return list;
    }

    /** No text of a body is longer than the longest kind. */
    private static String text(String path, String text) {
        if (TextKind.MINUTES.read(text) instanceof TextReading.Wrong wrong) {
            throw new InvalidInputException(path.isEmpty() ? WHOLE : path, wrong.message(path));
        }
        return text;
    }

    private static BigDecimal number(String path, String text) {
        try {
            BigDecimal number = new BigDecimal(text);
            if (Math.abs((long) number.scale()) <= MOST_DIGITS) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Said below: the exponent is too large for any number.
        }
        throw new InvalidInputException(path.isEmpty() ? WHOLE : path, "桁が多すぎます。");
    }
}
