package jp.kyosei.backend.meeting.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import jp.kyosei.backend.DemonstrationUser;
import jp.kyosei.backend.Rows;
import jp.kyosei.backend.RunningBackend;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.meeting.MaterialKind;
import jp.kyosei.backend.meeting.Meeting;
import jp.kyosei.backend.meeting.MeetingService;
import jp.kyosei.backend.meeting.Meetings;
import jp.kyosei.backend.meeting.paper.PaperService;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.infra.services.LocalServices;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class WindowRemindersTest {
    private static final String VISION = "ichinoseki-hiraizumi-vision-2";
    private static final FiscalYear R4 = new FiscalYear(2022);
    private static final LocalDate OPENS = LocalDate.of(2031, 6, 1);
    private static final LocalDate CLOSES = LocalDate.of(2031, 6, 20);
    private static final RunningBackend BACKEND = RunningBackend.alone();

    private final MeetingService meetings = BACKEND.bean(MeetingService.class);
    private final WindowReminders reminders = BACKEND.bean(WindowReminders.class);

    @AfterAll
    static void stop() {
        BACKEND.close();
    }

    @Test
    void the_committee_is_told_once_that_a_window_opens_and_once_that_it_is_about_to_close() throws SQLException {
        plan(OPENS, CLOSES);

        assertThat(announcedAfter(OPENS.minusDays(1))).isEmpty();
        assertThat(announcedAfter(OPENS)).containsExactly("WINDOW_OPENED {COMMITTEE}");
        assertThat(announcedAfter(OPENS)).hasSize(1);
        assertThat(announcedAfter(CLOSES.minusDays(4))).hasSize(1);
        assertThat(announcedAfter(CLOSES.minusDays(3)))
                .containsExactly("WINDOW_CLOSING {COMMITTEE}", "WINDOW_OPENED {COMMITTEE}");
        assertThat(announcedAfter(CLOSES)).hasSize(2);
        assertThat(announcedAfter(CLOSES.plusDays(1))).hasSize(2);

        // a short one, and one that is called off
        LocalDate later = CLOSES.plusDays(60);
        plan(later, later.plusDays(2));
        Meeting off = plan(later, later.plusDays(20));
        meetings.cancel(secretariat(), off.id(), 1, "延期のため");
        assertThat(announcedAfter(later.plusDays(1))).hasSize(3);
    }

    @Test
    void issuing_tells_committee_and_secretariat_each_time() throws SQLException {
        Meeting meeting =
                meetings.plan(secretariat(), VISION, Meetings.on(OPENS, R4, null, null, MaterialKind.OVERVIEW));
        PaperService papers = BACKEND.bean(PaperService.class);
        papers.issue(secretariat(), meeting.id(), Set.of());
        papers.issue(secretariat(), meeting.id(), Set.of(1));

        assertThat(announced("PAPERS%", "subject || ' ' || roles::text"))
                .containsExactlyInAnyOrder(
                        "会議資料を差し替えました（令和5年度第2回懇談会） {COMMITTEE,SECRETARIAT}",
                        "会議資料を発行しました（令和5年度第2回懇談会） {COMMITTEE,SECRETARIAT}");
    }

    private List<String> announcedAfter(LocalDate day) throws SQLException {
        reminders.remind(day);
        return announced("WINDOW%", "kind || ' ' || roles::text");
    }

    private static List<String> announced(String kind, String what) throws SQLException {
        String url = BACKEND.database().jdbcUrl();
        try (Connection connection =
                LocalServices.shared().postgres().connectAsSuperuser(url.substring(url.lastIndexOf('/') + 1))) {
            return Rows.of(
                    connection, "select %s from kyosei.notice where kind like ? order by 1".formatted(what), kind);
        }
    }

    private Meeting plan(LocalDate opens, LocalDate closes) {
        return meetings.plan(secretariat(), VISION, Meetings.on(closes.plusDays(10), R4, opens, closes));
    }

    private static Actor secretariat() {
        return BACKEND.user(DemonstrationUser.SECRETARIAT);
    }
}
