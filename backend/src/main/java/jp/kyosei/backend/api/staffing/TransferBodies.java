package jp.kyosei.backend.api.staffing;

import io.micronaut.serde.annotation.Serdeable;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import jp.kyosei.backend.api.web.InvalidInputException;
import jp.kyosei.backend.owners.department.WorkKind;
import jp.kyosei.backend.staffing.plan.TransferPlan;
import jp.kyosei.backend.tenancy.PersonId;
import jp.kyosei.backend.tenancy.Role;
import org.jspecify.annotations.Nullable;

/** What is sent about changes of staff. */
final class TransferBodies {
    private TransferBodies() {}

    /**
     * What shall be from a day on.
     *
     * @param effectiveOn the first day, in Japan
     * @param people who holds what from then on; whoever is not named stays
     * @param work what goes from a department to another
     */
    @Serdeable
    record TransferBody(
            @Nullable LocalDate effectiveOn,
            @Nullable List<PersonBody> people,
            @Nullable List<WorkBody> work,
            @Nullable String reason) {
        TransferPlan plan() {
            LocalDate day = effectiveOn;
            if (day == null) {
                throw new InvalidInputException("effectiveOn", "異動の日を、2027-04-01 の形で指定してください。");
            }
            List<PersonBody> named = Objects.requireNonNullElse(people, List.of());
            List<WorkBody> given = Objects.requireNonNullElse(work, List.of());
            return new TransferPlan(
                    day,
                    IntStream.range(0, named.size())
                            .mapToObj(index -> named.get(index).person("people[%d].".formatted(index)))
                            .toList(),
                    IntStream.range(0, given.size())
                            .mapToObj(index -> given.get(index).work("work[%d].".formatted(index)))
                            .toList(),
                    Objects.requireNonNullElse(reason, ""));
        }
    }

    /** @param posts all that the person holds from the day on; none for who leaves */
    @Serdeable
    record PersonBody(@Nullable String person, @Nullable List<PostBody> posts) {
        TransferPlan.Person person(String path) {
            List<PostBody> given = posts;
            if (given == null) {
                throw new InvalidInputException(path + "posts", "その日から持つ権限を並べてください。持たなくなる人は [] にしてください。");
            }
            return new TransferPlan.Person(
                    id(path + "person"),
                    IntStream.range(0, given.size())
                            .mapToObj(index -> given.get(index).held("%sposts[%d].".formatted(path, index)))
                            .toList());
        }

        private PersonId id(String field) {
            try {
                return new PersonId(UUID.fromString(Objects.requireNonNullElse(person, "")));
            } catch (IllegalArgumentException e) {
                throw new InvalidInputException(field, "利用者を id で指定してください。");
            }
        }
    }

    /** @param department its code; none for the whole owner */
    @Serdeable
    record PostBody(@Nullable Role role, @Nullable String department) {
        TransferPlan.Held held(String path) {
            Role given = role;
            if (given == null) {
                throw new InvalidInputException(path + "role", "権限を、CONTRIBUTOR などの名前で指定してください。");
            }
            return new TransferPlan.Held(given, department);
        }
    }

    /** All work of a kind that goes from a department to another, each named by its code. */
    @Serdeable
    record WorkBody(
            @Nullable WorkKind kind,
            @Nullable String from,
            @Nullable String to) {
        TransferPlan.Work work(String path) {
            WorkKind given = kind;
            if (given == null) {
                throw new InvalidInputException(path + "kind", "引き継ぐものを、INDICATORS・TASKS・NOTES のどれかで指定してください。");
            }
            return new TransferPlan.Work(
                    given, Objects.requireNonNullElse(from, ""), Objects.requireNonNullElse(to, ""));
        }
    }

    /** @param state TAKEN_BACK: nothing else can be made of a change that is prepared */
    @Serdeable
    record TransferChangeBody(
            @Nullable String state, @Nullable String reason) {
        String takenBack() {
            if (!"TAKEN_BACK".equals(state)) {
                throw new InvalidInputException("state", "取りやめるときは TAKEN_BACK を指定してください。ほかの変更はできません。");
            }
            return Objects.requireNonNullElse(reason, "");
        }
    }
}
