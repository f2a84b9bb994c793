package jp.kyosei.backend.publishing.open.page;

import static jp.kyosei.backend.publishing.open.page.Html.at;
import static jp.kyosei.backend.publishing.open.page.Html.cssClass;
import static jp.kyosei.backend.publishing.open.page.Html.element;
import static jp.kyosei.backend.publishing.open.page.Html.link;

import java.util.ArrayList;
import java.util.List;
import jp.kyosei.backend.publishing.open.edition.Found;
import jp.kyosei.backend.publishing.open.edition.Head;
import jp.kyosei.backend.publishing.open.edition.Paths;
import org.jsoup.nodes.Element;

/** What was found of what somebody looked for. It is no page for search engines. */
public final class SearchPage {
    private final Frame frame;

    public SearchPage(Frame frame) {
        this.frame = frame;
    }

    /** The answer to a question; an empty one is asked for words. */
    public String page(Found found) {
        List<Element> content = new ArrayList<>();
        content.add(element("h1", "計画と指標を探す"));
        content.add(Frame.search(found.words(), "search-here"));
        if (found.cut()) {
            content.add(element("p", "検索の言葉は%d字までです。初めの%d字で探しました。".formatted(Found.LONGEST, Found.LONGEST)));
        }
        if (found.words().isBlank()) {
            content.add(element("p", "指標の名称や番号（No.9 など）、計画や団体の名称を入れてください。空白で区切ると、すべての言葉を含むものを探します。"));
        } else {
            content.addAll(results(found));
        }
        return frame.page(
                "計画と指標を探す",
                List.of(new Frame.Crumb(Frame.SITE, "/open/"), new Frame.Crumb("計画と指標を探す", "")),
                List.of(element("meta", at("name", "robots"), at("content", "noindex"))),
                content);
    }

    private static List<Element> results(Found found) {
        List<Element> content = new ArrayList<>();
        int all = found.allPlans() + found.allIndicators();
        content.add(element(
                "p",
                cssClass("lead"),
                at("role", "status"),
                all == 0
                        ? "「%s」にあたるものは、公開されている計画と指標にありません。言葉を短くするか、ほかの言葉で探してください。".formatted(found.words())
                        : "「%s」は、計画 %d 件、指標 %d 件にあります。"
                                .formatted(found.words(), found.allPlans(), found.allIndicators())));
        if (!found.plans().isEmpty()) {
            content.add(element("h2", "計画"));
            content.add(element(
                    "ul",
                    cssClass("cards"),
                    found.plans().stream()
                            .map(head -> element(
                                    "li",
                                    link(Paths.href(Paths.plan(head.plan())), head.title()),
                                    element("span", cssClass("aside"), head.ownerName())))
                            .toList()));
        }
        if (!found.indicators().isEmpty()) {
            content.add(element("h2", "指標"));
            content.add(element(
                    "ol",
                    cssClass("found"),
                    found.indicators().stream().map(SearchPage::indicator).toList()));
        }
        int left = all - found.plans().size() - found.indicators().size();
        if (left > 0) {
            content.add(element("p", "ほかに %d 件あります。言葉を足して絞ってください。".formatted(left)));
        }
        return content;
    }

    private static Element indicator(Found.Hit hit) {
        Head newest = hit.newest();
        List<Object> parts = new ArrayList<>();
        parts.add(link(
                Paths.href(Paths.indicator(newest.plan(), newest.fiscalYear(), hit.no())),
                "No.%s %s".formatted(hit.no(), hit.name())));
        parts.add(element(
                "span",
                cssClass("aside"),
                "　%s　%s　%s"
                        .formatted(
                                newest.ownerName(),
                                newest.title(),
                                newest.year().longLabel())));
        if (!hit.earlier().isEmpty()) {
            parts.add(element(
                    "span",
                    cssClass("aside"),
                    "　ほかの年度：",
                    hit.earlier().stream()
                            .map(head -> element(
                                    "span",
                                    link(
                                            Paths.href(Paths.indicator(head.plan(), head.fiscalYear(), hit.no())),
                                            head.year().shortLabel()),
                                    " "))
                            .toList()));
        }
        return element("li", parts);
    }
}
