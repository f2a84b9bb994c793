package jp.kyosei.backend.api.reports;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.Objects;
import java.util.function.Supplier;
import jp.kyosei.backend.api.web.Caller;
import jp.kyosei.backend.api.web.Downloads;
import jp.kyosei.backend.api.web.InvalidInputException;
import jp.kyosei.backend.api.web.PathValues;
import jp.kyosei.backend.api.web.Representation;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.meeting.MeetingId;
import jp.kyosei.backend.report.ComparisonFiles;
import jp.kyosei.backend.report.MinutesFiles;
import jp.kyosei.backend.report.ReportFile;
import jp.kyosei.backend.report.ReportFormat;
import jp.kyosei.backend.report.ReportKind;
import jp.kyosei.backend.report.ReportService;
import jp.kyosei.backend.report.VersionReport;
import jp.kyosei.backend.report.order.Order;
import jp.kyosei.backend.report.order.OrderState;
import jp.kyosei.backend.report.order.ReportOrders;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.NotFoundException;
import org.jspecify.annotations.Nullable;

/** Reports as files: the same objects as on screen, for the same reader. */
@Controller("/api/v1")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
final class ReportsController {
    private static final long MOST_SECONDS = 30;
    private static final String KEPT_NOWHERE = "private, no-store";

    private final ReportService reports;
    private final MinutesFiles minutes;
    private final ComparisonFiles comparisons;
    private final ReportOrders orders;
    private final Representation representation;

    ReportsController(
            ReportService reports,
            MinutesFiles minutes,
            ComparisonFiles comparisons,
            ReportOrders orders,
            Representation representation) {
        this.reports = reports;
        this.comparisons = comparisons;
        this.orders = orders;
        this.representation = representation;
        this.minutes = minutes;
    }

    @Get("/plans/{plan}/reports/{report}")
    @Produces(MediaType.ALL)
    @Operation(
            summary = "A report: results, overview, trend or notes of a year, comparison or changes of two versions,"
                    + " as .xlsx, .pdf, .docx or .csv",
            description = "The report's name and its ending make one part of the address, such as results.xlsx."
                    + " One that takes longer than some seconds, or is asked for with 'Prefer: respond-async', is made beside:"
                    + " 202 with the address at which it is to be fetched.")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = MediaType.APPLICATION_OCTET_STREAM))
    @ApiResponse(
            responseCode = "202",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = OrderView.class)))
    HttpResponse<byte[]> report(
            HttpRequest<?> request,
            @Caller Actor actor,
            String plan,
            String report,
            @Nullable @QueryValue Integer fiscalYear,
            @Nullable @QueryValue Integer before,
            @Nullable @QueryValue Integer after,
            @QueryValue(defaultValue = "false") boolean everything) {
        int point = report.lastIndexOf('.');
        if (point < 0) {
            throw new NotFoundException();
        }
        ReportFormat format = ReportFormat.of(report.substring(point + 1)).orElseThrow(NotFoundException::new);
        VersionReport ofVersions = VersionReport.of(report.substring(0, point)).orElse(null);
        if (ofVersions != null) {
            ComparisonFiles.Versions versions = versions(before, after, everything);
            return ordered(request, actor, report, () -> comparisons.file(actor, plan, ofVersions, format, versions));
        }
        ReportKind kind = ReportKind.of(report.substring(0, point)).orElseThrow(NotFoundException::new);
        FiscalYear year = year(fiscalYear);
        return ordered(request, actor, report, () -> reports.report(actor, plan, kind, format, year));
    }

    /** Both versions, or neither: then the newest and the one before it. */
    private static ComparisonFiles.@Nullable Versions versions(
            @Nullable Integer before, @Nullable Integer after, boolean everything) {
        if (before == null && after == null) {
            return null;
        }
        if (before == null || after == null) {
            throw new InvalidInputException(
                    before == null ? "before" : "after", "比べる版は、before と after の両方に番号で指定してください。第1版なら 1 です。");
        }
        return new ComparisonFiles.Versions(before, after, everything);
    }

    /** A report that takes long; what keeps it from being made at all is answered as ever. */
    private HttpResponse<byte[]> ordered(
            HttpRequest<?> request, Actor actor, String what, Supplier<ReportFile> making) {
        Order order = orders.begin(actor, what, making);
        if (!request.getHeaders().getAll("Prefer").contains("respond-async")) {
            orders.waited(order);
        }
        if (order.state() != OrderState.MAKING) {
            orders.forget(order);
        }
        return answer(request, order);
    }

    @Get("/reports/{order}")
    @Operation(summary = "How far a report has come that is made beside")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = OrderView.class)))
    HttpResponse<byte[]> order(HttpRequest<?> request, @Caller Actor actor, String order) {
        return representation.of(request, OrderView.of(orders.find(actor, PathValues.id(order))));
    }

    @Get("/reports/{order}/file")
    @Produces(MediaType.ALL)
    @Operation(summary = "A report that was made beside; 202 as long as it is not ready")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = MediaType.APPLICATION_OCTET_STREAM))
    HttpResponse<byte[]> orderedFile(HttpRequest<?> request, @Caller Actor actor, String order) {
        return answer(request, orders.waited(orders.find(actor, PathValues.id(order))));
    }

    private HttpResponse<byte[]> answer(HttpRequest<?> request, Order order) {
        ReportFile made = order.file();
        if (made != null) {
            return file(made);
        }
        RuntimeException failure = order.failure();
        if (failure != null) {
            throw failure;
        }
        byte[] told = representation.of(request, OrderView.of(order)).body();
        return HttpResponse.<byte[]>status(HttpStatus.ACCEPTED)
                .body(Objects.requireNonNullElse(told, new byte[0]))
                .header(HttpHeaders.CACHE_CONTROL, KEPT_NOWHERE)
                .contentType(MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.LOCATION, OrderView.address(order))
                .header(HttpHeaders.RETRY_AFTER, Long.toString(Math.min(MOST_SECONDS, order.secondsLeft())));
    }

    /**
     * A report that is made beside.
     *
     * @param share how much of it is done, from 0 to 1
     * @param secondsLeft how long it will still take, as far as one can tell
     * @param file where it is to be fetched
     */
    @Serdeable
    record OrderView(String id, OrderState state, double share, long secondsLeft, String file) {
        static OrderView of(Order order) {
            return new OrderView(
                    order.id().toString(), order.state(), order.share(), order.secondsLeft(), address(order) + "/file");
        }

        static String address(Order order) {
            return "/api/v1/reports/" + order.id();
        }
    }

    @Get("/meetings/{meeting}/pack.pdf")
    @Produces(MediaType.ALL)
    @Operation(summary = "All issued papers of a meeting as one PDF, with cover, agenda and list of participants")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = "application/pdf"))
    HttpResponse<byte[]> pack(HttpRequest<?> request, @Caller Actor actor, String meeting) {
        MeetingId of = new MeetingId(PathValues.id(meeting));
        return ordered(request, actor, "pack.pdf", () -> reports.pack(actor, of));
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
