package jp.kyosei.ui.people;

import com.vaadin.flow.router.QueryParameters;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.kyosei.backend.accounts.AccountFilter;
import jp.kyosei.backend.accounts.AccountState;
import jp.kyosei.backend.tenancy.Role;
import jp.kyosei.ui.filter.AddressFilter;

/** Whom the list shows. */
final class PeopleFilter extends AddressFilter {
    private static final String WORDS = "words";
    private static final String DEPARTMENT = "department";
    private static final String ROLE = "role";
    private static final String STATE = "state";

    private final Optional<Role> role;
    private final Optional<AccountState> state;

    /** @param address where the list is, below the server */
    PeopleFilter(String address, QueryParameters parameters) {
        super(address, parameters, List.of(WORDS, DEPARTMENT, ROLE, STATE));
        role = oneOf(ROLE, Role.values());
        state = oneOf(STATE, AccountState.values());
    }

    AccountFilter filter() {
        return new AccountFilter(asked(WORDS), asked(DEPARTMENT), role.orElse(null), state.orElse(null));
    }

    /** Offers what can be asked. */
    void offer(Map<String, String> departments) {
        Map<String, String> roles = new LinkedHashMap<>();
        Arrays.stream(Role.values()).forEach(one -> roles.put(one.name(), one.label()));
        Map<String, String> states = new LinkedHashMap<>();
        Arrays.stream(AccountState.values()).forEach(one -> states.put(one.name(), one.label()));
        offerWords("名前やメールアドレス", WORDS);
        offerChoice("担当課", DEPARTMENT, departments);
        offerChoice("権限", ROLE, roles);
        offerChoice("状態", STATE, states);
        offerEnd();
    }
}
