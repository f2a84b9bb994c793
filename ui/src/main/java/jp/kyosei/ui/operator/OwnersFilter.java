package jp.kyosei.ui.operator;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jp.kyosei.backend.owners.OwnerState;
import jp.kyosei.backend.owners.keeping.OwnerSearch;
import jp.kyosei.backend.tenancy.NotFoundException;
import jp.kyosei.backend.text.TextKind;
import jp.kyosei.ui.form.LineBox;
import jp.kyosei.ui.form.PlainSelect;
import org.jspecify.annotations.Nullable;

/** Which owners are listed, and which page of them; it stands in the address. */
final class OwnersFilter extends Div {
    /** How many owners a page shows. */
    static final int A_PAGE = 50;

    private static final String SEARCH = "search";
    private static final String STATE = "state";
    private static final String PAGE = "page";
    private static final String ALL = "";

    private final Map<String, String> chosen = new LinkedHashMap<>();
    private final int page;

    /**
     * Takes what the address says.
     *
     * @throws NotFoundException if it names no page
     */
    OwnersFilter(QueryParameters query) {
        addClassNames("history-tools", "no-print");
        getElement().setAttribute("role", "group");
        getElement().setAttribute("aria-label", "絞り込み");
        query.getSingleParameter(SEARCH)
                .filter(words -> !words.isBlank())
                .ifPresent(words -> chosen.put(SEARCH, words.strip()));
        query.getSingleParameter(STATE).filter(name -> state(name) != null).ifPresent(name -> chosen.put(STATE, name));
        page = query.getSingleParameter(PAGE).map(OwnersFilter::number).orElse(1);

        LineBox words = new LineBox("名前・コード・都道府県で探す").of(TextKind.NAME);
        words.setValue(chosen.getOrDefault(SEARCH, ALL));
        words.addValueChangeListener(change -> open(SEARCH, change.getValue().strip()));
        Map<String, String> states = new LinkedHashMap<>(Map.of(ALL, "すべて"));
        Stream.of(OwnerState.values()).forEach(state -> states.put(state.name(), state.label()));
        PlainSelect state = new PlainSelect("状態", states);
        state.setValue(chosen.getOrDefault(STATE, ALL));
        state.addValueChangeListener(change -> open(STATE, change.getValue()));
        add(words, state);
    }

    OwnerSearch search() {
        return new OwnerSearch(chosen.getOrDefault(SEARCH, ALL), state(chosen.getOrDefault(STATE, ALL)));
    }

    boolean isEmpty() {
        return chosen.isEmpty();
    }

    /** How many owners lie before this page. */
    int offset() {
        return (page - 1) * A_PAGE;
    }

    /** The ways to the neighbouring pages. */
    List<Component> ways(int all) {
        List<Component> ways = new ArrayList<>();
        if (page > 1) {
            ways.add(new Paragraph(new Anchor(to(page - 1), "‹ 前の%d団体".formatted(A_PAGE))));
        }
        if (offset() + A_PAGE < all) {
            ways.add(new Paragraph(new Anchor(to(page + 1), "次の%d団体 ›".formatted(A_PAGE))));
        }
        return ways;
    }

    private void open(String name, String value) {
        if (value.isEmpty()) {
            chosen.remove(name);
        } else {
            chosen.put(name, value);
        }
        UI.getCurrentOrThrow().navigate(to(1));
    }

    private String to(int other) {
        QueryParameters query = QueryParameters.simple(chosen);
        return new Location(OwnersAddress.LIST, other == 1 ? query : query.merging(PAGE, String.valueOf(other)))
                .getPathWithQueryParameters();
    }

    private static @Nullable OwnerState state(String name) {
        return Stream.of(OwnerState.values())
                .filter(state -> state.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    private static int number(String text) {
        if (!text.matches("[1-9][0-9]{0,4}")) {
            throw new NotFoundException();
        }
        return Integer.parseInt(text);
    }
}
