package jp.kyosei.backend.report.document;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import jp.kyosei.backend.meeting.Attendance;
import jp.kyosei.backend.meeting.Meeting;
import jp.kyosei.backend.meeting.Participant;
import jp.kyosei.backend.report.paper.Paper;

/** 名簿: the members of the committee, and on a list of their own those who come from the towns. */
final class ParticipantsPaper {
    private ParticipantsPaper() {}

    /** @param day such as 令和5年10月5日（木） */
    static Paper of(Meeting meeting, String day) {
        List<Participant> members = of(meeting, Participant.Kind.MEMBER);
        List<Participant> officials = of(meeting, Participant.Kind.OFFICIAL);
        List<Paper.Block> blocks = new ArrayList<>();
        if (!members.isEmpty()) {
            if (!officials.isEmpty()) {
                blocks.add(new Paper.Block.Heading(1, "委員"));
            }
            blocks.add(members(members));
        }
        if (!officials.isEmpty()) {
            blocks.add(new Paper.Block.Heading(1, "市町出席者"));
            blocks.add(officials(officials));
        }
        return new Paper(meeting.title() + "　名簿", "", Paper.PageForm.A4_PORTRAIT, List.of(day + "開催"), blocks);
    }

    private static List<Participant> of(Meeting meeting, Participant.Kind kind) {
        return meeting.participants().stream()
                .filter(participant -> participant.kind() == kind)
                .toList();
    }

    private static Paper.Block members(List<Participant> members) {
        boolean known = isKnown(members);
        List<Paper.Column> columns = new ArrayList<>(List.of(
                new Paper.Column(14, Paper.Align.CENTER),
                new Paper.Column(30, Paper.Align.LEFT),
                new Paper.Column(known ? 62 : 80, Paper.Align.LEFT),
                new Paper.Column(54, Paper.Align.LEFT)));
        List<String> heads = new ArrayList<>(List.of("番号", "役職", "所属", "氏名"));
        if (known) {
            columns.add(new Paper.Column(18, Paper.Align.CENTER));
            heads.add("出欠");
        }
        return table(
                "委員の名簿",
                columns,
                heads,
                members.stream()
                        .map(member -> Stream.concat(
                                        Stream.of(member.office(), member.affiliation(), member.name()),
                                        known ? Stream.of(attendance(member)) : Stream.empty())
                                .toList())
                        .toList());
    }

    private static Paper.Block officials(List<Participant> officials) {
        return table(
                "市町出席者の名簿",
                List.of(
                        new Paper.Column(14, Paper.Align.CENTER),
                        new Paper.Column(78, Paper.Align.LEFT),
                        new Paper.Column(50, Paper.Align.LEFT),
                        new Paper.Column(36, Paper.Align.LEFT)),
                List.of("No.", "役職", "氏名", "備考"),
                officials.stream()
                        .map(official -> List.of(office(official), official.name(), remark(official)))
                        .toList());
    }

    private static String office(Participant official) {
        return Stream.of(official.affiliation(), official.office())
                .filter(part -> !part.isEmpty())
                .reduce("", (before, next) -> before.isEmpty() ? next : before + "　" + next);
    }

    private static String remark(Participant official) {
        boolean plain = official.attendance() == Attendance.PRESENT || official.attendance() == Attendance.UNDECIDED;
        return Stream.of(official.remark(), plain ? "" : official.attendance().label())
                .filter(part -> !part.isEmpty())
                .reduce("", (before, next) -> before.isEmpty() ? next : before + "、" + next);
    }

    private static boolean isKnown(List<Participant> participants) {
        return participants.stream().anyMatch(participant -> participant.attendance() != Attendance.UNDECIDED);
    }

    /** Nothing is said of those of whom nothing was noted. */
    private static String attendance(Participant participant) {
        return participant.attendance() == Attendance.UNDECIDED
                ? ""
                : participant.attendance().label();
    }

    private static Paper.Block.Table table(
            String caption, List<Paper.Column> columns, List<String> heads, List<List<String>> lines) {
        List<Paper.Row> rows = new ArrayList<>();
        for (List<String> line : lines) {
            List<Paper.Cell> cells =
                    new ArrayList<>(line.stream().map(Paper.Cell::of).toList());
            cells.addFirst(Paper.Cell.count(rows.size() + 1));
            rows.add(Paper.Row.of(cells));
        }
        return new Paper.Block.Table(
                caption, columns, List.of(heads.stream().map(Paper.Cell::of).toList()), rows, heads.indexOf("氏名"));
    }
}
