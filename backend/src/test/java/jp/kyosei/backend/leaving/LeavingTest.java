package jp.kyosei.backend.leaving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import jp.kyosei.backend.DemonstrationUser;
import jp.kyosei.backend.Rows;
import jp.kyosei.backend.RunningBackend;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.leaving.content.OwnArchive;
import jp.kyosei.backend.leaving.ending.EndingSchedule;
import jp.kyosei.backend.leaving.ending.EndingService;
import jp.kyosei.backend.leaving.order.ArchiveMaker;
import jp.kyosei.backend.leaving.order.ArchiveOrder;
import jp.kyosei.backend.leaving.order.ArchiveService;
import jp.kyosei.backend.leaving.order.ArchiveState;
import jp.kyosei.backend.meeting.MaterialKind;
import jp.kyosei.backend.meeting.MeetingId;
import jp.kyosei.backend.meeting.MeetingService;
import jp.kyosei.backend.meeting.Meetings;
import jp.kyosei.backend.meeting.paper.PaperService;
import jp.kyosei.backend.owners.OwnerService;
import jp.kyosei.backend.people.PeopleService;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.ForbiddenException;
import jp.kyosei.backend.tenancy.NotFoundException;
import jp.kyosei.backend.tenancy.OwnerId;
import jp.kyosei.backend.tenancy.Role;
import jp.kyosei.infra.services.LocalServices;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** An owner takes all of its data along, and ends; the others stay as they are. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LeavingTest {
    private static final String LEAVING = "ichinoseki-hiraizumi";
    private static RunningBackend backend;
    private static Map<String, byte[]> archive = Map.of();

    @BeforeAll
    static void start() {
        backend = RunningBackend.alone();
        Actor secretariat = backend.user(DemonstrationUser.SECRETARIAT);
        OwnerId alliance =
                backend.bean(OwnerService.class).owner(secretariat, LEAVING).id();
        backend.bean(PeopleService.class)
                .giveRole(backend.user(DemonstrationUser.OPERATOR), alliance, secretariat.person(), Role.ADMIN, null);
    }

    @AfterAll
    static void stop() {
        backend.close();
    }

    @Test
    @Order(1)
    void an_archive_is_made_beside_and_holds_every_table_of_its_owner_and_nothing_of_others() throws IOException {
        Actor admin = backend.user(DemonstrationUser.SECRETARIAT);
        ArchiveService archives = backend.bean(ArchiveService.class);
        MeetingService meetings = backend.bean(MeetingService.class);
        MeetingId meeting = meetings.plan(
                        admin,
                        "ichinoseki-hiraizumi-vision-2",
                        Meetings.of(new FiscalYear(2022), MaterialKind.OVERVIEW))
                .id();
        backend.bean(PaperService.class).issue(admin, meeting, Set.of());
        backend.bean(PaperService.class).issue(admin, meeting, Set.of());

        ArchiveOrder ordered = archives.order(admin, LEAVING);
        assertThat(ordered.state()).isEqualTo(ArchiveState.WAITING);
        assertThat(archives.order(admin, LEAVING).id())
                .as("asking twice is asking once")
                .isEqualTo(ordered.id());

        Map<String, Long> stored = new LinkedHashMap<>();
        tablesOfOwners()
                .forEach(table -> stored.put(
                        table,
                        Long.valueOf(one("select count(*) from kyosei.%s where owner_id = '%s'"
                                .formatted(table, idOf(LEAVING))))));
        assertThat(backend.bean(ArchiveMaker.class).makeNext()).isTrue();
        ArchiveOrder made = archives.order(admin, LEAVING, ordered.id());
        assertThat(made.state()).isEqualTo(ArchiveState.READY);
        assertThat(made.share()).isEqualTo(1.0);

        ByteArrayOutputStream file = new ByteArrayOutputStream();
        archives.open(admin, LEAVING, ordered.id()).sendTo(file);
        assertThat(file.size()).isEqualTo(made.size());
        archive = unpacked(file.toByteArray());
        assertThat(archive)
                .containsKeys("README.md", "tables/actual.csv", "json/plan.ndjson", "json/audit_entry.ndjson");
        assertThat(archive.keySet().stream().filter(name -> name.startsWith("papers/")))
                .as("as they were issued, the replaced one as well")
                .hasSize(2)
                .anyMatch(name -> name.contains("資料No.1（差替）"))
                .allSatisfy(name -> assertThat(new String(bytes(name), StandardCharsets.ISO_8859_1))
                        .startsWith("%PDF-"))
                .allSatisfy(name -> assertThat(text("README.md")).contains("| `%s` |".formatted(name)));
        assertThat(text("json/owner.ndjson").lines()).hasSize(1).allMatch(line -> line.contains(LEAVING));

        assertThat(stored).allSatisfy((table, rows) -> {
            String entry = "json/%s.ndjson".formatted(table);
            if (archive.containsKey(entry)) {
                assertThat(text(entry).lines().count()).as(table).isEqualTo(rows);
            }
        });
        assertThat(archive.values().stream().map(bytes -> new String(bytes, StandardCharsets.UTF_8)))
                .as("ids of other owners")
                .noneMatch(content -> content.contains(idOf("daisen")) || content.contains(idOf("mine")));
    }

    @Test
    @Order(2)
    void the_page_of_an_archive_explains_every_table_and_every_column() {
        assertThat(text("README.md").lines().filter(line -> line.startsWith("| `") && line.contains("|  |")))
                .as("what nobody has explained")
                .isEmpty();
    }

    @Test
    @Order(3)
    void only_the_admin_of_an_owner_takes_its_archive_and_ends_it() {
        ArchiveService archives = backend.bean(ArchiveService.class);
        EndingService endings = backend.bean(EndingService.class);
        Actor staff = backend.user(DemonstrationUser.ICHINOSEKI);
        Actor other = backend.user(DemonstrationUser.DAISEN);
        assertThatThrownBy(() -> archives.order(staff, LEAVING)).isInstanceOf(ForbiddenException.class);
        assertThatThrownBy(() -> archives.order(other, LEAVING)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> archives.orders(backend.user(DemonstrationUser.OPERATOR), LEAVING))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> endings.announce(staff, LEAVING, "合併")).isInstanceOf(ForbiddenException.class);
        assertThatThrownBy(() -> endings.announce(other, LEAVING, "合併")).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> endings.announced(other, LEAVING)).isInstanceOf(NotFoundException.class);
    }

    @Test
    @Order(3)
    void a_person_takes_along_what_is_kept_of_them_and_of_nobody_else() throws IOException {
        Actor person = backend.user(DemonstrationUser.MINE);
        Map<String, byte[]> own = unpacked(backend.bean(OwnArchive.class).of(person));
        String account = new String(own.get("json/person.ndjson"), StandardCharsets.UTF_8);
        assertThat(account.lines()).hasSize(1).allMatch(line -> line.contains(DemonstrationUser.MINE.subject()));
        assertThat(new String(own.get("json/role_grant.ndjson"), StandardCharsets.UTF_8).lines())
                .isNotEmpty()
                .allMatch(line -> line.contains(person.person().value().toString()));
        assertThat(new String(own.get("json/note.ndjson"), StandardCharsets.UTF_8).lines())
                .allMatch(line -> line.contains(
                        "\"author_id\": \"%s\"".formatted(person.person().value())));
        assertThat(new String(own.get("README.md"), StandardCharsets.UTF_8)
                        .lines()
                        .filter(line -> line.startsWith("| `") && line.contains("|  |")))
                .as("what nobody has explained")
                .isEmpty();
    }

    @Test
    @Order(4)
    void an_announced_end_can_be_taken_back_and_deletes_nothing_before_its_day() {
        EndingService endings = backend.bean(EndingService.class);
        Actor admin = backend.user(DemonstrationUser.SECRETARIAT);
        assertThatThrownBy(() -> endings.announce(admin, LEAVING, "　")).hasMessageContaining("理由");
        endings.announce(admin, LEAVING, "別のしくみに移るため");
        assertThatThrownBy(() -> endings.announce(admin, LEAVING, "もう一度")).hasMessageContaining("すでに");
        assertThat(backend.bean(EndingSchedule.class).deleteDue()).isZero();
        assertThat(one("select kyosei.delete_ended_owner('%s')".formatted(idOf(LEAVING))))
                .as("the database itself refuses before the day")
                .isEqualTo("null");
        endings.takeBack(admin, LEAVING);
        assertThat(endings.announced(admin, LEAVING)).isEmpty();
        assertThatThrownBy(() -> endings.takeBack(admin, LEAVING)).isInstanceOf(NotFoundException.class);
    }

    @Test
    @Order(5)
    void when_the_term_of_grace_is_over_everything_goes_but_the_word_that_it_went() {
        EndingService endings = backend.bean(EndingService.class);
        String gone = idOf(LEAVING);
        Map<String, String> others = countsOfOthers(gone);
        endings.announce(backend.user(DemonstrationUser.SECRETARIAT), LEAVING, "別のしくみに移るため");
        asSuperuser("""
                update kyosei.owner_ending set asked_at = asked_at - interval '91 days', deletes_on = deletes_on - 91
                where taken_back_at is null returning 1""");

        assertThat(backend.bean(EndingSchedule.class).deleteDue()).isEqualTo(1);

        for (String table : tablesOfOwners()) {
            assertThat(one("select count(*) from kyosei.%s where owner_id = '%s'".formatted(table, gone)))
                    .as(table)
                    .isEqualTo("0");
        }
        assertThat(one("select count(*) from kyosei.owner where slug = '" + LEAVING + "'"))
                .isEqualTo("0");
        assertThat(countsOfOthers(gone)).as("what others own").isEqualTo(others);
        assertThat(one("select reason from kyosei.service_entry where action = 'DELETE_OWNER'"))
                .isEqualTo("別のしくみに移るため");
        assertThat(one("select display_name from kyosei.person where subject = '%s'"
                        .formatted(DemonstrationUser.IIN.subject())))
                .isEqualTo("（利用を終えた人）");
        assertThat(backend.user(DemonstrationUser.IIN).grants()).isEmpty();
    }

    @Test
    @Order(6)
    void every_table_with_an_owner_goes_with_it() {
        assertThat(one("""
                select coalesce(string_agg(c.relname, ', '), '')
                from pg_class c
                where c.relnamespace = 'kyosei'::regnamespace and c.relkind = 'r'
                  and exists (select 1 from pg_attribute a
                              where a.attrelid = c.oid and a.attname = 'owner_id' and not a.attisdropped)
                  and not exists (select 1 from pg_policy p
                                  where p.polrelid = c.oid and p.polname = 'leaving_owner_goes')"""))
                .as("tables whose migration forgot to call let_owner_leave")
                .isEmpty();
    }

    private static List<String> tablesOfOwners() {
        return asSuperuser("""
                select c.relname from pg_class c
                where c.relnamespace = 'kyosei'::regnamespace and c.relkind = 'r'
                  and exists (select 1 from pg_attribute a
                              where a.attrelid = c.oid and a.attname = 'owner_id' and not a.attisdropped)
                order by 1""");
    }

    private static Map<String, String> countsOfOthers(String gone) {
        Map<String, String> counts = new LinkedHashMap<>();
        tablesOfOwners()
                .forEach(table -> counts.put(
                        table, one("select count(*) from kyosei.%s where owner_id <> '%s'".formatted(table, gone))));
        return counts;
    }

    private static String idOf(String slug) {
        return one("select id from kyosei.owner where slug = '%s'".formatted(slug));
    }

    private static String one(String sql) {
        return asSuperuser(sql).getFirst();
    }

    private static List<String> asSuperuser(String sql) {
        String url = backend.database().jdbcUrl();
        try (Connection connection =
                LocalServices.shared().postgres().connectAsSuperuser(url.substring(url.lastIndexOf('/') + 1))) {
            return Rows.of(connection, sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private static String text(String entry) {
        return new String(archive.get(entry), StandardCharsets.UTF_8);
    }

    private static Map<String, byte[]> unpacked(byte[] file) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), zip.readAllBytes());
            }
        }
        return entries;
    }

    private static byte[] bytes(String entry) {
        return Objects.requireNonNull(archive.get(entry), entry);
    }
}
