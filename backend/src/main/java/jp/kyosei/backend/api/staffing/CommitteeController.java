package jp.kyosei.backend.api.staffing;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import jp.kyosei.backend.api.web.Caller;
import jp.kyosei.backend.api.web.InvalidInputException;
import jp.kyosei.backend.api.web.OncePerKey;
import jp.kyosei.backend.api.web.PathValues;
import jp.kyosei.backend.api.web.Precondition;
import jp.kyosei.backend.api.web.Representation;
import jp.kyosei.backend.committee.CommitteeInvitations;
import jp.kyosei.backend.committee.CommitteeMember;
import jp.kyosei.backend.committee.CommitteeService;
import jp.kyosei.backend.committee.MemberEntry;
import jp.kyosei.backend.committee.MemberId;
import jp.kyosei.backend.owners.Owner;
import jp.kyosei.backend.owners.OwnerService;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.PersonId;
import org.jspecify.annotations.Nullable;

/** The 名簿 of an owner's committee. */
@Controller("/api/v1/owners/{owner}/committee")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
final class CommitteeController {
    private final OwnerService owners;
    private final CommitteeService committee;
    private final CommitteeInvitations invitations;
    private final OncePerKey once;
    private final Representation representation;

    CommitteeController(
            OwnerService owners,
            CommitteeService committee,
            CommitteeInvitations invitations,
            OncePerKey once,
            Representation representation) {
        this.owners = owners;
        this.committee = committee;
        this.invitations = invitations;
        this.once = once;
        this.representation = representation;
    }

    @Get
    @Operation(summary = "All members, of now, of before and to come, in the order of the list, each with its version")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = CommitteeView.class)))
    HttpResponse<byte[]> members(HttpRequest<?> request, @Caller Actor actor, String owner) {
        return representation.of(request, view(actor, owners.owner(actor, owner)));
    }

    @Post
    @Operation(summary = "Add a member at the end of the list")
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = CommitteeView.class)))
    HttpResponse<byte[]> add(HttpRequest<?> request, @Caller Actor actor, String owner, @Body MemberBody body) {
        Owner found = owners.owner(actor, owner);
        MemberEntry entry = body.entry();
        return once.answerOf(request, actor, found::id, body, HttpStatus.CREATED, () -> {
            committee.add(actor, found.id(), entry);
            return view(actor, found);
        });
    }

    @Patch("/{member}")
    @Operation(
            summary = "Write another entry of a member, or take off the list who should never have stood there",
            description = "If-Match with the version that the list says")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = CommitteeView.class)))
    HttpResponse<byte[]> change(
            HttpRequest<?> request, @Caller Actor actor, String owner, String member, @Body MemberBody body) {
        Owner found = owners.owner(actor, owner);
        MemberId id = new MemberId(PathValues.id(member));
        long expected = Precondition.expectedVersion(request);
        if (Boolean.TRUE.equals(body.removed())) {
            committee.remove(actor, found.id(), id);
        } else {
            committee.change(actor, found.id(), id, body.entry(), expected);
        }
        return representation.of(request, view(actor, found));
    }

    @Put("/order")
    @Operation(summary = "Put the members in an order: all of them, each once")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = CommitteeView.class)))
    HttpResponse<byte[]> order(HttpRequest<?> request, @Caller Actor actor, String owner, @Body OrderBody body) {
        Owner found = owners.owner(actor, owner);
        committee.order(actor, found.id(), body.order());
        return representation.of(request, view(actor, found));
    }

    @Post("/{member}/invite")
    @Operation(summary = "Invite a member on paper alone by mail; the account comes with the first login")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = CommitteeView.class)))
    HttpResponse<byte[]> invite(
            HttpRequest<?> request, @Caller Actor actor, String owner, String member, @Body InviteBody body) {
        Owner found = owners.owner(actor, owner);
        MemberId id = new MemberId(PathValues.id(member));
        return once.answerOf(request, actor, found::id, body, HttpStatus.OK, () -> {
            invitations.invite(actor, found.id(), id, Objects.requireNonNullElse(body.mail(), ""));
            return view(actor, found);
        });
    }

    private CommitteeView view(Actor actor, Owner owner) {
        return new CommitteeView(
                owner.slug(),
                committee.members(actor, owner.id()).stream()
                        .map(MemberView::of)
                        .toList());
    }

    /**
     * A member as the 名簿 names them.
     *
     * @param from the first day of the term; without it since ever
     * @param until the last day; without it until further notice
     * @param person with whose account the member reads and writes; none for a member on paper alone
     * @param removed true takes the member off the list
     */
    @Serdeable
    record MemberBody(
            @Nullable String name,
            @Nullable String affiliation,
            @Nullable String office,
            @Nullable String remark,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            @Nullable String person,
            @Nullable Boolean removed) {
        MemberEntry entry() {
            return new MemberEntry(text(name), text(affiliation), text(office), text(remark), from, until, account());
        }

        private @Nullable PersonId account() {
            if (person == null) {
                return null;
            }
            try {
                return new PersonId(UUID.fromString(person));
            } catch (IllegalArgumentException e) {
                throw new InvalidInputException("person", "利用者を id で指定してください。紙の名簿だけの委員は null にしてください。");
            }
        }

        private static String text(@Nullable String given) {
            return Objects.requireNonNullElse(given, "");
        }
    }

    /** All members, by their ids. */
    @Serdeable
    record OrderBody(@Nullable List<String> members) {
        List<MemberId> order() {
            if (members == null) {
                throw new InvalidInputException("members", "名簿の委員を全員、並べたい順に id で指定してください。");
            }
            return members.stream()
                    .map(id -> Optional.ofNullable(id)
                            .flatMap(PathValues::uuid)
                            .map(MemberId::new)
                            .orElseThrow(() -> new InvalidInputException("members", "委員を id で指定してください。")))
                    .toList();
        }
    }

    /** Where the invitation goes. */
    @Serdeable
    record InviteBody(@Nullable String mail) {}

    /** The list. */
    @Serdeable
    record CommitteeView(String owner, List<MemberView> members) {}

    /**
     * A member.
     *
     * @param person none for a member on paper alone
     * @param invited whether an invitation waits for the member's first login
     */
    @Serdeable
    record MemberView(
            String id,
            String name,
            String affiliation,
            String office,
            String remark,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            @Nullable String person,
            boolean invited,
            long version) {
        static MemberView of(CommitteeMember member) {
            PersonId person = member.person();
            return new MemberView(
                    member.id().value().toString(),
                    member.name(),
                    member.affiliation(),
                    member.office(),
                    member.remark(),
                    member.from(),
                    member.until(),
                    person == null ? null : person.value().toString(),
                    member.invitation() == CommitteeMember.Invitation.OPEN,
                    member.version());
        }
    }
}
