package jp.kyosei.ui.results;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import jp.kyosei.backend.actual.narrative.Narrative;
import jp.kyosei.backend.evaluation.Consolidation;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.indicator.Indicator;
import jp.kyosei.backend.indicator.Reporter;
import jp.kyosei.backend.plan.Initiative;
import jp.kyosei.backend.results.IndicatorPage;

/** What is said of an indicator beside its figures. */
final class IndicatorWords extends Div {
    /** What was found in its figures; nothing where nothing was. */
    static Div narratives(IndicatorPage page) {
        IndicatorWords words = new IndicatorWords();
        words.addNarratives(page);
        return words;
    }

    /** What is done for it, how it is measured, and by whom. */
    static Div facts(IndicatorPage page) {
        IndicatorWords words = new IndicatorWords();
        words.addInitiatives(page);
        words.addFacts(page);
        return words;
    }

    private void addNarratives(IndicatorPage page) {
        add(new H2("進捗状況・成果と今後の取組"));
        Map<FiscalYear, List<Narrative>> byYear = new TreeMap<>(Comparator.reverseOrder());
        byYear.putAll(page.narratives().stream().collect(Collectors.groupingBy(Narrative::fiscalYear)));
        if (byYear.isEmpty()) {
            add(new Paragraph("評価文はまだありません。"));
            return;
        }
        byYear.forEach((year, narratives) -> {
            add(new H3(year.longLabel()));
            narratives.forEach(narrative -> add(narrative(page, narrative)));
        });
    }

    private static Component narrative(IndicatorPage page, Narrative narrative) {
        Div block = new Div();
        block.addClassName("narrative");
        String whose = Optional.ofNullable(narrative.municipality())
                .map(page.row().indicator()::townName)
                .orElse(page.content().ownerName());
        Paragraph town = new Paragraph(whose);
        town.addClassName("whose");
        block.add(town, labelled("進捗状況・成果", narrative.progress()));
        if (!narrative.outlook().isEmpty()) {
            block.add(labelled("今後の取組等", narrative.outlook()));
        }
        return block;
    }

    private static Component labelled(String label, String text) {
        Span head = new Span(label);
        head.addClassName("narrative-label");
        return new Paragraph(head, new Span(text));
    }

    private void addInitiatives(IndicatorPage page) {
        if (page.initiatives().isEmpty()) {
            return;
        }
        UnorderedList list = new UnorderedList();
        for (Initiative initiative : page.initiatives()) {
            list.add(new ListItem(initiative.title()));
        }
        add(new H2("事業・取組"), list);
    }

    private void addFacts(IndicatorPage page) {
        Indicator indicator = page.row().indicator();
        UnorderedList facts = new UnorderedList();
        facts.add(new ListItem("良い方向：" + indicator.measure().direction().label()));
        if (indicator.measure().cumulative()) {
            facts.add(new ListItem("累計の指標です。"));
        }
        if (indicator.consolidation() != Consolidation.SINGLE) {
            facts.add(new ListItem("まとめ方：" + indicator.consolidation().label()));
        }
        String reporters = indicator.reporters().stream()
                .map(reporter -> reporter(reporter, page.fiscalYear()))
                .collect(Collectors.joining("、"));
        facts.add(new ListItem("報告：" + reporters));
        if (!indicator.source().isEmpty()) {
            facts.add(new ListItem("出所：" + indicator.source()));
        }
        add(new H2("この指標について"), facts);
    }

    /** A department is called as in the year of the page. */
    private static String reporter(Reporter reporter, FiscalYear year) {
        String department = reporter.departmentNameIn(year);
        return department == null ? reporter.municipalityName() : reporter.municipalityName() + " " + department;
    }
}
