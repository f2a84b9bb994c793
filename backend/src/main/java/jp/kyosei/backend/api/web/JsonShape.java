package jp.kyosei.backend.api.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import jp.kyosei.backend.text.Quote;
import org.jspecify.annotations.Nullable;

/**
 * Holds a document against the record that is to be made of it, and names the first field that has another form. The
 * framework says no field, and takes some forms for others without a word: any text for false, 1 for "1".
 */
final class JsonShape {
    /** Days that a calendar of this product can show; a database keeps no others. */
    private static final int FIRST_YEAR = 1900;

    private static final int LAST_YEAR = 2999;
    private static final int LONGEST_NUMBER = 130;

    private JsonShape() {}

    /** @throws InvalidInputException naming the field */
    static void check(@Nullable Object read, Type type) {
        check(read, type, "");
    }

    private static void check(@Nullable Object read, Type type, String path) {
        if (read == null) {
            return;
        }
        Class<?> raw = raw(type);
        if (raw == String.class) {
            require(read instanceof String, path, "文字列で指定してください。");
        } else if (raw == Boolean.class || raw == boolean.class) {
            require(read instanceof Boolean, path, "true か false を指定してください。");
        } else if (raw == Integer.class || raw == int.class) {
            require(isInt(read), path, "整数で指定してください。");
        } else if (raw == BigDecimal.class) {
            require(isNumber(read), path, "数で指定してください。");
        } else if (raw == LocalDate.class) {
            require(isDay(read), path, "日付を 2024-05-31 の形で指定してください。");
        } else if (raw.isEnum()) {
            require(isOneOf(raw, read), path, "次のどれかで指定してください：" + names(raw));
        } else if (Collection.class.isAssignableFrom(raw)) {
            list(read, argument(type, 0), path);
        } else if (raw.isRecord()) {
            record(read, raw, path);
        } else if (Map.class.isAssignableFrom(raw)) {
            map(read, argument(type, 1), path);
        }
    }

    private static void list(Object read, Type of, String path) {
        if (!(read instanceof List<?> list)) {
            throw wrong(path, "一覧（配列）で指定してください。");
        }
        for (int index = 0; index < list.size(); index++) {
            String at = "%s[%d]".formatted(path, index);
            Object item = list.get(index);
            require(item != null, at, "空（null）にはできません。");
            check(item, of, at);
        }
    }

    private static void map(Object read, Type of, String path) {
        if (!(read instanceof Map<?, ?> map)) {
            throw wrong(path, "項目と値の組（オブジェクト）で指定してください。");
        }
        map.forEach((name, value) ->
                check(value, of, path.isEmpty() ? "" + name : "%s.%s".formatted(path, Quote.of("" + name))));
    }

    private static void record(Object read, Class<?> type, String path) {
        if (!(read instanceof Map<?, ?> object)) {
            throw wrong(path, "項目と値の組（オブジェクト）で指定してください。");
        }
        Set<String> known = new HashSet<>();
        for (RecordComponent component : type.getRecordComponents()) {
            JsonProperty renamed = component.getAccessor().getAnnotation(JsonProperty.class);
            String name = renamed == null ? component.getName() : renamed.value();
            String at = path.isEmpty() ? name : path + "." + name;
            known.add(name);
            Object value = object.get(name);
            require(value != null || isOptional(component), at, "この項目が必要です。");
            check(value, component.getGenericType(), at);
        }
        if (type.isAnnotationPresent(NothingElse.class)) {
            object.keySet().stream()
                    .filter(name -> !known.contains(name))
                    .findFirst()
                    .ifPresent(name -> refuse(path, "" + name, known));
        }
    }

    private static void refuse(String path, String name, Set<String> known) {
        String at = path.isEmpty() ? Quote.of(name) : path + "." + Quote.of(name);
        throw wrong(
                at, "この名前の項目はありません。次のどれかで指定してください：" + known.stream().sorted().collect(Collectors.joining("、")));
    }

    private static boolean isOptional(RecordComponent component) {
        AnnotatedElement type = component.getAnnotatedType();
        return type.isAnnotationPresent(Nullable.class);
    }

    private static boolean isInt(Object read) {
        if (!(read instanceof BigDecimal number)) {
            return false;
        }
        try {
            return number.intValueExact() == number.intValue();
        } catch (ArithmeticException e) {
            return false;
        }
    }

    /** A text, too: some programs write numbers so, to keep all digits. */
    private static boolean isNumber(Object read) {
        if (read instanceof String text && text.length() <= LONGEST_NUMBER) {
            try {
                return Math.abs((long) new BigDecimal(text).scale()) <= LONGEST_NUMBER;
            } catch (NumberFormatException e) {
                return false;
            }
        }
        return read instanceof BigDecimal;
    }

    private static boolean isDay(Object read) {
        if (!(read instanceof String text)) {
            return false;
        }
        try {
            int year = LocalDate.parse(text).getYear();
            return year >= FIRST_YEAR && year <= LAST_YEAR;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private static boolean isOneOf(Class<?> type, Object read) {
        return Arrays.stream(type.getEnumConstants())
                .anyMatch(constant ->
                        constant instanceof Enum<?> one && one.name().equals(read));
    }

    private static String names(Class<?> type) {
        return Arrays.stream(type.getEnumConstants()).map(String::valueOf).collect(Collectors.joining("、"));
    }

    private static Class<?> raw(Type type) {
        return switch (type) {
            case Class<?> plain -> plain;
            case ParameterizedType generic -> (Class<?>) generic.getRawType();
            default -> Object.class;
        };
    }

    private static Type argument(Type type, int index) {
        return type instanceof ParameterizedType generic ? generic.getActualTypeArguments()[index] : Object.class;
    }

    private static void require(boolean holds, String path, String message) {
        if (!holds) {
            throw wrong(path, message);
        }
    }

    private static InvalidInputException wrong(String path, String message) {
        String field = path.isEmpty() ? JsonDocument.WHOLE : path;
        return new InvalidInputException(field, "「%s」の形が正しくありません。%s".formatted(field, message));
    }
}
