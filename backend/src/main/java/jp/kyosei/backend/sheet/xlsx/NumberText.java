package jp.kyosei.backend.sheet.xlsx;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import jp.kyosei.backend.sheet.xlsx.FormatCode.Kind;
import jp.kyosei.backend.sheet.xlsx.FormatCode.Token;

/**
 * Shows numbers as Excel does, from the exact decimal: with {@code 0%}, 0.285 is 29% as on the screen, and not the 28%
 * that its binary neighbour gives.
 */
final class NumberText {
    /** So many digits does Excel show where no format is set. */
    private static final MathContext GENERAL_DIGITS = new MathContext(11, RoundingMode.HALF_UP);

    /** Beyond it Excel shows an exponent, and the plain digits would be long. */
    private static final int MOST_PLAIN_DIGITS = 21;

    private static final int GROUP = 3;

    private NumberText() {}

    /** Where no format is set. */
    static String general(BigDecimal number) {
        if (number.signum() == 0) {
            return "0";
        }
        BigDecimal shown = number.scale() > 0 ? number.round(GENERAL_DIGITS) : number;
        BigDecimal short_ = shown.stripTrailingZeros();
        boolean plain = Math.abs(short_.precision() - short_.scale()) <= MOST_PLAIN_DIGITS;
        return plain ? short_.toPlainString() : short_.toString();
    }

    /** By which power of ten a format multiplies what it shows: a sign for percent is two, a comma behind the digits minus three. */
    static int shift(BigDecimal number, FormatCode code) {
        Pattern pattern = Pattern.of(code.sections().get(section(number, code)));
        return 2 * pattern.percents - GROUP * pattern.thousands;
    }

    private static int section(BigDecimal number, FormatCode code) {
        int sections = code.sections().size();
        return sections > 1 && number.signum() < 0 ? 1 : sections > 2 && number.signum() == 0 ? 2 : 0;
    }

    /** None if the format is of a kind that is not known here. */
    static Optional<String> formatted(BigDecimal number, FormatCode code) {
        if (code.has(Kind.OTHER)) {
            return Optional.empty();
        }
        int section = section(number, code);
        boolean ownSign = section == 1;
        List<Token> tokens = code.sections().get(section);
        Optional<String> shown = section(number.abs(), tokens);
        return shown.map(text -> number.signum() < 0 && !ownSign && hasNonZeroDigit(text) ? "-" + text : text);
    }

    private static boolean hasNonZeroDigit(String text) {
        return text.chars().anyMatch(character -> character >= '1' && character <= '9');
    }

    private static Optional<String> section(BigDecimal amount, List<Token> tokens) {
        Pattern pattern = Pattern.of(tokens);
        if (!pattern.contiguous) {
            return Optional.empty();
        }
        String digits = pattern.first < 0 ? "" : pattern.digits(amount);
        StringBuilder text = new StringBuilder();
        for (int at = 0; at < tokens.size(); at++) {
            Token token = tokens.get(at);
            if (at == pattern.first) {
                text.append(digits);
            }
            switch (token.kind()) {
                case LITERAL, PERCENT -> text.append(token.text());
                case GENERAL -> text.append(general(amount));
                case DIGIT, POINT, COMMA -> {}
                case DATE, ELAPSED, HALF_DAY, OTHER -> {
                    return Optional.empty();
                }
            }
        }
        return Optional.of(text.toString());
    }

    /**
     * The digits of a section.
     *
     * @param first where the digits begin among the tokens; -1 if nowhere
     * @param thousands how often it is divided by 1,000
     */
    private record Pattern(
            int first,
            boolean contiguous,
            int integerZeros,
            int decimals,
            int decimalZeros,
            boolean grouped,
            int thousands,
            int percents) {

        static Pattern of(List<Token> tokens) {
            int first = -1;
            int last = -1;
            int percents = 0;
            for (int at = 0; at < tokens.size(); at++) {
                Kind kind = tokens.get(at).kind();
                if (kind == Kind.DIGIT
                        || (kind == Kind.POINT
                                && at + 1 < tokens.size()
                                && tokens.get(at + 1).kind() == Kind.DIGIT)) {
                    first = first < 0 ? at : first;
                    last = at;
                } else if (kind == Kind.PERCENT) {
                    percents++;
                }
            }
            if (first < 0) {
                return new Pattern(-1, true, 0, 0, 0, false, 0, percents);
            }
            boolean contiguous = true;
            boolean afterPoint = false;
            int integerZeros = 0;
            int decimals = 0;
            int decimalZeros = 0;
            int commas = 0;
            boolean grouped = false;
            for (Token token : tokens.subList(first, last + 1)) {
                boolean zero = token.text().equals("0");
                switch (token.kind()) {
                    case DIGIT -> {
                        grouped |= commas > 0 && !afterPoint;
                        commas = 0;
                        if (afterPoint) {
                            decimals++;
                            decimalZeros = zero ? decimals : decimalZeros;
                        } else {
                            integerZeros += zero || integerZeros > 0 ? 1 : 0;
                        }
                    }
                    case POINT -> afterPoint = true;
                    case COMMA -> commas++;
                    case LITERAL -> contiguous &= token.text().isEmpty();
                    case PERCENT, DATE, ELAPSED, HALF_DAY, GENERAL, OTHER -> contiguous = false;
                }
            }
            int thousands = commas;
            for (int at = last + 1; at < tokens.size() && tokens.get(at).kind() == Kind.COMMA; at++) {
                thousands++;
            }
            return new Pattern(first, contiguous, integerZeros, decimals, decimalZeros, grouped, thousands, percents);
        }

        String digits(BigDecimal amount) {
            BigDecimal shown =
                    amount.scaleByPowerOfTen(2 * percents - GROUP * thousands).setScale(decimals, RoundingMode.HALF_UP);
            String plain = shown.toPlainString();
            int point = plain.indexOf('.');
            String integer = point < 0 ? plain : plain.substring(0, point);
            StringBuilder fraction = new StringBuilder(point < 0 ? "" : plain.substring(point + 1));
            while (fraction.length() > decimalZeros && fraction.charAt(fraction.length() - 1) == '0') {
                fraction.setLength(fraction.length() - 1);
            }
            integer = integer.equals("0") ? "" : integer;
            integer = "0".repeat(Math.max(0, integerZeros - integer.length())) + integer;
            String whole = grouped ? grouped(integer) : integer;
            return decimals == 0 ? whole : whole + "." + fraction;
        }

        private static String grouped(String digits) {
            StringBuilder text = new StringBuilder(digits);
            for (int at = digits.length() - GROUP; at > 0; at -= GROUP) {
                text.insert(at, ',');
            }
            return text.toString();
        }
    }
}
