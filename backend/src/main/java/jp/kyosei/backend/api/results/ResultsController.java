package jp.kyosei.backend.api.results;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jp.kyosei.backend.api.web.Caller;
import jp.kyosei.backend.api.web.InvalidInputException;
import jp.kyosei.backend.api.web.Representation;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.results.ResultsService;
import jp.kyosei.backend.tenancy.Actor;
import org.jspecify.annotations.Nullable;

/** The computed results of a plan. Without {@code fiscalYear} the latest year that has figures is judged. */
@Controller("/api/v1/plans/{plan}")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
final class ResultsController {
    private final ResultsService results;
    private final Representation representation;

    ResultsController(ResultsService results, Representation representation) {
        this.results = results;
        this.representation = representation;
    }

    @Get("/results")
    @Operation(summary = "The results sheet, whole")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ResultsView.class)))
    HttpResponse<byte[]> results(
            HttpRequest<?> request, @Caller Actor actor, String plan, @Nullable @QueryValue Integer fiscalYear) {
        return representation.of(request, ResultsView.of(results.results(actor, plan, year(fiscalYear))));
    }

    @Get("/summary")
    @Operation(summary = "Counts per grade, by section and kind, with last year's")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = SummaryView.class)))
    HttpResponse<byte[]> summary(
            HttpRequest<?> request, @Caller Actor actor, String plan, @Nullable @QueryValue Integer fiscalYear) {
        return representation.of(request, SummaryView.of(results.summary(actor, plan, year(fiscalYear))));
    }

    @Get("/trend")
    @Operation(summary = "The grade of every indicator in every year")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = TrendView.class)))
    HttpResponse<byte[]> trend(HttpRequest<?> request, @Caller Actor actor, String plan) {
        return representation.of(request, TrendView.of(results.trend(actor, plan)));
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
