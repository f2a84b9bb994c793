package jp.kyosei.backend.sheet.xlsx;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Numbers as a workbook's XML writes them. */
final class Numbers {
    /** So many digits does Excel keep of what is typed, and show of what it computes. */
    private static final MathContext KEPT = new MathContext(15, RoundingMode.HALF_UP);

    private static final Pattern SHORT = Pattern.compile("-?\\d{1,15}(?:\\.\\d{1,15})?");
    private static final Pattern ANY = Pattern.compile("[+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d{1,9})?");
    private static final int LONGEST = 400;

    private Numbers() {}

    /**
     * The decimal that was meant: {@code 57.399999999999999} is 57.4, and {@code 0.30000000000000004}, which a sum of 0.1
     * and 0.2 leaves behind, is 0.3. Whole numbers keep all the digits that their binary form holds.
     */
    static Optional<BigDecimal> meant(String stored) {
        if (SHORT.matcher(stored).matches()) {
            BigDecimal number = new BigDecimal(stored);
            if (number.precision() <= KEPT.getPrecision()) {
                return Optional.of(withoutZeros(number));
            }
        }
        if (stored.length() > LONGEST || !ANY.matcher(stored).matches()) {
            return Optional.empty();
        }
        double binary = Double.parseDouble(stored);
        if (Double.isInfinite(binary)) {
            return Optional.empty();
        }
        BigDecimal shortest = withoutZeros(BigDecimal.valueOf(binary));
        return Optional.of(shortest.scale() > 0 ? withoutZeros(shortest.round(KEPT)) : shortest);
    }

    /** Some writers store 3560.0 for 3560; decimals that are to be seen stand in the cell's format. */
    private static BigDecimal withoutZeros(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /** The number multiplied by a power of ten, exactly. */
    static BigDecimal shifted(BigDecimal number, int shift) {
        return shift == 0 ? number : withoutZeros(number.scaleByPowerOfTen(shift));
    }

    /** @param otherwise if it is absent or no such number */
    static int whole(@Nullable String text, int otherwise) {
        if (text == null) {
            return otherwise;
        }
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }
}
