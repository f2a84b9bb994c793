package jp.kyosei.ui.reading;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import jp.kyosei.backend.actual.narrative.Narrative;
import jp.kyosei.backend.results.IndicatorPage;

/** What each town did in the year, and folded below it what it plans for the next. */
final class StoriesCard extends Div {
    StoriesCard(IndicatorPage page) {
        addClassName("reading-card");
        List<Narrative> told = page.narratives().stream()
                .filter(narrative -> narrative.fiscalYear().equals(page.fiscalYear()))
                .toList();
        add(new H2(page.row().indicator().reporters().size() > 1 ? "各市町が行ったこと" : "行ったこと"));
        List<Component> done = stories(page, told, Narrative::progress);
        if (done.isEmpty()) {
            add(new Paragraph(
                    "%sに行ったことは、まだ書かれていません。".formatted(page.fiscalYear().longLabel())));
        }
        done.forEach(this::add);
        List<Component> next = stories(page, told, Narrative::outlook);
        if (!next.isEmpty()) {
            Div ahead = new Div();
            next.forEach(ahead::add);
            NativeDetails details = new NativeDetails("来年度に向けて", ahead);
            details.addClassName("reading-ahead");
            add(details);
        }
    }

    private static List<Component> stories(IndicatorPage page, List<Narrative> told, Function<Narrative, String> part) {
        return told.stream()
                .filter(narrative -> !part.apply(narrative).isBlank())
                .map(narrative -> story(whose(page, narrative), part.apply(narrative)))
                .toList();
    }

    private static Component story(String whose, String text) {
        Paragraph words = new Paragraph(text);
        words.addClassName("reading-told");
        Div story = new Div(new H3(whose), words);
        story.addClassName("reading-story");
        return story;
    }

    private static String whose(IndicatorPage page, Narrative narrative) {
        return Optional.ofNullable(narrative.municipality())
                .map(page.row().indicator()::townName)
                .orElse(page.content().ownerName());
    }
}
