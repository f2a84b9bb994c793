package jp.kyosei.backend.publishing.open.page;

import static jp.kyosei.backend.publishing.open.page.Html.aloud;
import static jp.kyosei.backend.publishing.open.page.Html.at;
import static jp.kyosei.backend.publishing.open.page.Html.cssClass;
import static jp.kyosei.backend.publishing.open.page.Html.element;
import static jp.kyosei.backend.publishing.open.page.Html.link;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.figure.Minus;
import jp.kyosei.backend.publishing.PublishedYear;
import jp.kyosei.backend.publishing.open.edition.Contact;
import jp.kyosei.backend.publishing.open.edition.Head;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Small parts of pages that several of them use. */
final class Words {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu年M月d日", Locale.JAPAN);

    private Words() {}

    /** Such as 2026年11月21日公開（第2版）. */
    static String publishedOn(Head head, ZoneId zone) {
        return "%s公開（第%d版）".formatted(day(head.modified(), zone), head.revision());
    }

    static String day(Instant at, ZoneId zone) {
        return DAY.format(at.atZone(zone));
    }

    /** A printed figure, as people read it; empty is said to be none. */
    static Object read(String printed) {
        return printed.isEmpty() ? none("なし") : Minus.shown(printed);
    }

    static String shortYear(int year) {
        return new FiscalYear(year).shortLabel();
    }

    /** A grade, or that there is none. */
    static Element grade(PublishedYear.@Nullable Mark mark) {
        return mark == null ? none("評価なし") : Html.chip(mark.label(), mark.tone());
    }

    /** A grade with what it means beside it, such as A 100%以上; or that there is none. */
    static Element grade(PublishedYear document, PublishedYear.@Nullable Mark mark) {
        Element grade = grade(mark);
        String meaning = meaning(document, mark);
        return meaning.isEmpty()
                ? grade
                : element("span", cssClass("meant"), grade, " ", element("small", cssClass("meaning"), meaning));
    }

    private static String meaning(PublishedYear document, PublishedYear.@Nullable Mark mark) {
        return mark == null
                ? ""
                : document.judgedBy().stream()
                        .filter(label -> label.label().equals(mark.label()))
                        .map(PublishedYear.Label::meaning)
                        .findFirst()
                        .orElse("");
    }

    /** Whom to ask about it. */
    static Element contact(String owner, Contact contact) {
        List<Object> line = new ArrayList<>();
        line.add(contact.text().isEmpty() ? owner : owner + "　" + contact.text());
        contact.mail()
                .ifPresent(
                        mail -> line.add(element("span", "　", link("mailto:" + mail, "メールを送る（%s）".formatted(mail)))));
        return element("section", cssClass("contact"), element("h2", "問い合わせ先"), element("p", line));
    }

    /** Ways to others of the same kind; what is shown now is marked, and no link. */
    static Element ways(String label, List<Way> ways) {
        return element(
                "nav",
                cssClass("years"),
                at("aria-label", label),
                element("p", cssClass("aside"), label),
                element(
                        "ul",
                        ways.stream()
                                .map(way -> element(
                                        "li",
                                        way.href().isEmpty()
                                                ? element("span", at("aria-current", "page"), way.name())
                                                : link(way.href(), way.name())))
                                .toList()));
    }

    /** @param href empty for what is shown now */
    record Way(String name, String href) {}

    /** A dash that says what is not there. */
    static Element none(String aloud) {
        return element("span", element("span", at("aria-hidden", "true"), "—"), aloud(aloud));
    }

    /** A figure with what has to be known of it. */
    static Element figure(PublishedYear.Figure figure) {
        Element cell = figure(figure.text(), figure.missing(), figure.referenceYear());
        if (figure.partial()) {
            cell.appendChild(element("small", "（一部の市町村のみ）"));
        }
        return cell;
    }

    /** The value, or what the column says of an indicator that came later. */
    static Element baseline(PublishedYear.Baseline baseline) {
        return baseline.note().isEmpty()
                ? element("span", Minus.shown(baseline.text()))
                : element("span", cssClass("as-said"), baseline.note());
    }

    static Element figure(PublishedYear.Town town) {
        return figure(town.text(), town.missing(), town.referenceYear());
    }

    private static Element figure(
            String text, PublishedYear.@Nullable Missing missing, @Nullable Integer referenceYear) {
        if (missing != null) {
            return element("span", cssClass("missing"), missing.text());
        }
        if (text.isEmpty()) {
            return none("値なし");
        }
        Element figure = element("span", Minus.shown(text));
        if (referenceYear != null) {
            figure.appendChild(element("small", "（" + shortYear(referenceYear) + "の値）"));
        }
        return figure;
    }
}
