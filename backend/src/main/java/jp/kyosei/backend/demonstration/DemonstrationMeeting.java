package jp.kyosei.backend.demonstration;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.kyosei.backend.discussion.NewNote;
import jp.kyosei.backend.discussion.Note;
import jp.kyosei.backend.discussion.NoteKind;
import jp.kyosei.backend.discussion.NoteTarget;
import jp.kyosei.backend.discussion.Visibility;
import jp.kyosei.backend.discussion.thread.NoteWriting;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.meeting.Attendance;
import jp.kyosei.backend.meeting.MaterialKind;
import jp.kyosei.backend.meeting.MeetingPlan;
import jp.kyosei.backend.meeting.MeetingService;
import jp.kyosei.backend.meeting.Participant;
import jp.kyosei.backend.tenancy.Actor;

/** A planned meeting that takes comments, with a few notes; the people in it are made up. */
@Singleton
class DemonstrationMeeting {
    private static final int DAYS_TO_WRITE = 30;
    private static final int DAYS_TO_MEETING = 40;
    private static final int MEMBERS = 8;

    private final MeetingService meetings;
    private final NoteWriting writing;
    private final Clock clock;

    DemonstrationMeeting(MeetingService meetings, NoteWriting writing, Clock clock) {
        this.meetings = meetings;
        this.writing = writing;
        this.clock = clock;
    }

    /** Plans it where the plan has none. */
    void plan(Actor secretariat, Actor committee, Actor town, String plan, FiscalYear year) {
        if (!meetings.meetings(secretariat, plan).meetings().isEmpty()) {
            return;
        }
        LocalDate today = LocalDate.now(clock);
        meetings.plan(
                secretariat,
                plan,
                new MeetingPlan(
                        year,
                        "共生ビジョン懇談会（%sの実績）".formatted(year.longLabel()),
                        today.plusDays(DAYS_TO_MEETING),
                        LocalTime.of(13, 30),
                        LocalTime.of(15, 0),
                        "一関市役所 大会議室",
                        today,
                        today.plusDays(DAYS_TO_WRITE),
                        List.of("開会", "会長あいさつ", "%sの実績について".formatted(year.longLabel()), "その他", "閉会"),
                        participants(),
                        Stream.of(MaterialKind.OVERVIEW, MaterialKind.RESULTS, MaterialKind.TREND, MaterialKind.NOTES)
                                .map(kind -> new MeetingPlan.Paper(kind.label(), kind))
                                .toList()));
        Note asked =
                write(committee, plan, year, "9", NoteKind.QUESTION, Visibility.MEMBERS, "冬の宿泊が少ない月はいつですか。理由も知りたいです。");
        writing.reply(town, asked.id(), "町内では1月と2月です。冬に休む宿があることと、催しが秋に集まっていることが理由です。", true);
        write(committee, plan, year, "1", NoteKind.OPINION, Visibility.COUNCIL, "数字はよくなっていますが、使う人の声も一緒に載せてほしいです。");
        writing.write(
                committee,
                plan,
                new NewNote(new NoteTarget.Plan(), year, NoteKind.KEYWORD, Visibility.MEMBERS, "また来たくなる圏域"));
    }

    private Note write(
            Actor author, String plan, FiscalYear year, String no, NoteKind kind, Visibility visibility, String text) {
        return writing.write(author, plan, new NewNote(new NoteTarget.Indicator(no), year, kind, visibility, text));
    }

    private static List<Participant> participants() {
        return IntStream.rangeClosed(1, MEMBERS)
                .mapToObj(number -> new Participant(
                        "委員%d".formatted(number),
                        number % 2 == 1 ? "一関市" : "平泉町",
                        number == 1 ? "会長" : number == 2 ? "副会長" : "委員",
                        Attendance.UNDECIDED))
                .toList();
    }
}
