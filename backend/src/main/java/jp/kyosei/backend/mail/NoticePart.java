package jp.kyosei.backend.mail;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.kyosei.backend.tenancy.Role;

/**
 * A notice as one of those that a letter tells.
 *
 * @param place the municipality and department that it went to; empty for the owner itself
 * @param roles of whom it went to
 * @param body before what is listed
 * @param head empty where nothing is listed
 */
record NoticePart(
        String place,
        List<Role> roles,
        String subject,
        String body,
        String head,
        List<String> lines,
        int count,
        String closing) {
    NoticePart {
        roles = List.copyOf(roles);
        lines = List.copyOf(lines);
    }

    boolean lists() {
        return !head.isEmpty();
    }

    /** Whether both say the same of what they list. */
    boolean goesWith(NoticePart other) {
        return lists() && body.equals(other.body) && head.equals(other.head) && closing.equals(other.closing);
    }

    /** Both in one; goes with it. A line that stands in both stands once. */
    NoticePart with(NoticePart other) {
        List<String> together =
                Stream.concat(lines.stream(), other.lines.stream()).distinct().toList();
        int unlisted = count - lines.size() + other.count - other.lines.size();
        return new NoticePart(place, roles, subject, body, head, together, together.size() + unlisted, closing);
    }

    /** Whom it went to, in office words. */
    String desk() {
        String who = roles.stream().map(NoticePart::word).distinct().collect(Collectors.joining("・"));
        return place.isEmpty() ? who : "%s（%s）".formatted(place, who);
    }

    private static String word(Role role) {
        return switch (role) {
            case CONTRIBUTOR -> "担当者";
            case APPROVER -> "所属長";
            case SECRETARIAT -> "事務局";
            case COMMITTEE -> "委員";
            case VIEWER -> "閲覧者";
            case ADMIN -> "団体管理者";
        };
    }
}
