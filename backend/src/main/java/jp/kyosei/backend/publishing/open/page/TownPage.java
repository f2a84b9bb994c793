package jp.kyosei.backend.publishing.open.page;

import static jp.kyosei.backend.publishing.open.page.Html.at;
import static jp.kyosei.backend.publishing.open.page.Html.cssClass;
import static jp.kyosei.backend.publishing.open.page.Html.element;
import static jp.kyosei.backend.publishing.open.page.Html.link;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.kyosei.backend.publishing.PublishedYear;
import jp.kyosei.backend.publishing.open.edition.Contact;
import jp.kyosei.backend.publishing.open.edition.Head;
import jp.kyosei.backend.publishing.open.edition.Paths;
import jp.kyosei.backend.publishing.open.edition.Published;
import org.jsoup.nodes.Element;

/** The figures that one town reported for a plan that several have together. */
public final class TownPage {
    private final Frame frame;
    private final ZoneId zone;

    public TownPage(Frame frame, ZoneId zone) {
        this.frame = frame;
        this.zone = zone;
    }

    /**
     * The page of a town.
     *
     * @param code a key of the outline's towns
     * @param years what is published of the plan, newest first
     */
    public String page(Published one, PublishedYear document, String code, List<Published> years) {
        Head head = one.head();
        String name = one.outline().towns().getOrDefault(code, code);
        List<Element> content = new ArrayList<>();
        content.add(element("h1", "%sの値".formatted(name)));
        content.add(element(
                "p",
                cssClass("lead"),
                "%sのうち、%sが報告した値です。評価は、全体の値でしています。%s".formatted(head.fullTitle(), name, Words.publishedOn(head, zone))));
        List<Published> alike = years.stream()
                .filter(year -> year.outline().towns().containsKey(code)
                        && year.outline().towns().size() > 1)
                .toList();
        if (alike.size() > 1) {
            content.add(Words.ways(
                    "年度",
                    alike.stream()
                            .map(Published::head)
                            .map(year -> new Words.Way(
                                    year.year().longLabel(),
                                    year.fiscalYear() == head.fiscalYear()
                                            ? ""
                                            : Paths.href(Paths.town(year.plan(), year.fiscalYear(), code))))
                            .toList()));
        }
        content.addAll(towns(one, code));
        content.add(figures(head, document, code, name));
        content.add(Words.contact(head.ownerName(), new Contact(one.outline().contact())));
        return frame.page(
                "%s（%s）".formatted(name, head.fullTitle()),
                List.of(
                        new Frame.Crumb(Frame.SITE, "/open/"),
                        new Frame.Crumb(head.ownerName(), Paths.href(head.owner())),
                        new Frame.Crumb(head.title(), Paths.href(Paths.plan(head.plan()))),
                        new Frame.Crumb(head.year().longLabel(), Paths.href(head.path())),
                        new Frame.Crumb(name, "")),
                List.of(),
                content);
    }

    /**
     * From the whole to each town and back, where there are several.
     *
     * @param shown the town's code; empty for the whole
     */
    static List<Element> towns(Published one, String shown) {
        Head head = one.head();
        if (one.outline().towns().size() < 2) {
            return List.of();
        }
        List<Words.Way> ways = new ArrayList<>();
        ways.add(new Words.Way("全体", shown.isEmpty() ? "" : Paths.href(head.path())));
        one.outline()
                .towns()
                .forEach((code, name) -> ways.add(new Words.Way(
                        name, code.equals(shown) ? "" : Paths.href(Paths.town(head.plan(), head.fiscalYear(), code)))));
        return List.of(Words.ways("市町村", ways));
    }

    private static Element figures(Head head, PublishedYear document, String code, String name) {
        List<Element> heads = new ArrayList<>(List.of(column("No."), column("指標"), column("単位")));
        document.years()
                .forEach(year ->
                        heads.add(element("th", at("scope", "col"), cssClass("number"), Words.shortYear(year))));
        List<Element> lines = document.rows().stream()
                .filter(row -> row.figures().stream()
                        .anyMatch(figure -> town(figure, code).isPresent()))
                .map(row -> line(head, row, code))
                .toList();
        return Html.scrolling(
                "%sの値の表".formatted(name),
                element(
                        "table",
                        cssClass("figures"),
                        element("caption", "%sが報告した値（%d指標）".formatted(name, lines.size())),
                        element("thead", element("tr", heads)),
                        element("tbody", lines)));
    }

    private static Element column(String words) {
        return element("th", at("scope", "col"), words);
    }

    private static Element line(Head head, PublishedYear.Row row, String code) {
        List<Element> cells = new ArrayList<>();
        cells.add(element("td", row.no()));
        cells.add(element(
                "th",
                at("scope", "row"),
                link(Paths.href(Paths.indicator(head.plan(), head.fiscalYear(), row.no())), row.name())));
        cells.add(element("td", row.unit()));
        row.figures()
                .forEach(figure -> cells.add(element(
                        "td",
                        cssClass("number"),
                        town(figure, code).map(Words::figure).orElseGet(() -> Words.none("値なし")))));
        return element("tr", cells);
    }

    private static Optional<PublishedYear.Town> town(PublishedYear.Figure figure, String code) {
        return figure.byMunicipality().stream()
                .filter(town -> town.municipality().equals(code))
                .findFirst();
    }
}
