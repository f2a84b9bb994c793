package jp.kyosei.ui.history;

import com.vaadin.flow.router.QueryParameters;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import jp.kyosei.backend.audit.TrailFilter;
import jp.kyosei.backend.audit.TrailFilter.Matter;
import jp.kyosei.backend.indicator.Indicator;
import jp.kyosei.ui.filter.AddressFilter;
import org.jspecify.annotations.Nullable;

/** Which changes of a history are shown: by whom, about what, in which days. */
final class HistoryFilter extends AddressFilter {
    private static final String PERSON = "person";
    private static final String INDICATOR = "indicator";
    private static final String MATTER = "matter";
    private static final String FROM = "from";
    private static final String UNTIL = "until";

    private final Optional<Matter> matter;
    private final Optional<LocalDate> from;
    private final Optional<LocalDate> until;

    /** @param address where the history is, below the server */
    HistoryFilter(String address, QueryParameters parameters) {
        super(address, parameters, List.of(PERSON, INDICATOR, MATTER, FROM, UNTIL));
        matter = oneOf(MATTER, Matter.values());
        from = day(FROM);
        until = day(UNTIL);
    }

    TrailFilter filter() {
        String person = asked(PERSON);
        return new TrailFilter(
                null, person.isEmpty() ? null : person, matter.orElse(null), from.orElse(null), until.orElse(null));
    }

    /** The number of the indicator that is asked for; none for all. */
    @Nullable
    String indicator() {
        String asked = asked(INDICATOR);
        return asked.isEmpty() ? null : asked;
    }

    /**
     * Offers what can be asked.
     *
     * @param people who has changed something
     * @param matters what a change can be about here
     * @param indicators those that a change can be about; none where it is about none
     */
    void offer(List<String> people, List<Matter> matters, Stream<Indicator> indicators) {
        Map<String, String> persons = new LinkedHashMap<>();
        people.forEach(person -> persons.put(person, person));
        Map<String, String> kinds = new LinkedHashMap<>();
        matters.forEach(one -> kinds.put(one.name(), one.label()));
        offerChoice("人", PERSON, persons);
        offerChoice("種類", MATTER, kinds);
        Map<String, String> numbers = new LinkedHashMap<>();
        indicators.forEach(
                indicator -> numbers.put(indicator.no(), "No.%s %s".formatted(indicator.no(), indicator.name())));
        if (!numbers.isEmpty()) {
            offerChoice("指標", INDICATOR, numbers);
        }
        offerDay("この日から", FROM);
        offerDay("この日まで", UNTIL);
        offerEnd();
    }
}
