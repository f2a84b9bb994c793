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
import java.util.stream.Stream;
import jp.kyosei.backend.api.web.Caller;
import jp.kyosei.backend.api.web.PathValues;
import jp.kyosei.backend.api.web.Representation;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.revision.comparison.ChangeKind;
import jp.kyosei.backend.revision.comparison.ComparedVersions;
import jp.kyosei.backend.revision.comparison.FieldChange;
import jp.kyosei.backend.revision.comparison.PlanComparison;
import jp.kyosei.backend.revision.comparison.PlanPart;
import jp.kyosei.backend.revision.comparison.VersionChange;
import jp.kyosei.backend.tenancy.Actor;
import org.jspecify.annotations.Nullable;

/** What tells two versions of a plan apart (新旧対照表). */
@Controller("/api/v1/plans/{plan}/versions")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
final class ComparisonController {
    private final PlanComparison comparison;
    private final Representation representation;

    ComparisonController(PlanComparison comparison, Representation representation) {
        this.comparison = comparison;
        this.representation = representation;
    }

    @Get("/{a}/compare/{b}")
    @Operation(
            summary = "What version b says otherwise than version a",
            description =
                    "A line for each field that differs, in the order of version b; things are the same by identity,"
                            + " whatever their numbers. A draft beside an adopted version is the secretariat's.")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ComparisonView.class)))
    HttpResponse<byte[]> compare(HttpRequest<?> request, @Caller Actor actor, String plan, String a, String b) {
        return representation.of(
                request,
                ComparisonView.of(comparison.compare(actor, plan, PathValues.number(a), PathValues.number(b))));
    }

    /** Two versions by their numbers, and what differs. */
    @Serdeable
    record ComparisonView(String plan, int before, int after, List<ChangeView> changes) {
        static ComparisonView of(ComparedVersions compared) {
            return new ComparisonView(
                    compared.after().plan().slug(),
                    compared.before().version().number(),
                    compared.after().version().number(),
                    compared.changes().stream().flatMap(ChangeView::of).toList());
        }
    }

    /**
     * A field that differs.
     *
     * @param no as version b numbers it; empty for an initiative
     * @param section where it stands, in words; empty at the top
     * @param field none where the thing is new or was taken out, and nothing more is told of it
     * @param before in words; empty where there was nothing
     * @param reason as given; empty where none was
     */
    @Serdeable
    record ChangeView(
            PlanPart what,
            ChangeKind kind,
            String no,
            String name,
            String section,
            @Nullable String field,
            @Nullable Integer fiscalYear,
            String before,
            String after,
            String reason) {
        static Stream<ChangeView> of(VersionChange change) {
            return change.fields().isEmpty()
                    ? Stream.of(new ChangeView(
                            change.what(),
                            change.kind(),
                            change.no(),
                            change.name(),
                            change.place(),
                            null,
                            null,
                            "",
                            "",
                            change.reason()))
                    : change.fields().stream().map(field -> of(change, field));
        }

        private static ChangeView of(VersionChange change, FieldChange field) {
            FiscalYear year = field.fiscalYear();
            return new ChangeView(
                    change.what(),
                    change.kind(),
                    change.no(),
                    change.name(),
                    change.place(),
                    field.field().code(),
                    year == null ? null : year.year(),
                    field.before(),
                    field.after(),
                    change.reasonOf(field.field()));
        }
    }
}
