package jp.kyosei.backend.load;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who calls more often than people do: an address, a person, whoever tries to log in. */
@Singleton
public class CallLimits {
    private static final int GROUPS_OF_A_NETWORK = 4;

    private final CallLimit addresses;
    private final CallLimit logins;
    private final CallLimit persons;

    CallLimits(
            @Value("${kyosei.limits.address.at-once:10000}") long addressAtOnce,
            @Value("${kyosei.limits.address.per-second:500}") long addressPerSecond,
            @Value("${kyosei.limits.person.at-once:6000}") long personAtOnce,
            @Value("${kyosei.limits.person.per-second:100}") long personPerSecond,
            @Value("${kyosei.limits.login.at-once:1000}") long loginAtOnce,
            @Value("${kyosei.limits.login.per-second:20}") long loginPerSecond) {
        addresses = new CallLimit(addressAtOnce, addressPerSecond);
        persons = new CallLimit(personAtOnce, personPerSecond);
        logins = new CallLimit(loginAtOnce, loginPerSecond);
    }

    /**
     * Counts a request of that address.
     *
     * @param address as the server knows it; of IPv6 the network counts, for one house has all of its addresses
     * @return that it is one too many, and when the next may come
     */
    public Optional<BusyException> ofAddress(@Nullable String address) {
        return counted(addresses, network(address));
    }

    /** The same for requests of that address which begin or end a login. */
    public Optional<BusyException> ofLogin(@Nullable String address) {
        return counted(logins, network(address));
    }

    /** The same for somebody who is known. */
    public Optional<BusyException> ofPerson(String subject) {
        return counted(persons, subject);
    }

    /** How many addresses have a bucket now. */
    int rememberedAddresses() {
        return addresses.callers();
    }

    private static Optional<BusyException> counted(CallLimit limit, String caller) {
        return limit.count(caller).map(wait -> new BusyException("短い間に要求が多すぎます。少し待ってから、もう一度行ってください。", wait));
    }

    /** The first 64 bits of an address of IPv6, however it is abbreviated; others as they are. */
    static String network(@Nullable String address) {
        if (address == null) {
            return "";
        }
        String plain = address.toLowerCase(Locale.ROOT);
        if (plain.indexOf(':') < 0 || plain.indexOf('.') >= 0) {
            return plain;
        }
        int gap = plain.indexOf("::");
        String[] groups = (gap < 0 ? plain : plain.substring(0, gap)).split(":", -1);
        StringBuilder network = new StringBuilder();
        for (int group = 0; group < GROUPS_OF_A_NETWORK; group++) {
            String text = group < groups.length ? groups[group].replaceFirst("^0+", "") : "";
            network.append(text.isEmpty() ? "0" : text).append(':');
        }
        return network.toString();
    }
}
