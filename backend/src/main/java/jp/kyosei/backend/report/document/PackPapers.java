package jp.kyosei.backend.report.document;

import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import jp.kyosei.backend.clock.JapaneseDay;
import jp.kyosei.backend.meeting.Agenda;
import jp.kyosei.backend.meeting.Meeting;
import jp.kyosei.backend.meeting.paper.IssuedNote;
import jp.kyosei.backend.meeting.paper.IssuedPaper;
import jp.kyosei.backend.meeting.paper.MeetingPack;
import jp.kyosei.backend.report.paper.Paper;
import jp.kyosei.backend.tenancy.OwnerKind;

/** The papers of a meeting as one file: cover, 次第, 名簿, and what was issued, by number. */
public final class PackPapers {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H時mm分");

    private PackPapers() {}

    /** The papers in their order. */
    public static List<Paper> of(MeetingPack pack, OwnerKind kind, String scope) {
        List<Paper> papers = new ArrayList<>();
        papers.add(cover(pack));
        papers.add(agenda(pack));
        if (!pack.meeting().participants().isEmpty()) {
            papers.add(ParticipantsPaper.of(
                    pack.meeting(), JapaneseDay.words(pack.meeting().heldOn())));
        }
        pack.papers().forEach(given -> papers.add(given(pack, given, kind, scope)));
        return papers;
    }

    /** Those that anybody may have: no list of participants; there is no note in the pack, so nobody's sight matters. */
    public static List<Paper> forEverybody(MeetingPack pack) {
        List<Paper> papers = new ArrayList<>(List.of(cover(pack), agenda(pack)));
        pack.papers().forEach(given -> papers.add(given(pack, given, OwnerKind.MUNICIPALITY, "")));
        return papers;
    }

    /** One of them by itself, as it was issued. */
    public static Paper alone(MeetingPack pack, IssuedPaper paper, OwnerKind kind, String scope) {
        return paper(pack, paper, kind, scope);
    }

    /** The title of the file. */
    public static String title(Meeting meeting) {
        return meeting.title() + "　会議資料";
    }

    private static Paper cover(MeetingPack pack) {
        Meeting meeting = pack.meeting();
        List<String> lines = new ArrayList<>(List.of("会議資料", JapaneseDay.words(meeting.heldOn())));
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
        blocks.add(new Paper.Block.Words(
                "日時　" + JapaneseDay.words(meeting.heldOn()) + (hours.isEmpty() ? "" : "　" + hours)));
        if (!meeting.place().isEmpty()) {
            blocks.add(new Paper.Block.Words("場所　" + meeting.place()));
        }
        blocks.add(new Paper.Block.Heading(1, "次第"));
        int place = 0;
        for (Agenda.Item item : Agenda.of(meeting.agenda()).items()) {
            blocks.add(new Paper.Block.Words("%d　%s".formatted(++place, item.text())));
            item.numbered().forEach(under -> blocks.add(new Paper.Block.Words("　　" + under)));
        }
        blocks.add(new Paper.Block.Heading(1, "配布資料"));
        if (pack.papers().isEmpty()) {
            blocks.add(new Paper.Block.Words("発行された資料はありません。"));
        }
        pack.papers()
                .forEach(given -> blocks.add(new Paper.Block.Words("%s　%s"
                        .formatted(
                                given.paper().issue().label(),
                                given.paper().issue().title()))));
        return new Paper(meeting.title() + "　次第", "", Paper.PageForm.A4_PORTRAIT, List.of(), blocks);
    }

    private static Paper given(MeetingPack pack, MeetingPack.Given given, OwnerKind kind, String scope) {
        Paper now = paper(pack, given.paper(), kind, scope);
        IssuedPaper replaced = given.replaced();
        return replaced == null
                ? now
                : ReplacedPaper.of(
                        now,
                        paper(pack, replaced, kind, scope),
                        "%s差替（前の発行は%s）"
                                .formatted(
                                        JapaneseDay.date(given.paper().issue().issuedAt()),
                                        JapaneseDay.date(replaced.issue().issuedAt())),
                        given.changes());
    }

    private static Paper paper(MeetingPack pack, IssuedPaper paper, OwnerKind kind, String scope) {
        PaperSheet sheet = IssuedSheets.of(paper, pack.ownerName());
        OfficeWords office = new OfficeWords(
                title(paper, sheet),
                paper.issue().label(),
                paper.words().lines().filter(line -> !line.isBlank()).toList());
        return switch (paper.material().kind()) {
            case RESULTS -> ResultsPaper.of(sheet, office);
            case OVERVIEW -> OverviewPaper.of(sheet, office);
            case TREND -> TrendPaper.of(TrendPaper.Matrix.of(sheet), office);
            case NOTES ->
                NotesPaper.of(
                        paper.notes().stream().map(note -> said(note, kind)).toList(),
                        pack.ownerName(),
                        scope,
                        true,
                        office);
        };
    }

    /** As the office calls it; where it has left the usual name, as the paper is called of itself. */
    private static String title(IssuedPaper paper, PaperSheet sheet) {
        if (!paper.issue().title().equals(paper.material().kind().label())) {
            return PaperTitles.asCalled(paper.planTitle(), paper.issue().title());
        }
        return switch (paper.material().kind()) {
            case RESULTS -> PaperTitles.results(sheet);
            case OVERVIEW -> PaperTitles.overview(sheet);
            case TREND -> PaperTitles.trend(paper.planTitle());
            case NOTES -> PaperTitles.notes(paper.planTitle(), paper.fiscalYear());
        };
    }

    private static NotesPaper.Said said(IssuedNote note, OwnerKind kind) {
        return new NotesPaper.Said(
                note.subject(),
                note.kind().label(),
                note.visibility().labelIn(kind),
                note.state().label(),
                note.text(),
                NotesPaper.voice(note.whose(), note.author()),
                note.writtenAt(),
                note.replies().stream()
                        .map(reply -> new NotesPaper.Answer(
                                reply.answers(),
                                reply.text(),
                                NotesPaper.voice(reply.whose(), reply.author()),
                                reply.writtenAt()))
                        .toList());
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
