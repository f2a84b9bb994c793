package jp.kyosei.backend.audit;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a change tells of a thing before and after it, and how a municipal office calls it, in the order in which people are
 * told. The codes are the keys of the JSON in the trail: none is ever renamed or taken away.
 */
public enum Fact {
    VALUE("value", "値"),
    NUMERATOR("numerator", "分子"),
    DENOMINATOR("denominator", "分母"),
    MISSING("missing", "把握できない理由"),
    NOTE("note", "注"),
    REFERENCE_YEAR("referenceYear", "値の年度"),
    PROGRESS("progress", "進捗状況・成果"),
    OUTLOOK("outlook", "今後の取組等"),
    INITIATIVES("initiatives", "事業名"),
    CODE("code", "指摘"),
    GRADE("grade", "評価"),
    RATE("rate", "進捗率"),
    CHANGE("change", "前年差"),
    TARGET("target", "目標値"),

    DELETES_ON("deletesOn", "データを消す日"),
    DELETED_ROWS("deletedRows", "消したデータの件数"),

    STATE("state", "状態"),
    DUE_ON("dueOn", "期限"),
    INSTRUCTIONS("instructions", "依頼文"),
    TASKS("tasks", "件数"),
    DEPARTMENTS("departments", "担当課の数"),

    TITLE("title", "題名"),
    NAME("name", "名称"),
    BODY("body", "内容"),
    DESCRIPTION("description", "説明"),
    INDICATORS("indicators", "指標の数"),
    ROUNDS("rounds", "照会の数"),
    PLAN("plan", "計画"),
    ADOPTED_ON("adoptedOn", "決定した日"),
    CHANGES("changes", "変更の件数"),

    NO("no", "番号"),
    NUMBER("number", "番号"),
    NUMBERS("numbers", "新しい番号"),
    SECTION("section", "体系"),
    PARENT("parent", "上の体系"),
    POSITION("position", "並び順"),
    SECTIONS("sections", "体系の数"),
    INITIATIVE_COUNT("initiativeCount", "取組の数"),
    UNIT("unit", "単位"),
    CHANGE_DIGITS("changeDigits", "前年差の桁数"),
    RATIO_AS_PERCENT("ratioAsPercent", "比率の表し方"),
    DIRECTION("direction", "方向"),
    CUMULATIVE("cumulative", "累計"),
    FORMULA("formula", "進捗率の算式"),
    BASELINE("baseline", "現状値"),
    STATED_TARGET("statedTarget", "計画書の目標値"),
    CONSOLIDATION("consolidation", "市町村分の合わせ方"),
    REPORTERS("reporters", "報告する団体"),
    SOURCE("source", "出典"),
    SPAN("span", "取組の内容"),
    PERIOD("period", "計画期間"),
    LEVEL_NAMES("levelNames", "体系の階層名"),

    KIND("kind", "種類"),
    VISIBILITY("visibility", "見える人"),
    DESK("desk", "回答の担当"),
    MEDIA_TYPE("mediaType", "ファイルの種類"),
    SIZE("size", "大きさ"),
    SHA256("sha256", "照合用の値（SHA-256）"),
    FOUND("found", "見つかったもの"),

    FISCAL_YEAR("fiscalYear", "対象年度"),
    HELD_ON("heldOn", "開催日"),
    PLACE("place", "場所"),
    PARTICIPANTS("participants", "委員等の数"),
    MATERIALS("materials", "資料の数"),
    COMMENTS_OPEN_ON("commentsOpenOn", "意見の受付開始"),
    COMMENTS_CLOSE_ON("commentsCloseOn", "意見の締切"),
    UNDECIDED("UNDECIDED", "未定"),
    PRESENT("PRESENT", "出席"),
    ABSENT("ABSENT", "欠席"),
    PROXY("PROXY", "代理"),
    PAPERS("papers", "資料"),
    STATUS("status", "対応"),

    REVISION("revision", "版"),
    NARRATIVES("narratives", "評価文の公開"),
    PUBLIC_NOTES("publicNotes", "意見の公開"),
    LICENCE("licence", "利用条件"),
    CONTACT("contact", "問い合わせ先"),
    PUBLIC_REASON("publicReason", "公開ページに出した理由"),

    SLUG("slug", "識別名"),
    ALLIANCE_KIND("allianceKind", "圏域の種類"),
    CENTRE("centre", "中心市"),
    FIRST_FISCAL_YEAR("firstFiscalYear", "加入した年度"),
    LAST_FISCAL_YEAR("lastFiscalYear", "最後の年度"),
    AGREEMENT("agreement", "議決の内容"),
    RESOLVED_ON("resolvedOn", "議会の議決の日"),
    FROM_FISCAL_YEAR("fromFiscalYear", "適用する年度"),
    MOVED("moved", "引き継いだもの"),
    FIRST_DAY("firstDay", "最初の日"),
    LAST_DAY("lastDay", "最後の日"),
    DEPARTMENT_CODE("departmentCode", "担当課の記号"),
    ROLE("role", "権限"),
    ROLES("roles", "権限"),
    DEPARTMENT("department", "担当課"),
    VALID_FROM("validFrom", "始まる日"),
    VALID_UNTIL("validUntil", "終わる日"),
    DEPUTY_FOR("deputyFor", "代理する相手"),
    EFFECTIVE_ON("effectiveOn", "異動の日"),
    PEOPLE("people", "異動する人"),
    WORK("work", "引き継ぐもの"),
    AFFILIATION("affiliation", "所属"),
    OFFICE("office", "役職"),
    REMARK("remark", "備考"),
    ACCOUNT("account", "ログイン"),
    OPERATOR("operator", "運用担当"),
    MAIL_ADDRESS("mailAddress", "メールの宛先"),
    MUNICIPALITIES("municipalities", "市町村"),

    RULES("rules", "評価の決まり"),
    PLAIN_FORMULA("plainFormula", "進捗率"),
    CUMULATIVE_FORMULA("cumulativeFormula", "進捗率（累計の指標）"),
    ABSENT_BASELINE_IS_ZERO("absentBaselineIsZero", "現状値がないとき"),
    RATE_ROUNDING("rateRounding", "進捗率の端数"),
    MODE("mode", "処理"),
    DECIMALS("decimals", "小数の桁数"),
    JUDGED_AGAINST("judgedAgainst", "比べる目標"),
    UNMEASURED_LABEL("unmeasuredLabel", "把握できないとき"),
    GRADING("grading", "評価の区分"),
    TYPE("type", "方法"),
    BANDS("bands", "区分"),
    ACHIEVED("achieved", "目標を達成したとき"),
    IMPROVED("improved", "改善したとき"),
    UNCHANGED("unchanged", "変わらないとき"),
    MISSED("missed", "達成していないとき"),
    LABEL("label", "評価"),
    AT_LEAST_PERCENT("atLeastPercent", "下限（％）"),
    MEANING("meaning", "意味"),
    TONE("tone", "色"),
    COLLECTION("collection", "実績照会"),
    APPROVAL_MUNICIPALITIES("approvalMunicipalities", "所属長の承認がある市町村");

    private static final Map<String, Fact> BY_CODE =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Fact::code, Function.identity()));

    private final String code;
    private final String label;

    Fact(String code, String label) {
        this.code = code;
        this.label = label;
    }

    /** The key in the JSON: {@code dueOn}. */
    public String code() {
        return code;
    }

    /** What it is, in office words. */
    public String label() {
        return label;
    }

    /** The fact of that code; empty for one that this release does not know. */
    public static Optional<Fact> coded(String code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }
}
