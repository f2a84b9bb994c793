package jp.kyosei.backend.importing.layout;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A cell of a layout with what it is.
 *
 * @param text as its description has it: what a person sees, or, with a format, the number stored
 * @param format of the number stored; none where the text itself says it
 * @param isText whether it is kept as text although it looks like a number
 * @param says what it says beyond its mark: {@code =} its value, {@code ref} the year of that value, {@code name} the whole
 *     name, {@code words} a text in place of a figure, {@code missing} a reason in its place, {@code ask} that nobody can know
 */
record LayoutCell(
        int row,
        int column,
        String text,
        @Nullable String format,
        boolean isText,
        Mark mark,
        Map<String, String> says) {
    private static final Pattern OPTIONS = Pattern.compile("(?s)^(.*?)\\{([^{}]*)\\}$");
    private static final Pattern PLAIN = Pattern.compile("-?(?:[0-9]+|[0-9]{1,3}(?:,[0-9]{3})+)(?:\\.([0-9]+))?(%?)");

    LayoutCell {
        says = Map.copyOf(says);
    }

    /** Reads a cell's description, such as {@code 18.8万人{=18.8 or 188000}}. */
    static LayoutCell parse(int row, int column, String description, Mark mark) {
        String text = description;
        Map<String, String> says = new HashMap<>();
        Matcher options = OPTIONS.matcher(description);
        if (options.matches()) {
            text = options.group(1).strip();
            for (String option : options.group(2).split(";", -1)) {
                String[] pair = option.strip().split("=", 2);
                says.put(pair[0].isEmpty() ? "=" : pair[0].strip(), pair.length == 2 ? pair[1] : "");
            }
        }
        String marked = says.remove("mark");
        String format = says.remove("f");
        boolean isText = text.startsWith("'");
        return new LayoutCell(
                row,
                column,
                (isText ? text.substring(1) : text).replace("\\n", "\n"),
                format,
                isText,
                marked == null ? mark : Mark.parse(marked),
                says);
    }

    LayoutCell at(int otherRow, int otherColumn) {
        return new LayoutCell(otherRow, otherColumn, text, format, isText, mark, says);
    }

    LayoutCell with(String otherText) {
        return new LayoutCell(row, column, otherText, format, isText, mark, says);
    }

    /** With another text, that is kept as such. */
    LayoutCell asText(String otherText) {
        return new LayoutCell(row, column, otherText, format, true, mark, says);
    }

    LayoutCell with(Mark other) {
        return new LayoutCell(row, column, text, format, isText, other, says);
    }

    /** The number to be stored; none where it is a text. */
    @Nullable
    BigDecimal stored() {
        Matcher plain = PLAIN.matcher(text);
        if (isText || !plain.matches()) {
            return null;
        }
        BigDecimal number = new BigDecimal(text.replace(",", "").replace("%", ""));
        return plain.group(2).isEmpty() ? number : number.movePointLeft(2);
    }

    /** The format that shows the number as the text has it; after {@link #stored}. */
    String formatCode() {
        if (format != null) {
            return format;
        }
        Matcher plain = PLAIN.matcher(text);
        if (!plain.matches()) {
            return "General";
        }
        String whole = text.contains(",") ? "#,##0" : "0";
        String decimals =
                plain.group(1) == null ? "" : "." + "0".repeat(plain.group(1).length());
        return whole + decimals + plain.group(2);
    }

    /** The values that it may be read as, in its unit; one for each way in which its unit may be read. */
    List<BigDecimal> values() {
        String said = says.get("=");
        if (said != null) {
            return List.of(said.split(" or ", -1)).stream()
                    .map(value -> new BigDecimal(value.strip()))
                    .toList();
        }
        String folded = Normalizer.normalize(text, Normalizer.Form.NFKC)
                .strip()
                .replaceFirst("^[△▲−]", "-")
                .replace(",", "")
                .replaceFirst("%$", "");
        if (format != null || !folded.matches("-?[0-9]+(\\.[0-9]+)?")) {
            throw new IllegalStateException("%s: say which value it is: %s".formatted(place(), text));
        }
        return List.of(new BigDecimal(folded));
    }

    boolean says(String what) {
        return says.containsKey(what);
    }

    /** For words to a reader of the corpus. */
    String place() {
        return "row %d, column %d".formatted(row + 1, column + 1);
    }
}
