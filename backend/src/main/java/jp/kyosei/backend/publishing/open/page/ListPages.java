package jp.kyosei.backend.publishing.open.page;

import static jp.kyosei.backend.publishing.open.page.Html.at;
import static jp.kyosei.backend.publishing.open.page.Html.cssClass;
import static jp.kyosei.backend.publishing.open.page.Html.element;
import static jp.kyosei.backend.publishing.open.page.Html.link;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import jp.kyosei.backend.publishing.open.edition.Contact;
import jp.kyosei.backend.publishing.open.edition.Gathering;
import jp.kyosei.backend.publishing.open.edition.Head;
import jp.kyosei.backend.publishing.open.edition.Paths;
import jp.kyosei.backend.publishing.open.edition.Published;
import jp.kyosei.backend.publishing.open.edition.Withdrawn;
import org.jsoup.nodes.Element;

/** The ways to what is published: owners, an owner's plans, a plan's years; and what is said where there is nothing. */
public final class ListPages {
    /** So many of the latest stand on the first page. */
    private static final int MOST_MEETINGS = 20;

    private final Frame frame;
    private final ZoneId zone;

    public ListPages(Frame frame, ZoneId zone) {
        this.frame = frame;
        this.zone = zone;
    }

    /**
     * The lists by path below {@code /open/}.
     *
     * @param published by owner, plan, and year from the newest
     * @param meetings the latest first
     */
    public Map<String, String> all(List<Published> published, List<Gathering> meetings) {
        Map<String, String> contacts = new HashMap<>();
        published.forEach(one -> contacts.merge(
                one.head().owner(), one.outline().contact(), (first, other) -> first.isEmpty() ? other : first));
        Map<String, List<Head>> byOwner =
                grouped(published.stream().map(Published::head).toList(), Head::owner);
        Map<String, String> found = new LinkedHashMap<>();
        found.put("", index(byOwner, meetings));
        byOwner.forEach((owner, theirs) -> {
            Map<String, List<Head>> byPlan = grouped(theirs, Head::plan);
            found.put(
                    owner,
                    owner(
                            byPlan,
                            meetings.stream()
                                    .filter(one -> one.document().owner().equals(owner))
                                    .toList(),
                            new Contact(contacts.getOrDefault(owner, ""))));
            byPlan.forEach(
                    (plan, years) -> found.put(Paths.plan(plan), plan(years, published, ofPlan(meetings, plan))));
        });
        meetings.forEach(one -> found.computeIfAbsent(
                Paths.plan(one.document().plan()),
                path -> plan(one, ofPlan(meetings, one.document().plan()))));
        return found;
    }

    private static List<Gathering> ofPlan(List<Gathering> meetings, String plan) {
        return meetings.stream()
                .filter(one -> one.document().plan().equals(plan))
                .toList();
    }

    /** Of a plan of which no year is published. */
    private String plan(Gathering any, List<Gathering> meetings) {
        List<Element> content = new ArrayList<>();
        content.add(element("h1", any.document().planTitle()));
        content.add(element("p", cssClass("lead"), any.document().ownerName() + "が公開しています。年度ごとの実績は、まだ公開されていません。"));
        content.addAll(MeetingPage.list(meetings, false));
        return frame.page(
                "%s（%s）".formatted(any.document().planTitle(), any.document().ownerName()),
                List.of(
                        new Frame.Crumb(Frame.SITE, "/open/"),
                        new Frame.Crumb(any.document().planTitle(), "")),
                List.of(),
                content);
    }

    private String index(Map<String, List<Head>> byOwner, List<Gathering> meetings) {
        List<Element> content = new ArrayList<>();
        content.add(element("h1", Frame.SITE));
        content.add(element("p", cssClass("lead"), "市町村や圏域が、計画の指標ごとの実績と評価を公開しています。ログインせずに見られ、表やデータを保存できます。"));
        content.add(Frame.search("", "search-all"));
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
        content.addAll(MeetingPage.list(meetings.stream().limit(MOST_MEETINGS).toList(), true));
        return frame.page(Frame.SITE, List.of(), List.of(), content);
    }

    private String owner(Map<String, List<Head>> byPlan, List<Gathering> meetings, Contact contact) {
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
        content.addAll(MeetingPage.list(meetings, true));
        content.add(element("h2", "公開と差替のお知らせ"));
        content.add(element("p", link(Paths.href(Paths.feed(any.owner())), "この団体の公開、差替、取り下げ（Atom）")));
        content.add(element("h2", "データカタログ（DCAT）"));
        content.add(element(
                "p",
                link(Paths.href(any.owner() + "/catalog.jsonld"), "JSON-LD"),
                "・",
                link(Paths.href(any.owner() + "/catalog.ttl"), "Turtle")));
        content.add(Words.contact(any.ownerName(), contact));
        return frame.page(
                any.ownerName(),
                List.of(new Frame.Crumb(Frame.SITE, "/open/"), new Frame.Crumb(any.ownerName(), "")),
                List.of(element(
                        "link",
                        at("rel", "alternate"),
                        at("type", "application/atom+xml"),
                        at("title", any.ownerName() + "のお知らせ"),
                        at("href", Paths.href(Paths.feed(any.owner()))))),
                content);
    }

    private String plan(List<Head> years, List<Published> published, List<Gathering> meetings) {
        Head any = years.getFirst();
        Contact contact = published.stream()
                .filter(one -> one.head().id().equals(any.id()))
                .findFirst()
                .map(one -> new Contact(one.outline().contact()))
                .orElseGet(() -> new Contact(""));
        return frame.page(
                any.title() + "（" + any.ownerName() + "）",
                List.of(
                        new Frame.Crumb(Frame.SITE, "/open/"),
                        new Frame.Crumb(any.ownerName(), Paths.href(any.owner())),
                        new Frame.Crumb(any.title(), "")),
                List.of(),
                Stream.of(
                                List.of(
                                        element("h1", any.title()),
                                        element("p", cssClass("lead"), any.ownerName() + "が公開している、年度ごとの実績です。"),
                                        years(years)),
                                MeetingPage.list(meetings, false),
                                List.of(Words.contact(any.ownerName(), contact)))
                        .flatMap(List::stream)
                        .toList());
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

    public String absent() {
        return frame.page(
                "ページが見つかりません",
                List.of(new Frame.Crumb(Frame.SITE, "/open/"), new Frame.Crumb("ページが見つかりません", "")),
                List.of(),
                List.of(
                        element("h1", "ページが見つかりません"),
                        element("p", "アドレスが違うか、公開されていません。"),
                        element("p", link("/open/", "公開されている計画の一覧を見る"))));
    }

    /** What stands in the place of a year that was withdrawn. */
    public String withdrawn(Withdrawn one) {
        String title = one.year().longLabel() + "の実績は取り下げられました";
        List<Element> content = new ArrayList<>();
        content.add(element("h1", title));
        content.add(element("p", "公開していた団体が%sに取り下げたため、いまは見られません。".formatted(Words.day(one.at(), zone))));
        if (!one.reason().isEmpty()) {
            content.add(element("h2", "取り下げの理由"));
            content.add(element("p", cssClass("as-typed"), one.reason()));
        }
        content.add(
                one.title().isEmpty()
                        ? element("p", link("/open/", "公開されている計画の一覧を見る"))
                        : element("p", link(Paths.href(Paths.plan(one.plan())), "この計画の、公開されている年度を見る")));
        return frame.page(
                title,
                List.of(
                        new Frame.Crumb(Frame.SITE, "/open/"),
                        new Frame.Crumb(one.year().longLabel(), "")),
                List.of(element("meta", at("name", "robots"), at("content", "noindex"))),
                content);
    }

    private static Map<String, List<Head>> grouped(List<Head> heads, Function<Head, String> key) {
        Map<String, List<Head>> grouped = new LinkedHashMap<>();
        heads.forEach(head -> grouped.computeIfAbsent(key.apply(head), name -> new ArrayList<>())
                .add(head));
        return grouped;
    }
}
