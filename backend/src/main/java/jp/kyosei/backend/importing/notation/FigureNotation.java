package jp.kyosei.backend.importing.notation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.understanding.year.YearReading;
import jp.kyosei.backend.understanding.year.YearWords;
import org.jspecify.annotations.Nullable;

/** Takes apart what a cell writes as a figure; empty for all that is not one figure beyond doubt. */
public final class FigureNotation {
    private static final int LONGEST = 80;
    private static final int LONGEST_UNIT = 10;
    private static final int MOST_INTEGER_DIGITS = 20;

    private static final String NUMBER = "(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\\.[0-9]+)?|\\.[0-9]+";
    private static final String SCALE = "兆|億|千万|百万|十万|万|千|百";
    private static final Pattern BEFORE = Pattern.compile(
            "^(?:※|約|およそ|おおよそ|概ね|おおむね|ほぼ|延べ|延(?=[0-9])|のべ|累計|合計|計|年間|毎年度?|各年度?|年(?=[0-9]))\\s*[:：]?\\s*");
    private static final Pattern AT_LEAST_BEFORE = Pattern.compile("^(?:≧|≥|>=?)\\s*");
    private static final Pattern AT_MOST_BEFORE = Pattern.compile("^(?:≦|≤|<=?)\\s*");
    private static final Pattern MARK = Pattern.compile("\\s*(?:[※*†][0-9]{0,2}|[(]?注[0-9]{0,2}[)]?)$");
    private static final Pattern BRACKET = Pattern.compile("\\s*[(\\[]([^()\\[\\]]*)[)\\]]$");
    private static final Pattern KEPT = Pattern.compile("(?:を維持|維持|を確保|を目指す|をめざす|とする|を保つ|を堅持)$");
    private static final Pattern AT_LEAST = Pattern.compile("(?:以上|超え?|を超える|を上回る)$");
    private static final Pattern AT_MOST = Pattern.compile("(?:以下|未満|以内|を下回る)$");
    private static final Pattern BODY =
            Pattern.compile("([-+△▲])?\\s*((?:(?:" + NUMBER + ")\\s*(?:" + SCALE + ")?)+)\\s*([^0-9]*)");
    private static final Pattern PART = Pattern.compile("(" + NUMBER + ")\\s*(" + SCALE + ")?");
    private static final Pattern NO_UNIT = Pattern.compile(
            "増|減|倍|アップ|ダウン|上昇|低下|向上|改善|達成|予定|見込|目標|維持|中止|実施|済|未|以[上下内]|程度|前後|余|強|弱|台$|[。、,:;~→⇒+×]|から|まで|ため|より|対|年度|[0-9]|[はがをとに]|次|第|番|^[月日]$");
    private static final Pattern WORDS_OF_YEAR = Pattern.compile("□(?:年度?)?(?:末)?(?:時点|現在|実績値?|調査|分|値|国勢調査|国調|確定値)?");

    private final YearWords years;

    /** @param newest the fiscal year of the newest actuals, by which bare years are read */
    public FigureNotation(FiscalYear newest) {
        this.years = new YearWords(newest, List.of());
    }

    /** The one figure that a text is; empty for ranges, changes, several figures and words. */
    public Optional<WrittenFigure> read(String written) {
        String text = folded(written);
        if (text.isEmpty() || text.length() > LONGEST) {
            return Optional.empty();
        }
        Peeled peeled = new Peeled(text);
        peeled.peel();
        Matcher body = BODY.matcher(peeled.rest);
        if (!body.matches()) {
            return Optional.empty();
        }
        String unit = body.group(3).replace(" ", "");
        if (unit.length() > LONGEST_UNIT || NO_UNIT.matcher(unit).find()) {
            return Optional.empty();
        }
        Amount amount = amount(body.group(2));
        if (amount == null || peeled.severalYears) {
            return Optional.empty();
        }
        String sign = body.group(1);
        boolean negative = sign != null && !sign.equals("+");
        return Optional.of(new WrittenFigure(
                negative ? amount.number.negate() : amount.number,
                amount.exponent,
                unit,
                peeled.bound,
                peeled.year,
                peeled.note(written)));
    }

    /** The figure of a cell that holds a number: what its format shows beside it belongs to it. */
    public Optional<WrittenFigure> read(String shown, BigDecimal number) {
        return read(shown).map(written -> written.holding(decimals(written.number(), number)));
    }

    /** The number with the decimals that a person sees, where no more is stored than shown. */
    private static BigDecimal decimals(BigDecimal shown, BigDecimal exact) {
        if (shown.compareTo(exact) == 0) {
            return shown;
        }
        BigDecimal plain = exact.stripTrailingZeros();
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }

    /** What is left of a text when marks, brackets, limits and words of about have been taken off, and what they said. */
    private final class Peeled {
        private String rest;
        private Bound bound = Bound.EXACT;
        private @Nullable FiscalYear year;
        private boolean severalYears;
        private boolean words;
        private final List<String> inBrackets = new ArrayList<>();

        Peeled(String text) {
            this.rest = text;
        }

        void peel() {
            boolean more = true;
            while (more) {
                more = bracket() || mark() || limit();
            }
            Matcher before = BEFORE.matcher(rest);
            while (before.find()) {
                words = true;
                rest = rest.substring(before.end());
                before = BEFORE.matcher(rest);
            }
        }

        /** The words in brackets, or else all, where there are more than number, unit and year. */
        String note(String written) {
            return !inBrackets.isEmpty()
                    ? String.join("、", inBrackets)
                    : words ? written.replaceAll("[\\s\\p{Z}]+", " ").strip() : "";
        }

        private boolean bracket() {
            Matcher bracket = BRACKET.matcher(rest);
            if (!bracket.find() || bracket.start() == 0) {
                return false;
            }
            String inside = bracket.group(1);
            List<YearReading> named = years.in(inside);
            boolean onlyYear = named.size() == 1
                    && !named.getFirst().isSpan()
                    && WORDS_OF_YEAR
                            .matcher(years.without(YearWords.folded(inside)))
                            .matches();
            if (onlyYear && year == null) {
                year = named.getFirst().last();
            } else {
                severalYears |= onlyYear;
                if (!inside.isBlank()) {
                    inBrackets.addFirst(inside.strip());
                }
            }
            rest = rest.substring(0, bracket.start()).strip();
            return true;
        }

        private boolean mark() {
            return cut(MARK);
        }

        private boolean limit() {
            if (cut(KEPT)) {
                return true;
            }
            for (Limit limit : List.of(
                    new Limit(AT_LEAST, Bound.AT_LEAST),
                    new Limit(AT_MOST, Bound.AT_MOST),
                    new Limit(AT_LEAST_BEFORE, Bound.AT_LEAST),
                    new Limit(AT_MOST_BEFORE, Bound.AT_MOST))) {
                if (bound == Bound.EXACT && cut(limit.pattern())) {
                    bound = limit.bound();
                    return true;
                }
            }
            return false;
        }

        private boolean cut(Pattern pattern) {
            Matcher found = pattern.matcher(rest);
            if (!found.find() || (found.start() == 0 && found.end() == rest.length())) {
                return false;
            }
            words = true;
            rest = (rest.substring(0, found.start()) + rest.substring(found.end())).strip();
            return true;
        }
    }

    private record Limit(Pattern pattern, Bound bound) {}

    /** A number in units of a power of ten. */
    private record Amount(BigDecimal number, int exponent) {}

    /** 9兆1,400億 is 91,400 of 10^8; the parts must fall in magnitude, or they are no one number. */
    private static @Nullable Amount amount(String written) {
        Matcher part = PART.matcher(written);
        List<Amount> parts = new ArrayList<>();
        while (part.find()) {
            BigDecimal number = new BigDecimal(part.group(1).replace(",", ""));
            String scale = part.group(2);
            parts.add(new Amount(number, scale == null ? 0 : exponent(scale)));
        }
        for (int at = 1; at < parts.size(); at++) {
            Amount before = parts.get(at - 1);
            Amount next = parts.get(at);
            boolean falls = next.exponent < before.exponent
                    && next.number
                                    .scaleByPowerOfTen(next.exponent)
                                    .compareTo(BigDecimal.ONE.scaleByPowerOfTen(before.exponent))
                            < 0;
            if (!falls || before.number.scale() > 0) {
                return null;
            }
        }
        if (parts.isEmpty()) {
            return null;
        }
        int exponent = parts.getLast().exponent;
        BigDecimal sum = parts.stream()
                .map(each -> each.number.scaleByPowerOfTen(each.exponent - exponent))
                .reduce(BigDecimal::add)
                .orElse(BigDecimal.ZERO);
        BigDecimal plain = sum.scale() < 0 ? sum.setScale(0) : sum;
        return plain.precision() - plain.scale() > MOST_INTEGER_DIGITS ? null : new Amount(plain, exponent);
    }

    private static int exponent(String scale) {
        return switch (scale) {
            case "兆" -> 12;
            case "億" -> 8;
            case "千万" -> 7;
            case "百万" -> 6;
            case "十万" -> 5;
            case "万" -> 4;
            case "千" -> 3;
            default -> 2;
        };
    }

    /** Full width becomes half width, every kind of blank one blank, every dash a minus. */
    private static String folded(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        for (int index = 0; index < text.length(); index++) {
            char letter = text.charAt(index);
            if (letter >= '！' && letter <= '～') {
                folded.append((char) (letter - '！' + '!'));
            } else if (Character.isWhitespace(letter) || Character.isSpaceChar(letter)) {
                folded.append(' ');
            } else if ("−‐‑‒–—―".indexOf(letter) >= 0) {
                folded.append('-');
            } else if (letter == '〜' || letter == '∼') {
                folded.append('~');
            } else if (letter == '⁄' || letter == '∕') {
                folded.append('/');
            } else if (Character.getType(letter) != Character.FORMAT) {
                folded.append(letter);
            }
        }
        return folded.toString().replaceAll(" +", " ").strip();
    }
}
