package jp.kyosei.ui;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.function.Supplier;
import jp.kyosei.backend.meeting.MeetingReading;
import jp.kyosei.backend.meeting.MeetingTrail;
import jp.kyosei.backend.meeting.NoticeWords;
import jp.kyosei.backend.meeting.OpenMeeting;
import jp.kyosei.backend.tenancy.AccessPolicy;
import jp.kyosei.backend.tenancy.ForbiddenException;
import jp.kyosei.backend.tenancy.TenantDoor;
import org.junit.jupiter.api.Test;

/** The rules of the house, held by every class of the product. */
class ArchitectureTest {
    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            // Packaged, the backend's tests come as a jar of their own.
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages("jp.kyosei.backend", "jp.kyosei.ui");

    @Test
    void figures_and_their_evaluation_are_pure() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "jp.kyosei.backend.evaluation..", "jp.kyosei.backend.figure..", "jp.kyosei.backend.text..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta..", "io.micronaut..", "java.sql..", "com.vaadin..")
                .because("a published figure must be reckoned and tested without a framework or a database")
                .check(PRODUCT);
        noClasses()
                .that()
                .resideInAPackage("jp.kyosei.backend.figure..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("jp.kyosei.backend.evaluation..")
                .because("figures are what evaluation stands on")
                .check(PRODUCT);
    }

    @Test
    void texts_stand_below_everything() {
        noClasses()
                .that()
                .resideInAPackage("jp.kyosei.backend.text..")
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage("jp.kyosei..").and(resideOutsideOfPackage("jp.kyosei.backend.text..")))
                .because("what a text may be is asked by every feature and depends on none")
                .check(PRODUCT);
    }

    @Test
    void the_backend_knows_no_screen() {
        noClasses()
                .that()
                .resideInAPackage("jp.kyosei.backend..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jp.kyosei.ui..", "com.vaadin..")
                .because("arrows run one way: from the screens to the features")
                .check(PRODUCT);
    }

    @Test
    void tenancy_and_identity_stand_below_every_feature() {
        classes()
                .that()
                .resideInAnyPackage("jp.kyosei.backend.tenancy..", "jp.kyosei.backend.identity..")
                .should()
                .onlyDependOnClassesThat(resideOutsideOfPackage("jp.kyosei..")
                        .or(resideInAnyPackage(
                                "jp.kyosei.backend.tenancy..",
                                "jp.kyosei.backend.identity..",
                                "jp.kyosei.backend.figure..",
                                "jp.kyosei.backend.text..")))
                .because("who may do what must not depend on what there is to do")
                .check(PRODUCT);
    }

    @Test
    void owners_and_people_stand_on_the_trail_and_on_nothing_above_it() {
        classes()
                .that()
                .resideInAnyPackage("jp.kyosei.backend.audit..")
                .should()
                .onlyDependOnClassesThat(resideOutsideOfPackage("jp.kyosei..")
                        .or(resideInAnyPackage(
                                "jp.kyosei.backend.audit..",
                                "jp.kyosei.backend.tenancy..",
                                "jp.kyosei.backend.clock..",
                                "jp.kyosei.backend.json..",
                                "jp.kyosei.backend.text..")))
                .because("whatever is changed is written down, so the trail must know nothing of what is changed")
                .check(PRODUCT);
        classes()
                .that()
                .resideInAnyPackage("jp.kyosei.backend.owners..", "jp.kyosei.backend.people..")
                .should()
                .onlyDependOnClassesThat(resideOutsideOfPackage("jp.kyosei..")
                        .or(resideInAnyPackage(
                                "jp.kyosei.backend.owners..",
                                "jp.kyosei.backend.people..",
                                "jp.kyosei.backend.audit..",
                                "jp.kyosei.backend.tenancy..",
                                "jp.kyosei.backend.figure..",
                                "jp.kyosei.backend.text..")))
                .because("whose a thing is and who people are must not depend on what there is to do")
                .check(PRODUCT);
    }

    @Test
    void only_the_access_policy_forbids() {
        noClasses()
                .that()
                .areNotAssignableTo(AccessPolicy.class)
                .should()
                .callConstructor(ForbiddenException.class, String.class)
                .because("who may do what is decided in one place")
                .check(PRODUCT);
    }

    @Test
    void features_form_no_cycle() {
        slices().matching("jp.kyosei.backend.(*)..")
                .should()
                .beFreeOfCycles()
                .because("a feature that needs itself by way of another cannot be understood alone")
                .check(PRODUCT);
    }

    @Test
    void the_rooms_of_notes_and_of_meetings_stand_on_what_a_note_and_a_meeting_is() {
        for (String feature : List.of("jp.kyosei.backend.discussion", "jp.kyosei.backend.meeting")) {
            noClasses()
                    .that()
                    .resideInAPackage(feature)
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage(feature + ".*..")
                    .because("arrows run one way inside a feature, too: from what is done to what it is done with")
                    .check(PRODUCT);
            slices().matching(feature + ".(*)..")
                    .should()
                    .beFreeOfCycles()
                    .because("a room that needs itself by way of another cannot be understood alone")
                    .check(PRODUCT);
        }
        noClasses()
                .that()
                .resideOutsideOfPackage("jp.kyosei.backend.meeting..")
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(MeetingReading.class, MeetingTrail.class, OpenMeeting.class, NoticeWords.class)
                .because("the rooms of meetings share them; everybody else asks a service")
                .check(PRODUCT);
    }

    @Test
    void the_rooms_of_a_feature_form_no_circle() {
        for (String feature : List.of(
                "jp.kyosei.backend.actual",
                "jp.kyosei.backend.api",
                "jp.kyosei.backend.collection",
                "jp.kyosei.backend.importing",
                "jp.kyosei.backend.publishing",
                "jp.kyosei.backend.report",
                "jp.kyosei.backend.sheet")) {
            slices().matching(feature + ".(*)..")
                    .should()
                    .beFreeOfCycles()
                    .because("a room that needs itself by way of another cannot be understood alone")
                    .check(PRODUCT);
        }
    }

    @Test
    void repositories_belong_to_their_feature() {
        noClasses()
                .that()
                .haveSimpleNameEndingWith("Repository")
                .or()
                .haveSimpleNameEndingWith("Writes")
                .should()
                .bePublic()
                .because("no feature reaches into another's tables: it asks its service")
                .check(PRODUCT);
    }

    @Test
    void the_rest_api_is_an_edge() {
        noClasses()
                .that()
                .resideOutsideOfPackage("jp.kyosei.backend.api..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("jp.kyosei.backend.api..")
                .because("screens and other programs use the same services, not each other")
                .check(PRODUCT);
    }

    @Test
    void what_all_routes_share_knows_none_of_them() {
        noClasses()
                .that()
                .resideInAPackage("jp.kyosei.backend.api.web..")
                .should()
                .dependOnClassesThat(resideInAnyPackage("jp.kyosei.backend.api..")
                        .and(resideOutsideOfPackage("jp.kyosei.backend.api.web..")))
                .because("a part of the contract can be read with what is shared, and without the other parts")
                .check(PRODUCT);
        slices().matching("jp.kyosei.backend.api.(*)..")
                .should()
                .beFreeOfCycles()
                .because("a part of the contract can be read with what is shared, and without the other parts")
                .check(PRODUCT);
    }

    @Test
    void the_mailers_context_is_for_mail_and_for_the_announcement_of_comment_windows_alone() {
        noClasses()
                .that()
                .resideOutsideOfPackage("jp.kyosei.backend.mail..")
                .and()
                .doNotHaveFullyQualifiedName("jp.kyosei.backend.meeting.window.WindowReminders")
                .should()
                .callMethod(TenantDoor.class, "dispatch", Supplier.class)
                .because("it sees who holds which role everywhere, for no actor whom anybody could ask")
                .check(PRODUCT);
    }

    @Test
    void the_context_that_makes_accounts_is_for_accounts_alone() {
        noClasses()
                .that()
                .resideOutsideOfPackage("jp.kyosei.backend.accounts..")
                .should()
                .callMethod(TenantDoor.class, "accounts", Supplier.class)
                .because("it gives people roles without anybody who could be asked")
                .check(PRODUCT);
        noClasses()
                .that()
                .resideInAPackage("jp.kyosei.backend.accounts.keycloak..")
                .should()
                .dependOnClassesThat(resideInAnyPackage("jp.kyosei..")
                        .and(resideOutsideOfPackage("jp.kyosei.backend.accounts.keycloak..")))
                .because("what Keycloak can be asked for knows nothing of who is invited")
                .check(PRODUCT);
    }

    @Test
    void the_publics_context_is_for_what_is_published_alone() {
        noClasses()
                .that()
                .resideOutsideOfPackage("jp.kyosei.backend.publishing.open..")
                .should()
                .callMethod(TenantDoor.class, "published", Supplier.class)
                .because("what is read in it is shown to everybody")
                .check(PRODUCT);
        noClasses()
                .that()
                .resideInAPackage("jp.kyosei.backend.publishing.open..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "jp.kyosei.backend.plan..",
                        "jp.kyosei.backend.actual..",
                        "jp.kyosei.backend.results..",
                        "jp.kyosei.backend.identity..")
                .because("everybody sees published documents and nothing behind them")
                .check(PRODUCT);
    }

    @Test
    void screens_hold_no_sql() {
        noClasses()
                .that()
                .resideInAPackage("jp.kyosei.ui..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql..", "io.micronaut.data..", "io.micronaut.transaction..")
                .because("every read and write of tenant data passes the one door")
                .check(PRODUCT);
    }

    @Test
    void what_is_recorded_has_one_writer() {
        noClasses()
                .that()
                .resideOutsideOfPackage("jp.kyosei.backend.actual..")
                .should()
                .dependOnClassesThat()
                .haveSimpleName("Narratives")
                .orShould()
                .dependOnClassesThat()
                .haveSimpleName("PublishedRecords")
                .because("ActualWriter alone writes what is recorded, and writes it down in the trail")
                .check(PRODUCT);
    }

    @Test
    void the_rooms_of_what_is_recorded_do_not_need_the_house() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "jp.kyosei.backend.actual.cell..",
                        "jp.kyosei.backend.actual.narrative..",
                        "jp.kyosei.backend.actual.record..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("jp.kyosei.backend.actual")
                .because("ActualService and ActualWriter stand on these rooms")
                .check(PRODUCT);
    }
}
