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
import jp.kyosei.backend.api.web.Representation;
import jp.kyosei.backend.history.HistoryService;
import jp.kyosei.backend.history.OwnerHistory;
import jp.kyosei.backend.tenancy.Actor;
import org.jspecify.annotations.Nullable;

/** Who changed what of an owner besides its plans: members, departments, roles, rules. */
@Controller("/api/v1/owners/{owner}/audit")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
final class OwnerAuditController {
    private final HistoryService history;
    private final AuditViews views;
    private final Representation representation;

    OwnerAuditController(HistoryService history, AuditViews views, Representation representation) {
        this.history = history;
        this.views = views;
        this.representation = representation;
    }

    @Get
    @Operation(summary = "The history of an owner: how it was opened, members, departments, roles, rules")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = OwnerHistoryView.class)))
    HttpResponse<byte[]> ofOwner(
            HttpRequest<?> request,
            @Caller Actor actor,
            String owner,
            @Nullable @QueryValue String person,
            @Nullable @QueryValue String matter,
            @Nullable @QueryValue String from,
            @Nullable @QueryValue String until,
            @Nullable @QueryValue Integer offset,
            @Nullable @QueryValue Integer limit) {
        int most = AuditViews.limit(limit);
        int newer = AuditViews.offset(offset);
        OwnerHistory found = history.ofOwner(actor, owner, AuditViews.filter(person, matter, from, until), newer, most);
        return representation.of(
                request,
                new OwnerHistoryView(
                        found.owner().slug(),
                        found.more(),
                        found.entries().stream()
                                .map(entry -> views.of(entry, found.towns(), null))
                                .toList()));
    }

    /**
     * Entries, newest first.
     *
     * @param more whether older ones follow
     */
    @Serdeable
    record OwnerHistoryView(String owner, boolean more, List<AuditViews.EntryView> entries) {}
}
