package jp.kyosei.backend.collection;

import java.util.List;
import java.util.Set;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import org.jspecify.annotations.Nullable;

/**
 * What shall be different in a round that is open. What is none stays as it is.
 *
 * @param instructions what to observe, {@link jp.kyosei.backend.text.TextKind#INSTRUCTIONS}; empty for nothing
 * @param indicators the numbers of all that are asked for afterwards
 * @param municipalities all towns that are asked afterwards
 * @param ask single ones besides, by number and town
 * @param takeOut single ones that are no longer asked for
 * @param acknowledged whether those that somebody has answered may be taken out; what is entered stays in any case
 * @param reason why; may be empty
 */
public record RoundChange(
        @Nullable String instructions,
        @Nullable Set<String> indicators,
        @Nullable Set<MunicipalityCode> municipalities,
        List<Crosswise> ask,
        List<Crosswise> takeOut,
        boolean acknowledged,
        String reason) {
    public RoundChange {
        indicators = indicators == null ? null : Set.copyOf(indicators);
        municipalities = municipalities == null ? null : Set.copyOf(municipalities);
        ask = List.copyOf(ask);
        takeOut = List.copyOf(takeOut);
    }

    /** Takes single ones out, and nothing else. */
    public static RoundChange without(List<Crosswise> taken, boolean acknowledged) {
        return new RoundChange(null, null, null, List.of(), taken, acknowledged, "");
    }

    /**
     * Each of the indicators of each of the towns.
     *
     * @param indicators numbers; empty for all
     * @param municipalities empty for all
     */
    public record Crosswise(Set<String> indicators, Set<MunicipalityCode> municipalities) {
        public Crosswise {
            indicators = Set.copyOf(indicators);
            municipalities = Set.copyOf(municipalities);
        }

        boolean covers(String no, MunicipalityCode town) {
            return (indicators.isEmpty() || indicators.contains(no))
                    && (municipalities.isEmpty() || municipalities.contains(town));
        }
    }

    /** With the answer to the question whether what somebody has answered may be taken out. */
    public RoundChange acknowledging() {
        return new RoundChange(instructions, indicators, municipalities, ask, takeOut, true, reason);
    }
}
