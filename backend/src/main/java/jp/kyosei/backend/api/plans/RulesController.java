package jp.kyosei.backend.api.plans;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
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
import jp.kyosei.backend.owners.Owner;
import jp.kyosei.backend.owners.OwnerService;
import jp.kyosei.backend.ruleset.RuleSetDocument;
import jp.kyosei.backend.ruleset.RuleSetService;
import jp.kyosei.backend.tenancy.Actor;

/** The rules of an owner, to be read. */
@Controller("/api/v1/rules")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
final class RulesController {
    private final OwnerService owners;
    private final RuleSetService rules;
    private final Representation representation;

    RulesController(OwnerService owners, RuleSetService rules, Representation representation) {
        this.owners = owners;
        this.rules = rules;
        this.representation = representation;
    }

    @Get("/{owner}")
    @Operation(summary = "The rule sets of an owner, by the fiscal year from which they hold")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = RulesView.class)))
    HttpResponse<byte[]> rules(HttpRequest<?> request, @Caller Actor actor, String owner) {
        Owner found = owners.owner(actor, owner);
        return representation.of(
                request,
                new RulesView(
                        found.slug(),
                        rules.ruleSets(actor, found.id()).stream()
                                .map(dated -> new DatedView(dated.validFrom().year(), dated.document()))
                                .toList()));
    }

    /** All rule sets of an owner. */
    @Serdeable
    record RulesView(String owner, List<DatedView> ruleSets) {}

    /** One rule set and the fiscal year from which it holds. */
    @Serdeable
    record DatedView(int validFromFiscalYear, RuleSetDocument rules) {}
}
