package jp.kyosei.backend.publishing.open.page;

import static jp.kyosei.backend.publishing.open.page.Html.at;
import static jp.kyosei.backend.publishing.open.page.Html.cssClass;
import static jp.kyosei.backend.publishing.open.page.Html.element;
import static jp.kyosei.backend.publishing.open.page.Html.link;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import jp.kyosei.backend.figure.Minus;
import jp.kyosei.backend.publishing.PublishedYear;
import jp.kyosei.backend.publishing.open.edition.Contact;
import jp.kyosei.backend.publishing.open.edition.Head;
import jp.kyosei.backend.publishing.open.edition.Outline;
import jp.kyosei.backend.publishing.open.edition.Paths;
import jp.kyosei.backend.publishing.open.edition.Published;
import org.jsoup.nodes.Element;

/** 版と正誤表: the revisions of a published year by day, and which cells each changed, old and new. */
public final class VersionsPage {
    private final Frame frame;
    private final ZoneId zone;

    public VersionsPage(Frame frame, ZoneId zone) {
        this.frame = frame;
        this.zone = zone;
    }

    /** The page of a year. */
    public String page(Published one) {
        Head head = one.head();
        List<PublishedYear.Edition> editions = one.outline().editions();
        List<Element> content = new ArrayList<>();
        content.add(element("h1", "版と正誤表"));
        content.add(
                element("p", cssClass("lead"), "%sの、公開した版と、前の版から変わったところです。新しい版から並べています。".formatted(head.fullTitle())));
        content.add(element("p", link(Paths.href(head.path()), "いま公開している実績（第%d版）".formatted(head.revision()))));
        if (editions.isEmpty()) {
            content.add(element("h2", Words.publishedOn(head, zone)));
        }
        Set<String> linked =
                one.outline().lines().stream().map(Outline.Line::no).collect(Collectors.toSet());
        for (int index = editions.size() - 1; index >= 0; index--) {
            content.addAll(edition(head, editions.get(index), index > 0, linked));
        }
        int oldest = editions.isEmpty() ? head.revision() : editions.getFirst().revision();
        if (oldest > 1) {
            content.add(element("p", cssClass("aside"), "第%d版より前の版は、ここには載せていません。".formatted(oldest)));
        }
        content.add(Words.contact(head.ownerName(), new Contact(one.outline().contact())));
        return frame.page(
                "版と正誤表（%s）".formatted(head.fullTitle()),
                List.of(
                        new Frame.Crumb(Frame.SITE, "/open/"),
                        new Frame.Crumb(head.ownerName(), Paths.href(head.owner())),
                        new Frame.Crumb(head.title(), Paths.href(Paths.plan(head.plan()))),
                        new Frame.Crumb(head.year().longLabel(), Paths.href(head.path())),
                        new Frame.Crumb("版と正誤表", "")),
                List.of(),
                content);
    }

    private List<Element> edition(Head head, PublishedYear.Edition edition, boolean replaces, Set<String> linked) {
        List<Element> content = new ArrayList<>();
        content.add(element(
                "h2",
                at("id", "v" + edition.revision()),
                "第%d版　%s%s"
                        .formatted(
                                edition.revision(), Words.day(edition.publishedAt(), zone), replaces ? "差替" : "公開")));
        if (!replaces) {
            return content;
        }
        if (edition.corrections().isEmpty()) {
            content.add(element("p", "前の版から変わった値はありません。"));
            return content;
        }
        content.add(Html.scrolling(
                "第%d版の正誤表".formatted(edition.revision()),
                element(
                        "table",
                        cssClass("corrections"),
                        element(
                                "caption",
                                "第%d版で変わったところ（%d か所）"
                                        .formatted(
                                                edition.revision(),
                                                edition.corrections().size() + edition.left())),
                        element("thead", element("tr", column("指標"), column("項目"), column("前の版"), column("この版"))),
                        element(
                                "tbody",
                                edition.corrections().stream()
                                        .map(correction -> line(head, correction, linked))
                                        .toList()))));
        if (edition.left() > 0) {
            content.add(element("p", "ほかに %d か所が変わりました。".formatted(edition.left())));
        }
        return content;
    }

    private static Element column(String words) {
        return element("th", at("scope", "col"), words);
    }

    private static Element line(Head head, PublishedYear.Correction correction, Set<String> linked) {
        String named = correction.no().isEmpty() ? "計画" : "No.%s %s".formatted(correction.no(), correction.name());
        return element(
                "tr",
                element(
                        "th",
                        at("scope", "row"),
                        linked.contains(correction.no())
                                ? link(
                                        Paths.href(Paths.indicator(head.plan(), head.fiscalYear(), correction.no())),
                                        named)
                                : named),
                element("td", correction.cell()),
                element("td", correction.before().isEmpty() ? Words.none("表示しません") : Minus.shown(correction.before())),
                element("td", Minus.shown(correction.after())));
    }
}
