package jp.kyosei.backend.api.audit;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
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
import java.util.List;
import jp.kyosei.backend.api.web.Caller;
import jp.kyosei.backend.api.web.InvalidInputException;
import jp.kyosei.backend.api.web.PathValues;
import jp.kyosei.backend.api.web.Representation;
import jp.kyosei.backend.audit.TrailFilter;
import jp.kyosei.backend.history.History;
import jp.kyosei.backend.history.HistoryService;
import jp.kyosei.backend.tenancy.Actor;
import org.jspecify.annotations.Nullable;

/** Who changed what, when, from what to what. */
@Controller("/api/v1/audit")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
final class AuditController {
    private final HistoryService history;
    private final AuditViews views;
    private final Representation representation;

    AuditController(HistoryService history, AuditViews views, Representation representation) {
        this.history = history;
        this.views = views;
        this.representation = representation;
    }

    @Get
    @Operation(
            summary = "The history of a plan, of an indicator, or of one cell (indicator, fiscalYear and municipality)",
            description = "A plan's can be narrowed by person (their name), matter, and the days from and until")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = HistoryView.class)))
    HttpResponse<byte[]> audit(
            HttpRequest<?> request,
            @Caller Actor actor,
            @Nullable @QueryValue String plan,
            @Nullable @QueryValue String indicator,
            @Nullable @QueryValue String fiscalYear,
            @Nullable @QueryValue String municipality,
            @Nullable @QueryValue String person,
            @Nullable @QueryValue String matter,
            @Nullable @QueryValue String from,
            @Nullable @QueryValue String until,
            @Nullable @QueryValue Integer offset,
            @Nullable @QueryValue Integer limit) {
        if (plan == null || plan.isBlank()) {
            throw new InvalidInputException("plan", "plan に計画の識別名を指定してください。");
        }
        int most = AuditViews.limit(limit);
        int newer = AuditViews.offset(offset);
        TrailFilter filter = AuditViews.filter(person, matter, from, until);
        History found = indicator != null && fiscalYear != null && municipality != null
                ? history.ofCell(
                        actor, plan, indicator, PathValues.year(fiscalYear), PathValues.townOrJoint(municipality))
                : history.ofPlan(actor, plan, indicator, filter, newer, most);
        return representation.of(request, HistoryView.of(found, views));
    }

    /**
     * Entries, newest first.
     *
     * @param more whether older ones follow
     */
    @Serdeable
    record HistoryView(String plan, boolean more, List<AuditViews.EntryView> entries) {
        static HistoryView of(History history, AuditViews views) {
            return new HistoryView(
                    history.content().plan().slug(),
                    history.more(),
                    history.entries().stream()
                            .map(entry -> views.of(entry, history.towns(), history.indicatorOf(entry)))
                            .toList());
        }
    }
}
