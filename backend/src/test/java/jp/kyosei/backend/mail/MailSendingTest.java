package jp.kyosei.backend.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import jp.kyosei.backend.DemonstrationUser;
import jp.kyosei.backend.Rows;
import jp.kyosei.backend.RunningBackend;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.owners.AllianceKind;
import jp.kyosei.backend.owners.Member;
import jp.kyosei.backend.owners.OwnerService;
import jp.kyosei.backend.owners.keeping.OwnerKeeping;
import jp.kyosei.backend.people.PeopleService;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.DepartmentId;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import jp.kyosei.backend.tenancy.NotFoundException;
import jp.kyosei.backend.tenancy.OwnerId;
import jp.kyosei.backend.tenancy.PersonId;
import jp.kyosei.backend.tenancy.Role;
import jp.kyosei.backend.tenancy.TenantDoor;
import jp.kyosei.infra.services.LocalServices;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailSendingTest {
    private static final String ALLIANCE = "ichinoseki-hiraizumi";
    private static final MunicipalityCode ICHINOSEKI = new MunicipalityCode("032093");
    private static final MunicipalityCode HIRAIZUMI = new MunicipalityCode("034029");
    private static final MunicipalityCode MINE = new MunicipalityCode("352136");
    private static final MunicipalityCode DAISEN = new MunicipalityCode("052124");
    private static final int PORT = freePort();
    private static final RunningBackend BACKEND = RunningBackend.alone(Map.of(
            "kyosei.mail.host", "127.0.0.1",
            "kyosei.mail.port", PORT,
            "kyosei.mail.from", "共生ビジョン事務局 <kyosei@kyosei.example>",
            "kyosei.mail.interval", "24h",
            "kyosei.public-url", "https://kyosei.example.jp/"));

    private final TenantDoor door = BACKEND.bean(TenantDoor.class);
    private final MailService mail = BACKEND.bean(MailService.class);
    private final MailDispatcher dispatcher = BACKEND.bean(MailDispatcher.class);
    private final PeopleService people = BACKEND.bean(PeopleService.class);
    private GreenMail smtp = smtp();

    @BeforeEach
    void start() throws SQLException {
        smtp.start();
        // The demonstration's round has been announced.
        forgetAll();
    }

    @AfterEach
    void stop() throws SQLException {
        smtp.stop();
        forgetAll();
    }

    private static void forgetAll() throws SQLException {
        asSuperuser("delete from kyosei.letter");
        asSuperuser("delete from kyosei.notice");
        asSuperuser("delete from kyosei.mail_choice");
    }

    @AfterAll
    static void close() {
        BACKEND.close();
    }

    @Test
    void a_notice_reaches_its_addressee_once_however_often_it_is_dispatched() {
        post(notice(contributorsOf(HIRAIZUMI, null)));
        assertThat(dispatcher.dispatchNow()).isEqualTo(1);
        assertThat(dispatcher.dispatchNow()).isZero();
        assertThat(receivers()).containsExactly("hiraizumi@kyosei.example");
    }

    @Test
    void a_notice_posted_in_a_transaction_that_fails_is_never_sent() {
        Actor secretariat = BACKEND.user(DemonstrationUser.SECRETARIAT);
        OwnerId owner = owner(secretariat, ALLIANCE);
        assertThatThrownBy(() -> door.write(secretariat, () -> {
                    mail.postWithin(secretariat, owner, List.of(notice(contributorsOf(HIRAIZUMI, null))));
                    throw new IllegalStateException("the event itself fails");
                }))
                .hasMessage("the event itself fails");
        assertThat(dispatcher.dispatchNow()).isZero();
        assertThat(receivers()).isEmpty();
    }

    @Test
    void a_notice_posted_twice_with_the_same_key_is_sent_once() {
        Notice opened = notice(contributorsOf(HIRAIZUMI, null));
        post(opened, opened);
        post(opened);
        dispatcher.dispatchNow();
        post(opened);
        dispatcher.dispatchNow();
        assertThat(receivers()).containsExactly("hiraizumi@kyosei.example");
    }

    @Test
    void the_same_key_of_another_owner_is_another_notice() {
        Notice opened = notice(new Addressees.OfOwner(Set.of(Role.SECRETARIAT)));
        post(opened);
        postBy(DemonstrationUser.MINE, "mine", opened);
        dispatcher.dispatchNow();
        assertThat(receivers()).containsExactlyInAnyOrder("secretariat@kyosei.example", "mine@kyosei.example");
    }

    @Test
    void a_notice_to_a_department_reaches_exactly_its_people() throws SQLException {
        post(notice(new Addressees.OfTown(
                ICHINOSEKI, department("ichinoseki", "kanko"), Set.of(Role.CONTRIBUTOR, Role.APPROVER))));
        post(notice(new Addressees.OfTown(
                ICHINOSEKI, department("ichinoseki", "kenko"), Set.of(Role.CONTRIBUTOR, Role.APPROVER))));
        dispatcher.dispatchNow();
        // Nobody holds the second: the secretariat is told.
        assertThat(receivers())
                .containsExactlyInAnyOrder(
                        "ichinoseki@kyosei.example", "approver@kyosei.example", "secretariat@kyosei.example");
    }

    @Test
    void where_a_department_has_no_holder_whoever_holds_the_role_for_the_whole_town_is_reached() throws SQLException {
        register("daisen-all", "daisen", Role.CONTRIBUTOR, null);
        register("daisen-rinsui", "daisen", Role.CONTRIBUTOR, department("daisen", "rinsui"));

        postBy(DemonstrationUser.DAISEN, "daisen", notice(contributorsOf(DAISEN, department("daisen", "nogyo"))));
        dispatcher.dispatchNow();
        assertThat(receivers()).containsExactly("daisen-all@kyosei.example");

        postBy(DemonstrationUser.DAISEN, "daisen", notice(contributorsOf(DAISEN, department("daisen", "rinsui"))));
        dispatcher.dispatchNow();
        assertThat(receivers())
                .containsExactlyInAnyOrder(
                        "daisen-all@kyosei.example", "daisen-all@kyosei.example", "daisen-rinsui@kyosei.example");
    }

    @Test
    void a_notice_to_the_owner_itself_reaches_the_holders_there() {
        post(notice(new Addressees.OfOwner(Set.of(Role.SECRETARIAT, Role.COMMITTEE))));
        dispatcher.dispatchNow();
        assertThat(receivers()).containsExactlyInAnyOrder("secretariat@kyosei.example", "iin@kyosei.example");
    }

    @Test
    void nobody_outside_the_owner_and_its_members_is_reached() {
        PersonId inMine = BACKEND.user(DemonstrationUser.MINE_STAFF).person();
        PersonId inHiraizumi = BACKEND.user(DemonstrationUser.HIRAIZUMI).person();
        post(notice(contributorsOf(MINE, null)), notice(new Addressees.Person(inMine)));
        postBy(DemonstrationUser.MINE, "mine", notice(contributorsOf(HIRAIZUMI, null)));
        assertThat(dispatcher.dispatchNow()).isZero();
        post(notice(new Addressees.Person(inHiraizumi)));
        dispatcher.dispatchNow();
        assertThat(receivers()).containsExactly("hiraizumi@kyosei.example");
    }

    @Test
    void a_town_that_has_left_the_alliance_is_not_reached_and_a_towns_committee_never() {
        Actor operator = BACKEND.user(DemonstrationUser.OPERATOR);
        BACKEND.bean(OwnerKeeping.class)
                .openAlliance(
                        operator,
                        "left-behind",
                        "脱退のある圏域",
                        AllianceKind.SETTLEMENT_SPHERE,
                        List.of(
                                new Member(DAISEN, "大仙市", true, new FiscalYear(2020), null),
                                new Member(MINE, "美祢市", false, new FiscalYear(2020), new FiscalYear(2024))));
        register("daisen-committee", "daisen", Role.COMMITTEE, null);
        Set<Role> roles = Set.of(Role.SECRETARIAT, Role.COMMITTEE);
        postBy(
                DemonstrationUser.DAISEN,
                "left-behind",
                notice(new Addressees.OfTown(MINE, null, roles)),
                notice(new Addressees.OfTown(DAISEN, null, roles)));
        dispatcher.dispatchNow();
        assertThat(receivers()).containsExactly("daisen@kyosei.example");
    }

    @Test
    void nobody_posts_in_an_owner_of_others() {
        OwnerId alliance = owner(BACKEND.user(DemonstrationUser.SECRETARIAT), ALLIANCE);
        Actor mine = BACKEND.user(DemonstrationUser.MINE);
        assertThatThrownBy(() -> door.write(mine, () -> {
                    mail.postWithin(mine, alliance, List.of(notice(contributorsOf(HIRAIZUMI, null))));
                    return true;
                }))
                .hasStackTraceContaining("row-level security");
    }

    @Test
    void whoever_switched_a_kind_off_gets_none_of_it_and_all_of_the_others() throws SQLException {
        Actor hiraizumi = BACKEND.user(DemonstrationUser.HIRAIZUMI);
        mail.choose(hiraizumi, MailKind.REMINDER, false);
        assertThat(mail.choices(hiraizumi))
                .containsEntry(MailKind.REMINDER, false)
                .containsEntry(MailKind.CONFIRMED, true)
                .hasSize(MailKind.values().length);

        post(notice(MailKind.REMINDER), notice(MailKind.CONFIRMED));
        assertThat(dispatcher.dispatchNow()).isEqualTo(1);
        assertThat(asSuperuser("""
                        select n.kind || ' ' || l.state from kyosei.letter l join kyosei.notice n on n.id = l.notice_id
                        order by 1""")).containsExactly("CONFIRMED SENT", "REMINDER NOT_WANTED");

        mail.choose(hiraizumi, MailKind.REMINDER, true);
        post(notice(MailKind.REMINDER));
        assertThat(dispatcher.dispatchNow()).isEqualTo(1);
    }

    @Test
    void somebody_whom_nobody_registered_chooses_nothing() {
        Actor stranger = Actor.unregistered("stranger", "だれか");
        assertThat(mail.choices(stranger)).doesNotContainValue(false);
        assertThatThrownBy(() -> mail.choose(stranger, MailKind.REMINDER, false))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void while_the_server_is_down_nothing_is_lost_and_all_is_sent_when_it_is_back() throws SQLException {
        smtp.stop();
        post(notice(contributorsOf(HIRAIZUMI, null)), notice(contributorsOf(ICHINOSEKI, null)));
        assertThat(dispatcher.dispatchNow()).isZero();
        assertThat(asSuperuser("""
                        select state || ' ' || attempts || ' ' || (last_error is not null) from kyosei.letter
                        order by attempts""")).containsExactly("WAITING 0 false", "WAITING 1 true");

        smtp = smtp();
        smtp.start();
        assertThat(dispatcher.dispatchNow()).as("the one not tried yet").isEqualTo(1);
        assertThat(dispatcher.dispatchNow()).as("the other, not due yet").isZero();
        makeDue();
        assertThat(dispatcher.dispatchNow()).isEqualTo(1);
        assertThat(receivers()).containsExactlyInAnyOrder("hiraizumi@kyosei.example", "ichinoseki@kyosei.example");
    }

    @Test
    void a_letter_that_cannot_be_sent_is_tried_eight_times_at_growing_intervals_and_then_has_failed()
            throws SQLException {
        smtp.stop();
        post(notice(contributorsOf(HIRAIZUMI, null)));
        List<String> states = new ArrayList<>();
        for (int attempt = 1; attempt <= 9; attempt++) {
            makeDue();
            assertThat(dispatcher.dispatchNow()).isZero();
            states.addAll(asSuperuser("""
                    select state || ' ' || attempts || ' '
                        || round(extract(epoch from next_attempt_at - now()) / 60)
                    from kyosei.letter"""));
        }
        assertThat(states)
                .startsWith(
                        "WAITING 1 1",
                        "WAITING 2 5",
                        "WAITING 3 30",
                        "WAITING 4 120",
                        "WAITING 5 480",
                        "WAITING 6 1440",
                        "WAITING 7 2880")
                .element(7)
                .asString()
                .startsWith("FAILED 8");
        assertThat(states.getLast()).startsWith("FAILED 8");
    }

    @Test
    void a_person_without_an_address_holds_nobody_else_up() throws SQLException {
        Actor operator = BACKEND.user(DemonstrationUser.OPERATOR);
        PersonId approver = BACKEND.user(DemonstrationUser.APPROVER).person();
        people.setMailAddress(operator, approver, "");
        try {
            post(notice(new Addressees.OfTown(ICHINOSEKI, null, Set.of(Role.CONTRIBUTOR, Role.APPROVER))));
            dispatcher.dispatchNow();
        } finally {
            people.setMailAddress(operator, approver, "approver@kyosei.example");
        }
        assertThat(receivers()).containsExactly("ichinoseki@kyosei.example");
        assertThat(asSuperuser("select last_error from kyosei.letter where state = 'FAILED'"))
                .containsExactly("the person has no mail address");
    }

    @Test
    void several_dispatchers_at_once_send_each_letter_once() throws Exception {
        List<Notice> notices = IntStream.range(0, 30)
                .mapToObj(number ->
                        notice(new Addressees.OfTown(ICHINOSEKI, null, Set.of(Role.CONTRIBUTOR, Role.APPROVER))))
                .toList();
        post(notices.toArray(Notice[]::new));
        Callable<Integer> dispatch = () -> new MailDispatcher(
                        BACKEND.bean(Expanding.class),
                        BACKEND.bean(Outbox.class),
                        door,
                        BACKEND.bean(MailSettings.class),
                        BACKEND.bean(Clock.class))
                .dispatchNow();
        int sent = 0;
        int busy = 0;
        try (ExecutorService processes = Executors.newFixedThreadPool(4)) {
            for (Future<Integer> done : processes.invokeAll(List.of(dispatch, dispatch, dispatch, dispatch))) {
                sent += done.get();
                busy += done.get() > 0 ? 1 : 0;
            }
        }
        assertThat(sent).isEqualTo(60);
        assertThat(busy).as("dispatchers that had something to do").isGreaterThan(1);
        assertThat(smtp.getReceivedMessages()).hasSize(60);
        assertThat(Arrays.stream(smtp.getReceivedMessages())
                        .map(MailSendingTest::messageId)
                        .distinct())
                .hasSize(60);
    }

    @Test
    void a_letter_whose_process_died_is_sent_again_after_five_minutes_with_the_same_id() throws SQLException {
        post(notice(contributorsOf(HIRAIZUMI, null)));
        dispatcher.dispatchNow();
        // As it is found if the process died between the server's yes and our mark.
        asSuperuser("update kyosei.letter set state = 'SENDING', sent_at = null, "
                + "next_attempt_at = now() + interval '5 minutes'");
        assertThat(dispatcher.dispatchNow()).isZero();
        makeDue();
        assertThat(dispatcher.dispatchNow()).isEqualTo(1);
        assertThat(Arrays.stream(smtp.getReceivedMessages()).map(MailSendingTest::messageId))
                .hasSize(2)
                .allMatch(messageId(smtp.getReceivedMessages()[0])::equals);
    }

    @Test
    void japanese_subject_and_body_arrive_as_written() throws MessagingException, IOException {
        String subject = "【共生ビジョン】令和４年度 実績照会の開始（髙橋・①・𠮷野）";
        String body = "平泉町 観光商工課 御中\n\n令和４年度の実績を入力してください。\n〜 期限 ６月30日 〜";
        post(new Notice(MailKind.ROUND_OPENED, contributorsOf(HIRAIZUMI, null), subject, body, null, "japanese"));
        dispatcher.dispatchNow();
        MimeMessage received = smtp.getReceivedMessages()[0];
        assertThat(received.getSubject()).isEqualTo(subject);
        assertThat(received.getContent().toString().replace("\r\n", "\n"))
                .startsWith(body)
                .contains("https://kyosei.example.jp/me/mail");
        assertThat(received.getFrom()[0])
                .hasToString("=?UTF-8?B?5YWx55Sf44OT44K444On44Oz5LqL5YuZ5bGA?= <kyosei@kyosei.example>");
        assertThat(received.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    }

    @ParameterizedTest
    @ValueSource(strings = {"件名\nBcc: all@kyosei.example", "件名\r\n\r\n本文", "件名\r", "件名\u2028二行目", "件名\u0085", "件名\t"})
    void line_breaks_in_a_subject_are_refused(String subject) {
        assertThatThrownBy(() ->
                        new Notice(MailKind.REMINDER, contributorsOf(HIRAIZUMI, null), subject, "本文", null, "key"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a@b@c.example",
                "a.example",
                "a@kyosei.example, b@kyosei.example",
                "a@kyosei.example\nBcc: b@kyosei.example",
                "一関 <a@kyosei.example>",
                "@kyosei.example"
            })
    void what_is_no_plain_address_is_refused(String address) {
        Actor hiraizumi = BACKEND.user(DemonstrationUser.HIRAIZUMI);
        assertThatThrownBy(() -> people.setMailAddress(hiraizumi, hiraizumi.person(), address))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(people.mailAddress(hiraizumi)).contains("hiraizumi@kyosei.example");
    }

    @Test
    void an_address_is_changed_by_the_person_or_the_operator_alone() {
        Actor mineStaff = BACKEND.user(DemonstrationUser.MINE_STAFF);
        Actor admin = BACKEND.user(DemonstrationUser.MINE);
        people.setMailAddress(mineStaff, mineStaff.person(), " staff@kyosei.example ");
        assertThat(people.mailAddress(mineStaff)).contains("staff@kyosei.example");
        assertThatThrownBy(() -> people.setMailAddress(admin, mineStaff.person(), "x@kyosei.example"))
                .isInstanceOf(NotFoundException.class);
        people.setMailAddress(
                BACKEND.user(DemonstrationUser.OPERATOR), mineStaff.person(), "mine-staff@kyosei.example");
        assertThat(people.mailAddress(mineStaff)).contains("mine-staff@kyosei.example");
    }

    private static Addressees contributorsOf(MunicipalityCode town, @Nullable DepartmentId department) {
        return new Addressees.OfTown(town, department, Set.of(Role.CONTRIBUTOR));
    }

    private static Notice notice(Addressees to) {
        return notice(MailKind.ROUND_OPENED, to);
    }

    private static Notice notice(MailKind kind) {
        return notice(kind, contributorsOf(HIRAIZUMI, null));
    }

    private static Notice notice(MailKind kind, Addressees to) {
        return new Notice(
                kind, to, kind.label(), "本文です。", null, UUID.randomUUID().toString());
    }

    private void post(Notice... notices) {
        postBy(DemonstrationUser.SECRETARIAT, ALLIANCE, notices);
    }

    private void postBy(DemonstrationUser user, String owner, Notice... notices) {
        Actor actor = BACKEND.user(user);
        OwnerId id = owner(actor, owner);
        door.write(actor, () -> {
            mail.postWithin(actor, id, List.of(notices));
            return true;
        });
    }

    private void register(String username, String owner, Role role, @Nullable DepartmentId department) {
        Actor operator = BACKEND.user(DemonstrationUser.OPERATOR);
        PersonId person = people.register(operator, username, username, username, false);
        people.setMailAddress(operator, person, username + "@kyosei.example");
        OwnerId id = BACKEND.bean(OwnerService.class).find(operator, owner).orElseThrow();
        people.giveRole(operator, id, person, role, department);
    }

    private static OwnerId owner(Actor actor, String slug) {
        return BACKEND.bean(OwnerService.class).owner(actor, slug).id();
    }

    private static DepartmentId department(String owner, String code) throws SQLException {
        return new DepartmentId(UUID.fromString(
                asSuperuser("select d.id from kyosei.department d join kyosei.owner o on o.id = d.owner_id "
                                + "where o.slug = '%s' and d.code = '%s'".formatted(owner, code))
                        .getFirst()));
    }

    private static void makeDue() throws SQLException {
        asSuperuser("update kyosei.letter set next_attempt_at = now()");
    }

    private List<String> receivers() {
        return Arrays.stream(smtp.getReceivedMessages())
                .map(message -> {
                    try {
                        return message.getAllRecipients()[0].toString();
                    } catch (MessagingException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .toList();
    }

    private static String messageId(MimeMessage message) {
        try {
            return message.getMessageID();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Past row-level security: what a query answers, or nothing for a change. */
    private static List<String> asSuperuser(String sql) throws SQLException {
        String url = BACKEND.database().jdbcUrl();
        try (Connection connection =
                LocalServices.shared().postgres().connectAsSuperuser(url.substring(url.lastIndexOf('/') + 1))) {
            if (sql.startsWith("select")) {
                return Rows.of(connection, sql);
            }
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.executeUpdate();
            }
            return List.of();
        }
    }

    private static GreenMail smtp() {
        return new GreenMail(new ServerSetup(PORT, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("no free port", e);
        }
    }
}
