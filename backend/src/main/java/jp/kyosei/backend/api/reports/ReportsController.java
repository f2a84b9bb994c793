package jp.kyosei.backend.api.reports;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jp.kyosei.backend.api.web.Caller;
import jp.kyosei.backend.api.web.Downloads;
import jp.kyosei.backend.api.web.InvalidInputException;
import jp.kyosei.backend.api.web.PathValues;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.meeting.MeetingId;
import jp.kyosei.backend.report.MinutesFiles;
import jp.kyosei.backend.report.ReportFile;
import jp.kyosei.backend.report.ReportFormat;
import jp.kyosei.backend.report.ReportKind;
import jp.kyosei.backend.report.ReportService;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.NotFoundException;
import org.jspecify.annotations.Nullable;

/** Reports as files: the same objects as on screen, for the same reader. */
@Controller("/api/v1")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
final class ReportsController {
    private final ReportService reports;
    private final MinutesFiles minutes;

    ReportsController(ReportService reports, MinutesFiles minutes) {
        this.reports = reports;
        this.minutes = minutes;
    }

    @Get("/plans/{plan}/reports/{report}")
    @Produces(MediaType.ALL)
    @Operation(
            summary = "A report: results, overview, trend or notes, as .xlsx, .pdf, .docx or .csv",
            description = "The report's name and its ending make one part of the address, such as results.xlsx.")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = MediaType.APPLICATION_OCTET_STREAM))
    HttpResponse<byte[]> report(
            @Caller Actor actor, String plan, String report, @Nullable @QueryValue Integer fiscalYear) {
        int point = report.lastIndexOf('.');
        if (point < 0) {
            throw new NotFoundException();
        }
        ReportKind kind = ReportKind.of(report.substring(0, point)).orElseThrow(NotFoundException::new);
        ReportFormat format = ReportFormat.of(report.substring(point + 1)).orElseThrow(NotFoundException::new);
        return file(reports.report(actor, plan, kind, format, year(fiscalYear)));
    }

    @Get("/meetings/{meeting}/pack.pdf")
    @Produces(MediaType.ALL)
    @Operation(summary = "All issued papers of a meeting as one PDF, with cover, agenda and list of participants")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = "application/pdf"))
    HttpResponse<byte[]> pack(@Caller Actor actor, String meeting) {
        return file(reports.pack(actor, new MeetingId(PathValues.id(meeting))));
    }

    @Get("/meetings/{meeting}/minutes.pdf")
    @Produces(MediaType.ALL)
    @Operation(summary = "The minutes of a meeting as PDF, for whoever may read them")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = "application/pdf"))
    HttpResponse<byte[]> minutesAsPdf(@Caller Actor actor, String meeting) {
        return file(minutes.minutes(actor, new MeetingId(PathValues.id(meeting)), ReportFormat.PDF));
    }

    @Get("/meetings/{meeting}/minutes.docx")
    @Produces(MediaType.ALL)
    @Operation(summary = "The minutes of a meeting as Word, for whoever may read them")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = MediaType.APPLICATION_OCTET_STREAM))
    HttpResponse<byte[]> minutesAsWord(@Caller Actor actor, String meeting) {
        return file(minutes.minutes(actor, new MeetingId(PathValues.id(meeting)), ReportFormat.DOCX));
    }

    private static HttpResponse<byte[]> file(ReportFile file) {
        return Downloads.response(file.name(), file.plainName(), file.contentType(), file.bytes());
    }

    private static @Nullable FiscalYear year(@Nullable Integer year) {
        if (year == null) {
            return null;
        }
        if (year < FiscalYear.FIRST || year > FiscalYear.LAST) {
            throw new InvalidInputException("fiscalYear", "年度は4桁の西暦で指定してください。令和4年度なら 2022 です。");
        }
        return new FiscalYear(year);
    }
}
