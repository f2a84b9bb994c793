package jp.kyosei.ui.history;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import jp.kyosei.backend.audit.TrailFilter;
import jp.kyosei.backend.audit.TrailFilter.Matter;
import jp.kyosei.backend.indicator.Indicator;
import jp.kyosei.ui.form.DateBox;
import jp.kyosei.ui.form.PlainSelect;
import org.jspecify.annotations.Nullable;

/**
 * Which changes of a history are shown: by whom, about what, in which days. It stands in the address, so that it can be sent
 * to a colleague and stays from page to page.
 */
final class HistoryFilter extends Div {
    private static final String ALL = "";
    private static final String PERSON = "person";
    private static final String INDICATOR = "indicator";
    private static final String MATTER = "matter";
    private static final String FROM = "from";
    private static final String UNTIL = "until";

    private final String address;
    private final Map<String, String> chosen = new LinkedHashMap<>();

    /**
     * Takes what the address says; what it does not know has no effect.
     *
     * @param address where the history is, below the server
     */
    HistoryFilter(String address, QueryParameters parameters) {
        this.address = address;
        addClassNames("history-tools", "no-print");
        getElement().setAttribute("role", "group");
        getElement().setAttribute("aria-label", "絞り込み");
        for (String name : List.of(PERSON, INDICATOR, MATTER, FROM, UNTIL)) {
            parameters
                    .getSingleParameter(name)
                    .filter(value -> !value.isEmpty())
                    .ifPresent(value -> chosen.put(name, value));
        }
        for (String name : List.of(FROM, UNTIL)) {
            if (day(name).isEmpty()) {
                chosen.remove(name);
            }
        }
        if (matter().isEmpty()) {
            chosen.remove(MATTER);
        }
    }

    TrailFilter filter() {
        return new TrailFilter(
                null,
                chosen.get(PERSON),
                matter().orElse(null),
                day(FROM).orElse(null),
                day(UNTIL).orElse(null));
    }

    /** The number of the indicator that is asked for; none for all. */
    @Nullable
    String indicator() {
        return chosen.get(INDICATOR);
    }

    QueryParameters parameters() {
        return QueryParameters.simple(chosen);
    }

    boolean isEmpty() {
        return chosen.isEmpty();
    }

    /**
     * Offers what can be asked.
     *
     * @param people who has changed something
     * @param matters what a change can be about here
     * @param indicators those that a change can be about; none where it is about none
     */
    void offer(List<String> people, List<Matter> matters, Stream<Indicator> indicators) {
        Map<String, String> persons = all();
        people.forEach(person -> persons.put(person, person));
        Map<String, String> kinds = all();
        matters.forEach(matter -> kinds.put(matter.name(), matter.label()));
        add(choice("人", PERSON, persons), choice("種類", MATTER, kinds));
        Map<String, String> numbers = all();
        indicators.forEach(
                indicator -> numbers.put(indicator.no(), "No.%s %s".formatted(indicator.no(), indicator.name())));
        if (numbers.size() > 1) {
            add(choice("指標", INDICATOR, numbers));
        }
        add(box("この日から", FROM), box("この日まで", UNTIL));
        if (!isEmpty()) {
            Button all = new Button("絞り込みをやめる", click -> {
                chosen.clear();
                open();
            });
            all.addClassName("link-button");
            add(all);
        }
    }

    private PlainSelect choice(String label, String name, Map<String, String> choices) {
        PlainSelect select = new PlainSelect(label, choices);
        String now = chosen.getOrDefault(name, ALL);
        choices.putIfAbsent(now, now);
        select.setItems(choices.keySet());
        select.setValue(now);
        select.addValueChangeListener(change -> put(name, change.getValue()));
        return select;
    }

    private DateBox box(String label, String name) {
        DateBox box = new DateBox(label);
        day(name).ifPresent(box::setValue);
        box.addValueChangeListener(change -> {
            if (!box.isUnreadable()) {
                put(name, box.day().map(LocalDate::toString).orElse(ALL));
            }
        });
        return box;
    }

    private void put(String name, String value) {
        if (value.isEmpty()) {
            chosen.remove(name);
        } else {
            chosen.put(name, value);
        }
        open();
    }

    private void open() {
        UI.getCurrentOrThrow().navigate(new Location(address, parameters()).getPathWithQueryParameters());
    }

    private Optional<Matter> matter() {
        return Stream.of(Matter.values())
                .filter(matter -> matter.name().equals(chosen.get(MATTER)))
                .findFirst();
    }

    private Optional<LocalDate> day(String name) {
        try {
            return Optional.ofNullable(chosen.get(name)).map(LocalDate::parse);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static Map<String, String> all() {
        return new LinkedHashMap<>(Map.of(ALL, "すべて"));
    }
}
