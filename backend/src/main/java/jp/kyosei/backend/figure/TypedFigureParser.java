package jp.kyosei.backend.figure;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what people type or paste into a number cell. Digits, signs and commas are read in every width; words kept as a note
 * stay exactly as typed. What could mean two things is not guessed at: the answer says what to type instead.
 */
public final class TypedFigureParser {

    private static final int MAX_INTEGER_DIGITS = 20;
    private static final int MAX_DECIMALS = 10;
    private static final int MAX_UNIT_LENGTH = 8;

    /** Of what is looked at; in UTF-16 units, twice what a typed figure may have of characters. */
    private static final int MAX_LENGTH = 2_000;

    private static final String NUMBER = "[0-9]{1,3}(?:,[0-9]{3})+(?:\\.[0-9]+)?|[0-9]+(?:\\.[0-9]+)?|\\.[0-9]+";
    private static final String SIGN = "[-+△▲−―—–‐─ー]";
    private static final Pattern PLAIN = Pattern.compile("(" + SIGN + ")?\\s*(" + NUMBER + ")");
    private static final Pattern WITH_WORDS = Pattern.compile("(?<before>約|およそ|延べ?|のべ|累計|合計|計|※)?\\s*" + "(?<number>(?:"
            + SIGN + ")?\\s*(?:" + NUMBER + "))\\s*(?<after>[^0-9]*)");
    private static final Pattern BRACKETS = Pattern.compile("\\(([^()]*)\\)\\s*$");
    private static final Pattern DASHES = Pattern.compile("[-−―—–‐─ー…・*]+");
    private static final Pattern QUALIFIER = Pattern.compile("以上|以下|未満|超|程度|前後|余|くらい|ぐらい|強|弱|から|まで|[~〜～-]");
    private static final Pattern SCALE = Pattern.compile("[十百千万億兆].*");
    private static final Pattern UNIT = Pattern.compile("[\\p{L}\\p{So}%‰][^\\p{No}]*");
    private static final Pattern WORDS_OF_YEAR = Pattern.compile("(?:末時点|時点|実績値?|調査|現在|末|分|値)$");

    /** Digits that belong to words: dates, years, counts of occasions and the name of an illness. */
    private static final Pattern DIGITS_IN_WORDS = Pattern.compile(
            "(?:令和|平成|昭和|[RHS])\\s*(?:元|[0-9]{1,2})(?:[./][0-9]{1,2}){0,2}|[0-9]{4}(?:[./][0-9]{1,2}){1,2}"
                    + "|(?:[0-9]+|元)年度?|[0-9]{1,2}月|[0-9]{1,2}日|第[0-9]+[回波期次弾]|[0-9]+(?:号|類|回目)|COVID-?19");

    private static final List<Wording> WORDINGS = List.of(
            new Wording(
                    "調査未実施|未調査|調査(?:を|は|が)?(?:行わず|せず|なし|中止|対象外|延期|未了)|調査年度(?:でない|ではない|以外)|非調査年",
                    MissingReason.NOT_SURVEYED),
            new Wording(
                    "集計(?:不可|不能|できず|できない|せず|していない)|(?:計測|把握|算定|算出|カウント)(?:不可|不能|できず|できない|していない)|計測なし",
                    MissingReason.NOT_COUNTABLE),
            new Wording("未公表|非公表|未発表|(?:公表|発表|公開)(?:前|待ち|されていない|なし)|秘匿", MissingReason.NOT_PUBLISHED),
            new Wording(
                    "(?:供用|運用|利用|営業|事業)(?:開始)?前|(?:開設|開館|開所|開業|開通|竣工|完成|整備)前|未供用|未開設|未整備|整備中|建設中"
                            + "|月(?:から)?(?:に)?(?:供用|運用|利用|営業|事業)開始|年度?(?:から)?(?:に)?(?:供用|運用|利用|営業|事業)開始|月(?:に)?(?:開設|開館|開所|開業|開通)",
                    MissingReason.NOT_STARTED),
            new Wording(
                    "未実施|未開催|不開催|未着手|実施(?:せず|なし|見送り|していない|できず)|開催(?:せず|なし|見送り|していない|できず)|見送り|延期|休止|休館|休業",
                    MissingReason.NOT_HELD),
            new Wording("中止|取りやめ|取り止め|取止め", MissingReason.CANCELLED),
            new Wording("集計中|未集計|調査中|確認中|未確定|不明|データなし|該当なし|その他|N/A|廃止|終了", MissingReason.OTHER),
            new Wording("(?:のため|により|によって|につき|の影響で|ことから)", MissingReason.OTHER));

    private record Wording(Pattern pattern, MissingReason reason) {
        Wording(String pattern, MissingReason reason) {
            this(Pattern.compile(pattern), reason);
        }
    }

    private TypedFigureParser() {}

    /** Reads a text where the unit of the indicator is not known. */
    public static TypedFigure parse(String typed) {
        return parse(typed, "");
    }

    /**
     * Reads a text for an indicator of the given unit. A trailing unit must be that one: 361,234人 in a cell of 千人 is not
     * understood rather than taken as 361,234千人.
     *
     * @param unit the unit of the indicator, empty when not known
     */
    public static TypedFigure parse(String typed, String unit) {
        String words = typed.strip();
        String text = fold(words).strip();
        if (text.isEmpty()) {
            return new TypedFigure.Blank();
        }
        if (text.length() > MAX_LENGTH) {
            return notUnderstood(typed, "長すぎて、数値か理由として読み取れません。数値か「中止」などの理由を入れ、説明は短くしてください。");
        }
        if (DASHES.matcher(text).matches()) {
            return new TypedFigure.NoFigure(new Observed.Missing(MissingReason.OTHER, words));
        }
        if (text.startsWith("#")) {
            return notUnderstood(typed, "Excelのエラー値です。元の表の計算式を直し、数値を入力してください。");
        }
        return figure(typed, text, unit).or(() -> missing(words, text)).orElseGet(() -> explain(typed, text));
    }

    /** A figure, or why it is none although it reads like one; empty when the text has to be read as words. */
    private static Optional<TypedFigure> figure(String typed, String text, String unit) {
        Brackets brackets = Brackets.of(text);
        Optional<Observed.Measured> ratio = ratio(brackets.outside(), unit);
        if (ratio.isPresent()) {
            return Optional.of(withBrackets(typed, ratio.get(), brackets, ""));
        }
        Matcher matcher = WITH_WORDS.matcher(withoutUnit(brackets.outside(), unit));
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String after = matcher.group("after").strip();
        String before = matcher.group("before");
        if (after.endsWith("※")) {
            after = after.substring(0, after.length() - 1).strip();
        }
        Optional<TypedFigure> wrongUnit = refuseUnit(typed, after, unit);
        if (wrongUnit.isPresent()) {
            return wrongUnit;
        }
        return number(matcher.group("number"))
                .map(value ->
                        withBrackets(typed, new Observed.Value(value), brackets, before == null ? "" : typed.strip()));
    }

    private static TypedFigure withBrackets(
            String typed, Observed.Measured measured, Brackets brackets, String noteForPrefix) {
        FiscalYear year = null;
        List<String> notes = new ArrayList<>();
        for (String inside : brackets.insides()) {
            Optional<FiscalYear> read = yearIn(inside);
            if (read.isPresent() && year != null) {
                return notUnderstood(typed, "年度が2つ書かれています。値の年度を1つだけ（ ）に入れてください。例 38,806(H28)");
            }
            if (read.isPresent()) {
                year = read.get();
            } else {
                notes.add(inside);
            }
        }
        String note = notes.isEmpty() ? noteForPrefix : original(typed, notes);
        return new TypedFigure.Figure(measured, year, note);
    }

    /** The words in brackets as they were typed: folding replaces characters one by one, so positions agree. */
    private static String original(String typed, List<String> notes) {
        String folded = fold(typed);
        List<String> found = new ArrayList<>();
        for (String note : notes) {
            int start = folded.indexOf(note, folded.indexOf('('));
            found.add(typed.substring(start, start + note.length()).strip());
        }
        return String.join("、", found);
    }

    private static Optional<FiscalYear> yearIn(String inside) {
        return FiscalYear.parse(inside)
                .or(() -> FiscalYear.parse(WORDS_OF_YEAR.matcher(inside.strip()).replaceFirst("")));
    }

    private static Optional<Observed.Measured> ratio(String text, String unit) {
        String[] parts = withoutUnit(text, unit).split("/", -1);
        if (parts.length != 2) {
            return Optional.empty();
        }
        Optional<BigDecimal> numerator = number(withoutWords(parts[0], unit));
        Optional<BigDecimal> denominator = number(withoutWords(parts[1], unit));
        if (numerator.isEmpty() || denominator.isEmpty() || denominator.get().signum() < 0) {
            return Optional.empty();
        }
        if (denominator.get().signum() == 0 && numerator.get().signum() != 0) {
            return Optional.empty();
        }
        return Optional.of(new Observed.Ratio(numerator.get(), denominator.get()));
    }

    /** One side of a ratio without its counter: 361人 of 361人/861人. */
    private static String withoutWords(String side, String unit) {
        Matcher matcher = WITH_WORDS.matcher(withoutUnit(side.strip(), unit));
        if (!matcher.matches() || matcher.group("before") != null) {
            return side;
        }
        String after = matcher.group("after").strip();
        return QUALIFIER.matcher(after).find() || SCALE.matcher(after).matches() || after.contains("%")
                ? side
                : matcher.group("number");
    }

    private static Optional<TypedFigure> refuseUnit(String typed, String after, String unit) {
        if (after.isEmpty()) {
            return Optional.empty();
        }
        if (WORDINGS.stream()
                .anyMatch(wording -> wording.pattern().matcher(after).find())) {
            return Optional.of(notUnderstood(typed, "数値と説明が混ざっています。数値だけを入力し、説明は（ ）に入れてください。例 12(1回中止)"));
        }
        if (QUALIFIER.matcher(after).find()) {
            return Optional.of(notUnderstood(typed, "幅のある書き方は集計できません。1つの数値を入力し、事情は（ ）に入れてください。例 100(概数)"));
        }
        if (SCALE.matcher(after).matches()) {
            return Optional.of(
                    notUnderstood(typed, "「万」「千」などは使わず、指標の単位%sで数字だけを入力してください。例 35,000".formatted(named(unit))));
        }
        if (!unit.isEmpty()) {
            return Optional.of(
                    notUnderstood(typed, "単位「%s」は、この指標の単位%sと違います。指標の単位に直した数値を入力してください。".formatted(after, named(unit))));
        }
        if (!UNIT.matcher(after).matches()) {
            return Optional.of(explain(typed, fold(typed).strip()));
        }
        return after.length() > MAX_UNIT_LENGTH
                ? Optional.of(notUnderstood(typed, "数値と説明が混ざっています。数値だけを入力し、説明は（ ）に入れてください。例 12(1回中止)"))
                : Optional.empty();
    }

    private static Optional<TypedFigure> missing(String words, String text) {
        String plain = Normalizer.normalize(words, Normalizer.Form.NFKC).replaceAll("\\s+", "");
        if (DIGITS_IN_WORDS.matcher(plain).replaceAll("").matches(".*[0-9].*") || text.contains("/")) {
            return Optional.empty();
        }
        for (Wording wording : WORDINGS) {
            if (wording.pattern().matcher(plain).find()) {
                String note = wording.reason().isNamedBy(plain) ? "" : words;
                return Optional.of(new TypedFigure.NoFigure(new Observed.Missing(wording.reason(), note)));
            }
        }
        return Optional.empty();
    }

    private static TypedFigure explain(String typed, String text) {
        Matcher numbers = Pattern.compile("[0-9][0-9,.]*").matcher(text);
        long count = numbers.results().count();
        if (text.matches(".*/\\s*0+(?:\\.0+)?\\s*\\D*")) {
            return notUnderstood(typed, "分母が0では割合を計算できません。対象がなかったときは 0/0 とするか、「未実施」などの理由を選んでください。");
        }
        if (text.matches("[-+]?[0-9.]+[Ee][-+]?[0-9]+")) {
            return notUnderstood(typed, "指数表示では桁が失われています。数字をすべて入力してください。例 123,456");
        }
        if (text.matches("[0-9]{4}[/.-][0-9]{1,2}[/.-][0-9]{1,2}")) {
            return notUnderstood(typed, "日付のようです。実績の数値を入力してください。");
        }
        if (text.matches(SIGN + "?[0-9,]+(?:\\.[0-9]*)?") || text.matches("[0-9,.]+")) {
            return notUnderstood(typed, "桁区切りか小数点の位置が正しくないか、桁が多すぎます。例 1,234.5");
        }
        if (count > 1) {
            return notUnderstood(typed, "数値が2つ以上あります。市町村ごとの値はそれぞれの欄に、割合は 361/861 の形で入力してください。");
        }
        if (count == 1) {
            return notUnderstood(typed, "数値と説明が混ざっています。数値だけを入力し、説明は（ ）に入れてください。例 12(1回中止)");
        }
        return notUnderstood(typed, "数値か理由として読み取れません。数値を入力するか、「中止」「未実施」「未公表」などの理由を入力してください。");
    }

    private static Optional<BigDecimal> number(String text) {
        Matcher matcher = PLAIN.matcher(text.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        BigDecimal magnitude = new BigDecimal(matcher.group(2).replace(",", ""));
        if (magnitude.precision() - magnitude.scale() > MAX_INTEGER_DIGITS || magnitude.scale() > MAX_DECIMALS) {
            return Optional.empty();
        }
        String sign = matcher.group(1);
        return Optional.of(sign == null || sign.equals("+") ? magnitude : magnitude.negate());
    }

    private static String withoutUnit(String text, String unit) {
        String wanted = fold(unit).strip();
        String stripped = text.strip();
        for (String spelling : List.of(wanted, spelled(wanted))) {
            if (!spelling.isEmpty() && stripped.endsWith(spelling)) {
                return stripped.substring(0, stripped.length() - spelling.length())
                        .strip();
            }
        }
        String alike = spelled(stripped);
        return !wanted.isEmpty() && alike.endsWith(spelled(wanted))
                ? alike.substring(0, alike.length() - spelled(wanted).length()).strip()
                : stripped;
    }

    /** One spelling for the ways in which the same unit is written. */
    private static String spelled(String unit) {
        return unit.replaceAll("[ヶケカかヵ個箇](?=所)", "箇").replace("パーセント", "%").replaceAll("名$", "人");
    }

    private static String named(String unit) {
        return unit.isEmpty() ? "" : "「" + unit + "」";
    }

    /**
     * Full-width ASCII and spaces become half-width, one character each. Not NFKC: that would turn ㎡ into m2 and ① into 1,
     * and so make digits of what is none.
     */
    private static String fold(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        for (int index = 0; index < text.length(); index++) {
            char character = text.charAt(index);
            if (character >= '！' && character <= '～') {
                folded.append((char) (character - '！' + '!'));
            } else if (character == '﹐') {
                folded.append(',');
            } else if (Character.isWhitespace(character) || Character.isSpaceChar(character)) {
                folded.append(' ');
            } else if (character == 'ｰ') {
                folded.append('ー');
            } else if (character == '⁄' || character == '∕') {
                folded.append('/');
            } else {
                folded.append(character);
            }
        }
        return folded.toString();
    }

    private static TypedFigure notUnderstood(String typed, String message) {
        return new TypedFigure.NotUnderstood(typed, message);
    }

    /** A text and the brackets at its end: 38,806 and [H28]. */
    private record Brackets(String outside, List<String> insides) {
        static Brackets of(String text) {
            List<String> insides = new ArrayList<>();
            String outside = text;
            Matcher matcher = BRACKETS.matcher(outside);
            while (matcher.find() && matcher.start() > 0) {
                insides.addFirst(matcher.group(1));
                outside = outside.substring(0, matcher.start()).strip();
                matcher = BRACKETS.matcher(outside);
            }
            return new Brackets(outside, List.copyOf(insides));
        }
    }
}
