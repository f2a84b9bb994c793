package jp.kyosei.backend.evaluation.check;

import java.text.Normalizer;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the unit of an indicator, and its name, say of the figures that can stand there.
 *
 * @param words the unit as the plan prints it; may be empty
 * @param mayBeNegative whether the name tells of a change or a balance, which falls below zero as it likes
 */
public record Unit(String words, Nature nature, boolean mayBeNegative) {
    /** Of an indicator of which nothing is known but its figures. */
    public static final Unit UNKNOWN = new Unit("", Nature.OTHER, true);

    private static final Set<String> COUNTED = Set.of(
            "人", "名", "者", "件", "回", "世帯", "戸", "軒", "棟", "台", "本", "校", "社", "店", "組", "冊", "頭", "羽", "匹", "便", "隻",
            "基", "面", "枚", "票", "通", "例", "園", "館", "室", "床", "泊", "班", "隊", "筆", "駅", "橋", "家", "株", "個", "品", "種",
            "箱", "着", "艘", "機", "両", "門", "口", "講座", "品目", "種類", "事業", "項目", "法人", "企業", "団体", "施設", "事業所", "店舗", "地区",
            "地域", "路線", "協定", "計画", "資産", "機関", "拠点", "教室", "学校", "学級", "区画", "公園", "集落", "自治会", "行政区", "市町村", "市町",
            "自治体", "経営体", "農家", "家族", "家庭", "組織", "組合", "商品", "作品", "大会", "会場", "クラブ", "サークル", "チーム", "グループ", "コース",
            "メニュー", "プラン", "ケース", "か所", "カ所", "ヶ所", "ケ所", "ヵ所", "箇所", "個所", "箇", "人回", "延べ人", "人日", "人泊", "案件", "事例",
            "事案", "テーマ", "サイト", "アカウント", "ページ", "アクセス", "件数", "人数", "回数", "世帯数", "社数", "団体数");
    private static final Set<String> SHARES = Set.of("%", "パーセント", "割合", "比率", "率");
    private static final Pattern BESIDE =
            Pattern.compile("\\(.*?\\)|\\s|^延べ?(?=.)|(等|など|程度|以上|以下)$|/(年|年度|期)$|^年間?(?=.)|^年(?=.)");
    private static final Pattern BALANCE = Pattern.compile("増減|純増|社会増|自然増|超過|収支|伸び|変化|前年|前期|損益|黒字|赤字|差引|乖離|偏差|残高");

    /** What figures of a unit are. */
    public enum Nature {
        /** People, cases, places: whole, and never less than none. */
        COUNT,
        /** Parts of a hundred. */
        SHARE,
        OTHER
    }

    /**
     * @param unit as the plan prints it
     * @param indicator the indicator's name
     */
    public static Unit of(String unit, String indicator) {
        String plain = Normalizer.normalize(unit, Normalizer.Form.NFKC);
        String bare = BESIDE.matcher(BESIDE.matcher(plain).replaceAll("")).replaceAll("");
        Nature nature = COUNTED.contains(bare)
                ? Nature.COUNT
                : SHARES.contains(bare) || bare.endsWith("%") ? Nature.SHARE : Nature.OTHER;
        boolean balance = BALANCE.matcher(Normalizer.normalize(indicator, Normalizer.Form.NFKC))
                .find();
        return new Unit(unit.strip(), nature, balance);
    }
}
