package jp.kyosei.backend.meeting;

import java.util.List;
import java.util.Optional;

/**
 * A paper of a meeting.
 *
 * @param number its place on the list, from 1
 * @param mark what the office prints on it, such as 資料8; empty for 資料No. with its place
 * @param words sentences of the office that stand on it; may be empty
 * @param issues the newest first; empty while it is not given out
 */
public record Material(int number, String mark, String title, MaterialKind kind, String words, List<Issue> issues) {
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
        return latest().map(Issue::label).orElseGet(() -> label(mark, number, 0));
    }

    /**
     * Such as 資料No.1, 資料No.1（差替）, 資料8（差替2）.
     *
     * @param mark as the office prints it; empty for 資料No. with its place
     * @param number from 1
     * @param revision from 0
     */
    public static String label(String mark, int number, int revision) {
        String printed = mark.isEmpty() ? "資料No.%d".formatted(number) : mark;
        return switch (revision) {
            case 0 -> printed;
            case 1 -> printed + "（差替）";
            default -> "%s（差替%d）".formatted(printed, revision);
        };
    }
}
