package jp.kyosei.backend.audit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.kyosei.backend.clock.JapanTime;
import org.jspecify.annotations.Nullable;

/**
 * Which changes of a trail somebody wants to see; what is not said is not asked.
 *
 * @param indicator those that are about one indicator
 * @param person those of everybody who bears this name
 * @param matter those of one matter
 * @param from those of this day in Japan and later
 * @param until those of this day and earlier
 */
public record TrailFilter(
        @Nullable UUID indicator,
        @Nullable String person,
        @Nullable Matter matter,
        @Nullable LocalDate from,
        @Nullable LocalDate until) {
    /** All changes. */
    public static final TrailFilter ALL = new TrailFilter(null, null, null, null, null);

    private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");

    /** The same, about one indicator. */
    public TrailFilter of(UUID one) {
        return new TrailFilter(one, person, matter, from, until);
    }

    /** As PostgreSQL writes an array of texts; empty for any. */
    String kinds() {
        Set<SubjectKind> kinds = matter == null ? Set.of() : matter.kinds();
        return kinds.stream().map(SubjectKind::code).collect(Collectors.joining(",", "{", "}"));
    }

    String personOrAny() {
        return person == null ? "" : person;
    }

    Instant since() {
        return from == null ? Instant.EPOCH : from.atStartOfDay(JapanTime.ZONE).toInstant();
    }

    Instant before() {
        return until == null
                ? LAST
                : until.plusDays(1).atStartOfDay(JapanTime.ZONE).toInstant();
    }

    /** What a change is about, as people ask for it. The names are what REST takes as {@code matter}. */
    public enum Matter {
        FIGURES("実績"),
        NARRATIVES("評価文"),
        CHECKS("指摘の確認"),
        COLLECTION("実績照会"),
        NOTES("意見・質問"),
        MEETINGS("会議"),
        PLAN("計画・指標"),
        IMPORTS("取込"),
        PUBLISHING("公開"),
        VISION("将来像"),
        RULES("評価の決まり"),
        OWNER("団体・担当課"),
        PEOPLE("利用者・権限");

        private final String label;

        Matter(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }

        /** The things that it comprises; each belongs to one matter. */
        public Set<SubjectKind> kinds() {
            return Stream.of(SubjectKind.values())
                    .filter(kind -> of(kind) == this)
                    .collect(Collectors.toUnmodifiableSet());
        }

        private static Matter of(SubjectKind kind) {
            return switch (kind) {
                case ACTUAL, RECORD -> FIGURES;
                case NARRATIVE -> NARRATIVES;
                case CHECK -> CHECKS;
                case ROUND, TASK -> COLLECTION;
                case NOTE, NOTE_ATTACHMENT -> NOTES;
                case MEETING, OUTCOME, MINUTES -> MEETINGS;
                case PLAN, PLAN_VERSION, SECTION, INDICATOR, INITIATIVE -> PLAN;
                case IMPORT -> IMPORTS;
                case PUBLICATION -> PUBLISHING;
                case VISION -> VISION;
                case RULE_SET -> RULES;
                case OWNER, MEMBER, DEPARTMENT, MUNICIPALITY, SUPPORT -> OWNER;
                case PERSON, ROLE, TRANSFER, COMMITTEE_MEMBER, INVITATION -> PEOPLE;
            };
        }
    }
}
