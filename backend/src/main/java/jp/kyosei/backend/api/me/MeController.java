package jp.kyosei.backend.api.me;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
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
import java.util.stream.Stream;
import jp.kyosei.backend.api.web.Caller;
import jp.kyosei.backend.api.web.Downloads;
import jp.kyosei.backend.api.web.Representation;
import jp.kyosei.backend.leaving.content.OwnArchive;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.Grant;
import jp.kyosei.backend.tenancy.OwnerKind;
import jp.kyosei.backend.tenancy.Role;
import org.jspecify.annotations.Nullable;

/** Who am I. */
@Controller("/api/v1/me")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
final class MeController {
    private final OwnArchive own;
    private final Representation representation;

    MeController(OwnArchive own, Representation representation) {
        this.own = own;
        this.representation = representation;
    }

    @Get
    @Operation(summary = "Who I am, my owners and roles")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Me.class)))
    HttpResponse<byte[]> me(HttpRequest<?> request, @Caller Actor actor) {
        List<OwnerView> owners =
                actor.grantsByOwner().values().stream().map(OwnerView::of).toList();
        return representation.of(request, new Me(actor.username(), actor.displayName(), actor.operator(), owners));
    }

    @Get("/export")
    @Produces(MediaType.ALL)
    @Operation(summary = "What the service keeps of me, as a ZIP")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = "application/zip"))
    HttpResponse<byte[]> export(@Caller Actor actor) {
        return Downloads.response("わたしのデータ.zip", "my-data.zip", "application/zip", own.of(actor));
    }

    /** The caller. */
    @Serdeable
    record Me(String username, String displayName, boolean operator, List<OwnerView> owners) {}

    /**
     * An owner that the caller may read.
     *
     * @param roles the roles held in the owner itself; empty where it is read as a member of the alliance
     * @param throughMembers the municipalities (codes) through which the caller belongs to an alliance
     */
    @Serdeable
    record OwnerView(
            String owner,
            String name,
            OwnerKind kind,
            @Nullable String municipality,
            List<Role> roles,
            List<String> throughMembers) {
        static OwnerView of(List<Grant> grants) {
            Grant first = grants.getFirst();
            List<Role> roles = grants.stream()
                    .filter(Grant::isDirect)
                    .map(Grant::role)
                    .distinct()
                    .sorted()
                    .toList();
            List<String> members = grants.stream()
                    .filter(grant -> !grant.isDirect())
                    .flatMap(grant -> Stream.ofNullable(grant.town()))
                    .map(town -> town.value())
                    .distinct()
                    .toList();
            String code = first.ownerKind() == OwnerKind.MUNICIPALITY && first.town() != null
                    ? first.town().value()
                    : null;
            return new OwnerView(first.ownerSlug(), first.ownerName(), first.ownerKind(), code, roles, members);
        }
    }
}
