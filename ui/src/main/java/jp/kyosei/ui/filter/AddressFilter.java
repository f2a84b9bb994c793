package jp.kyosei.ui.filter;

import com.vaadin.flow.component.AttachEvent;
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
import jp.kyosei.backend.text.TextKind;
import jp.kyosei.ui.form.DateBox;
import jp.kyosei.ui.form.LineBox;
import jp.kyosei.ui.form.PlainSelect;

/**
 * What a list is narrowed to. It stands in the address, stays from page to page, and a change of it opens the first page; what the
 * address says and nobody knows has no effect.
 */
public abstract class AddressFilter extends Div {
    private static final String ALL = "";

    private final String address;
    private final Map<String, String> chosen = new LinkedHashMap<>();

    /**
     * Takes what the address says.
     *
     * @param address where the list is, below the server
     * @param names of what can be asked
     */
    protected AddressFilter(String address, QueryParameters parameters, List<String> names) {
        this.address = address;
        for (String name : names) {
            parameters
                    .getSingleParameter(name)
                    .map(String::strip)
                    .filter(value -> !value.isEmpty())
                    .ifPresent(value -> chosen.put(name, value));
        }
    }

    @Override
    protected void onAttach(AttachEvent event) {
        addClassNames("filter-tools", "no-print");
        getElement().setAttribute("role", "group");
        getElement().setAttribute("aria-label", "絞り込み");
    }

    /** As it stands in the address. */
    public final QueryParameters parameters() {
        return QueryParameters.simple(chosen);
    }

    public final boolean isEmpty() {
        return chosen.isEmpty();
    }

    /** What is asked under a name; empty where nothing is. */
    protected final String asked(String name) {
        return chosen.getOrDefault(name, ALL);
    }

    /** Which of some is asked for; anything else is forgotten. */
    protected final <E extends Enum<E>> Optional<E> oneOf(String name, E[] values) {
        Optional<E> found = Stream.of(values)
                .filter(value -> value.name().equals(chosen.get(name)))
                .findFirst();
        if (found.isEmpty()) {
            chosen.remove(name);
        }
        return found;
    }

    /** Which day is asked for; what is none is forgotten. */
    protected final Optional<LocalDate> day(String name) {
        try {
            return Optional.ofNullable(chosen.get(name)).map(LocalDate::parse);
        } catch (DateTimeParseException e) {
            chosen.remove(name);
            return Optional.empty();
        }
    }

    /** Offers words to be found. */
    protected final void offerWords(String label, String name) {
        LineBox words = new LineBox(label).of(TextKind.NAME);
        words.setValue(asked(name));
        words.addValueChangeListener(change -> put(name, change.getValue().strip()));
        add(words);
    }

    /** Offers all, or one of some; what is asked for and not among them stands there as well. */
    protected final void offerChoice(String label, String name, Map<String, String> choices) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put(ALL, "すべて");
        all.putAll(choices);
        String now = asked(name);
        all.putIfAbsent(now, now);
        PlainSelect select = new PlainSelect(label, all);
        select.setValue(now);
        select.addValueChangeListener(change -> put(name, change.getValue()));
        add(select);
    }

    /** Offers a day. */
    protected final void offerDay(String label, String name) {
        DateBox box = new DateBox(label);
        day(name).ifPresent(box::setValue);
        box.addValueChangeListener(change -> {
            if (!box.isUnreadable()) {
                put(name, box.day().map(LocalDate::toString).orElse(ALL));
            }
        });
        add(box);
    }

    /** Offers to ask for nothing any more, where anything is asked. */
    protected final void offerEnd() {
        if (!isEmpty()) {
            Button all = new Button("絞り込みをやめる", click -> {
                chosen.clear();
                open();
            });
            all.addClassName("link-button");
            add(all);
        }
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
}
