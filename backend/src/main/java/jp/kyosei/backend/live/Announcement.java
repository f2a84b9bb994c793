package jp.kyosei.backend.live;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.plan.Plan;
import org.jspecify.annotations.Nullable;

/**
 * What has changed in a plan's year, or in its draft.
 *
 * @param town the code of the municipality whose part it is; none where it concerns several, or the whole owner
 * @param nos the numbers of the indicators; empty where it may be any
 */
public record Announcement(
        UUID plan, int fiscalYear, @Nullable String town, List<String> nos) {
    /** PostgreSQL takes up to 8,000 bytes; a longer list says "any". */
    private static final int MOST_NUMBERS = 100;

    private static final int OF_DRAFT = 0;

    public Announcement {
        nos = nos.size() > MOST_NUMBERS ? List.of() : List.copyOf(nos);
    }

    /** The plan's draft has changed, which is of no year. */
    public static Announcement ofDraft(Plan changed) {
        return new Announcement(changed.id().value(), OF_DRAFT, null, List.of());
    }

    /** Whether it is about the draft of that plan. */
    public boolean concernsDraft(Plan changed) {
        return plan.equals(changed.id().value()) && fiscalYear == OF_DRAFT;
    }

    /** Whether it is about that plan and year. */
    public boolean concerns(Plan changed, FiscalYear year) {
        return plan.equals(changed.id().value()) && fiscalYear == year.year();
    }

    String payload() {
        return String.join(
                "\t", plan.toString(), Integer.toString(fiscalYear), town == null ? "" : town, String.join(",", nos));
    }

    /** What was said, or nothing where it is none of ours: anybody who may use the database can say anything. */
    static Optional<Announcement> of(String payload) {
        String[] parts = payload.split("\t", -1);
        if (parts.length != 4) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Announcement(
                    UUID.fromString(parts[0]),
                    Integer.parseInt(parts[1]),
                    parts[2].isEmpty() ? null : parts[2],
                    parts[3].isEmpty() ? List.of() : List.of(parts[3].split(",", -1))));
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }
}
