package jp.kyosei.backend.api.collection;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Part;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.multipart.CompletedFileUpload;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.Objects;
import java.util.Optional;
import jp.kyosei.backend.api.web.Caller;
import jp.kyosei.backend.api.web.Downloads;
import jp.kyosei.backend.api.web.InvalidInputException;
import jp.kyosei.backend.api.web.OncePerKey;
import jp.kyosei.backend.api.web.PathValues;
import jp.kyosei.backend.api.web.Uploads;
import jp.kyosei.backend.digest.Sha256;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.plan.PlanService;
import jp.kyosei.backend.sheet.UnreadableFileException;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import jp.kyosei.backend.tenancy.TypedText;
import jp.kyosei.backend.text.FileName;
import jp.kyosei.backend.text.TextKind;
import jp.kyosei.backend.workbook.Decisions;
import jp.kyosei.backend.workbook.RoundWorkbook;
import jp.kyosei.backend.workbook.RoundWorkbookService;
import org.jspecify.annotations.Nullable;

/** A town's part of a collection as a workbook. */
@Controller("/api/v1/plans/{plan}/rounds/{fiscalYear}")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
final class RoundWorkbooksController {
    private final RoundWorkbookService workbooks;
    private final OncePerKey once;
    private final PlanService plans;

    RoundWorkbooksController(RoundWorkbookService workbooks, OncePerKey once, PlanService plans) {
        this.workbooks = workbooks;
        this.plans = plans;
        this.once = once;
    }

    /** What was sent, for the comparison with an earlier request of the same key. */
    @Serdeable
    record Sent(String sha256, String municipality, boolean apply, String use, String keep) {}

    @Get("/workbook.xlsx")
    @Produces(MediaType.ALL)
    @Operation(
            summary = "A town's part of a collection as a workbook to be filled in",
            description = "Holds the rows that the caller may enter, filled with what is stored.")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = RoundWorkbook.CONTENT_TYPE))
    HttpResponse<byte[]> workbook(
            @Caller Actor actor, String plan, String fiscalYear, @Nullable @QueryValue String municipality) {
        FiscalYear year = PathValues.year(fiscalYear);
        RoundWorkbook file = workbooks.workbook(actor, plan, year, town(actor, plan, municipality));
        return Downloads.response(file.name(), file.plainName(), RoundWorkbook.CONTENT_TYPE, file.bytes());
    }

    @Post("/workbook")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(
            summary = "Take in a workbook: say what it would change, or store it",
            description =
                    "With apply=true everything in it is stored in one transaction, or nothing. Where something was "
                            + "stored after the workbook was made (STALE), name the decisions of these items in use or keep, "
                            + "with commas between them. A cell that is blank where something is stored (BLANK) clears it only "
                            + "if its decision is named in use.")
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = WorkbookViews.UploadView.class)))
    HttpResponse<byte[]> upload(
            HttpRequest<?> request,
            @Caller Actor actor,
            String plan,
            String fiscalYear,
            @Part("file") CompletedFileUpload file,
            @Part("municipality") @Nullable String municipality,
            @Part("apply") @Nullable String apply,
            @Part("use") @Nullable String use,
            @Part("keep") @Nullable String keep) {
        FiscalYear year = PathValues.year(fiscalYear);
        MunicipalityCode town = town(actor, plan, municipality);
        byte[] content = Uploads.bytes(file);
        boolean store = "true".equals(apply);
        String used = TypedText.checked(TextKind.PARAMETER, "use", "use", Objects.requireNonNullElse(use, ""));
        String kept = TypedText.checked(TextKind.PARAMETER, "keep", "keep", Objects.requireNonNullElse(keep, ""));
        String fileName = FileName.of(file.getFilename()).value();
        Decisions decisions = Decisions.of(used, kept);
        Sent sent = new Sent(Sha256.of(content).hex(), town.value(), store, used, kept);
        try {
            return once.answer(
                    request,
                    actor,
                    plan,
                    sent,
                    HttpStatus.OK,
                    () -> WorkbookViews.UploadView.of(
                            store
                                    ? workbooks.apply(actor, plan, year, town, fileName, content, decisions)
                                    : workbooks.preview(actor, plan, year, town, fileName, content, decisions)));
        } catch (UnreadableFileException e) {
            throw new InvalidInputException(
                    "file", Optional.ofNullable(e.getMessage()).orElse("ファイルを読み込めません。"));
        }
    }

    /** Another owner's plan is absent, whatever else is wrong. */
    private MunicipalityCode town(Actor actor, String plan, @Nullable String text) {
        Optional<MunicipalityCode> town = MunicipalityCode.parse(Objects.requireNonNullElse(text, ""));
        if (town.isPresent()) {
            return town.get();
        }
        plans.ownerOf(actor, plan);
        throw new InvalidInputException("municipality", "市町村を、全国地方公共団体コード（6桁）で指定してください。平泉町なら 034029 です。");
    }
}
