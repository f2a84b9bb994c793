package jp.kyosei.backend.owners;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import jp.kyosei.backend.DemonstrationUser;
import jp.kyosei.backend.RunningBackend;
import jp.kyosei.backend.audit.AuditEntry;
import jp.kyosei.backend.audit.TrailFilter;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.history.HistoryService;
import jp.kyosei.backend.identity.IdentityService;
import jp.kyosei.backend.owners.alliance.Agreement;
import jp.kyosei.backend.owners.alliance.AgreementKind;
import jp.kyosei.backend.owners.alliance.AllianceService;
import jp.kyosei.backend.owners.alliance.Contact;
import jp.kyosei.backend.owners.alliance.Membership;
import jp.kyosei.backend.owners.alliance.NewAgreement;
import jp.kyosei.backend.owners.keeping.OwnerKeeping;
import jp.kyosei.backend.people.PeopleService;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.ForbiddenException;
import jp.kyosei.backend.tenancy.Grant;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import jp.kyosei.backend.tenancy.NotFoundException;
import jp.kyosei.backend.tenancy.OwnerId;
import jp.kyosei.backend.tenancy.PersonId;
import jp.kyosei.backend.tenancy.RefusedException;
import jp.kyosei.backend.tenancy.Role;
import jp.kyosei.backend.tenancy.StaleException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Joining, leaving, agreements and contacts of an alliance. */
class AlliancesTest {
    private static final RunningBackend BACKEND = RunningBackend.alone();
    private static final MunicipalityCode DAISEN = new MunicipalityCode("052124");
    private static final MunicipalityCode MINE = new MunicipalityCode("352136");
    private static final Contact SOMEBODY = new Contact("企画課", "見本 花子", "kikaku@mine.example", "0837-00-0000");

    private static OwnerId alliance;
    private static Actor admin;

    private final Actor operator = BACKEND.user(DemonstrationUser.OPERATOR);
    private final AllianceService alliances = BACKEND.bean(AllianceService.class);
    private final OwnerService owners = BACKEND.bean(OwnerService.class);

    @BeforeAll
    static void an_alliance_of_daisen() {
        Actor operator = BACKEND.user(DemonstrationUser.OPERATOR);
        alliance = BACKEND.bean(OwnerKeeping.class)
                .openAlliance(
                        operator,
                        "sphere",
                        "見本の圏域",
                        AllianceKind.SETTLEMENT_SPHERE,
                        List.of(new Member(DAISEN, "", true, new FiscalYear(2020), null)));
        String subject = UUID.randomUUID().toString();
        PersonId person = BACKEND.bean(PeopleService.class).register(operator, subject, subject, "圏域 管理", false);
        BACKEND.bean(PeopleService.class).giveRole(operator, alliance, person, Role.ADMIN, null);
        admin = BACKEND.bean(IdentityService.class).actorOf(subject).orElseThrow();
    }

    @AfterAll
    static void stop() {
        BACKEND.close();
    }

    @Test
    void a_town_joins_by_an_agreement_with_the_centre_leaves_and_joins_again() {
        assertThat(reads(DemonstrationUser.MINE)).isFalse();
        alliances.join(
                operator,
                alliance,
                Owner.ANY_VERSION,
                MINE,
                false,
                new FiscalYear(2024),
                agreement(AgreementKind.CONCLUDED));
        assertThat(reads(DemonstrationUser.MINE)).isTrue();
        assertThatThrownBy(() ->
                        alliances.join(operator, alliance, Owner.ANY_VERSION, MINE, false, new FiscalYear(2026), null))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("既に構成市町");

        alliances.leave(
                operator, alliance, Owner.ANY_VERSION, MINE, new FiscalYear(2025), agreement(AgreementKind.ENDED));
        Actor left = BACKEND.user(DemonstrationUser.MINE);
        assertThat(left.lastYears()).containsEntry(alliance, 2025);
        assertThatThrownBy(
                        () -> alliances.leave(operator, alliance, Owner.ANY_VERSION, MINE, new FiscalYear(2025), null))
                .isInstanceOf(RefusedException.class);

        alliances.join(operator, alliance, Owner.ANY_VERSION, MINE, false, new FiscalYear(2026), null);
        Membership membership = alliances.members(admin, alliance).getLast();
        assertThat(membership.terms()).hasSize(2);
        assertThat(membership.isIn(new FiscalYear(2025))).isTrue();
        assertThat(membership.isIn(new FiscalYear(2023))).isFalse();
        assertThat(membership.agreements())
                .extracting(Agreement::kind)
                .containsExactly(AgreementKind.CONCLUDED, AgreementKind.ENDED);
        assertThat(BACKEND.bean(HistoryService.class)
                        .ofOwner(admin, "sphere", TrailFilter.ALL, 0, 100)
                        .entries())
                .extracting(AuditEntry::words)
                .contains("圏域への加入", "圏域からの脱退", "協定・方針の記録");
    }

    @Test
    void an_agreement_is_between_a_town_and_a_centre_and_a_policy_is_a_citys_own() {
        assertThatThrownBy(() -> alliances.record(
                        operator,
                        alliance,
                        Owner.ANY_VERSION,
                        DAISEN,
                        new NewAgreement(AgreementKind.CONCLUDED, DAISEN, LocalDate.of(2026, 3, 20), "", "")))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("中心市と構成市町の間");
        alliances.record(
                admin,
                alliance,
                Owner.ANY_VERSION,
                DAISEN,
                new NewAgreement(AgreementKind.POLICY, null, LocalDate.of(2026, 3, 20), "形成方針", "第1条"));
        assertThat(alliances.members(admin, alliance).getFirst().agreements())
                .extracting(Agreement::title)
                .contains("形成方針");
    }

    @Test
    void the_alliances_admin_names_contacts_and_the_operator_neither_names_nor_sees_them() {
        alliances.nameContact(admin, alliance, Owner.ANY_VERSION, DAISEN, SOMEBODY);
        assertThat(alliances.members(admin, alliance).getFirst().contact()).isEqualTo(SOMEBODY);
        assertThat(alliances.members(operator, alliance).getFirst().contact()).isEqualTo(Contact.NONE);
        assertThatThrownBy(() -> alliances.nameContact(operator, alliance, Owner.ANY_VERSION, DAISEN, SOMEBODY))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> alliances.nameContact(
                        BACKEND.user(DemonstrationUser.DAISEN), alliance, Owner.ANY_VERSION, DAISEN, Contact.NONE))
                .isInstanceOf(ForbiddenException.class);
    }

    @Test
    void an_admin_lets_nobody_join_and_a_stale_change_is_told() {
        assertThatThrownBy(() ->
                        alliances.join(admin, alliance, Owner.ANY_VERSION, MINE, false, new FiscalYear(2030), null))
                .isInstanceOf(NotFoundException.class);
        long version = owners.known(admin, alliance).version();
        alliances.nameContact(admin, alliance, version, DAISEN, SOMEBODY);
        assertThatThrownBy(() -> alliances.nameContact(admin, alliance, version, DAISEN, Contact.NONE))
                .isInstanceOf(StaleException.class);
    }

    private static NewAgreement agreement(AgreementKind kind) {
        return new NewAgreement(kind, DAISEN, LocalDate.of(2024, 3, 20), "定住自立圏の形成に関する協定", "第1条　目的");
    }

    private static boolean reads(DemonstrationUser user) {
        return BACKEND.user(user).grants().stream().map(Grant::owner).anyMatch(alliance::equals);
    }
}
