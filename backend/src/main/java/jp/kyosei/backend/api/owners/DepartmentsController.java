package jp.kyosei.backend.api.owners;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
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
import java.util.Objects;
import jp.kyosei.backend.api.web.Caller;
import jp.kyosei.backend.api.web.InvalidInputException;
import jp.kyosei.backend.api.web.OncePerKey;
import jp.kyosei.backend.api.web.Precondition;
import jp.kyosei.backend.api.web.Representation;
import jp.kyosei.backend.owners.Owner;
import jp.kyosei.backend.owners.OwnerService;
import jp.kyosei.backend.owners.department.DepartmentClosing;
import jp.kyosei.backend.owners.department.DepartmentService;
import jp.kyosei.backend.tenancy.Actor;

/** Departments of an owner: added, renamed, merged, closed from a fiscal year on. */
@Controller("/api/v1/owners/{owner}/departments")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
final class DepartmentsController {
    private final OwnerService owners;
    private final DepartmentService departments;
    private final DepartmentClosing closing;
    private final OncePerKey once;
    private final Representation representation;

    DepartmentsController(
            OwnerService owners,
            DepartmentService departments,
            DepartmentClosing closing,
            OncePerKey once,
            Representation representation) {
        this.owners = owners;
        this.departments = departments;
        this.closing = closing;
        this.once = once;
        this.representation = representation;
    }

    @Get
    @Operation(summary = "The departments of an owner with what they were called, each with its version for If-Match")
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = OwnerViews.DepartmentsView.class)))
    HttpResponse<byte[]> departments(HttpRequest<?> request, @Caller Actor actor, String owner) {
        return representation.of(request, view(actor, owner));
    }

    @Post
    @Operation(summary = "Add a department")
    @ApiResponse(
            responseCode = "201",
            content = @Content(schema = @Schema(implementation = OwnerViews.DepartmentsView.class)))
    HttpResponse<byte[]> add(
            HttpRequest<?> request, @Caller Actor actor, String owner, @Body OwnerBodies.DepartmentBody body) {
        Owner found = owners.known(actor, owner);
        return once.answerOf(request, actor, found::id, body, HttpStatus.CREATED, () -> {
            departments.addDepartment(
                    actor,
                    found.id(),
                    Objects.requireNonNullElse(body.code(), ""),
                    Objects.requireNonNullElse(body.name(), ""),
                    body.from());
            return view(actor, owner);
        });
    }

    @Patch("/{department}")
    @Operation(
            summary = "Rename a department from a fiscal year on, or close it and let another one take over",
            description = "If-Match with the version that the list says")
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = OwnerViews.DepartmentsView.class)))
    HttpResponse<byte[]> change(
            HttpRequest<?> request,
            @Caller Actor actor,
            String owner,
            String department,
            @Body OwnerBodies.DepartmentChangeBody body) {
        Owner found = owners.known(actor, owner);
        long expected = Precondition.expectedVersion(request);
        String reason = Objects.requireNonNullElse(body.reason(), "");
        String name = body.name();
        Boolean closed = body.closed();
        if ((closed != null) == (name != null)) {
            throw new InvalidInputException("name", "name（新しい名称）か closed（廃止）の、どちらか1つを指定してください。");
        }
        if (Boolean.FALSE.equals(closed)) {
            closing.reopen(actor, found.id(), department, expected, reason);
        } else if (name == null) {
            closing.close(actor, found.id(), department, expected, body.from(), body.mergedInto(), reason);
        } else {
            departments.rename(actor, found.id(), department, expected, name, body.from(), reason);
        }
        return representation.of(request, view(actor, owner));
    }

    private OwnerViews.DepartmentsView view(Actor actor, String owner) {
        Owner found = owners.known(actor, owner);
        return OwnerViews.DepartmentsView.of(found, departments.departments(actor, found.id()));
    }
}
