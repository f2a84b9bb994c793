package jp.kyosei.backend.api;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import jp.kyosei.backend.actual.Actual;
import jp.kyosei.backend.actual.Narrative;
import jp.kyosei.backend.actual.NarrativeText;
import jp.kyosei.backend.collection.CellEdit;
import jp.kyosei.backend.collection.EntryOutcome;
import jp.kyosei.backend.collection.EntryRow;
import jp.kyosei.backend.collection.EntryService;
import jp.kyosei.backend.collection.NarrativeOutcome;
import jp.kyosei.backend.evaluation.CheckCode;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import jp.kyosei.backend.tenancy.NotFoundException;
import org.jspecify.annotations.Nullable;

/**
 * Single actuals and narratives. A write names by If-Match the version it began from: a later one answers 412 with the
 * ETag of what is there now, and nothing is lost.
 */
@Controller("/api/v1/plans/{plan}/indicators/{no}")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
final class ActualsController {
    private final EntryService entries;
    private final Callers callers;
    private final Representation representation;

    ActualsController(EntryService entries, Callers callers, Representation representation) {
        this.entries = entries;
        this.callers = callers;
        this.representation = representation;
    }

    @Get("/actuals/{fiscalYear}/{municipality}")
    @Operation(summary = "One actual; municipality is a six-digit code, or joint for the whole owner")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = CellView.class)))
    HttpResponse<byte[]> actual(
            HttpRequest<?> request,
            Authentication authentication,
            String plan,
            String no,
            String fiscalYear,
            String municipality) {
        FiscalYear year = PathValues.year(fiscalYear);
        EntryRow row =
                entries.cell(callers.actor(authentication), plan, no, year, PathValues.townOrJoint(municipality));
        return representation.versioned(CellView.of(row, year, municipality, ""), row.version());
    }

    @Put("/actuals/{fiscalYear}/{municipality}")
    @Operation(summary = "Enter one actual")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = CellView.class)))
    HttpResponse<?> enter(
            HttpRequest<?> request,
            Authentication authentication,
            String plan,
            String no,
            String fiscalYear,
            String municipality,
            @Body CellBody body) {
        long expected = Precondition.expectedVersion(request);
        return change(request, callers.actor(authentication), plan, fiscalYear, municipality, body.edit(no, expected));
    }

    @Delete("/actuals/{fiscalYear}/{municipality}")
    @Operation(summary = "Clear one actual")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = CellView.class)))
    HttpResponse<?> clear(
            HttpRequest<?> request,
            Authentication authentication,
            String plan,
            String no,
            String fiscalYear,
            String municipality,
            @Nullable @QueryValue String reason) {
        long expected = Precondition.expectedVersion(request);
        CellEdit edit = new CellEdit(no, new CellEdit.Given(null), expected, Objects.requireNonNullElse(reason, ""));
        return change(request, callers.actor(authentication), plan, fiscalYear, municipality, edit);
    }

    private HttpResponse<?> change(
            HttpRequest<?> request, Actor actor, String plan, String fiscalYear, String municipality, CellEdit edit) {
        FiscalYear year = PathValues.year(fiscalYear);
        MunicipalityCode town = PathValues.townOrJoint(municipality);
        EntryOutcome outcome =
                entries.enter(actor, plan, year, town, List.of(edit)).getFirst();
        EntryRow row = outcome.row();
        return switch (outcome) {
            case EntryOutcome.Saved(EntryRow saved, String hint) ->
                representation.versioned(CellView.of(saved, year, municipality, hint), saved.version());
            case EntryOutcome.Unchanged(EntryRow same, String hint) ->
                representation.versioned(CellView.of(same, year, municipality, hint), same.version());
            case EntryOutcome.NotUnderstood(EntryRow same, String message) ->
                throw new InvalidInputException("typed", message);
            case EntryOutcome.Conflict(EntryRow theirs) ->
                Refusals.stale(request, theirs.version(), whatIsThere(theirs.stored(), theirs.figure()));
            case EntryOutcome.Locked(EntryRow same, String message, boolean forbidden) ->
                forbidden ? Refusals.forbidden(request, message) : Refusals.locked(request, message, row.version());
        };
    }

    @Get("/narratives/{fiscalYear}/{municipality}")
    @Operation(summary = "A municipality's narrative of an indicator")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = NarrativeView.class)))
    HttpResponse<byte[]> narrative(
            HttpRequest<?> request,
            Authentication authentication,
            String plan,
            String no,
            String fiscalYear,
            String municipality) {
        Narrative stored = entries.narrative(
                        callers.actor(authentication),
                        plan,
                        PathValues.year(fiscalYear),
                        no,
                        PathValues.town(municipality))
                .orElse(null);
        return representation.versioned(NarrativeView.of(stored), Narrative.versionOf(stored));
    }

    @Put("/narratives/{fiscalYear}/{municipality}")
    @Operation(summary = "Write a municipality's narrative of an indicator")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = NarrativeView.class)))
    HttpResponse<?> narrate(
            HttpRequest<?> request,
            Authentication authentication,
            String plan,
            String no,
            String fiscalYear,
            String municipality,
            @Body NarrativeBody body) {
        NarrativeOutcome outcome = entries.narrate(
                callers.actor(authentication),
                plan,
                PathValues.year(fiscalYear),
                no,
                PathValues.town(municipality),
                body.text(),
                Precondition.expectedVersion(request),
                Objects.requireNonNullElse(body.reason(), ""));
        return switch (outcome) {
            case NarrativeOutcome.Saved(Narrative stored) ->
                representation.versioned(NarrativeView.of(stored), Narrative.versionOf(stored));
            case NarrativeOutcome.Conflict(Narrative theirs) ->
                Refusals.stale(request, Narrative.versionOf(theirs), theirs == null ? "" : theirs.writtenBy());
            case NarrativeOutcome.Locked(Narrative same, String message, boolean forbidden) ->
                forbidden
                        ? Refusals.forbidden(request, message)
                        : Refusals.locked(request, message, Narrative.versionOf(same));
        };
    }

    @Put("/checks/{fiscalYear}/{code}")
    @Operation(summary = "Confirm that a figure stands although a check asks")
    @ApiResponse(responseCode = "204")
    HttpResponse<?> confirm(
            Authentication authentication,
            String plan,
            String no,
            String fiscalYear,
            String code,
            @Body ConfirmationBody body) {
        CheckCode known = Arrays.stream(CheckCode.values())
                .filter(candidate -> candidate.name().equals(code))
                .findFirst()
                .orElseThrow(NotFoundException::new);
        entries.confirmCheck(
                callers.actor(authentication),
                plan,
                PathValues.year(fiscalYear),
                no,
                body.municipality() == null ? null : PathValues.townOrJoint(body.municipality()),
                known,
                Objects.requireNonNullElse(body.reason(), ""));
        return HttpResponse.status(HttpStatus.NO_CONTENT);
    }

    private static String whatIsThere(@Nullable Actual stored, String figure) {
        return stored == null ? "空欄" : "%s（%s）".formatted(figure, stored.enteredBy());
    }

    /** A narrative to be written. */
    @Serdeable
    record NarrativeBody(
            @Nullable String progress,
            @Nullable String outlook,
            @Nullable String initiatives,
            @Nullable String reason) {
        NarrativeText text() {
            return new NarrativeText(
                            Objects.requireNonNullElse(progress, ""),
                            Objects.requireNonNullElse(outlook, ""),
                            Objects.requireNonNullElse(initiatives, ""))
                    .checked();
        }
    }

    /** A narrative. */
    @Serdeable
    record NarrativeView(
            String progress,
            String outlook,
            String initiatives,
            @Nullable String state,
            @Nullable String writtenBy,
            @Nullable Instant writtenAt) {
        static NarrativeView of(@Nullable Narrative stored) {
            NarrativeText text = stored == null ? NarrativeText.EMPTY : stored.text();
            return new NarrativeView(
                    text.progress(),
                    text.outlook(),
                    text.initiatives(),
                    stored == null ? null : stored.state().name(),
                    stored == null ? null : stored.writtenBy(),
                    stored == null ? null : stored.writtenAt());
        }
    }

    /** Whose figure stands, and why; without a municipality that of the whole owner. */
    @Serdeable
    record ConfirmationBody(
            @Nullable String municipality, @Nullable String reason) {}
}
