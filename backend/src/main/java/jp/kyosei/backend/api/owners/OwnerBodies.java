package jp.kyosei.backend.api.owners;

import io.micronaut.serde.annotation.Serdeable;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.kyosei.backend.api.web.InvalidInputException;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.owners.AllianceKind;
import jp.kyosei.backend.owners.Member;
import jp.kyosei.backend.owners.OwnerState;
import jp.kyosei.backend.owners.alliance.AgreementKind;
import jp.kyosei.backend.owners.alliance.Contact;
import jp.kyosei.backend.owners.alliance.NewAgreement;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import jp.kyosei.backend.tenancy.OwnerKind;
import org.jspecify.annotations.Nullable;

/** What is sent about owners. */
final class OwnerBodies {
    private OwnerBodies() {}

    /**
     * An owner to be opened: a municipality by its code, or an alliance with centres and members.
     *
     * @param slug its name in addresses; without it that of a municipality is made of the register
     * @param centres codes: one, or two (複眼型); their first year is that of the first member
     * @param state without it a trial
     */
    @Serdeable
    record OwnerBody(
            @Nullable OwnerKind kind,
            @Nullable String municipality,
            @Nullable String slug,
            @Nullable String name,
            @Nullable AllianceKind allianceKind,
            @Nullable List<String> centres,
            @Nullable List<FirstMemberBody> members,
            @Nullable OwnerState state) {
        OwnerState stateOrTrial() {
            return Objects.requireNonNullElse(state, OwnerState.TRIAL);
        }

        AllianceKind form() {
            return required("allianceKind", "圏域の種類", allianceKind);
        }

        String slugOfAlliance() {
            return required("slug", "識別名", slug);
        }

        /** Centres first; without a year of their own they are there from the first year of the others. */
        List<Member> allMembers(FiscalYear now) {
            List<FirstMemberBody> given = Objects.requireNonNullElse(members, List.of());
            List<Member> others = IntStream.range(0, given.size())
                    .mapToObj(index -> given.get(index).member("members[%d].".formatted(index)))
                    .toList();
            FiscalYear first = others.stream()
                    .map(Member::firstFiscalYear)
                    .min(Comparator.naturalOrder())
                    .orElse(now);
            Stream<Member> leading = Objects.requireNonNullElse(centres, List.<String>of()).stream()
                    .map(code -> new Member(code("centres", code), "", true, first, null));
            return Stream.concat(leading, others.stream()).toList();
        }
    }

    /** A member of an alliance that is opened. */
    @Serdeable
    record FirstMemberBody(
            @Nullable String municipality,
            @Nullable Integer firstFiscalYear,
            @Nullable Boolean centre) {
        Member member(String path) {
            return new Member(
                    OwnerBodies.code(path + "municipality", required(path + "municipality", "市町村", municipality)),
                    "",
                    Boolean.TRUE.equals(centre),
                    year(path + "firstFiscalYear", required(path + "firstFiscalYear", "加入する年度", firstFiscalYear)),
                    null);
        }
    }

    /** A member to be of an alliance from a fiscal year on. */
    @Serdeable
    record MemberBody(
            @Nullable String municipality,
            @Nullable Integer firstFiscalYear,
            @Nullable Boolean centre,
            @Nullable AgreementBody agreement) {
        MunicipalityCode code() {
            return OwnerBodies.code("municipality", required("municipality", "市町村", municipality));
        }

        FiscalYear first() {
            return year("firstFiscalYear", required("firstFiscalYear", "加入する年度", firstFiscalYear));
        }

        boolean isCentre() {
            return Boolean.TRUE.equals(centre);
        }
    }

    /** What a council has resolved; without a kind the conclusion of an agreement. */
    @Serdeable
    record AgreementBody(
            @Nullable AgreementKind kind,
            @Nullable String centre,
            @Nullable LocalDate resolvedOn,
            @Nullable String title,
            @Nullable String text) {
        NewAgreement agreement() {
            return new NewAgreement(
                    Objects.requireNonNullElse(kind, AgreementKind.CONCLUDED),
                    centre == null ? null : OwnerBodies.code("agreement.centre", centre),
                    required("agreement.resolvedOn", "議会の議決の日", resolvedOn),
                    Objects.requireNonNullElse(title, ""),
                    Objects.requireNonNullElse(text, ""));
        }
    }

    /** What changes of a member: one of its last year, an agreement, or whom to turn to. */
    @Serdeable
    record MemberChangeBody(
            @Nullable Integer lastFiscalYear,
            @Nullable AgreementBody agreement,
            @Nullable ContactBody contact) {
        @Nullable
        FiscalYear last() {
            return lastFiscalYear == null ? null : year("lastFiscalYear", lastFiscalYear);
        }
    }

    /** Whom to turn to in a town. */
    @Serdeable
    record ContactBody(
            @Nullable String department,
            @Nullable String name,
            @Nullable String mail,
            @Nullable String telephone) {
        Contact contact() {
            return new Contact(
                    Objects.requireNonNullElse(department, ""),
                    Objects.requireNonNullElse(name, ""),
                    Objects.requireNonNullElse(mail, ""),
                    Objects.requireNonNullElse(telephone, ""));
        }
    }

    /** What changes of an owner. */
    @Serdeable
    record OwnerChangeBody(
            @Nullable String name,
            @Nullable OwnerState state,
            @Nullable String reason) {}

    /**
     * A department to be added.
     *
     * @param fromFiscalYear the first year in which it is there; without it since ever
     */
    @Serdeable
    record DepartmentBody(
            @Nullable String code,
            @Nullable String name,
            @Nullable Integer fromFiscalYear) {
        @Nullable
        FiscalYear from() {
            return fromFiscalYear == null ? null : year("fromFiscalYear", fromFiscalYear);
        }
    }

    /**
     * What changes of a department: its name from a year on, or that it is closed from a year on.
     *
     * @param closed true closes it, false lets a department stay whose last year is not over
     * @param mergedInto the code of the department that takes over what names it
     */
    @Serdeable
    record DepartmentChangeBody(
            @Nullable String name,
            @Nullable Boolean closed,
            @Nullable String mergedInto,
            @Nullable Integer fromFiscalYear,
            @Nullable String reason) {
        FiscalYear from() {
            return year("fromFiscalYear", required("fromFiscalYear", "適用する年度", fromFiscalYear));
        }
    }

    /** For how many days, and why. */
    @Serdeable
    record SupportBody(@Nullable Integer days, @Nullable String reason) {
        int dayCount() {
            return required("days", "日数", days);
        }
    }

    private static MunicipalityCode code(String field, String given) {
        return MunicipalityCode.parse(given)
                .orElseThrow(() -> new InvalidInputException(field, "全国地方公共団体コードは、検査数字を含む6桁の数字で指定してください。例：032069"));
    }

    private static FiscalYear year(String field, int year) {
        if (year < FiscalYear.FIRST || year > FiscalYear.LAST) {
            throw new InvalidInputException(field, "年度は4桁の西暦で指定してください。令和4年度なら 2022 です。");
        }
        return new FiscalYear(year);
    }

    private static <T> T required(String field, String called, @Nullable T given) {
        if (given == null) {
            throw new InvalidInputException(field, "%sを指定してください。".formatted(called));
        }
        return given;
    }
}
