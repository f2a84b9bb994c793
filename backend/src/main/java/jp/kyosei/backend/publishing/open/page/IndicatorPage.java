package jp.kyosei.backend.publishing.open.page;

import static jp.kyosei.backend.publishing.open.page.Html.at;
import static jp.kyosei.backend.publishing.open.page.Html.cssClass;
import static jp.kyosei.backend.publishing.open.page.Html.element;
import static jp.kyosei.backend.publishing.open.page.Html.link;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.kyosei.backend.figure.Minus;
import jp.kyosei.backend.publishing.PublishedYear;
import jp.kyosei.backend.publishing.open.edition.Contact;
import jp.kyosei.backend.publishing.open.edition.Head;
import jp.kyosei.backend.publishing.open.edition.Paths;
import jp.kyosei.backend.publishing.open.edition.Published;
import org.jsoup.nodes.Element;

/** An indicator: its course as a chart and as a table, what the towns reported, what was said about it. */
public final class IndicatorPage {
    private final Frame frame;
    private final ZoneId zone;

    public IndicatorPage(Frame frame, ZoneId zone) {
        this.frame = frame;
        this.zone = zone;
    }

    /** @param years what is published of the plan, newest first */
    public String page(
            Published one, PublishedYear document, int index, List<Published> years, List<PublishedYear.Note> notes) {
        Head head = one.head();
        PublishedYear.Row row = document.rows().get(index);
        List<Element> content = new ArrayList<>();
        content.add(element("h1", element("span", cssClass("no"), "No." + row.no()), " ", row.name()));
        if (!row.description().isBlank()) {
            content.add(element("p", cssClass("lead"), row.description()));
        }
        content.addAll(otherYears(head, row, years));
        content.add(verdict(head, document, row));
        content.add(element("h2", "推移"));
        content.add(element(
                "div",
                cssClass("course"),
                element(
                        "div",
                        cssClass("chart"),
                        YearBars.of(row, document.fiscalYear()).draw()),
                years(document, row)));
        if (!row.source().isBlank()) {
            content.add(element("p", cssClass("aside"), "出典：" + row.source()));
        }
        content.addAll(towns(one, document, row));
        content.addAll(narratives(row));
        List<PublishedYear.Note> own =
                notes.stream().filter(note -> note.no().equals(row.no())).toList();
        if (!own.isEmpty()) {
            content.add(element("h2", "寄せられた意見と回答（%d）".formatted(own.size())));
            own.forEach(note -> content.add(YearPage.note(note, false)));
        }
        content.addAll(downloads(head, row));
        content.add(neighbours(head, document, index));
        content.add(Words.contact(head.ownerName(), new Contact(one.outline().contact())));
        content.add(
                element("p", cssClass("aside"), "%s　%s".formatted(head.ownerName(), Words.publishedOn(head, zone))));
        return frame.page(
                "No.%s %s（%s）".formatted(row.no(), row.name(), head.fullTitle()),
                List.of(
                        new Frame.Crumb(Frame.SITE, "/open/"),
                        new Frame.Crumb(head.ownerName(), Paths.href(head.owner())),
                        new Frame.Crumb(head.title(), Paths.href(Paths.plan(head.plan()))),
                        new Frame.Crumb(head.year().longLabel(), Paths.href(head.path())),
                        new Frame.Crumb("No." + row.no(), "")),
                List.of(),
                content);
    }

    private static Element verdict(Head head, PublishedYear document, PublishedYear.Row row) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put(
                head.year().longLabel() + "の実績",
                List.of(Words.figure(row.newest()), row.newest().value() == null ? "" : " " + row.unit()));
        facts.put(
                "目標値（%s）".formatted(Words.shortYear(row.target().fiscalYear())),
                Minus.shown(row.target().text()) + " " + row.unit());
        if (!row.judgedText().equals(row.target().text())) {
            facts.put("この年度の目標値", Minus.shown(row.judgedText()) + " " + row.unit());
        }
        facts.put("評価", List.of(Words.grade(document, row.grade())));
        if (!row.manualGrade().isEmpty()) {
            facts.put("団体の判断", row.manualGrade());
        }
        facts.put("進捗率", Words.read(row.progressText()));
        facts.put("前年度との差", Words.read(row.changeText()));
        facts.put("良い方向", row.directionLabel() + (row.cumulative() ? "（累計）" : ""));
        return element(
                "dl",
                cssClass("facts"),
                facts.entrySet().stream()
                        .map(fact -> element("div", element("dt", fact.getKey()), element("dd", fact.getValue())))
                        .toList());
    }

    private static Element years(PublishedYear document, PublishedYear.Row row) {
        List<Element> lines = new ArrayList<>();
        lines.add(element(
                "tr",
                element(
                        "th",
                        at("scope", "row"),
                        "現状値"
                                + Optional.ofNullable(row.baseline().fiscalYear())
                                        .map(year -> "（" + Words.shortYear(year) + "）")
                                        .orElse("")),
                element("td", cssClass("number"), Words.baseline(row.baseline())),
                element("td")));
        row.figures()
                .forEach(figure -> lines.add(element(
                        "tr",
                        figure.fiscalYear() == document.fiscalYear() ? cssClass("current") : List.of(),
                        element(
                                "th",
                                at("scope", "row"),
                                new jp.kyosei.backend.figure.FiscalYear(figure.fiscalYear()).longLabel()),
                        element("td", cssClass("number"), Words.figure(figure)),
                        element("td", cssClass("mark"), Words.grade(document, figure.grade())))));
        return element(
                "table",
                cssClass("years"),
                element("caption", "年度ごとの実績（%s）".formatted(row.unit())),
                element(
                        "thead",
                        element(
                                "tr",
                                element("th", at("scope", "col"), "年度"),
                                element("th", at("scope", "col"), cssClass("number"), "実績"),
                                element("th", at("scope", "col"), "評価"))),
                element("tbody", lines));
    }

    private static List<Element> towns(Published one, PublishedYear document, PublishedYear.Row row) {
        Head head = one.head();
        Map<String, String> names = new LinkedHashMap<>();
        row.figures().forEach(figure -> figure.byMunicipality()
                .forEach(town -> names.put(town.municipality(), town.name())));
        if (names.size() < 2) {
            return one.outline().towns().size() < 2
                    ? List.of()
                    : names.entrySet().stream()
                            .map(town -> element(
                                    "p", "この指標の値は", link(town(head, town.getKey()), town.getValue()), "が報告しています。"))
                            .toList();
        }
        List<Element> heads = new ArrayList<>();
        heads.add(element("th", at("scope", "col"), "市町村"));
        row.figures()
                .forEach(figure -> heads.add(
                        element("th", at("scope", "col"), cssClass("number"), Words.shortYear(figure.fiscalYear()))));
        List<Element> lines = new ArrayList<>();
        names.forEach((code, name) -> {
            List<Element> cells = new ArrayList<>();
            cells.add(element("th", at("scope", "row"), link(town(head, code), name)));
            row.figures()
                    .forEach(figure -> cells.add(element(
                            "td",
                            cssClass("number"),
                            figure.byMunicipality().stream()
                                    .filter(town -> town.municipality().equals(code))
                                    .findFirst()
                                    .map(Words::figure)
                                    .orElseGet(() -> Words.none("値なし")))));
            lines.add(element("tr", cells));
        });
        return List.of(
                element("h2", "市町村ごとの実績"),
                Html.scrolling(
                        "市町村ごとの実績の表",
                        element(
                                "table",
                                element("caption", "市町村ごとの実績（%s）".formatted(row.unit())),
                                element("thead", element("tr", heads)),
                                element("tbody", lines))),
                element(
                        "div",
                        cssClass("town-charts"),
                        names.entrySet().stream()
                                .map(town -> element(
                                        "figure",
                                        element("figcaption", town.getValue()),
                                        element(
                                                "div",
                                                cssClass("chart"),
                                                YearBars.ofTown(
                                                                row,
                                                                town.getKey(),
                                                                town.getValue(),
                                                                document.fiscalYear())
                                                        .draw())))
                                .toList()));
    }

    private static String town(Head head, String code) {
        return Paths.href(Paths.town(head.plan(), head.fiscalYear(), code));
    }

    /** The same indicator in the other published years of the plan, under the number it has there. */
    private static List<Element> otherYears(Head head, PublishedYear.Row row, List<Published> years) {
        List<Words.Way> ways = new ArrayList<>();
        for (Published other : years) {
            int year = other.head().fiscalYear();
            String label = other.head().year().longLabel();
            if (year == head.fiscalYear()) {
                ways.add(new Words.Way(label, ""));
            } else {
                other.outline().like(row.no(), row.name()).ifPresent(line -> {
                    String renumbered = line.no().equals(row.no()) ? "" : "（No.%s）".formatted(line.no());
                    String renamed = line.name().equals(row.name()) ? "" : "（%s）".formatted(line.name());
                    ways.add(new Words.Way(
                            label + renumbered + renamed, Paths.href(Paths.indicator(head.plan(), year, line.no()))));
                });
            }
        }
        return ways.size() < 2 ? List.of() : List.of(Words.ways("年度", ways));
    }

    private static List<Element> downloads(Head head, PublishedYear.Row row) {
        String path = Paths.indicator(head.plan(), head.fiscalYear(), row.no());
        return List.of(
                element("h2", "この指標のデータ"),
                element(
                        "ul",
                        cssClass("cards"),
                        element(
                                "li",
                                link(Paths.href(path + "/data.csv"), "CSVを保存"),
                                element("span", cssClass("aside"), "年度・市町村ごとに1行（UTF-8）")),
                        element(
                                "li",
                                link(Paths.href(path + "/data.json"), "JSONを保存"),
                                element("span", cssClass("aside"), "プログラムで読めます"))));
    }

    private static List<Element> narratives(PublishedYear.Row row) {
        if (row.narratives().isEmpty()) {
            return List.of();
        }
        List<Element> found = new ArrayList<>();
        found.add(element("h2", "進捗状況と今後の取組"));
        for (PublishedYear.Narrative narrative : row.narratives()) {
            List<Element> parts = new ArrayList<>();
            if (!narrative.town().isEmpty()) {
                parts.add(element("h3", narrative.town()));
            }
            parts.addAll(words("進捗状況・成果", narrative.progress()));
            parts.addAll(words("今後の取組等", narrative.outlook()));
            parts.addAll(words("事業名", narrative.initiatives()));
            found.add(element("section", cssClass("narrative"), parts));
        }
        return found;
    }

    private static List<Element> words(String label, String text) {
        return text.isBlank()
                ? List.of()
                : List.of(element("p", cssClass("label"), label), element("p", cssClass("as-typed"), text.strip()));
    }

    private static Element neighbours(Head head, PublishedYear document, int index) {
        List<Element> links = new ArrayList<>();
        if (index > 0) {
            links.add(element("li", neighbour(head, "前の指標：", document.rows().get(index - 1))));
        }
        if (index < document.rows().size() - 1) {
            links.add(element("li", neighbour(head, "次の指標：", document.rows().get(index + 1))));
        }
        links.add(element("li", link(Paths.href(head.path()), "一覧に戻る")));
        return element("nav", cssClass("neighbours"), at("aria-label", "ほかの指標"), element("ul", links));
    }

    private static Element neighbour(Head head, String which, PublishedYear.Row row) {
        return link(
                Paths.href(Paths.indicator(head.plan(), head.fiscalYear(), row.no())),
                "%sNo.%s %s".formatted(which, row.no(), row.name()));
    }
}
