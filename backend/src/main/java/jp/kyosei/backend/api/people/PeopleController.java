package jp.kyosei.backend.api.people;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.Arrays;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.kyosei.backend.accounts.Account;
import jp.kyosei.backend.accounts.AccountFilter;
import jp.kyosei.backend.accounts.AccountService;
import jp.kyosei.backend.accounts.AccountState;
import jp.kyosei.backend.accounts.InvitationService;
import jp.kyosei.backend.api.web.Caller;
import jp.kyosei.backend.api.web.InvalidInputException;
import jp.kyosei.backend.api.web.OncePerKey;
import jp.kyosei.backend.api.web.PathValues;
import jp.kyosei.backend.api.web.Precondition;
import jp.kyosei.backend.api.web.Representation;
import jp.kyosei.backend.collection.entry.CellEdit;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.Role;
import org.jspecify.annotations.Nullable;

/** The people of an owner, for its administrator: who uses the service, who is invited, what each may do. */
@Controller("/api/v1/owners/{owner}/people")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
final class PeopleController {
    private static final int USUAL = 100;

    private final AccountService accounts;
    private final InvitationService invitations;
    private final OncePerKey once;
    private final Representation representation;

    PeopleController(
            AccountService accounts, InvitationService invitations, OncePerKey once, Representation representation) {
        this.accounts = accounts;
        this.invitations = invitations;
        this.once = once;
        this.representation = representation;
    }

    @Get
    @Operation(summary = "People and open invitations, invitations first, then by name")
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = PeopleViews.PageView.class)))
    HttpResponse<byte[]> people(
            HttpRequest<?> request,
            @Caller Actor actor,
            String owner,
            @Nullable @QueryValue String words,
            @Nullable @QueryValue String department,
            @Nullable @QueryValue String role,
            @Nullable @QueryValue String state,
            @Nullable @QueryValue Integer offset,
            @Nullable @QueryValue Integer limit) {
        AccountFilter filter = new AccountFilter(
                Objects.requireNonNullElse(words, ""),
                Objects.requireNonNullElse(department, ""),
                oneOf("role", role, Role.values()),
                oneOf("state", state, AccountState.values()));
        int from = between("offset", offset, 0, 0, 1_000_000);
        int most = between("limit", limit, USUAL, 1, AccountService.MOST);
        return representation.of(
                request, PeopleViews.PageView.of(owner, accounts.accounts(actor, owner, filter, from, most)));
    }

    @Get("/{person}")
    @Operation(summary = "One of them")
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = PeopleViews.PersonView.class)))
    HttpResponse<byte[]> person(@Caller Actor actor, String owner, String person) {
        return told(accounts.account(actor, owner, PathValues.id(person)));
    }

    @Post
    @Operation(summary = "Invite somebody by mail; while an invitation is open, the same address adds roles to it")
    @ApiResponse(
            responseCode = "201",
            content = @Content(schema = @Schema(implementation = PeopleViews.InvitationView.class)))
    HttpResponse<byte[]> invite(
            HttpRequest<?> request, @Caller Actor actor, String owner, @Body PeopleViews.InviteBody body) {
        return once.answerOf(
                request,
                actor,
                () -> accounts.owner(actor, owner),
                body,
                HttpStatus.CREATED,
                () -> PeopleViews.InvitationView.of(invitations.invite(actor, owner, body.invitation())));
    }

    @Patch("/{person}")
    @Operation(summary = "Change roles or department, or end somebody's use of the service at once")
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = PeopleViews.PersonView.class)))
    HttpResponse<byte[]> change(
            HttpRequest<?> request,
            @Caller Actor actor,
            String owner,
            String person,
            @Body PeopleViews.PersonBody body) {
        UUID id = PathValues.id(person);
        long tag = Precondition.expectedVersion(request);
        long expected = tag == CellEdit.ANY_VERSION ? AccountService.ANY_VERSION : tag;
        if (Boolean.FALSE.equals(body.active())) {
            String reason = Objects.requireNonNullElse(body.reason(), "");
            return told(accounts.deactivate(actor, owner, id, expected, reason));
        }
        if (Boolean.TRUE.equals(body.active())) {
            return told(accounts.reactivate(actor, owner, id, expected));
        }
        return told(accounts.change(actor, owner, id, expected, body.roleSet(), body.department()));
    }

    @Post("/{person}/resend")
    @Operation(summary = "Send an invitation again; it is good for seven days from then on")
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = PeopleViews.InvitationView.class)))
    HttpResponse<byte[]> resend(HttpRequest<?> request, @Caller Actor actor, String owner, String person) {
        return once.answerOf(
                request,
                actor,
                () -> accounts.owner(actor, owner),
                null,
                HttpStatus.OK,
                () -> PeopleViews.InvitationView.of(invitations.resend(actor, owner, PathValues.id(person))));
    }

    @Post("/{person}/withdraw")
    @Operation(summary = "Take an invitation back; its link leads nowhere any more")
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = PeopleViews.InvitationView.class)))
    HttpResponse<byte[]> withdraw(HttpRequest<?> request, @Caller Actor actor, String owner, String person) {
        return once.answerOf(
                request,
                actor,
                () -> accounts.owner(actor, owner),
                null,
                HttpStatus.OK,
                () -> PeopleViews.InvitationView.of(invitations.withdraw(actor, owner, PathValues.id(person))));
    }

    private HttpResponse<byte[]> told(Account account) {
        return representation.versioned(PeopleViews.PersonView.of(account), account.version());
    }

    private static <T extends Enum<T>> @Nullable T oneOf(String field, @Nullable String given, T[] values) {
        if (given == null || given.isBlank()) {
            return null;
        }
        return Arrays.stream(values)
                .filter(value -> value.name().equals(given))
                .findFirst()
                .orElseThrow(() -> new InvalidInputException(
                        field,
                        "%s は %s のどれかで指定してください。"
                                .formatted(
                                        field,
                                        Arrays.stream(values).map(Enum::name).collect(Collectors.joining("、")))));
    }

    private static int between(String field, @Nullable Integer given, int usual, int least, int most) {
        int value = Objects.requireNonNullElse(given, usual);
        if (value < least || value > most) {
            throw new InvalidInputException(field, "%s は %d 以上 %d 以下で指定してください。".formatted(field, least, most));
        }
        return value;
    }
}
