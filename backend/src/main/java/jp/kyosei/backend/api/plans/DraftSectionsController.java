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
import jp.kyosei.backend.plan.Section;
import jp.kyosei.backend.plan.SectionId;
import jp.kyosei.backend.plan.draft.SectionOrder;
import jp.kyosei.backend.revision.drafting.DraftChange;
import jp.kyosei.backend.revision.drafting.Drafting;
import jp.kyosei.backend.revision.drafting.OpenDraft;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.NotFoundException;
import org.jspecify.annotations.Nullable;

/** The tree of sections of a draft. */
@Controller("/api/v1/plans/{plan}/versions/{number}/sections")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
final class DraftSectionsController {
    private final Drafting drafting;
    private final OncePerKey once;
    private final Representation representation;

    DraftSectionsController(Drafting drafting, OncePerKey once, Representation representation) {
        this.drafting = drafting;
        this.once = once;
        this.representation = representation;
    }

    @Post
    @Operation(
            summary = "Add a section to a draft",
            description = "parent is the number of the section above, empty for the top; position counts from 1.")
    @ApiResponse(
            responseCode = "201",
            content = @Content(schema = @Schema(implementation = DraftViews.DraftSectionView.class)))
    HttpResponse<byte[]> add(
            HttpRequest<?> request,
            @Caller Actor actor,
            String plan,
            String number,
            @Body DraftBodies.SectionBody body) {
        int version = PathValues.number(number);
        return once.answer(request, actor, plan, body, HttpStatus.CREATED, () -> {
            OpenDraft open = drafting.open(actor, plan, version);
            SectionId parent = parent(open, Objects.requireNonNullElse(body.parent(), ""));
            SectionId id = SectionId.next();
            drafting.change(
                    actor,
                    plan,
                    version,
                    new DraftChange.AddSection(
                            id,
                            parent,
                            Given.index(
                                    body.position(), open.order().below(parent).size()),
                            Given.required("number", "体系の番号", body.number()),
                            Given.required("title", "体系の名称", body.title()),
                            Objects.requireNonNullElse(body.body(), "")),
                    "");
            return view(drafting.open(actor, plan, version), id);
        });
    }

    @Post("/numbering")
    @Operation(
            summary = "Number the sections below one anew, in their order",
            description =
                    "In the plan's own way (1-1, 1-3 become 1-1, 1-2), and what stands below them along with them.")
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = DraftViews.DraftSectionsView.class)))
    HttpResponse<byte[]> number(
            HttpRequest<?> request,
            @Caller Actor actor,
            String plan,
            String number,
            @Body DraftBodies.NumberingBody body) {
        int version = PathValues.number(number);
        return once.answer(request, actor, plan, body, HttpStatus.OK, () -> {
            String below = Objects.requireNonNullElse(body.below(), "");
            OpenDraft open = drafting.open(actor, plan, version);
            SectionId parent = below.isEmpty()
                    ? null
                    : Given.section(open.content(), "below", below).id();
            drafting.change(actor, plan, version, new DraftChange.CountSections(parent), "");
            return DraftViews.DraftSectionsView.of(drafting.open(actor, plan, version));
        });
    }

    @Patch("/{section}")
    @Operation(
            summary = "Change a section of a draft: words, number, place",
            description =
                    "If-Match with the version that the GET says. What is left out stays; parent \"\" means the top.")
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = DraftViews.DraftSectionView.class)))
    HttpResponse<byte[]> change(
            HttpRequest<?> request,
            @Caller Actor actor,
            String plan,
            String number,
            String section,
            @Body DraftBodies.SectionBody body) {
        int version = PathValues.number(number);
        OpenDraft open = drafting.open(actor, plan, version);
        Section before = open.content().section(section).orElseThrow(NotFoundException::new);
        long expected = Precondition.ofExisting(request, open.version(before.id()));
        drafting.changeAll(actor, plan, version, changes(open, before, body, expected), "");
        DraftViews.DraftSectionView view = view(drafting.open(actor, plan, version), before.id());
        return representation.versioned(view, view.version());
    }

    @Delete("/{section}")
    @Operation(
            summary = "Take a section out of a draft",
            description =
                    "If-Match with its version. withAll=true takes all that stands below it along; without that it goes"
                            + " only where nothing does.")
    @ApiResponse(responseCode = "204", description = "It is gone")
    HttpResponse<byte[]> remove(
            HttpRequest<?> request,
            @Caller Actor actor,
            String plan,
            String number,
            String section,
            @Nullable @QueryValue Boolean withAll) {
        int version = PathValues.number(number);
        OpenDraft open = drafting.open(actor, plan, version);
        Section gone = open.content().section(section).orElseThrow(NotFoundException::new);
        long expected = Precondition.ofExisting(request, open.version(gone.id()));
        drafting.change(
                actor,
                plan,
                version,
                new DraftChange.RemoveSection(gone.id(), expected, Boolean.TRUE.equals(withAll)),
                "");
        return HttpResponse.noContent();
    }

    private static List<DraftChange> changes(
            OpenDraft open, Section before, DraftBodies.SectionBody body, long expected) {
        List<DraftChange> changes = new ArrayList<>();
        boolean moves = body.parent() != null || body.position() != null;
        if (!moves || body.number() != null || body.title() != null || body.body() != null) {
            changes.add(new DraftChange.RewordSection(
                    before.id(),
                    expected,
                    Objects.requireNonNullElse(body.number(), before.number()),
                    Objects.requireNonNullElse(body.title(), before.title()),
                    Objects.requireNonNullElse(body.body(), before.body())));
        }
        if (moves) {
            SectionOrder order = open.order();
            SectionId parent = parent(
                    open, Objects.requireNonNullElse(body.parent(), Objects.requireNonNullElse(before.parent(), "")));
            long others = order.below(parent).stream()
                    .filter(place -> !place.id().equals(before.id()))
                    .count();
            changes.add(new DraftChange.MoveSection(
                    before.id(),
                    expected + changes.size(),
                    parent,
                    Given.index(body.position(), Math.toIntExact(others))));
        }
        return changes;
    }

    private static @Nullable SectionId parent(OpenDraft open, String number) {
        return number.isEmpty()
                ? null
                : Given.section(open.content(), "parent", number).id();
    }

    private static DraftViews.DraftSectionView view(OpenDraft open, SectionId id) {
        return DraftViews.sections(open)
                .get(open.content().sections().stream()
                        .map(Section::id)
                        .toList()
                        .indexOf(id));
    }
}
