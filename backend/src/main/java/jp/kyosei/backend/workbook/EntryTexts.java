package jp.kyosei.backend.workbook;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import jp.kyosei.backend.actual.Actual;
import jp.kyosei.backend.actual.Narrative;
import jp.kyosei.backend.actual.NarrativeText;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.figure.FlatFigure;
import jp.kyosei.backend.figure.MissingReason;
import org.jspecify.annotations.Nullable;

/**
 * What stands in the entry cells of a row.
 *
 * @param texts without the blank ones
 */
record EntryTexts(Map<EntryField, String> texts) {
    /** Enough to tell two texts of a cell apart; not to keep anything secret. */
    private static final int FINGERPRINT_BYTES = 8;

    static final String BLANK = "-";

    EntryTexts {
        texts = Map.copyOf(texts);
    }

    /** What is stored. */
    static EntryTexts of(@Nullable Actual actual, @Nullable Narrative narrative) {
        Map<EntryField, String> texts = new EnumMap<>(EntryField.class);
        if (actual != null) {
            FlatFigure figure = FlatFigure.of(actual.observation());
            put(texts, EntryField.VALUE, plain(figure.value()));
            put(texts, EntryField.NUMERATOR, plain(figure.numerator()));
            put(texts, EntryField.DENOMINATOR, plain(figure.denominator()));
            MissingReason missing = figure.missing();
            put(texts, EntryField.MISSING, missing == null ? "" : missing.label());
            put(texts, EntryField.EXPLANATION, figure.explanation());
            FiscalYear reference = actual.observation().referenceYear();
            put(texts, EntryField.REFERENCE_YEAR, reference == null ? "" : reference.longLabel());
            put(texts, EntryField.NOTE, figure.remark());
        }
        NarrativeText text = narrative == null ? NarrativeText.EMPTY : narrative.text();
        put(texts, EntryField.PROGRESS, text.progress());
        put(texts, EntryField.OUTLOOK, text.outlook());
        put(texts, EntryField.INITIATIVES, text.initiatives());
        return new EntryTexts(texts);
    }

    private static String plain(@Nullable BigDecimal number) {
        return number == null ? "" : number.toPlainString();
    }

    private static void put(Map<EntryField, String> texts, EntryField field, String text) {
        if (!text.isBlank()) {
            texts.put(field, text.replace("\r\n", "\n").replace('\r', '\n'));
        }
    }

    String text(EntryField field) {
        return texts.getOrDefault(field, "");
    }

    boolean isBlank(EntryField field) {
        return text(field).isBlank();
    }

    /** The same for texts that mean the same: {@code 57} and {@code 57.0}, R4 and 令和4年度. */
    String fingerprint(EntryField field) {
        return fingerprint(field, text(field));
    }

    static String fingerprint(EntryField field, String text) {
        String meant = meant(field, text);
        if (meant.isEmpty()) {
            return BLANK;
        }
        byte[] hash = sha256(meant);
        return HexFormat.of().formatHex(hash, 0, FINGERPRINT_BYTES);
    }

    static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static String meant(EntryField field, String text) {
        String plain = text.strip();
        if (field.isNumber()) {
            return number(plain)
                    .map(number -> number.stripTrailingZeros().toPlainString())
                    .orElse(plain);
        }
        if (field == EntryField.REFERENCE_YEAR) {
            return FiscalYear.parse(plain)
                    .map(year -> Integer.toString(year.year()))
                    .orElse(plain);
        }
        return plain;
    }

    /** A number in plain writing, of any width, with or without separators. */
    static Optional<BigDecimal> number(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("[,\\s]", "");
        if (!plain.matches("-?[0-9]{1,60}(\\.[0-9]{1,60})?")) {
            return Optional.empty();
        }
        return Optional.of(new BigDecimal(plain));
    }
}
