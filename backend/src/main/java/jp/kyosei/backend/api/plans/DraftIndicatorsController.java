package jp.kyosei.backend.api.plans;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import jp.kyosei.backend.api.web.Caller;
import jp.kyosei.backend.api.web.OncePerKey;
import jp.kyosei.backend.api.web.PathValues;
import jp.kyosei.backend.api.web.Precondition;
import jp.kyosei.backend.api.web.Representation;
import jp.kyosei.backend.indicator.Indicator;
import jp.kyosei.backend.indicator.IndicatorId;
import jp.kyosei.backend.indicator.Reporter;
import jp.kyosei.backend.owners.OwnerService;
import jp.kyosei.backend.plan.Section;
import jp.kyosei.backend.revision.drafting.DraftChange;
import jp.kyosei.backend.revision.drafting.Drafting;
import jp.kyosei.backend.revision.drafting.OpenDraft;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import jp.kyosei.backend.tenancy.NotFoundException;
import org.jspecify.annotations.Nullable;

/** The indicators of a draft. */
@Controller("/api/v1/plans/{plan}/versions/{number}/indicators")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
final class DraftIndicatorsController {
    private final Drafting drafting;
    private final OwnerService owners;
    private final OncePerKey once;
    private final Representation representation;

    DraftIndicatorsController(Drafting drafting, OwnerService owners, OncePerKey once, Representation representation) {
        this.drafting = drafting;
        this.owners = owners;
        this.once = once;
        this.representation = representation;
    }

    @Post
    @Operation(
            summary = "Add an indicator to a draft",
            description =
                    "no, name, section, direction and a target are needed. Without reporters a municipality reports its own.")
    @ApiResponse(
            responseCode = "201",
            content = @Content(schema = @Schema(implementation = DraftViews.DraftIndicatorView.class)))
    HttpResponse<byte[]> add(
            HttpRequest<?> request, @Caller Actor actor, String plan, String number, @Body IndicatorBody body) {
        int version = PathValues.number(number);
        return once.answer(request, actor, plan, body, HttpStatus.CREATED, () -> {
            OpenDraft open = drafting.open(actor, plan, version);
            Section section =
                    Given.section(open.content(), "section", Given.required("section", "体系の番号", body.section()));
            Indicator added = body.added(section.number(), body.reporters() == null ? itself(actor, open) : List.of());
            drafting.change(
                    actor,
                    plan,
                    version,
                    new DraftChange.AddIndicator(
                            added, Given.index(body.position(), others(open, section, added.id()))),
                    body.why());
            return view(drafting.open(actor, plan, version), added.id());
        });
    }

    @Patch("/{no}")
    @Operation(
            summary = "Change an indicator of a draft",
            description =
                    "If-Match with the version that the GET says. What is left out stays; so do the targets of years that"
                            + " are not named, and null takes one out. A change of target, baseline, name, unit or direction"
                            + " needs a reason once there are results. An adopted version answers 409.")
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = DraftViews.DraftIndicatorView.class)))
    HttpResponse<byte[]> change(
            HttpRequest<?> request,
            @Caller Actor actor,
            String plan,
            String number,
            String no,
            @Body IndicatorBody body) {
        int version = PathValues.number(number);
        OpenDraft open = drafting.open(actor, plan, version);
        Indicator before = indicator(open, no);
        long expected = Precondition.ofExisting(request, open.version(before.id()));
        Section section =
                Given.section(open.content(), "section", Objects.requireNonNullElse(body.section(), before.section()));
        List<DraftChange> changes = new ArrayList<>();
        changes.add(new DraftChange.ChangeIndicator(body.changed(before, section.number()), expected));
        if (body.position() != null) {
            changes.add(new DraftChange.MoveIndicator(
                    before.id(),
                    expected + 1,
                    section.id(),
                    Given.index(body.position(), others(open, section, before.id()))));
        }
        drafting.changeAll(actor, plan, version, changes, body.why());
        DraftViews.DraftIndicatorView view = view(drafting.open(actor, plan, version), before.id());
        return representation.versioned(view, view.version());
    }

    @Delete("/{no}")
    @Operation(
            summary = "Take an indicator out of a draft",
            description =
                    "If-Match with its version. What is recorded of it stays with earlier versions; a reason is needed"
                            + " once there are results.")
    @ApiResponse(responseCode = "204", description = "It is gone")
    HttpResponse<byte[]> remove(
            HttpRequest<?> request,
            @Caller Actor actor,
            String plan,
            String number,
            String no,
            @Nullable @QueryValue String reason) {
        int version = PathValues.number(number);
        OpenDraft open = drafting.open(actor, plan, version);
        Indicator gone = indicator(open, no);
        long expected = Precondition.ofExisting(request, open.version(gone.id()));
        drafting.change(
                actor,
                plan,
                version,
                new DraftChange.RemoveIndicator(gone.id(), expected),
                Objects.requireNonNullElse(reason, ""));
        return HttpResponse.noContent();
    }

    /** A municipality reports what is in its own plan; in an alliance somebody has to say who does. */
    private List<Reporter> itself(Actor actor, OpenDraft open) {
        MunicipalityCode town = owners.owner(actor, open.content().ownerSlug()).municipality();
        return town == null ? List.of() : List.of(IndicatorBody.reporter(town));
    }

    private static Indicator indicator(OpenDraft open, String no) {
        return open.indicators().stream()
                .filter(indicator -> indicator.no().equals(no))
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }

    private static int others(OpenDraft open, Section section, IndicatorId own) {
        return Math.toIntExact(open.indicators().stream()
                .filter(one ->
                        one.section().equals(section.number()) && !one.id().equals(own))
                .count());
    }

    private static DraftViews.DraftIndicatorView view(OpenDraft open, IndicatorId id) {
        return DraftViews.indicators(open)
                .get(open.indicators().stream().map(Indicator::id).toList().indexOf(id));
    }
}
