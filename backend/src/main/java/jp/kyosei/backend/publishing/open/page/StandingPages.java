package jp.kyosei.backend.publishing.open.page;

import static jp.kyosei.backend.publishing.open.page.Html.at;
import static jp.kyosei.backend.publishing.open.page.Html.cssClass;
import static jp.kyosei.backend.publishing.open.page.Html.element;
import static jp.kyosei.backend.publishing.open.page.Html.link;

import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jsoup.nodes.Element;

/** Pages that say the same whatever is published: how accessible they are, and what the files hold. */
public final class StandingPages {
    private final Frame frame;

    public StandingPages(Frame frame) {
        this.frame = frame;
    }

    /**
     * All of them by path.
     *
     * @param columns of the long form, and what stands in them
     */
    public Map<String, String> all(SequencedMap<String, String> columns) {
        return Map.of("accessibility", accessibility(), "formats", formats(columns));
    }

    private String accessibility() {
        return page(
                "アクセシビリティ",
                element("h1", "アクセシビリティ"),
                paragraph("この公開ページは、JIS X 8341-3:2016 の適合レベルAAと、WCAG 2.2 のAAを目標に作っています。"),
                element("h2", "試験したこと"),
                list(
                        "公開ページの主な種類（一覧、計画、年度、指標、市町村、版と正誤表、検索、この説明）を、自動検査（axe-core）で、幅 1440、720（200%の拡大にあたる）、390 ピクセルで調べ、問題が出ないことを確かめています。",
                        "キーボードで「本文へ」に移れること、表の枠をキーボードで動かせること、横にあふれないことを、自動の試験で確かめています。",
                        "どのページも JavaScript を使わずに読めます。",
                        "グラフと同じ値は、すぐそばの表にもあります。評価は、色だけでなく文字でも示しています。"),
                element("h2", "試験していないこと"),
                list(
                        "障害のある人や、スクリーンリーダーなどの支援技術を使う人による試験は、していません。",
                        "第三者による試験は、していません。JIS X 8341-3:2016 への「準拠」を表明するものではありません。",
                        "保存できる Excel などのファイルのアクセシビリティは、試験していません。同じ値は、ページの表で読めます。",
                        "計画や指標の名称、評価文、意見は、団体が書いたとおりに載せています。読みやすさは調べていません。"),
                element("h2", "困ったとき"),
                paragraph("読めないところや使えないところがあれば、その計画のページの「問い合わせ先」にある団体にお知らせください。"));
    }

    private String formats(SequencedMap<String, String> columns) {
        List<Element> lines = columns.entrySet().stream()
                .map(column -> element(
                        "tr", element("th", at("scope", "row"), column.getKey()), element("td", column.getValue())))
                .toList();
        return page(
                "データの形式",
                element("h1", "データの形式"),
                paragraph("どの年度にも、次のファイルがあります。公開した時点の内容で、指摘や覚書など、団体の内部の情報は入っていません。"),
                list(
                        "results.csv：1指標1行の表",
                        "observations.csv：縦長の表。指標・年度・市町村ごとに1行",
                        "results.xlsx：上の二つの表と説明を、シートに分けたもの",
                        "results.json：プログラムで読むためのもの",
                        "指標のページの data.csv（縦長の表）と data.json：その指標だけのもの"),
                paragraph("CSV は RFC 4180、文字コードは UTF-8（BOM 付き）、1行目は列の名前です。数値に桁区切りはなく、年度はその4月の西暦です（令和4年度は 2022）。"
                        + "「=」などで始まり、式と読まれるおそれのある文字の前には「'」を付けています。"),
                element("h2", "縦長の表の列"),
                Html.scrolling(
                        "縦長の表の列",
                        element(
                                "table",
                                element("caption", "observations.csv と data.csv の列"),
                                element(
                                        "thead",
                                        element(
                                                "tr",
                                                element("th", at("scope", "col"), "列"),
                                                element("th", at("scope", "col"), "内容"))),
                                element("tbody", lines))),
                element("h2", "まとめて知る"),
                element(
                        "ul",
                        element(
                                "li",
                                link("/open/catalog.jsonld", "データカタログ（DCAT、JSON-LD）"),
                                "、",
                                link("/open/catalog.ttl", "Turtle")),
                        element("li", link("/open/feed.atom", "公開、差替、取り下げのお知らせ（Atom）")),
                        element("li", link("/open/sitemap.xml", "ページの一覧（sitemap.xml）"))));
    }

    private String page(String title, Element... content) {
        return frame.page(
                title,
                List.of(new Frame.Crumb(Frame.SITE, "/open/"), new Frame.Crumb(title, "")),
                List.of(),
                List.of(content));
    }

    private static Element paragraph(String words) {
        return element("p", cssClass("lead"), words);
    }

    private static Element list(String... lines) {
        return element(
                "ul",
                cssClass("lead"),
                List.of(lines).stream().map(line -> element("li", line)).toList());
    }
}
