package jp.kyosei.ui.people;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.kyosei.backend.accounts.AccountFilter;
import jp.kyosei.backend.accounts.AccountState;
import jp.kyosei.backend.tenancy.Role;
import jp.kyosei.backend.text.TextKind;
import jp.kyosei.ui.form.LineBox;
import jp.kyosei.ui.form.PlainSelect;

/** Whom the list shows. It stands in the address, so that it can be sent to a colleague and stays from page to page. */
final class PeopleFilter extends Div {
    private static final String ALL = "";
    private static final String WORDS = "words";
    private static final String DEPARTMENT = "department";
    private static final String ROLE = "role";
    private static final String STATE = "state";

    private final String address;
    private final Map<String, String> chosen = new LinkedHashMap<>();

    /** @param address where the list is, below the server */
    PeopleFilter(String address, QueryParameters parameters) {
        this.address = address;
        addClassNames("people-tools", "no-print");
        getElement().setAttribute("role", "group");
        getElement().setAttribute("aria-label", "絞り込み");
        for (String name : List.of(WORDS, DEPARTMENT, ROLE, STATE)) {
            parameters
                    .getSingleParameter(name)
                    .filter(value -> !value.isBlank())
                    .ifPresent(value -> chosen.put(name, value));
        }
        if (role().isEmpty()) {
            chosen.remove(ROLE);
        }
        if (state().isEmpty()) {
            chosen.remove(STATE);
        }
    }

    AccountFilter filter() {
        return new AccountFilter(
                chosen.getOrDefault(WORDS, ""),
                chosen.getOrDefault(DEPARTMENT, ""),
                role().orElse(null),
                state().orElse(null));
    }

    QueryParameters parameters() {
        return QueryParameters.simple(chosen);
    }

    boolean isEmpty() {
        return chosen.isEmpty();
    }

    /** Offers what can be asked. */
    void offer(Map<String, String> departments) {
        LineBox words = new LineBox("名前やメールアドレス").of(TextKind.NAME);
        words.setValue(chosen.getOrDefault(WORDS, ""));
        words.addValueChangeListener(change -> put(WORDS, change.getValue().strip()));
        Map<String, String> roles = all();
        Arrays.stream(Role.values()).forEach(role -> roles.put(role.name(), role.label()));
        Map<String, String> states = all();
        Arrays.stream(AccountState.values()).forEach(state -> states.put(state.name(), state.label()));
        Map<String, String> places = all();
        places.putAll(departments);
        add(words, choice("担当課", DEPARTMENT, places), choice("権限", ROLE, roles), choice("状態", STATE, states));
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
        String now = chosen.getOrDefault(name, ALL);
        choices.putIfAbsent(now, now);
        PlainSelect select = new PlainSelect(label, choices);
        select.setValue(now);
        select.addValueChangeListener(change -> put(name, change.getValue()));
        return select;
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

    private Optional<Role> role() {
        return Arrays.stream(Role.values())
                .filter(role -> role.name().equals(chosen.get(ROLE)))
                .findFirst();
    }

    private Optional<AccountState> state() {
        return Arrays.stream(AccountState.values())
                .filter(state -> state.name().equals(chosen.get(STATE)))
                .findFirst();
    }

    private static Map<String, String> all() {
        return new LinkedHashMap<>(Map.of(ALL, "すべて"));
    }
}
