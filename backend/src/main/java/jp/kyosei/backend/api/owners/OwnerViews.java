package jp.kyosei.backend.api.owners;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.owners.AllianceKind;
import jp.kyosei.backend.owners.Member;
import jp.kyosei.backend.owners.Owner;
import jp.kyosei.backend.owners.OwnerState;
import jp.kyosei.backend.owners.alliance.Agreement;
import jp.kyosei.backend.owners.alliance.AgreementKind;
import jp.kyosei.backend.owners.alliance.Contact;
import jp.kyosei.backend.owners.alliance.Membership;
import jp.kyosei.backend.owners.department.Department;
import jp.kyosei.backend.owners.department.DepartmentRecord;
import jp.kyosei.backend.owners.keeping.KeptOwner;
import jp.kyosei.backend.owners.keeping.OwnerSize;
import jp.kyosei.backend.owners.support.SupportAccess;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import jp.kyosei.backend.tenancy.OwnerKind;
import org.jspecify.annotations.Nullable;

/** What is answered about owners. */
final class OwnerViews {
    private OwnerViews() {}

    /** An owner as whoever reads it knows it. */
    @Serdeable
    record OwnerView(
            String owner,
            String name,
            OwnerKind kind,
            @Nullable String municipality,
            @Nullable AllianceKind allianceKind,
            OwnerState state,
            String stateLabel,
            List<TermView> members) {
        static OwnerView of(Owner owner) {
            return new OwnerView(
                    owner.slug(),
                    owner.name(),
                    owner.kind(),
                    code(owner.municipality()),
                    owner.allianceKind(),
                    owner.state(),
                    owner.state().label(),
                    owner.members().stream().map(TermView::of).toList());
        }
    }

    /** A membership from a fiscal year to a fiscal year. */
    @Serdeable
    record TermView(
            String municipality,
            String name,
            boolean centre,
            int firstFiscalYear,
            @Nullable Integer lastFiscalYear) {
        static TermView of(Member member) {
            return new TermView(
                    member.municipality().value(),
                    member.name(),
                    member.centre(),
                    member.firstFiscalYear().year(),
                    year(member.lastFiscalYear()));
        }
    }

    /**
     * A page of the operator's list.
     *
     * @param total how many there are in all
     */
    @Serdeable
    record PageView(int total, List<KeptView> owners) {}

    /** An owner in the operator's list, with its size and nothing of its plans. */
    @Serdeable
    record KeptView(
            String owner,
            String name,
            OwnerKind kind,
            @Nullable String municipality,
            OwnerState state,
            int members,
            SizeView size) {
        static KeptView of(KeptOwner owner) {
            return new KeptView(
                    owner.slug(),
                    owner.name(),
                    owner.kind(),
                    code(owner.municipality()),
                    owner.state(),
                    owner.members(),
                    SizeView.of(owner.size()));
        }
    }

    /** Numbers only; fileBytes in bytes. */
    @Serdeable
    record SizeView(
            int plans,
            int indicators,
            int people,
            int files,
            long fileBytes,
            @Nullable Instant lastChange) {
        static SizeView of(OwnerSize size) {
            return new SizeView(
                    size.plans(), size.indicators(), size.people(), size.files(), size.fileBytes(), size.lastChange());
        }
    }

    /** The members of an alliance. */
    @Serdeable
    record MembersView(String owner, List<MemberView> members) {
        static MembersView of(Owner owner, List<Membership> members) {
            return new MembersView(
                    owner.slug(), members.stream().map(MemberView::of).toList());
        }
    }

    /**
     * A municipality in an alliance.
     *
     * @param terms each time that it joined
     * @param contact null where nobody is named, or it is not the caller's to see
     */
    @Serdeable
    record MemberView(
            String municipality,
            String name,
            List<TermView> terms,
            List<AgreementView> agreements,
            @Nullable ContactView contact) {
        static MemberView of(Membership member) {
            return new MemberView(
                    member.municipality().value(),
                    member.name(),
                    member.terms().stream().map(TermView::of).toList(),
                    member.agreements().stream().map(AgreementView::of).toList(),
                    member.contact().isEmpty() ? null : ContactView.of(member.contact()));
        }
    }

    /** What was agreed. */
    @Serdeable
    record AgreementView(
            AgreementKind kind,
            String kindLabel,
            @Nullable String centre,
            LocalDate resolvedOn,
            String title,
            String text) {
        static AgreementView of(Agreement agreement) {
            return new AgreementView(
                    agreement.kind(),
                    agreement.kind().label(),
                    code(agreement.centre()),
                    agreement.resolvedOn(),
                    agreement.title(),
                    agreement.text());
        }
    }

    /** Whom to turn to in a town. */
    @Serdeable
    record ContactView(String department, String name, String mail, String telephone) {
        static ContactView of(Contact contact) {
            return new ContactView(contact.department(), contact.name(), contact.mail(), contact.telephone());
        }
    }

    /** The departments of an owner, those that are there first. */
    @Serdeable
    record DepartmentsView(String owner, List<DepartmentView> departments) {
        static DepartmentsView of(Owner owner, List<DepartmentRecord> departments) {
            return new DepartmentsView(
                    owner.slug(), departments.stream().map(DepartmentView::of).toList());
        }
    }

    /**
     * A department with its history.
     *
     * @param mergedInto the code of the department into which it was merged
     * @param version what a change names in If-Match
     */
    @Serdeable
    record DepartmentView(
            String code,
            String name,
            @Nullable Integer firstFiscalYear,
            @Nullable Integer lastFiscalYear,
            @Nullable String mergedInto,
            List<NameView> formerNames,
            long version) {
        static DepartmentView of(DepartmentRecord record) {
            Department successor = record.successor();
            return new DepartmentView(
                    record.department().code(),
                    record.department().name(),
                    year(record.first()),
                    year(record.last()),
                    successor == null ? null : successor.code(),
                    record.formerNames().stream()
                            .map(former -> new NameView(
                                    former.name(), former.lastFiscalYear().year()))
                            .toList(),
                    record.version());
        }
    }

    /** What it was called up to a fiscal year, included. */
    @Serdeable
    record NameView(String name, int lastFiscalYear) {}

    /** The accesses for help that an owner has given. */
    @Serdeable
    record SupportView(String owner, List<AccessView> accesses) {}

    /** One of them; days in Japan, both included. */
    @Serdeable
    record AccessView(
            UUID id,
            LocalDate firstDay,
            LocalDate lastDay,
            String reason,
            String grantedBy,
            Instant grantedAt,
            @Nullable Instant endedAt,
            @Nullable String endedBy) {
        static AccessView of(SupportAccess access) {
            return new AccessView(
                    access.id(),
                    access.firstDay(),
                    access.lastDay(),
                    access.reason(),
                    access.grantedBy(),
                    access.grantedAt(),
                    access.endedAt(),
                    access.endedBy());
        }
    }

    private static @Nullable String code(@Nullable MunicipalityCode code) {
        return code == null ? null : code.value();
    }

    private static @Nullable Integer year(@Nullable FiscalYear year) {
        return year == null ? null : year.year();
    }
}
