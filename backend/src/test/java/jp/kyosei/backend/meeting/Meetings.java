package jp.kyosei.backend.meeting;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.Stream;
import jp.kyosei.backend.clock.JapanTime;
import jp.kyosei.backend.figure.FiscalYear;
import org.jspecify.annotations.Nullable;

/** Meetings as a secretariat would plan them. */
public final class Meetings {
    private Meetings() {}

    static LocalDate today() {
        return LocalDate.now(JapanTime.ZONE);
    }

    /** With a comment window that is open today and for ten days more. */
    public static MeetingPlan of(FiscalYear year, MaterialKind... papers) {
        return on(today().plusDays(20), year, today().minusDays(1), today().plusDays(10), papers);
    }

    public static MeetingPlan on(
            LocalDate day,
            FiscalYear year,
            @Nullable LocalDate opens,
            @Nullable LocalDate closes,
            MaterialKind... papers) {
        return new MeetingPlan(
                year,
                "令和5年度第2回懇談会",
                day,
                LocalTime.of(13, 30),
                LocalTime.of(15, 0),
                "一関市役所 大会議室",
                opens,
                closes,
                List.of("開会", "議事", "閉会"),
                List.of(
                        new Participant("見本 一郎", "商工会", "会長", Attendance.UNDECIDED),
                        new Participant("見本 花子", "", "委員", Attendance.UNDECIDED)),
                Stream.of(papers)
                        .map(kind -> new MeetingPlan.Paper(kind.label(), kind))
                        .toList());
    }
}
