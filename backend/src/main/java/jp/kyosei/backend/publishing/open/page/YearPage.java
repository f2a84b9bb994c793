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
import java.util.stream.Collectors;
import jp.kyosei.backend.discussion.markup.NoteMarkup;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.figure.Minus;
import jp.kyosei.backend.publishing.PublishedYear;
import jp.kyosei.backend.publishing.open.edition.Contact;
import jp.kyosei.backend.publishing.open.edition.Head;
import jp.kyosei.backend.publishing.open.edition.Paths;
import jp.kyosei.backend.publishing.open.edition.Published;
import org.jsoup.nodes.Element;

/** A year of a plan: how many indicators stand where, every figure, those that could not be measured, downloads. */
public final class YearPage {
    private final Frame frame;
    private final ZoneId zone;

    public YearPage(Frame frame, ZoneId zone) {
        this.frame = frame;
        this.zone = zone;
    }

    /** @param years what is published of the plan, newest first */
    public String page(Published one, PublishedYear document, List<Published> years, List<PublishedYear.Note> notes) {
        Head head = one.head();
        List<Element> content = new ArrayList<>();
        content.add(element("h1", head.fullTitle()));
        content.add(element(
                "p",
                cssClass("lead"),
                "%s　%s".formatted(head.ownerName(), Words.publishedOn(head, zone))
                        + (head.revision() > 1 ? "。最初の公開は%s".formatted(Words.day(head.issued(), zone)) : "")));
        content.add(
                element("p", link(Paths.href(Paths.versions(head.plan(), head.fiscalYear())), "版と正誤表（どの値がいつ変わったか）")));
        content.addAll(others(one, years));
        content.add(element("h2", "達成度"));
        content.add(counts(document));
        content.add(element("h2", at("id", "figures"), "指標ごとの実績"));
        content.add(figures(head, document));
        content.addAll(unmeasured(head, document));
        content.addAll(notes(notes));
        content.addAll(downloads(head));
        content.add(Words.contact(head.ownerName(), new Contact(one.outline().contact())));
        return frame.page(
                head.fullTitle(),
                List.of(
                        new Frame.Crumb(Frame.SITE, "/open/"),
                        new Frame.Crumb(head.ownerName(), Paths.href(head.owner())),
                        new Frame.Crumb(head.title(), Paths.href(Paths.plan(head.plan()))),
                        new Frame.Crumb(head.year().longLabel(), "")),
                List.of(
                        alternate("text/csv", Paths.href(head.path() + "/results.csv")),
                        alternate("application/json", Paths.href(head.path() + "/results.json"))),
                content);
    }

    private static Element alternate(String type, String href) {
        return element("link", at("rel", "alternate"), at("type", type), at("href", href));
    }

    private static List<Element> others(Published one, List<Published> years) {
        Head head = one.head();
        List<Element> ways = new ArrayList<>();
        if (years.size() > 1) {
            ways.add(Words.ways(
                    "年度",
                    years.stream()
                            .map(Published::head)
                            .map(year -> new Words.Way(
                                    year.year().longLabel(),
                                    year.fiscalYear() == head.fiscalYear() ? "" : Paths.href(year.path())))
                            .toList()));
        }
        ways.addAll(TownPage.towns(one, ""));
        return ways;
    }

    private static Element counts(PublishedYear document) {
        FiscalYear year = new FiscalYear(document.fiscalYear());
        int total = document.rows().size();
        List<Element> rows = document.judgedBy().stream()
                .map(label -> element(
                        "tr",
                        element(
                                "th",
                                at("scope", "row"),
                                Html.chip(label.label(), label.tone()),
                                " ",
                                element("span", cssClass("aside"), label.meaning())),
                        number(label.count()),
                        number(label.previous()),
                        element("td", cssClass("number"), difference(label.count() - label.previous()))))
                .toList();
        return element(
                "table",
                cssClass("counts"),
                element("caption", "評価ごとの指標の数（全%d指標）".formatted(total)),
                element(
                        "thead",
                        element(
                                "tr",
                                head("評価"),
                                numbers(year.longLabel()),
                                numbers(year.previous().longLabel()),
                                numbers("増減"))),
                element("tbody", rows));
    }

    private static String difference(int difference) {
        return difference == 0 ? "±0" : Minus.shown("%+d".formatted(difference));
    }

    private static Element number(int count) {
        return element("td", cssClass("number"), Integer.toString(count));
    }

    private static Element head(String words) {
        return element("th", at("scope", "col"), words);
    }

    /** The head of a column of figures. */
    private static Element numbers(String words) {
        return element("th", at("scope", "col"), cssClass("number"), words);
    }

    private Element figures(Head head, PublishedYear document) {
        List<Element> heads = new ArrayList<>(List.of(head("No."), head("指標"), head("単位"), numbers("現状値")));
        document.years().forEach(year -> heads.add(numbers(Words.shortYear(year))));
        heads.addAll(List.of(numbers("目標値"), numbers("進捗率"), numbers("前年度との差"), head("評価"), head("前年度の評価")));
        Map<String, String> titles = document.sections().stream()
                .collect(Collectors.toMap(
                        PublishedYear.Section::number, PublishedYear.Section::title, (one, same) -> one));
        Map<List<String>, List<PublishedYear.Row>> bySection = new LinkedHashMap<>();
        document.rows().forEach(row -> bySection
                .computeIfAbsent(row.section(), path -> new ArrayList<>())
                .add(row));
        List<Element> bodies = new ArrayList<>();
        bySection.forEach((path, rows) -> {
            String section = path.stream()
                    .map(number -> (number + " " + titles.getOrDefault(number, "")).strip())
                    .collect(Collectors.joining(" › "));
            List<Element> lines = new ArrayList<>();
            lines.add(element(
                    "tr",
                    cssClass("section"),
                    element(
                            "th",
                            at("scope", "rowgroup"),
                            at("colspan", Integer.toString(heads.size())),
                            element("span", section))));
            rows.forEach(row -> lines.add(line(head, document, row)));
            bodies.add(element("tbody", lines));
        });
        return Html.scrolling(
                "指標ごとの実績の表",
                element(
                        "table",
                        cssClass("figures"),
                        element("caption", "%s。指標の名称から、推移のグラフを見られます。".formatted(head.fullTitle())),
                        element("thead", element("tr", heads)),
                        bodies));
    }

    private static Element line(Head head, PublishedYear document, PublishedYear.Row row) {
        List<Element> cells = new ArrayList<>();
        cells.add(element("td", row.no()));
        cells.add(element(
                "th",
                at("scope", "row"),
                link(Paths.href(Paths.indicator(head.plan(), head.fiscalYear(), row.no())), row.name()),
                row.cumulative() ? element("small", "（累計）") : List.of(),
                row.kind().equals("GOAL") ? element("small", "（" + row.kindLabel() + "）") : List.of()));
        cells.add(element("td", row.unit()));
        cells.add(element("td", cssClass("number"), Words.baseline(row.baseline())));
        row.figures().forEach(figure -> cells.add(element("td", cssClass("number"), Words.figure(figure))));
        cells.add(element(
                "td",
                cssClass("number"),
                Minus.shown(row.target().text()),
                element("small", "（" + Words.shortYear(row.target().fiscalYear()) + "）")));
        cells.add(element("td", cssClass("number"), Words.read(row.progressText())));
        cells.add(element("td", cssClass("number"), Words.read(row.changeText())));
        cells.add(element("td", cssClass("mark"), Words.grade(document, row.grade()), manual(row)));
        cells.add(element("td", cssClass("mark"), Words.grade(document, row.previousGrade())));
        return element("tr", cells);
    }

    private static List<Element> manual(PublishedYear.Row row) {
        return row.manualGrade().isEmpty()
                ? List.of()
                : List.of(element("small", cssClass("manual"), "団体の判断：" + row.manualGrade()));
    }

    private static List<Element> unmeasured(Head head, PublishedYear document) {
        List<PublishedYear.Row> rows = document.rows().stream()
                .filter(row -> row.newest().value() == null)
                .toList();
        if (rows.isEmpty()) {
            return List.of();
        }
        return List.of(
                element("h2", "%sの値がない指標（%d）".formatted(head.year().longLabel(), rows.size())),
                element(
                        "ul",
                        cssClass("unmeasured"),
                        rows.stream()
                                .map(row -> element(
                                        "li",
                                        "No.%s ".formatted(row.no()),
                                        link(
                                                Paths.href(Paths.indicator(head.plan(), head.fiscalYear(), row.no())),
                                                row.name()),
                                        "：",
                                        why(row.newest())))
                                .toList()));
    }

    private static String why(PublishedYear.Figure figure) {
        PublishedYear.Missing missing = figure.missing();
        if (missing == null) {
            return "公開の時点で確定した値がありません";
        }
        return missing.note().isBlank() || missing.note().equals(missing.label())
                ? missing.label()
                : "%s（%s）".formatted(missing.label(), missing.note());
    }

    private List<Element> notes(List<PublishedYear.Note> notes) {
        if (notes.isEmpty()) {
            return List.of();
        }
        List<Element> found = new ArrayList<>();
        found.add(element("h2", "寄せられた意見と回答（%d）".formatted(notes.size())));
        notes.forEach(note -> found.add(note(note, true)));
        return found;
    }

    static Element note(PublishedYear.Note note, boolean withSubject) {
        return element(
                "article",
                cssClass("note"),
                element(
                        "h3",
                        withSubject ? note.subject() + "　" : "",
                        element("span", cssClass("aside"), "%s（%s）".formatted(note.kind(), note.whose()))),
                markup(note.text()),
                note.answers().stream()
                        .map(answer -> element(
                                "div",
                                cssClass("answer"),
                                element("p", cssClass("aside"), "回答（%s）".formatted(answer.whose())),
                                markup(answer.text())))
                        .toList());
    }

    private static Element markup(String text) {
        return element("div", cssClass("words")).html(NoteMarkup.html(text));
    }

    private static List<Element> downloads(Head head) {
        List<Element> files = new ArrayList<>();
        files.add(download(head, "results.xlsx", "Excel", "実績と、縦長の表"));
        files.add(download(head, "results.csv", "CSV", "1指標1行。表計算ソフトで開けます（UTF-8）"));
        files.add(download(head, "observations.csv", "縦長のCSV", "指標・年度・市町村ごとに1行"));
        files.add(download(head, "results.json", "JSON", "プログラムで読めます"));
        head.files()
                .forEach(file -> files.add(download(
                        head, file.name(), kind(file.name()), "%,d KB".formatted(Math.max(1, file.size() / 1024)))));
        List<Element> licence = head.licence().iri().isEmpty()
                ? List.of()
                : List.of(element(
                        "p",
                        "利用条件：",
                        link(
                                head.licence().explained(),
                                at("rel", "license noopener"),
                                head.licence().label()),
                        "。出典として「%s」と書いてお使いください。".formatted(head.ownerName())));
        List<Element> content = new ArrayList<>();
        content.add(element("h2", "データのダウンロード"));
        content.add(element("ul", cssClass("cards"), files));
        content.add(element("p", link("/open/formats", "データの形式の説明")));
        content.addAll(licence);
        return content;
    }

    private static Element download(Head head, String name, String kind, String about) {
        return element(
                "li",
                link(Paths.href(head.path() + "/" + name), kind + "を保存"),
                element("span", cssClass("aside"), about));
    }

    private static String kind(String name) {
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "xlsx" -> "Excel";
            case "docx" -> "Word";
            case "pdf" -> "PDF";
            default -> name;
        };
    }
}
