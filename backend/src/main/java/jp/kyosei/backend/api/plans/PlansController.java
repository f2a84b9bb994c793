package jp.kyosei.backend.api.plans;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import jp.kyosei.backend.api.web.Caller;
import jp.kyosei.backend.api.web.InvalidInputException;
import jp.kyosei.backend.api.web.Representation;
import jp.kyosei.backend.plan.Initiative;
import jp.kyosei.backend.plan.Plan;
import jp.kyosei.backend.plan.PlanDetail;
import jp.kyosei.backend.plan.PlanKind;
import jp.kyosei.backend.plan.PlanService;
import jp.kyosei.backend.plan.PlanVersion;
import jp.kyosei.backend.plan.Section;
import jp.kyosei.backend.revision.AdoptionDay;
import jp.kyosei.backend.revision.DraftRemoval;
import jp.kyosei.backend.revision.PlanAdoption;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import org.jspecify.annotations.Nullable;

/** The plans that the caller may read. */
@Controller("/api/v1/plans")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
final class PlansController {
    private final PlanService plans;
    private final DraftRemoval drafts;
    private final PlanAdoption adoption;
    private final Representation representation;

    PlansController(PlanService plans, DraftRemoval drafts, PlanAdoption adoption, Representation representation) {
        this.plans = plans;
        this.drafts = drafts;
        this.adoption = adoption;
        this.representation = representation;
    }

    @Get
    @Operation(summary = "Plans I may read")
    @ApiResponse(
            responseCode = "200",
            content = @Content(array = @ArraySchema(schema = @Schema(implementation = PlanView.class))))
    HttpResponse<byte[]> plans(HttpRequest<?> request, @Caller Actor actor) {
        List<PlanView> views = plans.plans(actor).stream()
                .map(summary -> PlanView.of(summary.plan(), summary.ownerSlug(), summary.ownerName()))
                .toList();
        return representation.of(request, views);
    }

    @Get("/{plan}")
    @Operation(summary = "A plan with its versions and section tree")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PlanDetailView.class)))
    HttpResponse<byte[]> plan(HttpRequest<?> request, @Caller Actor actor, String plan) {
        return representation.of(request, PlanDetailView.of(plans.plan(actor, plan)));
    }

    @Post("/{plan}/adopt")
    @Operation(summary = "Say when a drafted plan was adopted; from then on committee and readers see it")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PlanDetailView.class)))
    HttpResponse<byte[]> adopt(HttpRequest<?> request, @Caller Actor actor, String plan, @Body AdoptBody body) {
        adoption.adopt(actor, plan, body.day());
        return representation.of(request, PlanDetailView.of(plans.plan(actor, plan)));
    }

    /** When a version was adopted, in Japan: a day, or a month where only that is known. */
    @Serdeable
    record AdoptBody(@Nullable String adoptedOn) {
        AdoptionDay day() {
            if (adoptedOn == null) {
                throw new InvalidInputException("adoptedOn", "決定した日を 2024-03-29 のように指定してください。月だけのときは 2024-03 です。");
            }
            return AdoptionDay.read(adoptedOn);
        }
    }

    @Delete("/{plan}")
    @Operation(
            summary =
                    "Remove a plan that was never adopted, with its figures and trial rounds; refused where it was adopted"
                            + " or published, or people have written about it")
    @ApiResponse(responseCode = "204", description = "It is gone")
    HttpResponse<byte[]> remove(@Caller Actor actor, String plan, @Nullable @QueryValue String reason) {
        drafts.remove(actor, plan, Objects.requireNonNullElse(reason, ""));
        return HttpResponse.noContent();
    }

    /** A plan. */
    @Serdeable
    record PlanView(
            String plan,
            String title,
            PlanKind kind,
            String owner,
            String ownerName,
            int firstFiscalYear,
            int lastFiscalYear,
            List<String> levelNames) {
        static PlanView of(Plan plan, String ownerSlug, String ownerName) {
            return new PlanView(
                    plan.slug(),
                    plan.title(),
                    plan.kind(),
                    ownerSlug,
                    ownerName,
                    plan.firstFiscalYear().year(),
                    plan.lastFiscalYear().year(),
                    plan.levelNames());
        }
    }

    /** A plan with its versions, the section tree and the initiatives of the version in force. */
    @Serdeable
    record PlanDetailView(
            String plan,
            String title,
            PlanKind kind,
            String owner,
            String ownerName,
            int firstFiscalYear,
            int lastFiscalYear,
            List<String> levelNames,
            int versionInForce,
            List<VersionView> versions,
            List<SectionView> sections,
            List<InitiativeView> initiatives) {
        static PlanDetailView of(PlanDetail detail) {
            Plan plan = detail.content().plan();
            return new PlanDetailView(
                    plan.slug(),
                    plan.title(),
                    plan.kind(),
                    detail.content().ownerSlug(),
                    detail.content().ownerName(),
                    plan.firstFiscalYear().year(),
                    plan.lastFiscalYear().year(),
                    plan.levelNames(),
                    detail.content().version().number(),
                    detail.versions().stream().map(VersionView::of).toList(),
                    detail.content().sections().stream()
                            .map(section -> SectionView.of(section, plan.levelNames()))
                            .toList(),
                    detail.initiatives().stream().map(InitiativeView::of).toList());
        }
    }

    /** A version; without a date it is being drafted. */
    @Serdeable
    record VersionView(int number, String title, @Nullable LocalDate adoptedOn) {
        static VersionView of(PlanVersion version) {
            return new VersionView(version.number(), version.title(), version.adoptedOn());
        }
    }

    /** A section with the plan's own name of its level. */
    @Serdeable
    record SectionView(String number, @Nullable String parent, int level, String levelName, String title, String body) {
        static SectionView of(Section section, List<String> levelNames) {
            String levelName = section.level() <= levelNames.size() ? levelNames.get(section.level() - 1) : "";
            return new SectionView(
                    section.number(), section.parent(), section.level(), levelName, section.title(), section.body());
        }
    }

    /** An initiative under a section. */
    @Serdeable
    record InitiativeView(String section, String title, List<String> municipalities, List<SpanView> spans) {
        static InitiativeView of(Initiative initiative) {
            return new InitiativeView(
                    initiative.section(),
                    initiative.title(),
                    initiative.municipalities().stream()
                            .map(MunicipalityCode::value)
                            .toList(),
                    initiative.spans().stream()
                            .map(span -> new SpanView(
                                    span.firstFiscalYear().year(),
                                    span.lastFiscalYear().year(),
                                    span.text()))
                            .toList());
        }
    }

    /** What an initiative does in a span of fiscal years, both included. */
    @Serdeable
    record SpanView(int firstFiscalYear, int lastFiscalYear, String text) {}
}
