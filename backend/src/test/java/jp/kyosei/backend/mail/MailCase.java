package jp.kyosei.backend.mail;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import jp.kyosei.backend.DemonstrationUser;
import jp.kyosei.backend.Rows;
import jp.kyosei.backend.RunningBackend;
import jp.kyosei.backend.owners.OwnerService;
import jp.kyosei.backend.people.PeopleService;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.DepartmentId;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import jp.kyosei.backend.tenancy.OwnerId;
import jp.kyosei.backend.tenancy.Role;
import jp.kyosei.backend.tenancy.TenantDoor;
import jp.kyosei.infra.services.LocalServices;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** Notices and letters with a mail server that really takes them. */
abstract class MailCase {
    static final String ALLIANCE = "ichinoseki-hiraizumi";
    static final MunicipalityCode ICHINOSEKI = new MunicipalityCode("032093");
    static final MunicipalityCode HIRAIZUMI = new MunicipalityCode("034029");
    static final MunicipalityCode MINE = new MunicipalityCode("352136");
    static final MunicipalityCode DAISEN = new MunicipalityCode("052124");
    static final int PORT = freePort();
    static RunningBackend backend;

    final TenantDoor door = bean(TenantDoor.class);
    final MailService mail = bean(MailService.class);
    final MailDispatcher dispatcher = bean(MailDispatcher.class);
    final PeopleService people = bean(PeopleService.class);
    GreenMail smtp = smtp();

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

    @BeforeAll
    static void a_backend_of_its_own() {
        backend = RunningBackend.alone(Map.of(
                "kyosei.mail.host", "127.0.0.1",
                "kyosei.mail.port", PORT,
                "kyosei.mail.from", "共生ビジョン事務局 <kyosei@kyosei.example>",
                "kyosei.mail.interval", "24h",
                "kyosei.public-url", "https://kyosei.example.jp/"));
    }

    @AfterAll
    static void close() {
        backend.close();
    }

    static void forgetAll() throws SQLException {
        asSuperuser("delete from kyosei.letter");
        asSuperuser("delete from kyosei.notice");
        asSuperuser("delete from kyosei.mail_choice");
    }

    static Addressees contributorsOf(MunicipalityCode town, @Nullable DepartmentId department) {
        return new Addressees.OfTown(town, department, Set.of(Role.CONTRIBUTOR));
    }

    static Notice notice(Addressees to) {
        return notice(MailKind.ROUND_OPENED, to);
    }

    static Notice notice(MailKind kind) {
        return notice(kind, contributorsOf(HIRAIZUMI, null));
    }

    static Notice notice(MailKind kind, Addressees to) {
        return new Notice(
                kind, to, kind.label(), "本文です。", null, UUID.randomUUID().toString());
    }

    void post(Notice... notices) {
        postBy(DemonstrationUser.SECRETARIAT, ALLIANCE, notices);
    }

    void postBy(DemonstrationUser user, String owner, Notice... notices) {
        Actor actor = backend.user(user);
        OwnerId id = owner(actor, owner);
        door.write(actor, () -> {
            mail.postWithin(actor, id, List.of(notices));
            return true;
        });
    }

    static OwnerId owner(Actor actor, String slug) {
        return backend.bean(OwnerService.class).owner(actor, slug).id();
    }

    static DepartmentId department(String owner, String code) throws SQLException {
        return new DepartmentId(UUID.fromString(
                asSuperuser("select d.id from kyosei.department d join kyosei.owner o on o.id = d.owner_id "
                                + "where o.slug = '%s' and d.code = '%s'".formatted(owner, code))
                        .getFirst()));
    }

    List<String> receivers() {
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

    /** Past row-level security: what a query answers, or nothing for a change. */
    static List<String> asSuperuser(String sql) throws SQLException {
        String url = backend.database().jdbcUrl();
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

    static GreenMail smtp() {
        return new GreenMail(new ServerSetup(PORT, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("no free port", e);
        }
    }

    /** Of the backend that runs by now. */
    static <T> T bean(Class<T> type) {
        return backend.bean(type);
    }
}
