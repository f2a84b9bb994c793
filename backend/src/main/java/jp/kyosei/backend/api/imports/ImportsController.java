package jp.kyosei.backend.api.imports;

import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Part;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.Put;
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
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import jp.kyosei.backend.api.imports.ImportViews.ApplyBody;
import jp.kyosei.backend.api.web.Caller;
import jp.kyosei.backend.api.web.Downloads;
import jp.kyosei.backend.api.web.InvalidInputException;
import jp.kyosei.backend.api.web.JsonBodies;
import jp.kyosei.backend.api.web.OncePerKey;
import jp.kyosei.backend.api.web.PathValues;
import jp.kyosei.backend.api.web.Precondition;
import jp.kyosei.backend.api.web.Representation;
import jp.kyosei.backend.api.web.Uploads;
import jp.kyosei.backend.digest.Sha256;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.importing.applying.ImportApplying;
import jp.kyosei.backend.importing.applying.ImportPreview;
import jp.kyosei.backend.importing.applying.ImportPreviews;
import jp.kyosei.backend.importing.inbox.DataImport;
import jp.kyosei.backend.importing.inbox.ImportId;
import jp.kyosei.backend.importing.inbox.ImportInbox;
import jp.kyosei.backend.importing.inbox.NewImport;
import jp.kyosei.backend.importing.undoing.ImportUndoing;
import jp.kyosei.backend.owners.OwnerService;
import jp.kyosei.backend.plan.PlanPeriod;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.TypedText;
import jp.kyosei.backend.text.FileName;
import jp.kyosei.backend.text.TextKind;
import org.jspecify.annotations.Nullable;

/** Files brought in: received, looked at, applied, turned back. For the owner's secretariat. */
@Controller("/api/v1")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
final class ImportsController {
    private static final String LAST_YEAR = "計画期間の終わりの年度";

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final ImportInbox imports;
    private final ImportUndoing undoing;
    private final ImportApplying applying;
    private final ImportPreviews previews;
    private final OwnerService owners;
    private final OncePerKey once;
    private final Representation representation;
    private final JsonBodies<ApplyBody> bodies;

    ImportsController(
            ImportInbox imports,
            ImportUndoing undoing,
            ImportApplying applying,
            ImportPreviews previews,
            OwnerService owners,
            OncePerKey once,
            Representation representation,
            JsonBodies<ApplyBody> bodies) {
        this.imports = imports;
        this.undoing = undoing;
        this.applying = applying;
        this.previews = previews;
        this.owners = owners;
        this.once = once;
        this.representation = representation;
        this.bodies = bodies;
    }

    /** What was asked, without the file's content, to tell a repetition from another request. */
    @Serdeable
    record Asked(
            @Nullable String plan,
            @Nullable String title,
            @Nullable String slug,
            @Nullable String fiscalYear,
            @Nullable String firstFiscalYear,
            @Nullable String lastFiscalYear,
            String fileName,
            String content) {}

    @Post("/owners/{owner}/imports")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(summary = "Bring a file in: for a plan that is there, or for a new one of the given title")
    @ApiResponse(
            responseCode = "201",
            content = @Content(schema = @Schema(implementation = ImportViews.ImportView.class)))
    HttpResponse<byte[]> receive(
            HttpRequest<?> request,
            @Caller Actor actor,
            String owner,
            @Part("file") CompletedFileUpload file,
            @Nullable @Part("plan") String plan,
            @Nullable @Part("title") String title,
            @Nullable @Part("slug") String slug,
            @Nullable @Part("fiscalYear") String fiscalYear,
            @Nullable @Part("firstFiscalYear") String firstFiscalYear,
            @Nullable @Part("lastFiscalYear") String lastFiscalYear) {
        byte[] content = Uploads.bytes(file);
        String fileName = FileName.of(file.getFilename()).value();
        NewImport brought = new NewImport(
                plan == null || plan.isBlank() ? null : TypedText.checked(TextKind.NAME, "plan", "計画の識別名", plan),
                TypedText.checked(TextKind.NAME, "title", "計画の名称", Objects.requireNonNullElse(title, "")),
                slug == null || slug.isBlank() ? null : TypedText.checked(TextKind.NAME, "slug", "計画の識別名", slug),
                year("fiscalYear", "最新の実績の年度", fiscalYear),
                period(firstFiscalYear, lastFiscalYear),
                fileName);
        check(brought);
        return once.answerOf(
                request,
                actor,
                () -> owners.owner(actor, owner).id(),
                new Asked(
                        plan,
                        title,
                        slug,
                        fiscalYear,
                        firstFiscalYear,
                        lastFiscalYear,
                        fileName,
                        Sha256.of(content).hex()),
                HttpStatus.CREATED,
                () -> view(actor, imports.receive(actor, owner, brought, content)));
    }

    private static void check(NewImport brought) {
        if (brought.plan() == null && brought.title().isBlank()) {
            throw new InvalidInputException("plan", "plan（計画の識別名）か title（新しい計画の名称）のどちらかを指定してください。");
        }
        if (brought.plan() != null && !brought.title().isBlank()) {
            throw new InvalidInputException("title", "plan と title は、どちらか一方だけを指定してください。");
        }
        if (brought.plan() != null && brought.slug() != null) {
            throw new InvalidInputException("slug", "slug（計画の識別名）は、新しい計画（title）のときだけ指定してください。");
        }
        if (brought.plan() != null && brought.period() != null) {
            throw new InvalidInputException(
                    "firstFiscalYear", "firstFiscalYear と lastFiscalYear（計画期間）は、新しい計画（title）のときだけ指定してください。");
        }
    }

    /** The period of a new plan; none where neither year is named. */
    private static @Nullable PlanPeriod period(@Nullable String first, @Nullable String last) {
        if (first == null && last == null) {
            return null;
        }
        // What is wrong is named before what is missing.
        FiscalYear end = last == null ? null : year("lastFiscalYear", LAST_YEAR, last);
        FiscalYear start = year("firstFiscalYear", "計画期間のはじめの年度", first);
        return new PlanPeriod(start, end == null ? year("lastFiscalYear", LAST_YEAR, last) : end);
    }

    private static FiscalYear year(String field, String what, @Nullable String text) {
        return Optional.ofNullable(text)
                .flatMap(FiscalYear::parse)
                .orElseThrow(() -> new InvalidInputException(field, "%sを、2022 のように西暦4桁で指定してください。".formatted(what)));
    }

    @Get("/owners/{owner}/imports")
    @Operation(summary = "The owner's imports, the newest first")
    HttpResponse<byte[]> imports(HttpRequest<?> request, @Caller Actor actor, String owner) {
        List<ImportViews.ImportView> found = imports.imports(actor, owner).stream()
                .map(each -> ImportViews.ImportView.of(each, null, null))
                .toList();
        return representation.of(request, found);
    }

    @Get("/imports/{dataImport}")
    @Operation(summary = "An import: how its columns were understood, what would change, problems by cell")
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = ImportViews.ImportView.class)))
    HttpResponse<byte[]> find(@Caller Actor actor, String dataImport) {
        DataImport found = imports.find(actor, id(dataImport));
        return representation.versioned(view(actor, found), found.version());
    }

    @Get("/imports/{dataImport}/sheets/{sheet}")
    @Operation(
            summary = "Rows of a brought-in sheet as people see them, each cell with what became of it and why",
            description =
                    "sheet counts from 0 among the sheets of the import; from leaves so many rows with content out above."
                            + " Rows count from 1, columns from 0.")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = SheetView.class)))
    HttpResponse<byte[]> sheet(
            HttpRequest<?> request,
            @Caller Actor actor,
            String dataImport,
            String sheet,
            @QueryValue(defaultValue = "0") int from) {
        // What is no number names no sheet.
        int index = sheet.matches("[0-9]{1,4}") ? Integer.parseInt(sheet) : -1;
        return representation.of(request, SheetView.of(previews.picture(actor, id(dataImport), index, from)));
    }

    @Put("/imports/{dataImport}/columns")
    @Operation(
            summary =
                    "Say what columns hold, answer questions, point at a table; what columns hold is remembered for the owner's next files")
    HttpResponse<byte[]> correct(
            HttpRequest<?> request, @Caller Actor actor, String dataImport, @Body ImportViews.ColumnsBody body) {
        DataImport found =
                previews.correct(actor, id(dataImport), Precondition.expectedVersion(request), body.corrections());
        return representation.versioned(view(actor, found), found.version());
    }

    @Post("/imports/{dataImport}/forget")
    @Operation(summary = "Forget what was said of a column or a name in an earlier import")
    HttpResponse<byte[]> forget(
            HttpRequest<?> request, @Caller Actor actor, String dataImport, @Body ImportViews.ForgetBody body) {
        ImportId found = id(dataImport);
        return once(request, actor, found, body, () -> previews.forget(actor, found, body.key()));
    }

    @Put("/imports/{dataImport}/slug")
    @Operation(summary = "Choose the slug of the plan that an import will make")
    HttpResponse<byte[]> rename(
            HttpRequest<?> request, @Caller Actor actor, String dataImport, @Body ImportViews.SlugBody body) {
        DataImport found = imports.rename(
                actor,
                id(dataImport),
                Precondition.expectedVersion(request),
                TypedText.checked(TextKind.NAME, "slug", "計画の識別名", body.slug()));
        return representation.versioned(view(actor, found), found.version());
    }

    @Post("/imports/{dataImport}/apply")
    @Operation(summary = "Write what the preview says: all of it or nothing")
    HttpResponse<byte[]> apply(
            HttpRequest<?> request,
            @Caller Actor actor,
            String dataImport,
            @RequestBody(content = @Content(schema = @Schema(implementation = ApplyBody.class))) @Nullable @Body
                    String body) {
        ImportId found = id(dataImport);
        ApplyBody given = body == null || body.isBlank() ? ApplyBody.EMPTY : applyBody(body);
        return once(
                request,
                actor,
                found,
                given,
                () -> applying.apply(
                        actor, found, given.fingerprint(), Objects.requireNonNullElse(given.reason(), "")));
    }

    @Post("/imports/{dataImport}/undo")
    @Operation(summary = "Turn an applied import back as a whole")
    HttpResponse<byte[]> undo(HttpRequest<?> request, @Caller Actor actor, String dataImport) {
        ImportId found = id(dataImport);
        return once(request, actor, found, null, () -> undoing.undo(actor, found));
    }

    @Post("/imports/{dataImport}/cancel")
    @Operation(
            summary = "Stop an import that is being read, waits, or is being applied",
            description = "One that is being applied waits again, with nothing written, unless that is done already.")
    HttpResponse<byte[]> cancel(HttpRequest<?> request, @Caller Actor actor, String dataImport) {
        ImportId found = id(dataImport);
        return once(request, actor, found, null, () -> imports.cancel(actor, found));
    }

    @Get("/imports/{dataImport}/annotated.xlsx")
    @Produces(MediaType.ALL)
    @Operation(summary = "The file itself, with what was found as comments at its cells")
    HttpResponse<byte[]> annotated(@Caller Actor actor, String dataImport) {
        ImportId found = id(dataImport);
        byte[] content = previews.annotated(actor, found);
        return Downloads.response(imports.find(actor, found).annotatedName(), "import-annotated.xlsx", XLSX, content);
    }

    /** Takes a step with an import, once per key. */
    private HttpResponse<byte[]> once(
            HttpRequest<?> request, Actor actor, ImportId found, @Nullable Object body, Supplier<DataImport> step) {
        return once.answerOf(
                request,
                actor,
                () -> imports.find(actor, found).owner(),
                body,
                HttpStatus.OK,
                () -> view(actor, step.get()));
    }

    /** Read by hand, for a body that is not there at all is no JSON. */
    private ApplyBody applyBody(String body) {
        ApplyBody given = bodies.read(Argument.of(ApplyBody.class), body.getBytes(StandardCharsets.UTF_8));
        return given == null ? ApplyBody.EMPTY : given;
    }

    private ImportViews.ImportView view(Actor actor, DataImport found) {
        ImportPreview preview = previews.preview(actor, found.id()).orElse(null);
        return ImportViews.ImportView.of(found, imports.underway(actor, found).orElse(null), preview);
    }

    private static ImportId id(String id) {
        return new ImportId(PathValues.id(id));
    }
}
