package jp.kyosei.backend.api.owners;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
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
import jp.kyosei.backend.api.web.OncePerKey;
import jp.kyosei.backend.api.web.PathValues;
import jp.kyosei.backend.api.web.Precondition;
import jp.kyosei.backend.api.web.Representation;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.owners.Owner;
import jp.kyosei.backend.owners.OwnerService;
import jp.kyosei.backend.owners.alliance.AllianceService;
import jp.kyosei.backend.owners.alliance.NewAgreement;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import org.jspecify.annotations.Nullable;

/** Who is a member of an alliance in which years, on what that stands, and whom to turn to. */
@Controller("/api/v1/owners/{owner}/members")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
final class MembersController {
    private final OwnerService owners;
    private final AllianceService alliances;
    private final OncePerKey once;
    private final Representation representation;

    MembersController(OwnerService owners, AllianceService alliances, OncePerKey once, Representation representation) {
        this.owners = owners;
        this.alliances = alliances;
        this.once = once;
        this.representation = representation;
    }

    @Get
    @Operation(summary = "The members of an alliance past and present; none for a municipality")
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = OwnerViews.MembersView.class)))
    HttpResponse<byte[]> members(@Caller Actor actor, String owner) {
        return answer(actor, owner);
    }

    @Post
    @Operation(summary = "Let a municipality join from a fiscal year on; for the operator")
    @ApiResponse(
            responseCode = "201",
            content = @Content(schema = @Schema(implementation = OwnerViews.MembersView.class)))
    HttpResponse<byte[]> join(
            HttpRequest<?> request, @Caller Actor actor, String owner, @Body OwnerBodies.MemberBody body) {
        Owner found = owners.known(actor, owner);
        return once.answerOf(request, actor, found::id, body, HttpStatus.CREATED, () -> {
            OwnerBodies.AgreementBody agreement = body.agreement();
            alliances.join(
                    actor,
                    found.id(),
                    Owner.ANY_VERSION,
                    body.code(),
                    body.isCentre(),
                    body.first(),
                    agreement == null ? null : agreement.agreement());
            return view(actor, owner);
        });
    }

    @Patch("/{municipality}")
    @Operation(
            summary = "Change a member: its last fiscal year, an agreement, or whom to turn to there",
            description =
                    "Joining and leaving is the operator's; the contact is the alliance's admin's. If-Match as the GET said")
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = OwnerViews.MembersView.class)))
    HttpResponse<byte[]> change(
            HttpRequest<?> request,
            @Caller Actor actor,
            String owner,
            String municipality,
            @Body OwnerBodies.MemberChangeBody body) {
        Owner found = owners.known(actor, owner);
        long expected = Precondition.expectedVersion(request);
        MunicipalityCode code = PathValues.town(municipality);
        FiscalYear last = body.last();
        OwnerBodies.AgreementBody sent = body.agreement();
        @Nullable NewAgreement agreement = sent == null ? null : sent.agreement();
        OwnerBodies.ContactBody contact = body.contact();
        if (contact != null && (last != null || agreement != null)) {
            throw new InvalidInputException("contact", "連絡先は、脱退や協定とは別に送ってください。");
        }
        if (contact != null) {
            alliances.nameContact(actor, found.id(), expected, code, contact.contact());
        } else if (last != null) {
            alliances.leave(actor, found.id(), expected, code, last, agreement);
        } else if (agreement != null) {
            alliances.record(actor, found.id(), expected, code, agreement);
        } else {
            throw new InvalidInputException(
                    "lastFiscalYear", "lastFiscalYear（脱退）、agreement（協定）、contact（連絡先）のどれかを指定してください。");
        }
        return answer(actor, owner);
    }

    private HttpResponse<byte[]> answer(Actor actor, String owner) {
        return representation.versioned(
                view(actor, owner), owners.known(actor, owner).version());
    }

    private OwnerViews.MembersView view(Actor actor, String owner) {
        Owner found = owners.known(actor, owner);
        return OwnerViews.MembersView.of(found, alliances.members(actor, found.id()));
    }
}
