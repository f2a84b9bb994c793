package jp.kyosei.ui.report;

import jakarta.inject.Singleton;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.meeting.MeetingId;
import jp.kyosei.backend.report.MinutesFiles;
import jp.kyosei.backend.report.PublicPapers;
import jp.kyosei.backend.report.ReportFile;
import jp.kyosei.backend.report.ReportFormat;
import jp.kyosei.backend.report.ReportKind;
import jp.kyosei.backend.report.ReportService;
import jp.kyosei.ui.session.CurrentActor;
import org.jspecify.annotations.Nullable;

/** Makes the reports that are asked for on a page, for the person at the screen with the roles held at that moment. */
@Singleton
public class ReportDesk {
    private final ReportService reports;
    private final MinutesFiles minutes;
    private final PublicPapers papers;
    private final CurrentActor current;

    ReportDesk(ReportService reports, MinutesFiles minutes, PublicPapers papers, CurrentActor current) {
        this.reports = reports;
        this.minutes = minutes;
        this.papers = papers;
        this.current = current;
    }

    ReportFile report(String plan, ReportKind kind, ReportFormat format, @Nullable FiscalYear year) {
        return reports.report(current.require(), plan, kind, format, year);
    }

    ReportFile minutes(MeetingId meeting, ReportFormat format) {
        return minutes.minutes(current.require(), meeting, format);
    }

    ReportFile publicPapers(MeetingId meeting) {
        return papers.papers(current.require(), meeting).file();
    }

    ReportFile pack(MeetingId meeting) {
        return reports.pack(current.require(), meeting);
    }
}
