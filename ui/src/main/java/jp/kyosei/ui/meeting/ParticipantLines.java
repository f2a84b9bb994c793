package jp.kyosei.ui.meeting;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.kyosei.backend.meeting.Attendance;
import jp.kyosei.backend.meeting.Participant;

/** Participants as people type them or paste them from a table: one a line, name, affiliation and office. */
final class ParticipantLines {
    private static final Pattern SEPARATOR = Pattern.compile("\\t|\\s*[、，,]\\s*");
    private static final int PARTS = 3;

    private ParticipantLines() {}

    static String write(List<Participant> participants) {
        return participants.stream()
                .map(one -> Stream.of(one.name(), one.affiliation(), one.office())
                        .collect(Collectors.joining("、"))
                        .replaceAll("、+$", ""))
                .collect(Collectors.joining("\n"));
    }

    /** @param known whose attendance is kept where name and affiliation are the same */
    static List<Participant> read(String lines, List<Participant> known) {
        return lines.lines()
                .filter(line -> !line.isBlank())
                .map(line -> participant(line, known))
                .toList();
    }

    private static Participant participant(String line, List<Participant> known) {
        String[] parts = SEPARATOR.split(line.strip(), PARTS);
        String name = parts[0].strip();
        String affiliation = parts.length > 1 ? parts[1].strip() : "";
        return new Participant(
                name,
                affiliation,
                parts.length > 2 ? parts[2].strip() : "",
                known.stream()
                        .filter(one ->
                                one.name().equals(name) && one.affiliation().equals(affiliation))
                        .map(Participant::attendance)
                        .findFirst()
                        .orElse(Attendance.UNDECIDED));
    }
}
