package jp.kyosei.backend.api.owners;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
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
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.kyosei.backend.api.web.Caller;
import jp.kyosei.backend.api.web.InvalidInputException;
import jp.kyosei.backend.api.web.Precondition;
import jp.kyosei.backend.api.web.Representation;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.owners.Owner;
import jp.kyosei.backend.owners.OwnerService;
import jp.kyosei.backend.owners.OwnerState;
import jp.kyosei.backend.owners.keeping.OwnerKeeping;
import jp.kyosei.backend.owners.keeping.OwnerSearch;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import jp.kyosei.backend.tenancy.OwnerId;
import jp.kyosei.backend.tenancy.OwnerKind;
import org.jspecify.annotations.Nullable;

/** Owners: the operator opens, lists and changes them; whoever reads one knows what it is. */
@Controller("/api/v1/owners")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
final class OwnersController {
    private static final int USUAL = 50;

    private final OwnerService owners;
    private final OwnerKeeping keeping;
    private final Representation representation;
    private final Clock clock;

    OwnersController(OwnerService owners, OwnerKeeping keeping, Representation representation, Clock clock) {
        this.owners = owners;
        this.keeping = keeping;
        this.representation = representation;
        this.clock = clock;
    }

    @Get
    @Operation(summary = "All owners with state and size, a page at a time; for the operator")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = OwnerViews.PageView.class)))
    HttpResponse<byte[]> list(
            HttpRequest<?> request,
            @Caller Actor actor,
            @Nullable @QueryValue String search,
            @Nullable @QueryValue String state,
            @Nullable @QueryValue Integer offset,
            @Nullable @QueryValue Integer limit) {
        OwnerSearch wanted = new OwnerSearch(Objects.requireNonNullElse(search, ""), state(state));
        int passed = between("offset", offset, 0, 0, Integer.MAX_VALUE - OwnerKeeping.MOST);
        int most = between("limit", limit, USUAL, 1, OwnerKeeping.MOST);
        return representation.of(
                request,
                new OwnerViews.PageView(
                        keeping.count(actor, wanted),
                        keeping.page(actor, wanted, passed, most).stream()
                                .map(OwnerViews.KeptView::of)
                                .toList()));
    }

    @Post
    @Operation(summary = "Open a municipality by its code, or an alliance with its members; for the operator")
    @ApiResponse(
            responseCode = "201",
            content = @Content(schema = @Schema(implementation = OwnerViews.OwnerView.class)))
    HttpResponse<byte[]> open(@Caller Actor actor, @Body OwnerBodies.OwnerBody body) {
        OwnerKind kind = body.kind();
        if (kind == null) {
            throw new InvalidInputException("kind", "kind に MUNICIPALITY（市町村）か ALLIANCE（圏域）を指定してください。");
        }
        OwnerId opened =
                switch (kind) {
                    case MUNICIPALITY ->
                        keeping.openMunicipality(
                                actor, body.slug(), body.name(), code(body.municipality()), body.stateOrTrial());
                    case ALLIANCE ->
                        keeping.openAlliance(
                                actor,
                                body.slugOfAlliance(),
                                Objects.requireNonNullElse(body.name(), ""),
                                body.form(),
                                body.allMembers(FiscalYear.of(LocalDate.now(clock))),
                                body.stateOrTrial());
                };
        Owner owner = owners.known(actor, opened);
        return representation.created(OwnerViews.OwnerView.of(owner), owner.version());
    }

    @Get("/{owner}")
    @Operation(summary = "An owner, by its name in addresses or a municipality's code")
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = OwnerViews.OwnerView.class)))
    HttpResponse<byte[]> one(@Caller Actor actor, String owner) {
        Owner found = owners.known(actor, owner);
        return representation.versioned(OwnerViews.OwnerView.of(found), found.version());
    }

    @Patch("/{owner}")
    @Operation(summary = "Change an owner's name or state; for the operator. If-Match as the GET said")
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = OwnerViews.OwnerView.class)))
    HttpResponse<byte[]> change(
            HttpRequest<?> request, @Caller Actor actor, String owner, @Body OwnerBodies.OwnerChangeBody body) {
        Owner found = owners.known(actor, owner);
        keeping.change(
                actor,
                found.id(),
                Precondition.expectedVersion(request),
                body.name(),
                body.state(),
                Objects.requireNonNullElse(body.reason(), ""));
        return one(actor, owner);
    }

    private static MunicipalityCode code(@Nullable String given) {
        return MunicipalityCode.parse(Objects.requireNonNullElse(given, ""))
                .orElseThrow(
                        () -> new InvalidInputException("municipality", "全国地方公共団体コードは、検査数字を含む6桁の数字で指定してください。例：032069"));
    }

    private static @Nullable OwnerState state(@Nullable String given) {
        if (given == null || given.isBlank()) {
            return null;
        }
        return Stream.of(OwnerState.values())
                .filter(state -> state.name().equals(given))
                .findFirst()
                .orElseThrow(() -> new InvalidInputException(
                        "state",
                        "state は %s のどれかで指定してください。"
                                .formatted(Stream.of(OwnerState.values())
                                        .map(OwnerState::name)
                                        .collect(Collectors.joining("、")))));
    }

    private static int between(String name, @Nullable Integer given, int usual, int least, int most) {
        int value = Objects.requireNonNullElse(given, usual);
        if (value < least || value > most) {
            throw new InvalidInputException(name, "%s は %d 以上 %d 以下で指定してください。".formatted(name, least, most));
        }
        return value;
    }
}
