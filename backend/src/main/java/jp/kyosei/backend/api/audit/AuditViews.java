package jp.kyosei.backend.api.audit;

import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.ObjectMapper;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.kyosei.backend.api.web.InvalidInputException;
import jp.kyosei.backend.audit.AuditEntry;
import jp.kyosei.backend.audit.TrailFilter;
import jp.kyosei.backend.audit.TrailFilter.Matter;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.history.HistoryService;
import jp.kyosei.backend.history.TownNames;
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

    EntryView of(AuditEntry entry, TownNames towns, @Nullable Indicator indicator) {
        return new EntryView(
                entry.at(),
                entry.personName(),
                entry.action(),
                entry.words(),
                entry.subjectKind(),
                entry.subjectId(),
                towns.in(entry.subjectId()),
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

    /** Which changes are asked for. */
    static TrailFilter filter(
            @Nullable String person, @Nullable String matter, @Nullable String from, @Nullable String until) {
        return new TrailFilter(
                null,
                person == null || person.isBlank() ? null : person.strip(),
                matter(Objects.requireNonNullElse(matter, "")),
                day("from", Objects.requireNonNullElse(from, "")),
                day("until", Objects.requireNonNullElse(until, "")));
    }

    private static @Nullable Matter matter(String given) {
        if (given.isBlank()) {
            return null;
        }
        return Stream.of(Matter.values())
                .filter(matter -> matter.name().equals(given))
                .findFirst()
                .orElseThrow(() -> new InvalidInputException(
                        "matter",
                        "matter は %s のどれかで指定してください。"
                                .formatted(Stream.of(Matter.values())
                                        .map(Matter::name)
                                        .collect(Collectors.joining("、")))));
    }

    private static @Nullable LocalDate day(String name, String given) {
        if (given.isBlank()) {
            return null;
        }
        try {
            LocalDate day = LocalDate.parse(given);
            if (day.getYear() >= FiscalYear.FIRST && day.getYear() <= FiscalYear.LAST) {
                return day;
            }
        } catch (DateTimeParseException e) {
            throw noDay(name);
        }
        throw noDay(name);
    }

    private static InvalidInputException noDay(String name) {
        return new InvalidInputException(name, "%s は 2024-09-29 のような日付で指定してください。".formatted(name));
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
     * @param subjectLabel the same with towns by their names: R5 平泉町
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
            String subjectLabel,
            @Nullable String indicator,
            @Schema(type = "object") @Nullable JsonNode before,
            @Schema(type = "object") @Nullable JsonNode after,
            @Nullable String reason) {}
}
