package jp.kyosei.backend.meeting;

import java.util.List;
import java.util.Optional;

/**
 * A paper of a meeting.
 *
 * @param number its place on the list, from 1: 資料No.1
 * @param issues the newest first; empty while it is not given out
 */
public record Material(int number, String title, MaterialKind kind, List<Issue> issues) {
    public Material {
        issues = List.copyOf(issues);
    }

    /** What was given out last. */
    public Optional<Issue> latest() {
        return issues.stream().findFirst();
    }

    public boolean isIssued() {
        return !issues.isEmpty();
    }

    /** Such as 資料No.1（差替） once it is given out, 資料No.1 before. */
    public String label() {
        return latest().map(Issue::label).orElseGet(() -> label(number, 0));
    }

    /**
     * Such as 資料No.1, 資料No.1（差替）, 資料No.1（差替2）.
     *
     * @param number from 1
     * @param revision from 0
     */
    public static String label(int number, int revision) {
        return switch (revision) {
            case 0 -> "資料No.%d".formatted(number);
            case 1 -> "資料No.%d（差替）".formatted(number);
            default -> "資料No.%d（差替%d）".formatted(number, revision);
        };
    }
}
