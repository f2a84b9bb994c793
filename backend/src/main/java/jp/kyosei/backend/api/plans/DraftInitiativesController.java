package jp.kyosei.backend.api.plans;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import jp.kyosei.backend.api.web.Caller;
import jp.kyosei.backend.api.web.OncePerKey;
import jp.kyosei.backend.api.web.PathValues;
import jp.kyosei.backend.api.web.Precondition;
import jp.kyosei.backend.api.web.Representation;
import jp.kyosei.backend.plan.Initiative;
import jp.kyosei.backend.plan.InitiativeId;
import jp.kyosei.backend.plan.Section;
import jp.kyosei.backend.revision.drafting.DraftChange;
import jp.kyosei.backend.revision.drafting.Drafting;
import jp.kyosei.backend.revision.drafting.OpenDraft;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.NotFoundException;

/** The initiatives of a draft. */
@Controller("/api/v1/plans/{plan}/versions/{number}/initiatives")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
final class DraftInitiativesController {
    private final Drafting drafting;
    private final OncePerKey once;
    private final Representation representation;

    DraftInitiativesController(Drafting drafting, OncePerKey once, Representation representation) {
        this.drafting = drafting;
        this.once = once;
        this.representation = representation;
    }

    @Post
    @Operation(summary = "Add an initiative to a draft", description = "title and section are needed.")
    @ApiResponse(
            responseCode = "201",
            content = @Content(schema = @Schema(implementation = DraftViews.DraftInitiativeView.class)))
    HttpResponse<byte[]> add(
            HttpRequest<?> request,
            @Caller Actor actor,
            String plan,
            String number,
            @Body DraftBodies.InitiativeBody body) {
        int version = PathValues.number(number);
        return once.answer(request, actor, plan, body, HttpStatus.CREATED, () -> {
            OpenDraft open = drafting.open(actor, plan, version);
            Section section =
                    Given.section(open.content(), "section", Given.required("section", "体系の番号", body.section()));
            InitiativeId id = InitiativeId.next();
            Initiative added =
                    body.changed(new Initiative(id, section.number(), "", List.of(), List.of()), section.number());
            drafting.change(
                    actor,
                    plan,
                    version,
                    new DraftChange.AddInitiative(added, Given.index(body.position(), others(open, section, id))),
                    "");
            return view(drafting.open(actor, plan, version), id);
        });
    }

    @Patch("/{initiative}")
    @Operation(
            summary = "Change an initiative of a draft",
            description =
                    "If-Match with the version that the GET says. What is left out stays; municipalities and spans are"
                            + " given whole.")
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = DraftViews.DraftInitiativeView.class)))
    HttpResponse<byte[]> change(
            HttpRequest<?> request,
            @Caller Actor actor,
            String plan,
            String number,
            String initiative,
            @Body DraftBodies.InitiativeBody body) {
        int version = PathValues.number(number);
        OpenDraft open = drafting.open(actor, plan, version);
        Initiative before = initiative(open, initiative);
        long expected = Precondition.ofExisting(request, open.version(before.id()));
        Section section =
                Given.section(open.content(), "section", Objects.requireNonNullElse(body.section(), before.section()));
        List<DraftChange> changes = new ArrayList<>();
        changes.add(new DraftChange.ChangeInitiative(body.changed(before, section.number()), expected));
        if (body.position() != null) {
            changes.add(new DraftChange.MoveInitiative(
                    before.id(),
                    expected + 1,
                    section.id(),
                    Given.index(body.position(), others(open, section, before.id()))));
        }
        drafting.changeAll(actor, plan, version, changes, "");
        DraftViews.DraftInitiativeView view = view(drafting.open(actor, plan, version), before.id());
        return representation.versioned(view, view.version());
    }

    @Delete("/{initiative}")
    @Operation(summary = "Take an initiative out of a draft", description = "If-Match with its version.")
    @ApiResponse(responseCode = "204", description = "It is gone")
    HttpResponse<byte[]> remove(
            HttpRequest<?> request, @Caller Actor actor, String plan, String number, String initiative) {
        int version = PathValues.number(number);
        OpenDraft open = drafting.open(actor, plan, version);
        Initiative gone = initiative(open, initiative);
        long expected = Precondition.ofExisting(request, open.version(gone.id()));
        drafting.change(actor, plan, version, new DraftChange.RemoveInitiative(gone.id(), expected), "");
        return HttpResponse.noContent();
    }

    private static Initiative initiative(OpenDraft open, String id) {
        InitiativeId wanted = new InitiativeId(PathValues.id(id));
        return open.initiatives().stream()
                .filter(initiative -> initiative.id().equals(wanted))
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }

    private static int others(OpenDraft open, Section section, InitiativeId own) {
        return Math.toIntExact(open.initiatives().stream()
                .filter(one ->
                        one.section().equals(section.number()) && !one.id().equals(own))
                .count());
    }

    private static DraftViews.DraftInitiativeView view(OpenDraft open, InitiativeId id) {
        return DraftViews.initiatives(open)
                .get(open.initiatives().stream().map(Initiative::id).toList().indexOf(id));
    }
}
