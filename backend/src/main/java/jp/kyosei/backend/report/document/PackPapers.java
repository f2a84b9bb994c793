package jp.kyosei.backend.report.document;

import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import jp.kyosei.backend.meeting.Attendance;
import jp.kyosei.backend.meeting.Meeting;
import jp.kyosei.backend.meeting.Participant;
import jp.kyosei.backend.meeting.paper.IssuedNote;
import jp.kyosei.backend.meeting.paper.IssuedPaper;
import jp.kyosei.backend.meeting.paper.MeetingPack;
import jp.kyosei.backend.report.paper.Paper;
import jp.kyosei.backend.tenancy.OwnerKind;

/** The papers of a meeting as one file: cover, 次第, 名簿, and what was issued, by number. */
public final class PackPapers {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H時mm分");
    private static final int FIRST_YEAR_OF_REIWA = 2019;

    private PackPapers() {}

    /** The papers in their order. */
    public static List<Paper> of(MeetingPack pack, OwnerKind kind, String scope) {
        List<Paper> papers = new ArrayList<>();
        papers.add(cover(pack));
        papers.add(agenda(pack));
        if (!pack.meeting().participants().isEmpty()) {
            papers.add(participants(pack.meeting()));
        }
        pack.papers().forEach(paper -> papers.add(paper(pack, paper, kind, scope)));
        return papers;
    }

    /** The title of the file. */
    public static String title(Meeting meeting) {
        return meeting.title() + "　会議資料";
    }

    private static Paper cover(MeetingPack pack) {
        Meeting meeting = pack.meeting();
        List<String> lines = new ArrayList<>(List.of("会議資料", day(meeting)));
        if (!meeting.place().isEmpty()) {
            lines.add(meeting.place());
        }
        lines.add(pack.ownerName());
        return new Paper(meeting.title(), "", Paper.PageForm.COVER, lines, List.of());
    }

    private static Paper agenda(MeetingPack pack) {
        Meeting meeting = pack.meeting();
        List<Paper.Block> blocks = new ArrayList<>();
        String hours = hours(meeting);
        blocks.add(new Paper.Block.Words("日時　" + day(meeting) + (hours.isEmpty() ? "" : "　" + hours)));
        if (!meeting.place().isEmpty()) {
            blocks.add(new Paper.Block.Words("場所　" + meeting.place()));
        }
        blocks.add(new Paper.Block.Heading(1, "次第"));
        for (int item = 0; item < meeting.agenda().size(); item++) {
            blocks.add(new Paper.Block.Words(
                    "%d　%s".formatted(item + 1, meeting.agenda().get(item))));
        }
        blocks.add(new Paper.Block.Heading(1, "配布資料"));
        if (pack.papers().isEmpty()) {
            blocks.add(new Paper.Block.Words("発行された資料はありません。"));
        }
        pack.papers()
                .forEach(paper -> blocks.add(new Paper.Block.Words(
                        "%s　%s".formatted(paper.issue().label(), paper.issue().title()))));
        return new Paper(meeting.title() + "　次第", "", Paper.PageForm.A4_PORTRAIT, List.of(), blocks);
    }

    private static Paper participants(Meeting meeting) {
        boolean known = meeting.participants().stream()
                .anyMatch(participant -> participant.attendance() != Attendance.UNDECIDED);
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
        List<Paper.Row> rows = new ArrayList<>();
        for (Participant participant : meeting.participants()) {
            List<Paper.Cell> cells =
                    new ArrayList<>(Stream.of(participant.office(), participant.affiliation(), participant.name())
                            .map(Paper.Cell::of)
                            .toList());
            cells.addFirst(Paper.Cell.count(rows.size() + 1));
            if (known) {
                cells.add(Paper.Cell.of(participant.attendance().label()));
            }
            rows.add(Paper.Row.of(cells));
        }
        return new Paper(
                meeting.title() + "　名簿",
                "",
                Paper.PageForm.A4_PORTRAIT,
                List.of(day(meeting) + "開催"),
                List.of(new Paper.Block.Table(
                        "名簿",
                        columns,
                        List.of(heads.stream().map(Paper.Cell::of).toList()),
                        rows,
                        3)));
    }

    private static Paper paper(MeetingPack pack, IssuedPaper paper, OwnerKind kind, String scope) {
        String mark = paper.issue().label();
        String title = "%s　%s".formatted(paper.planTitle(), paper.issue().title());
        PaperSheet sheet = IssuedSheets.of(paper, pack.ownerName());
        return switch (paper.material().kind()) {
            case RESULTS -> ResultsPaper.of(sheet, title + year(paper), mark);
            case OVERVIEW -> OverviewPaper.of(sheet, GradeTally.Tallies.of(sheet), title + year(paper), mark);
            case TREND -> TrendPaper.of(TrendPaper.Matrix.of(sheet), title, mark);
            case NOTES ->
                NotesPaper.of(
                        paper.notes().stream().map(note -> said(note, kind)).toList(),
                        pack.ownerName(),
                        scope,
                        title + year(paper),
                        mark);
        };
    }

    private static String year(IssuedPaper paper) {
        return "（%s）".formatted(paper.fiscalYear().longLabel());
    }

    private static NotesPaper.Said said(IssuedNote note, OwnerKind kind) {
        return new NotesPaper.Said(
                note.subject(),
                note.kind().label(),
                note.visibility().labelIn(kind),
                note.state().label(),
                note.text(),
                "%s・%s".formatted(note.whose(), note.author()),
                note.writtenAt(),
                note.replies().stream()
                        .map(reply -> new NotesPaper.Answer(
                                reply.answers(),
                                reply.text(),
                                "%s・%s".formatted(reply.whose(), reply.author()),
                                reply.writtenAt()))
                        .toList());
    }

    /** Such as 令和5年10月5日（木）. */
    private static String day(Meeting meeting) {
        int year = meeting.heldOn().getYear();
        int ofEra = year - FIRST_YEAR_OF_REIWA + 1;
        String named = ofEra < 1 ? year + "年" : ofEra == 1 ? "令和元年" : "令和%d年".formatted(ofEra);
        return "%s%d月%d日（%s）"
                .formatted(
                        named,
                        meeting.heldOn().getMonthValue(),
                        meeting.heldOn().getDayOfMonth(),
                        meeting.heldOn().getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.JAPANESE));
    }

    private static String hours(Meeting meeting) {
        LocalTime starts = meeting.startsAt();
        LocalTime ends = meeting.endsAt();
        if (starts == null) {
            return "";
        }
        return TIME.format(starts) + (ends == null ? "" : "～" + TIME.format(ends));
    }
}
