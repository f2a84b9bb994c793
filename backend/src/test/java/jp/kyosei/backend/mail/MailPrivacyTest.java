package jp.kyosei.backend.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import jp.kyosei.backend.DemonstrationUser;
import jp.kyosei.backend.Rows;
import jp.kyosei.backend.RunningBackend;
import jp.kyosei.backend.owners.OwnerService;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import jp.kyosei.backend.tenancy.OwnerId;
import jp.kyosei.backend.tenancy.Role;
import jp.kyosei.backend.tenancy.TenantDoor;
import jp.kyosei.infra.services.LocalServices;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the application's role sees of mail, and by mail of people, whatever the application's code may ask for. */
class MailPrivacyTest {
    private static final String REFUSED = "42501";
    private static final RunningBackend BACKEND = RunningBackend.alone();

    private final TenantDoor door = BACKEND.bean(TenantDoor.class);
    private final JdbcOperations jdbc = BACKEND.bean(JdbcOperations.class);

    @BeforeAll
    static void a_letter_of_the_alliance_to_hiraizumi_and_a_choice_of_its_addressee() throws SQLException {
        Actor secretariat = BACKEND.user(DemonstrationUser.SECRETARIAT);
        OwnerId alliance = BACKEND.bean(OwnerService.class)
                .owner(secretariat, "ichinoseki-hiraizumi")
                .id();
        TenantDoor door = BACKEND.bean(TenantDoor.class);
        MailService mail = BACKEND.bean(MailService.class);
        Notice opened = new Notice(
                MailKind.ROUND_OPENED,
                new Addressees.OfTown(new MunicipalityCode("034029"), null, Set.of(Role.CONTRIBUTOR)),
                "実績照会の開始",
                "入力してください。",
                null,
                "opened");
        // The demonstration's round has been announced; what is looked at here is one letter.
        asSuperuser("delete from kyosei.notice returning subject");
        door.write(secretariat, () -> {
            mail.postWithin(secretariat, alliance, List.of(opened));
            return true;
        });
        mail.choose(BACKEND.user(DemonstrationUser.HIRAIZUMI), MailKind.REMINDER, false);
        int expanded =
                door.dispatch(() -> BACKEND.bean(Expanding.class).expand(LocalDate.of(2026, 5, 1), Instant.now()));
        assertThat(expanded).isEqualTo(1);
    }

    @AfterAll
    static void close() {
        BACKEND.close();
    }

    @Test
    void there_is_something_to_be_seen() throws SQLException {
        assertThat(asSuperuser("select address from kyosei.letter")).containsExactly("hiraizumi@kyosei.example");
    }

    @ParameterizedTest
    @EnumSource(DemonstrationUser.class)
    void nobody_reads_notices_or_letters_not_even_who_posted_or_gets_them(DemonstrationUser user) {
        assertThat(seen(user, "select address from kyosei.letter")).isEmpty();
        assertThat(seen(user, "select subject from kyosei.notice")).isEmpty();
    }

    @Test
    void the_secretariat_of_the_alliance_does_not_learn_who_works_in_hiraizumi() {
        assertThat(seen(DemonstrationUser.SECRETARIAT, "select username from kyosei.person"))
                .contains("secretariat", "ichinoseki")
                .doesNotContain("hiraizumi");
        assertThat(seen(DemonstrationUser.SECRETARIAT, "select mail_address from kyosei.person"))
                .doesNotContain("hiraizumi@kyosei.example");
        assertThat(seen(
                        DemonstrationUser.SECRETARIAT,
                        "select o.slug from kyosei.role_grant g join kyosei.owner o on o.id = g.owner_id"))
                .doesNotContain("hiraizumi");
    }

    @ParameterizedTest
    @EnumSource(value = DemonstrationUser.class, mode = EnumSource.Mode.EXCLUDE, names = "HIRAIZUMI")
    void what_somebody_chose_is_seen_by_nobody_else(DemonstrationUser user) {
        assertThat(seen(user, "select kind from kyosei.mail_choice")).isEmpty();
        assertThat(attempt(user, "update kyosei.mail_choice set wanted = true")).isEqualTo("0 rows");
        assertThat(attempt(
                        user,
                        "insert into kyosei.mail_choice (person_id, kind, wanted) values (?, 'CONFIRMED', false)",
                        BACKEND.user(DemonstrationUser.HIRAIZUMI).person().value()))
                .isEqualTo(REFUSED);
    }

    @Test
    void a_person_changes_its_own_address_and_nothing_else_of_itself_or_others() {
        UUID self = BACKEND.user(DemonstrationUser.ICHINOSEKI).person().value();
        UUID colleague = BACKEND.user(DemonstrationUser.APPROVER).person().value();
        String address = "update kyosei.person set mail_address = 'new@kyosei.example' where id = ?";
        assertThat(attempt(DemonstrationUser.ICHINOSEKI, address, self)).isEqualTo("1 rows");
        assertThat(attempt(DemonstrationUser.ICHINOSEKI, address, colleague)).isEqualTo("0 rows");
        for (String change : List.of("operator = true", "subject = 'x'", "username = 'x'", "id = gen_random_uuid()")) {
            assertThat(attempt(
                            DemonstrationUser.ICHINOSEKI, "update kyosei.person set " + change + " where id = ?", self))
                    .as(change)
                    .isEqualTo(REFUSED);
        }
    }

    @Test
    void the_mailer_finds_holders_of_roles_and_neither_reads_nor_writes_a_plan() {
        assertThat(asMailer("select username from kyosei.person")).contains("hiraizumi", "mine");
        for (String table : List.of("plan", "actual", "narrative", "audit_entry", "indicator", "rule_set")) {
            assertThat(asMailer("select count(*) from kyosei." + table))
                    .as(table)
                    .containsExactly("0");
        }
        assertThat(attemptAsMailer("update kyosei.person set operator = true")).isEqualTo("0 rows");
        assertThat(attemptAsMailer("delete from kyosei.role_grant")).isEqualTo("0 rows");
        assertThat(attemptAsMailer("update kyosei.notice set subject = 'x'")).isEqualTo(REFUSED);
        assertThat(attemptAsMailer("update kyosei.letter set address = 'x@kyosei.example'"))
                .isEqualTo(REFUSED);
        assertThat(attemptAsMailer("delete from kyosei.letter")).isEqualTo(REFUSED);
    }

    @Test
    void the_mailers_context_ends_where_a_door_is_opened_for_somebody() {
        Actor mine = BACKEND.user(DemonstrationUser.MINE);
        List<String> seen = door.dispatch(() -> door.read(mine, () -> rows("select address from kyosei.letter")));
        assertThat(seen).isEmpty();
        assertThat(seen(DemonstrationUser.MINE, "select address from kyosei.letter"))
                .isEmpty();
    }

    private List<String> seen(DemonstrationUser user, String sql) {
        Actor actor = BACKEND.user(user);
        List<String> reading = door.read(actor, () -> rows(sql));
        assertThat(door.write(actor, () -> rows(sql))).isEqualTo(reading);
        return reading;
    }

    private String attempt(DemonstrationUser user, String sql, Object... parameters) {
        return door.write(
                BACKEND.user(user), () -> jdbc.execute(connection -> Rows.attempt(connection, sql, parameters)));
    }

    private List<String> asMailer(String sql) {
        return door.dispatch(() -> rows(sql));
    }

    private String attemptAsMailer(String sql) {
        return door.dispatch(() -> jdbc.execute(connection -> Rows.attempt(connection, sql)));
    }

    private List<String> rows(String sql) {
        return jdbc.execute(connection -> Rows.of(connection, sql));
    }

    private static List<String> asSuperuser(String sql) throws SQLException {
        String url = BACKEND.database().jdbcUrl();
        try (Connection connection =
                LocalServices.shared().postgres().connectAsSuperuser(url.substring(url.lastIndexOf('/') + 1))) {
            return Rows.of(connection, sql);
        }
    }
}
