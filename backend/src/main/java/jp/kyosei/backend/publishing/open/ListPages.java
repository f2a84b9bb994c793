package jp.kyosei.backend.publishing.open;

import static jp.kyosei.backend.publishing.open.Html.at;
import static jp.kyosei.backend.publishing.open.Html.cssClass;
import static jp.kyosei.backend.publishing.open.Html.element;
import static jp.kyosei.backend.publishing.open.Html.link;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import jp.kyosei.backend.figure.FiscalYear;
import org.jsoup.nodes.Element;

/** The ways to what is published: owners, an owner's plans, a plan's years; and what is said where there is nothing. */
final class ListPages {
    private final Frame frame;
    private final ZoneId zone;

    ListPages(Frame frame, ZoneId zone) {
        this.frame = frame;
        this.zone = zone;
    }

    /** @param heads by owner, plan, and year from the newest */
    Map<String, OpenPage> all(List<Head> heads, Instant now) {
        Map<String, List<Head>> byOwner = grouped(heads, Head::owner);
        Map<String, OpenPage> found = new LinkedHashMap<>();
        found.put("", OpenPage.html(index(byOwner), now));
        byOwner.forEach((owner, theirs) -> {
            Map<String, List<Head>> byPlan = grouped(theirs, Head::plan);
            found.put(owner, OpenPage.html(owner(byPlan), now));
            byPlan.forEach((plan, years) -> found.put(Paths.plan(plan), OpenPage.html(plan(years), now)));
        });
        return found;
    }

    private String index(Map<String, List<Head>> byOwner) {
        List<Element> content = new ArrayList<>();
        content.add(element("h1", Frame.SITE));
        content.add(element("p", cssClass("lead"), "市町村や圏域が、計画の指標ごとの実績と評価を公開しています。ログインせずに見られ、表やデータを保存できます。"));
        content.add(element("h2", "公開している団体"));
        content.add(
                byOwner.isEmpty()
                        ? element("p", "公開されている計画は、まだありません。")
                        : element(
                                "ul",
                                cssClass("cards"),
                                byOwner.values().stream()
                                        .map(theirs -> element(
                                                "li",
                                                link(
                                                        Paths.href(theirs.getFirst()
                                                                .owner()),
                                                        theirs.getFirst().ownerName()),
                                                element(
                                                        "span",
                                                        cssClass("aside"),
                                                        "%d 計画"
                                                                .formatted(
                                                                        theirs.stream()
                                                                                .map(Head::plan)
                                                                                .distinct()
                                                                                .count()))))
                                        .toList()));
        return frame.page(Frame.SITE, List.of(), List.of(), content);
    }

    private String owner(Map<String, List<Head>> byPlan) {
        Head any = byPlan.values().iterator().next().getFirst();
        List<Element> content = new ArrayList<>();
        content.add(element("h1", any.ownerName()));
        content.add(element("p", cssClass("lead"), "公開している計画と、その年度ごとの実績です。"));
        byPlan.values().forEach(years -> {
            content.add(element(
                    "h2",
                    link(
                            Paths.href(Paths.plan(years.getFirst().plan())),
                            years.getFirst().title())));
            content.add(years(years));
        });
        return frame.page(
                any.ownerName(),
                List.of(new Frame.Crumb(Frame.SITE, "/open/"), new Frame.Crumb(any.ownerName(), "")),
                List.of(),
                content);
    }

    private String plan(List<Head> years) {
        Head any = years.getFirst();
        return frame.page(
                any.title() + "（" + any.ownerName() + "）",
                List.of(
                        new Frame.Crumb(Frame.SITE, "/open/"),
                        new Frame.Crumb(any.ownerName(), Paths.href(any.owner())),
                        new Frame.Crumb(any.title(), "")),
                List.of(),
                List.of(
                        element("h1", any.title()),
                        element("p", cssClass("lead"), any.ownerName() + "が公開している、年度ごとの実績です。"),
                        years(years)));
    }

    private Element years(List<Head> years) {
        return element(
                "ul",
                cssClass("cards"),
                years.stream()
                        .map(head -> element(
                                "li",
                                link(Paths.href(head.path()), head.year().longLabel() + "の実績"),
                                element("span", cssClass("aside"), Words.publishedOn(head, zone))))
                        .toList());
    }

    String absent() {
        return frame.page(
                "ページが見つかりません",
                List.of(new Frame.Crumb(Frame.SITE, "/open/"), new Frame.Crumb("ページが見つかりません", "")),
                List.of(),
                List.of(
                        element("h1", "ページが見つかりません"),
                        element("p", "アドレスが違うか、公開されていません。"),
                        element("p", link("/open/", "公開されている計画の一覧を見る"))));
    }

    String withdrawn(String plan, FiscalYear year, boolean hasOthers) {
        String title = year.longLabel() + "の実績は取り下げられました";
        return frame.page(
                title,
                List.of(new Frame.Crumb(Frame.SITE, "/open/"), new Frame.Crumb(year.longLabel(), "")),
                List.of(element("meta", at("name", "robots"), at("content", "noindex"))),
                List.of(
                        element("h1", title),
                        element("p", "公開していた団体が取り下げたため、いまは見られません。"),
                        hasOthers
                                ? element("p", link(Paths.href(Paths.plan(plan)), "この計画の、公開されている年度を見る"))
                                : element("p", link("/open/", "公開されている計画の一覧を見る"))));
    }

    private static Map<String, List<Head>> grouped(List<Head> heads, Function<Head, String> key) {
        Map<String, List<Head>> grouped = new LinkedHashMap<>();
        heads.forEach(head -> grouped.computeIfAbsent(key.apply(head), name -> new ArrayList<>())
                .add(head));
        return grouped;
    }
}
