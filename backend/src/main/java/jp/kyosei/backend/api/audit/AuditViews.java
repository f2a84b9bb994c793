package jp.kyosei.backend.api.audit;

import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.ObjectMapper;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import jp.kyosei.backend.api.web.InvalidInputException;
import jp.kyosei.backend.audit.AuditEntry;
import jp.kyosei.backend.history.HistoryService;
import jp.kyosei.backend.indicator.Indicator;
import org.jspecify.annotations.Nullable;

/** Changes as REST gives them: what was stored as JSON goes out as JSON. */
@Singleton
final class AuditViews {
    private static final int USUAL = 100;

    private final ObjectMapper json;

    AuditViews(ObjectMapper json) {
        this.json = json;
    }

    EntryView of(AuditEntry entry, @Nullable Indicator indicator) {
        return new EntryView(
                entry.at(),
                entry.personName(),
                entry.action(),
                entry.words(),
                entry.subjectKind(),
                entry.subjectId(),
                indicator == null ? null : indicator.no(),
                facts(entry.before()),
                facts(entry.after()),
                entry.reason());
    }

    /** How many entries are asked for. */
    static int limit(@Nullable Integer given) {
        return between(given, USUAL, 1, HistoryService.MOST, "limit");
    }

    /** How many of the newest entries are passed over. */
    static int offset(@Nullable Integer given) {
        return between(given, 0, 0, Integer.MAX_VALUE - HistoryService.MOST, "offset");
    }

    private static int between(@Nullable Integer given, int usual, int least, int most, String name) {
        int value = Objects.requireNonNullElse(given, usual);
        if (value < least || value > most) {
            throw new InvalidInputException(name, "%s は %d 以上 %d 以下で指定してください。".formatted(name, least, most));
        }
        return value;
    }

    private @Nullable JsonNode facts(@Nullable String stored) {
        if (stored == null) {
            return null;
        }
        JsonNode facts = read(stored);
        JsonNode rules = facts.get("rules");
        if (rules == null || !rules.isString()) {
            return facts;
        }
        // Rules were once written down as a text that holds JSON.
        Map<String, JsonNode> unpacked = new LinkedHashMap<>();
        facts.entries().forEach(entry -> unpacked.put(entry.getKey(), entry.getValue()));
        unpacked.put("rules", read(rules.getStringValue()));
        return JsonNode.createObjectNode(unpacked);
    }

    private JsonNode read(String stored) {
        try {
            return json.readValue(stored, JsonNode.class);
        } catch (IOException e) {
            throw new UncheckedIOException("a change in the trail is no JSON", e);
        }
    }

    /**
     * One change.
     *
     * @param action the code of what was done
     * @param actionLabel what was done, in words
     * @param indicator the number of the indicator; null where it concerns the plan or the owner
     * @param subject which thing: R5 034029 is a cell
     * @param before what it was, by the names of its fields; null if it did not exist
     * @param after what it is; null if it is gone
     */
    @Serdeable
    record EntryView(
            Instant at,
            String person,
            String action,
            String actionLabel,
            String kind,
            String subject,
            @Nullable String indicator,
            @Schema(type = "object") @Nullable JsonNode before,
            @Schema(type = "object") @Nullable JsonNode after,
            @Nullable String reason) {}
}
