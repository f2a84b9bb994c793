package jp.kyosei.backend.api.people;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import jp.kyosei.backend.accounts.Account;
import jp.kyosei.backend.accounts.AccountPage;
import jp.kyosei.backend.accounts.Invitation;
import jp.kyosei.backend.accounts.NewInvitation;
import jp.kyosei.backend.tenancy.Role;
import org.jspecify.annotations.Nullable;

/** People and invitations in JSON; {@code version} is what If-Match names. */
final class PeopleViews {
    private PeopleViews() {}

    /**
     * Some of an owner's people.
     *
     * @param total how many there are in all
     */
    @Serdeable
    record PageView(String owner, int total, List<PersonView> people) {
        static PageView of(String owner, AccountPage page) {
            return new PageView(
                    owner,
                    page.total(),
                    page.accounts().stream().map(PersonView::of).toList());
        }
    }

    /**
     * A person, or an invitation.
     *
     * @param state ACTIVE, INACTIVE; of an invitation WAITING, SENT, EXPIRED
     * @param mail as it was typed in the invitation
     * @param departments names
     * @param trouble why an invitation has not been sent, or why somebody may not use the service any more
     */
    @Serdeable
    record PersonView(
            UUID id,
            String state,
            String displayName,
            String username,
            String mail,
            List<Role> roles,
            List<String> departments,
            String trouble,
            @Nullable Instant since,
            @Nullable Instant expiresAt,
            long version) {
        static PersonView of(Account account) {
            return new PersonView(
                    account.id(),
                    account.state().name(),
                    account.displayName(),
                    account.username(),
                    account.mail(),
                    account.roles(),
                    account.departments(),
                    account.trouble(),
                    account.since(),
                    account.expiresAt(),
                    account.version());
        }
    }

    /** An invitation that has just been written down, sent again, or taken back. */
    @Serdeable
    record InvitationView(
            UUID id,
            String state,
            String mail,
            String displayName,
            String department,
            List<Role> roles,
            String trouble,
            Instant expiresAt) {
        static InvitationView of(Invitation invitation) {
            return new InvitationView(
                    invitation.id(),
                    invitation.state().name(),
                    invitation.mail(),
                    invitation.displayName(),
                    invitation.department(),
                    invitation.roles(),
                    invitation.trouble(),
                    invitation.expiresAt());
        }
    }

    /**
     * Somebody to be invited.
     *
     * @param department the code of a department of the owner; none for the whole owner
     * @param from the first day of the roles; none: with the first login
     * @param until the last day; none: until further notice
     */
    @Serdeable
    record InviteBody(
            @Nullable String mail,
            @Nullable String displayName,
            @Nullable String department,
            @Nullable List<Role> roles,
            @Nullable LocalDate from,
            @Nullable LocalDate until) {
        NewInvitation invitation() {
            return new NewInvitation(
                    Objects.requireNonNullElse(mail, ""),
                    Objects.requireNonNullElse(displayName, ""),
                    Objects.requireNonNullElse(department, ""),
                    set(Objects.requireNonNullElse(roles, List.of())),
                    from,
                    until);
        }
    }

    /**
     * What is to be changed of a person; what is not named stays.
     *
     * @param department the code of a department; empty for the whole owner
     * @param active false ends the use of the service at once, true begins it again
     * @param reason why it is ended
     */
    @Serdeable
    record PersonBody(
            @Nullable List<Role> roles,
            @Nullable String department,
            @Nullable Boolean active,
            @Nullable String reason) {
        @Nullable
        Set<Role> roleSet() {
            return roles == null ? null : set(roles);
        }
    }

    private static Set<Role> set(List<Role> roles) {
        return roles.isEmpty() ? EnumSet.noneOf(Role.class) : EnumSet.copyOf(roles);
    }
}
