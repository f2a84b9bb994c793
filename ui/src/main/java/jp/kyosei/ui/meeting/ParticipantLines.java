package jp.kyosei.ui.meeting;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.kyosei.backend.meeting.Attendance;
import jp.kyosei.backend.meeting.Participant;

/**
 * Participants as people type them or paste them from a table: one a line, name, affiliation and office; below a line
 * 【市町出席者】 those who come from the towns, office, name and remark, as their list prints them.
 */
final class ParticipantLines {
    private static final Pattern SEPARATOR = Pattern.compile("\\t|\\s*[、，,]\\s*");
    private static final Pattern HEADING = Pattern.compile("[\\s　]*[【\\[](.+)[】\\]][\\s　]*");
    private static final Pattern COUNTED = Pattern.compile("^[0-9０-９]+\\t");
    private static final int PARTS = 3;

    private ParticipantLines() {}

    static String write(List<Participant> participants) {
        String members = lines(participants, Participant.Kind.MEMBER);
        String officials = lines(participants, Participant.Kind.OFFICIAL);
        return officials.isEmpty()
                ? members
                : Stream.of(members, "【%s】".formatted(Participant.Kind.OFFICIAL.label()), officials)
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining("\n"));
    }

    private static String lines(List<Participant> participants, Participant.Kind kind) {
        return participants.stream()
                .filter(one -> one.kind() == kind)
                .map(one -> (kind == Participant.Kind.MEMBER
                                ? Stream.of(one.name(), one.affiliation(), one.office())
                                : Stream.of(office(one), one.name(), one.remark()))
                        .collect(Collectors.joining("、"))
                        .replaceAll("、+$", ""))
                .collect(Collectors.joining("\n"));
    }

    private static String office(Participant official) {
        return Stream.of(official.affiliation(), official.office())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("　"));
    }

    /** @param known whose attendance is kept where name and affiliation are the same */
    static List<Participant> read(String lines, List<Participant> known) {
        List<Participant> read = new ArrayList<>();
        Participant.Kind kind = Participant.Kind.MEMBER;
        for (String line : lines.lines().filter(one -> !one.isBlank()).toList()) {
            var heading = HEADING.matcher(line);
            if (heading.matches()) {
                kind = heading.group(1).contains("委員") ? Participant.Kind.MEMBER : Participant.Kind.OFFICIAL;
            } else {
                read.add(kind == Participant.Kind.MEMBER ? member(line, known) : official(line, known));
            }
        }
        return read;
    }

    private static Participant member(String line, List<Participant> known) {
        String[] parts = SEPARATOR.split(line.strip(), PARTS);
        String name = parts[0].strip();
        String affiliation = parts.length > 1 ? parts[1].strip() : "";
        return new Participant(
                name,
                affiliation,
                parts.length > 2 ? parts[2].strip() : "",
                attendance(Participant.Kind.MEMBER, name, affiliation, known),
                Participant.Kind.MEMBER,
                "");
    }

    private static Participant official(String line, List<Participant> known) {
        String[] parts = SEPARATOR.split(COUNTED.matcher(line.strip()).replaceFirst(""), PARTS);
        String office = parts.length > 1 ? parts[0].strip() : "";
        String name = parts.length > 1 ? parts[1].strip() : parts[0].strip();
        return new Participant(
                name,
                "",
                office,
                attendance(Participant.Kind.OFFICIAL, name, "", known),
                Participant.Kind.OFFICIAL,
                parts.length > 2 ? parts[2].strip() : "");
    }

    private static Attendance attendance(
            Participant.Kind kind, String name, String affiliation, List<Participant> known) {
        return known.stream()
                .filter(one -> one.kind() == kind
                        && one.name().equals(name)
                        && (kind == Participant.Kind.OFFICIAL
                                || one.affiliation().equals(affiliation)))
                .map(Participant::attendance)
                .findFirst()
                .orElse(Attendance.UNDECIDED);
    }
}
