package jp.kyosei.backend.audit;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What kind of thing a change was made to. The codes lie in the trail and are what REST answers as {@code kind}: none is
 * ever renamed or taken away.
 */
public enum SubjectKind {
    ACTUAL,
    NARRATIVE,
    RECORD,
    CHECK,
    PLAN,
    PLAN_VERSION,
    SECTION,
    INDICATOR,
    INITIATIVE,
    IMPORT,
    ROUND,
    TASK,
    NOTE,
    NOTE_ATTACHMENT,
    MEETING,
    OUTCOME,
    MINUTES,
    PUBLICATION,
    VISION,
    RULE_SET,
    OWNER,
    MEMBER,
    DEPARTMENT,
    ROLE,
    PERSON,
    INVITATION,
    TRANSFER,
    COMMITTEE_MEMBER,
    MUNICIPALITY,
    SUPPORT;

    private static final Map<String, SubjectKind> BY_CODE =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(SubjectKind::code, Function.identity()));

    /** As it is stored: {@code note_attachment}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether a subject of this kind is named in words, not by an id that says nothing to people. */
    public boolean isNamed() {
        return switch (this) {
            case NOTE, NOTE_ATTACHMENT, VISION -> false;
            case ACTUAL,
                    NARRATIVE,
                    RECORD,
                    CHECK,
                    PLAN,
                    PLAN_VERSION,
                    SECTION,
                    INDICATOR,
                    INITIATIVE,
                    IMPORT,
                    ROUND,
                    TASK,
                    MEETING,
                    OUTCOME,
                    MINUTES,
                    PUBLICATION,
                    RULE_SET,
                    OWNER,
                    MEMBER,
                    DEPARTMENT,
                    ROLE,
                    PERSON,
                    INVITATION,
                    TRANSFER,
                    COMMITTEE_MEMBER,
                    MUNICIPALITY,
                    SUPPORT -> true;
        };
    }

    /** The kind of that code; empty for one that this release does not know. */
    public static Optional<SubjectKind> coded(String code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }
}
