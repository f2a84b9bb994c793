package jp.kyosei.backend.meeting.minutes;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.kyosei.backend.clock.JapaneseDay;
import jp.kyosei.backend.discussion.Note;
import jp.kyosei.backend.discussion.Reply;
import jp.kyosei.backend.discussion.Visibility;
import jp.kyosei.backend.meeting.Agenda;
import jp.kyosei.backend.meeting.Attendance;
import jp.kyosei.backend.meeting.Meeting;
import jp.kyosei.backend.meeting.Participant;
import jp.kyosei.backend.meeting.outcome.Outcome;
import org.jspecify.annotations.Nullable;

/** Composes the first text of minutes, in Markdown, for the secretariat to go on with. */
final class MinutesDraft {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H時mm分", Locale.JAPAN);

    private final Meeting meeting;
    private final StringBuilder text = new StringBuilder();

    private MinutesDraft(Meeting meeting) {
        this.meeting = meeting;
    }

    /**
     * The text.
     *
     * @param notes of the meeting's year; those kept between committee and secretariat are left out here
     * @param followed what earlier meetings left to be done
     */
    static String of(Meeting meeting, List<Note> notes, List<Outcome> outcomes, List<Outcome> followed) {
        MinutesDraft draft = new MinutesDraft(meeting);
        draft.head();
        draft.people();
        draft.agenda();
        draft.list(
                "資料",
                meeting.materials().stream()
                        .map(material -> "%s　%s".formatted(material.label(), material.title()))
                        .toList());
        draft.bySubject(
                notes.stream()
                        .filter(note -> note.visibility() != Visibility.COUNCIL && !note.isWithdrawn())
                        .toList(),
                outcomes);
        draft.list(
                "前回までの継続事項",
                followed.stream()
                        .map(outcome ->
                                "%s（%s、%s）".formatted(flat(outcome.text()), outcome.meetingTitle(), status(outcome)))
                        .toList());
        return draft.text.toString();
    }

    private void head() {
        line("# %s　議事要旨".formatted(meeting.title()));
        line("");
        line("- 日時：%s%s".formatted(day(meeting.heldOn()), time()));
        line("- 場所：%s".formatted(meeting.place()));
        line("- 対象：%sの実績".formatted(meeting.fiscalYear().longLabel()));
    }

    private String time() {
        LocalTime from = meeting.startsAt();
        LocalTime to = meeting.endsAt();
        if (from == null) {
            return "";
        }
        return "　%sから%s".formatted(TIME.format(from), to == null ? "" : TIME.format(to) + "まで");
    }

    private void people() {
        SequencedMap<Attendance, List<String>> byAttendance = new LinkedHashMap<>();
        for (Attendance attendance :
                List.of(Attendance.PRESENT, Attendance.PROXY, Attendance.ABSENT, Attendance.UNDECIDED)) {
            List<String> people = meeting.participants().stream()
                    .filter(participant -> participant.attendance() == attendance)
                    .map(MinutesDraft::person)
                    .toList();
            if (!people.isEmpty()) {
                byAttendance.put(attendance, people);
            }
        }
        list(
                "出席者",
                byAttendance.entrySet().stream()
                        .map(entry -> "%s（%d名）：%s"
                                .formatted(
                                        entry.getKey() == Attendance.UNDECIDED
                                                ? "出欠の記録なし"
                                                : entry.getKey().label(),
                                        entry.getValue().size(),
                                        String.join("、", entry.getValue())))
                        .toList());
    }

    private void agenda() {
        list(
                "次第",
                Agenda.of(meeting.agenda()).items().stream()
                        .map(item -> Stream.concat(
                                        Stream.of(item.text()),
                                        item.numbered().stream().map(under -> "  - " + under))
                                .collect(Collectors.joining("\n")))
                        .toList());
    }

    private static String person(Participant participant) {
        String further = List.of(participant.affiliation(), participant.office()).stream()
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("・"));
        return further.isEmpty() ? participant.name() : "%s（%s）".formatted(participant.name(), further);
    }

    private void list(String title, List<String> items) {
        if (items.isEmpty()) {
            return;
        }
        line("");
        line("## " + title);
        line("");
        items.forEach(item -> line("- " + item));
    }

    private void bySubject(List<Note> notes, List<Outcome> outcomes) {
        SequencedMap<String, List<String>> bySubject = new LinkedHashMap<>();
        notes.forEach(note -> bySubject
                .computeIfAbsent(note.subject().label(), subject -> new ArrayList<>())
                .addAll(lines(note)));
        outcomes.forEach(outcome -> bySubject
                .computeIfAbsent(subject(outcome.indicator()), subject -> new ArrayList<>())
                .add("- 【%s】%s".formatted(status(outcome), flat(outcome.text()))));
        if (bySubject.isEmpty()) {
            return;
        }
        line("");
        line("## 意見・質問");
        bySubject.forEach((subject, lines) -> {
            line("");
            line("### " + subject);
            line("");
            lines.forEach(this::line);
        });
    }

    private static List<String> lines(Note note) {
        List<String> lines = new ArrayList<>();
        String mark = note.visibility() == Visibility.MEMBERS ? MinutesService.MEMBERS_ONLY : "";
        lines.add("- %s%s（%s）：%s"
                .formatted(mark, note.kind().label(), note.author().voice(), flat(note.text())));
        for (Reply reply : note.replies()) {
            if (reply.withdrawnAt() == null) {
                lines.add("  - %s%s（%s）：%s"
                        .formatted(
                                mark,
                                reply.answers() ? "回答" : "返信",
                                reply.author().whose(),
                                flat(reply.text())));
            }
        }
        return lines;
    }

    private static String subject(Outcome.@Nullable Subject indicator) {
        return indicator == null ? "計画全体" : indicator.label();
    }

    private static String status(Outcome outcome) {
        return outcome.status().label();
    }

    /** In one line, so that nothing in it becomes a heading or a list of its own. */
    private static String flat(String written) {
        return written.lines()
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("　"));
    }

    private static String day(LocalDate day) {
        return JapaneseDay.words(day);
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
