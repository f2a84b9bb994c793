package jp.kyosei.backend.publishing.open;

import static jp.kyosei.backend.publishing.open.Html.aloud;
import static jp.kyosei.backend.publishing.open.Html.at;
import static jp.kyosei.backend.publishing.open.Html.cssClass;
import static jp.kyosei.backend.publishing.open.Html.element;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.publishing.PublishedYear;
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

    static String shortYear(int year) {
        return new FiscalYear(year).shortLabel();
    }

    /** A grade, or that there is none. */
    static Element grade(PublishedYear.@Nullable Mark mark) {
        return mark == null ? none("評価なし") : Html.chip(mark.label(), mark.tone());
    }

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
                ? element("span", baseline.text())
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
        Element figure = element("span", text);
        if (referenceYear != null) {
            figure.appendChild(element("small", "（" + shortYear(referenceYear) + "の値）"));
        }
        return figure;
    }
}
