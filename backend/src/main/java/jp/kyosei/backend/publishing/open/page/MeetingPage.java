package jp.kyosei.backend.publishing.open.page;

import static jp.kyosei.backend.publishing.open.page.Html.at;
import static jp.kyosei.backend.publishing.open.page.Html.cssClass;
import static jp.kyosei.backend.publishing.open.page.Html.element;
import static jp.kyosei.backend.publishing.open.page.Html.link;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import jp.kyosei.backend.clock.JapaneseDay;
import jp.kyosei.backend.discussion.markup.NoteMarkup;
import jp.kyosei.backend.publishing.meetings.PublishedMeeting;
import jp.kyosei.backend.publishing.open.edition.Gathering;
import jp.kyosei.backend.publishing.open.edition.Paths;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** The minutes of a meeting and the papers that were handed out there; and what is said where they were withdrawn. */
public final class MeetingPage {
    private final Frame frame;
    private final ZoneId zone;

    public MeetingPage(Frame frame, ZoneId zone) {
        this.frame = frame;
        this.zone = zone;
    }

    /** The page. */
    public String of(Gathering one) {
        PublishedMeeting document = one.document();
        String title = document.title() + "の議事要旨と資料";
        List<Element> content = new ArrayList<>();
        content.add(element("h1", title));
        content.add(element(
                "p",
                cssClass("lead"),
                day(document.heldOn()) + (document.place().isEmpty() ? "" : "　" + document.place())));
        content.add(element(
                "p",
                cssClass("aside"),
                "%s　%s%sに公開"
                        .formatted(
                                document.ownerName(),
                                one.revision() > 1 ? "第%d版　".formatted(one.revision()) : "",
                                Words.day(one.publishedAt(), zone))));
        content.add(element("h2", "資料"));
        if (document.papers().isEmpty()) {
            content.add(element("p", "公開している資料はありません。"));
        } else {
            content.add(element(
                    "ul",
                    document.papers().stream()
                            .map(paper -> element("li", "%s　%s".formatted(paper.label(), paper.title())))
                            .toList()));
            content.add(
                    element("p", link(Paths.href(one.papersPath()), "資料を保存する（PDF、%s）".formatted(size(one.size())))));
        }
        content.add(element("h2", "議事要旨"));
        Element minutes = element("div", cssClass("minutes"));
        Jsoup.parseBodyFragment(NoteMarkup.minutesHtml(document.minutes()))
                .body()
                .childNodesCopy()
                .forEach(minutes::appendChild);
        // Below the heading of this page's own part.
        minutes.select("h4").tagName("h5");
        minutes.select("h3").tagName("h4");
        minutes.select("h2").tagName("h3");
        content.add(minutes);
        content.add(element("p", link(Paths.href(Paths.plan(document.plan())), "この計画の公開ページへ")));
        return frame.page(
                "%s（%s）".formatted(title, document.ownerName()),
                List.of(
                        new Frame.Crumb(Frame.SITE, "/open/"),
                        new Frame.Crumb(document.planTitle(), Paths.href(Paths.plan(document.plan()))),
                        new Frame.Crumb(document.title(), "")),
                List.of(),
                content);
    }

    /** What stands in its place once it was withdrawn. */
    public String withdrawn(Instant at, String reason) {
        String title = "議事要旨と資料は取り下げられました";
        List<Element> content = new ArrayList<>();
        content.add(element("h1", title));
        content.add(element("p", "公開していた団体が%sに取り下げたため、いまは見られません。".formatted(Words.day(at, zone))));
        if (!reason.isEmpty()) {
            content.add(element("h2", "取り下げの理由"));
            content.add(element("p", cssClass("as-typed"), reason));
        }
        content.add(element("p", link("/open/", "公開されている計画の一覧を見る")));
        return frame.page(
                title,
                List.of(new Frame.Crumb(Frame.SITE, "/open/"), new Frame.Crumb("懇談会", "")),
                List.of(element("meta", at("name", "robots"), at("content", "noindex"))),
                content);
    }

    /** The meetings of a list, the latest first. */
    static List<Element> list(List<Gathering> meetings, boolean withPlan) {
        if (meetings.isEmpty()) {
            return List.of();
        }
        return List.of(
                element("h2", "懇談会の議事要旨と資料"),
                element(
                        "ul",
                        cssClass("cards"),
                        meetings.stream()
                                .map(one -> element(
                                        "li",
                                        link(
                                                Paths.href(one.path()),
                                                one.document().title()),
                                        element(
                                                "span",
                                                cssClass("aside"),
                                                (withPlan ? one.document().planTitle() + "　" : "")
                                                        + day(one.document().heldOn()))))
                                .toList()));
    }

    private static String day(LocalDate day) {
        return JapaneseDay.words(day);
    }

    private static String size(long bytes) {
        return bytes < 1_000_000 ? "%,d KB".formatted(Math.max(1, bytes / 1_000)) : "%.1f MB".formatted(bytes / 1e6);
    }
}
