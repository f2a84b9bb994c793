package jp.kyosei.backend.understanding.unit;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A unit, taken apart.
 *
 * @param written as it is written, without blanks
 * @param exponent of its own thousand or million: 3 of 千人, 6 of 百万円, 0 of 人
 * @param base what is counted, in one spelling for all ways to write it: 人 for 名, 箇所 for か所
 */
public record UnitName(String written, int exponent, String base) {
    private static final List<String> MAGNITUDES = List.of("百億", "十億", "千万", "百万", "十万", "兆", "億", "万", "千");
    private static final List<Integer> EXPONENTS = List.of(10, 9, 7, 6, 5, 12, 8, 4, 3);

    private static final String COUNTERS =
            "人|名|件|円|ha|a|km2?|m2?|cm|mm|㎡|㎢|平米|平方メートル|ヘクタール|アール|キロ|箇所|回|戸|世帯|社|店舗?|台|冊|kg|g|t|トン|"
                    + "l|kl|リットル|立方メートル|m3|t-?co2|tco2|kwh?|mwh?|gwh?|mw|kw|点|位|組|団体|施設|園|校|日|時間|分|秒|人泊|泊|人日|人回|本|頭|羽|匹|歳|才|年|か月|ヶ月|月|"
                    + "ポイント|pt|棟|区画|床|隊|品目|品|種類?|例|便|か国|箇国|国|地区|地域|集落|自治会|町内会|基|路線|系統|系|両|隻|席|室|部屋|クラス|学級|教室|講座|事業所?|企業|"
                    + "法人|経営体|農家|農業者|農場|組織|グループ|チーム|クラブ|サークル|市町村|か村|機関|人口千対|‰|%|割|倍|票|通|枚|部|巻|曲|枠|ケース|セット|式|項目|事例|プロジェクト|"
                    + "計画|条例|協定|件数|人数|人中|名中|拠点|サイト|ページ|アクセス|pv|フォロワー|ダウンロード|dl|いいね|登録|口|株|体|柱|合|杯|食|皿|着|足|ドル|百分率|割合|率|bod|mg/l|db|℃|度|人時|議席|議員";

    private static final Pattern KNOWN = Pattern.compile("(?:延べ?|のべ|累計|年間|約)?(?:百億|十億|千万|百万|十万|兆|億|万|千)?(?:" + COUNTERS
            + ")(?:・(?:" + COUNTERS + "))?(?:/(?:[0-9]*[万千]?(?:" + COUNTERS + "|年度|年間|日|月|週|時|1人|人)))?");

    private static final Pattern STATED = Pattern.compile("単位(?:は)?[:=]?([^)\\]】]{1,12})[)\\]】]?");
    private static final Pattern BRACKET_AT_END =
            Pattern.compile("^(.*\\S)\\s*[(（\\[［〔【]([^()（）\\[\\]［］]{1,12})[)）\\]］〕】]\\s*$", Pattern.DOTALL);

    /** A name and the unit that stood in brackets behind it. */
    public record Named(String name, UnitName unit) {}

    /** Takes a unit apart; what is no known unit is its own base. */
    public static UnitName of(String text) {
        String written = text.replaceAll("[\\s\\p{Z}]+", "");
        String folded = folded(written);
        for (int at = 0; at < MAGNITUDES.size(); at++) {
            String magnitude = MAGNITUDES.get(at);
            if (folded.startsWith(magnitude) && folded.length() > magnitude.length()) {
                return new UnitName(written, EXPONENTS.get(at), spelled(folded.substring(magnitude.length())));
            }
        }
        return new UnitName(written, 0, spelled(folded));
    }

    /** Whether a text is a unit and nothing else. */
    public static boolean isUnit(String text) {
        return KNOWN.matcher(spelled(folded(text))).matches();
    }

    /** The unit that a head, a remark or a unit's cell states: of 「（単位：千人）」, of 「単位 千人」. */
    public static Optional<UnitName> stated(String text) {
        Matcher stated = STATED.matcher(folded(text));
        return stated.find() && isUnit(stated.group(1)) ? Optional.of(of(stated.group(1))) : Optional.empty();
    }

    /** The unit in brackets at the end of a name or a head: 利用者数（千人）, 利用者数(単位：千人). */
    public static Optional<Named> atEndOf(String name) {
        Matcher bracket = BRACKET_AT_END.matcher(name);
        if (!bracket.matches()) {
            return Optional.empty();
        }
        String inside = bracket.group(2);
        Optional<UnitName> unit = stated(inside).or(() -> isUnit(inside) ? Optional.of(of(inside)) : Optional.empty());
        return unit.map(known -> new Named(bracket.group(1).strip(), known));
    }

    /** What stands in a unit's cell, without the brackets that some write around it. */
    public static String cleaned(String cell) {
        String text = cell.replaceAll("[\\s\\p{Z}]+", "");
        String inside = text.replaceFirst("^[(（\\[［]([^()（）]*)[)）\\]］]$", "$1");
        return inside.replaceFirst("^単位[:：]?", "");
    }

    /** Whether there is none, or a dash in its place. */
    public boolean isNone() {
        return written.isEmpty() || written.matches("[-−―—–‐－─ー]+");
    }

    /** Whether figures of one can be given in the other. */
    public boolean isOf(UnitName other) {
        return base.equals(other.base) || withoutPeriod(base).equals(withoutPeriod(other.base));
    }

    private static String withoutPeriod(String base) {
        return base.replaceFirst("^(?:年間|延べ?|のべ|累計)", "").replaceFirst("/(?:年度?|年間)$", "");
    }

    private static String folded(String text) {
        // Not NFKC as a whole: it would take ㎡ apart.
        StringBuilder folded = new StringBuilder();
        text.codePoints().forEach(letter -> {
            String one = Character.toString(letter);
            folded.append(letter == '㎡' || letter == '㎢' ? one : Normalizer.normalize(one, Normalizer.Form.NFKC));
        });
        return folded.toString()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\s\\p{Z}\\p{Cf}]+", "")
                .replace('／', '/');
    }

    /** One spelling for the ways in which the same unit is written. */
    private static String spelled(String unit) {
        return unit.replaceAll("[ヶケカかヵ個箇](?=所)", "箇")
                .replaceAll("[ヶケカヵ箇](?=国|月|村)", "か")
                .replace("パーセント", "%")
                .replace("平方メートル", "㎡")
                .replaceAll("^m2$", "㎡")
                .replaceAll("^トン", "t")
                .replaceAll("名$", "人");
    }
}
