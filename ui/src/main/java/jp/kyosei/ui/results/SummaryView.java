package jp.kyosei.ui.results;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import io.micronaut.context.annotation.Prototype;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.kyosei.backend.evaluation.GradeLabel;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.figure.Observation;
import jp.kyosei.backend.figure.Observed;
import jp.kyosei.backend.report.ReportKind;
import jp.kyosei.backend.results.GradeCounts;
import jp.kyosei.backend.results.ResultsRow;
import jp.kyosei.backend.results.ResultsService;
import jp.kyosei.backend.results.SectionCounts;
import jp.kyosei.backend.results.Summary;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.ui.plan.GradeChip;
import jp.kyosei.ui.plan.HtmlTable;
import jp.kyosei.ui.plan.PlanAddress;
import jp.kyosei.ui.plan.PlanHeading;
import jp.kyosei.ui.plan.PlanPage;
import jp.kyosei.ui.plan.ScrollingTable;
import jp.kyosei.ui.report.ReportDesk;
import jp.kyosei.ui.report.ReportLinks;
import jp.kyosei.ui.session.CurrentActor;
import jp.kyosei.ui.shell.MainLayout;

/** 概要: counts by grade against last year, by kind and section, and what could not be measured. */
@Prototype
@Route(value = "plans/:plan/summary/:year?", layout = MainLayout.class)
public final class SummaryView extends PlanPage {
    private static final String TITLE = "結果の概要";

    private final ResultsService results;
    private final ReportDesk desk;

    public SummaryView(ResultsService results, ReportDesk desk, CurrentActor current) {
        super(current);
        this.results = results;
        this.desk = desk;
    }

    @Override
    protected void show(Actor actor, String plan, Optional<FiscalYear> year, RouteParameters parameters) {
        Summary summary = results.summary(actor, plan, year.orElse(null));
        placeAt(summary.content(), TITLE);
        add(
                new PlanHeading(summary.content().plan(), TITLE, PlanHeading.Tab.SUMMARY)
                        .withYear(summary.fiscalYear(), new PlanAddress(plan)::summary)
                        .with(new ReportLinks(desk, plan, ReportKind.OVERVIEW, summary.fiscalYear())),
                cards(summary),
                byKind(summary),
                bySection(summary));
        addUnmeasured(summary);
    }

    private static Component cards(Summary summary) {
        Div cards = new Div();
        cards.addClassName("grade-cards");
        for (GradeLabel grade : summary.rules().grading().labels()) {
            cards.add(card(GradeChip.of(grade), grade.meaning(), grade.label(), summary));
        }
        String unmeasured = summary.rules().unmeasuredLabel();
        cards.add(card(GradeChip.unmeasured(unmeasured), "把握できず", unmeasured, summary));
        return cards;
    }

    private static Component card(GradeChip chip, String meaning, String label, Summary summary) {
        Span explained = new Span(meaning);
        explained.addClassName("meaning");
        Span count = new Span(Integer.toString(summary.counts().count(label)));
        count.addClassName("count");
        Span previous = new Span("前年 %d".formatted(summary.previous().count(label)));
        previous.addClassName("previous");
        Div card = new Div(new Div(chip, explained), new Div(count, previous));
        card.addClassName("grade-card");
        return card;
    }

    private static Component byKind(Summary summary) {
        HtmlTable table = new HtmlTable("種類ごとの件数（かっこ内は前年）", heads(summary, "種類"));
        summary.byKind().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> fill(
                        table.row(new Span(entry.getKey().label())),
                        summary,
                        entry.getValue().counts(),
                        entry.getValue().previous()));
        fill(table.row(new Span("合計")), summary, summary.counts(), summary.previous())
                .marked("total");
        return new ScrollingTable(table, "種類ごとの件数");
    }

    private static Component bySection(Summary summary) {
        HtmlTable table = new HtmlTable("体系ごとの件数（かっこ内は前年）", heads(summary, "体系"));
        for (SectionCounts counts : summary.bySection()) {
            Span name =
                    new Span(counts.section().number() + " " + counts.section().title());
            Div head = new Div(name);
            if (summary.byKind().size() > 1) {
                Span kind = new Span(counts.kind().label());
                kind.addClassName("kind");
                head.add(kind);
            }
            fill(table.row(head), summary, counts.counts(), counts.previous())
                    .marked("level-" + counts.section().level());
        }
        return new ScrollingTable(table, "体系ごとの件数");
    }

    private static List<String> heads(Summary summary, String first) {
        List<String> heads = new ArrayList<>(List.of(first));
        heads.addAll(summary.rules().labels());
        heads.add("計");
        return heads;
    }

    private static HtmlTable.Row fill(HtmlTable.Row row, Summary summary, GradeCounts counts, GradeCounts previous) {
        summary.rules()
                .labels()
                .forEach(label -> row.figure("%d（%d）".formatted(counts.count(label), previous.count(label))));
        return row.figure(Integer.toString(counts.total()));
    }

    private void addUnmeasured(Summary summary) {
        add(new H2("進捗を把握できなかった指標（%d）".formatted(summary.unmeasured().size())));
        if (summary.unmeasured().isEmpty()) {
            add(new Paragraph("すべての指標に実績があります。"));
            return;
        }
        PlanAddress address = new PlanAddress(summary.content().plan().slug());
        UnorderedList list = new UnorderedList();
        for (ResultsRow row : summary.unmeasured()) {
            Anchor link = new Anchor(
                    address.indicator(row.indicator().no(), summary.fiscalYear()),
                    "No.%s %s".formatted(row.indicator().no(), row.indicator().name()));
            list.add(new ListItem(link, new Span("　" + reason(row, summary.fiscalYear()))));
        }
        add(list);
    }

    private static String reason(ResultsRow row, FiscalYear year) {
        return row.figure(year)
                .map(figure -> {
                    Observation observation = figure.observation();
                    return observation != null && observation.observed() instanceof Observed.Missing why
                            ? why.text()
                            : "未入力";
                })
                .orElse("未入力");
    }
}
