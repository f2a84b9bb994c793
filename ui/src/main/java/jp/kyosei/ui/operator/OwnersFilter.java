package jp.kyosei.ui.operator;

import com.vaadin.flow.router.QueryParameters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import jp.kyosei.backend.owners.OwnerState;
import jp.kyosei.backend.owners.keeping.OwnerSearch;
import jp.kyosei.ui.filter.AddressFilter;

/** Which owners are listed. */
final class OwnersFilter extends AddressFilter {
    private static final String SEARCH = "search";
    private static final String STATE = "state";

    private final Optional<OwnerState> state;

    OwnersFilter(QueryParameters parameters) {
        super(OwnersAddress.LIST, parameters, List.of(SEARCH, STATE));
        state = oneOf(STATE, OwnerState.values());
        Map<String, String> states = new LinkedHashMap<>();
        Stream.of(OwnerState.values()).forEach(one -> states.put(one.name(), one.label()));
        offerWords("名前・コード・都道府県で探す", SEARCH);
        offerChoice("状態", STATE, states);
        offerEnd();
    }

    OwnerSearch search() {
        return new OwnerSearch(asked(SEARCH), state.orElse(null));
    }
}
