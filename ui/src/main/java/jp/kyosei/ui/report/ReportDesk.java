package jp.kyosei.ui.report;

import jakarta.inject.Singleton;
import java.util.UUID;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.meeting.MeetingId;
import jp.kyosei.backend.report.ComparisonFiles;
import jp.kyosei.backend.report.MinutesFiles;
import jp.kyosei.backend.report.PublicPapers;
import jp.kyosei.backend.report.ReportFormat;
import jp.kyosei.backend.report.ReportKind;
import jp.kyosei.backend.report.ReportService;
import jp.kyosei.backend.report.VersionReport;
import jp.kyosei.backend.report.order.Order;
import jp.kyosei.backend.report.order.ReportOrders;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.ui.session.CurrentActor;
import org.jspecify.annotations.Nullable;

/** Makes the reports that are asked for on a page, for the person at the screen with the roles held at that moment. */
@Singleton
public class ReportDesk {
    private final ReportService reports;
    private final MinutesFiles minutes;
    private final ComparisonFiles comparisons;
    private final ReportOrders orders;
    private final PublicPapers papers;
    private final CurrentActor current;

    ReportDesk(
            ReportService reports,
            MinutesFiles minutes,
            ComparisonFiles comparisons,
            ReportOrders orders,
            PublicPapers papers,
            CurrentActor current) {
        this.reports = reports;
        this.minutes = minutes;
        this.comparisons = comparisons;
        this.orders = orders;
        this.papers = papers;
        this.current = current;
    }

    Order report(String plan, ReportKind kind, ReportFormat format, @Nullable FiscalYear year) {
        Actor actor = current.require();
        return orders.begin(
                actor,
                "%s.%s".formatted(kind.name(), format.name()),
                () -> reports.report(actor, plan, kind, format, year));
    }

    Order minutes(MeetingId meeting, ReportFormat format) {
        Actor actor = current.require();
        return orders.begin(actor, "minutes." + format.name(), () -> minutes.minutes(actor, meeting, format));
    }

    Order comparison(String plan, VersionReport report, ReportFormat format, ComparisonFiles.Versions versions) {
        Actor actor = current.require();
        return orders.begin(
                actor,
                "%s.%s".formatted(report.name(), format.name()),
                () -> comparisons.file(actor, plan, report, format, versions));
    }

    Order pack(MeetingId meeting) {
        Actor actor = current.require();
        return orders.begin(actor, "pack", () -> reports.pack(actor, meeting));
    }

    Order publicPapers(MeetingId meeting) {
        Actor actor = current.require();
        return orders.begin(
                actor, "public-papers", () -> papers.papers(actor, meeting).file());
    }

    /** @throws jp.kyosei.backend.report.order.OrderGoneException if it is another person's, or no longer kept */
    Order find(UUID order) {
        return orders.find(current.require(), order);
    }
}
