package jp.kyosei.backend.tenancy;

import java.util.Optional;

/**
 * The six-digit code of a municipality (全国地方公共団体コード), its check digit verified.
 *
 * <p>Source: 総務省「全国地方公共団体コード」 — the sixth digit is {@code (11 − Σ dᵢ·(6,5,4,3,2) mod 11) mod 10}.
 *
 * @param value six digits, for example {@code 032093} for 一関市
 */
public record MunicipalityCode(String value) implements Comparable<MunicipalityCode> {
    private static final int DIGITS = 6;

    /** @throws IllegalArgumentException if the text is not six digits or its check digit is wrong */
    public MunicipalityCode {
        if (!isValid(value)) {
            throw new IllegalArgumentException("全国地方公共団体コードではありません: " + value);
        }
    }

    /** Reads a code as a person wrote it; empty if it is none. */
    public static Optional<MunicipalityCode> parse(String text) {
        String trimmed = text.strip();
        return isValid(trimmed) ? Optional.of(new MunicipalityCode(trimmed)) : Optional.empty();
    }

    private static boolean isValid(String text) {
        if (text.length() != DIGITS) {
            return false;
        }
        for (int position = 0; position < DIGITS; position++) {
            if (text.charAt(position) < '0' || text.charAt(position) > '9') {
                return false;
            }
        }
        int weighted = 0;
        for (int position = 0; position < DIGITS - 1; position++) {
            weighted += (text.charAt(position) - '0') * (DIGITS - position);
        }
        return (11 - weighted % 11) % 10 == text.charAt(DIGITS - 1) - '0';
    }

    @Override
    public int compareTo(MunicipalityCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
