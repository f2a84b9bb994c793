package jp.kyosei.backend.accounts;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.kyosei.backend.Rows;
import jp.kyosei.backend.RunningBackend;
import jp.kyosei.infra.services.Keycloak;
import jp.kyosei.infra.services.LocalServices;

/** The backend with a production realm of its own, the way to which can be cut, and a mailbox for all that is sent. */
final class InvitingOwner implements AutoCloseable {
    private static final Pattern LINK = Pattern.compile("https?://\\S+/login-actions/action-token\\S+");

    private final Keycloak keycloak = LocalServices.shared().keycloak();
    private final String realm = "accounts-" + UUID.randomUUID();
    private final Relay relay = new Relay(keycloak.url());
    private final GreenMail mailbox;
    private final RunningBackend backend;

    InvitingOwner() {
        int port = freePort();
        boolean here = keycloak.applicationHost().equals("localhost");
        mailbox = new GreenMail(new ServerSetup(port, here ? "127.0.0.1" : "0.0.0.0", ServerSetup.PROTOCOL_SMTP));
        mailbox.start();
        URI issuer = keycloak.openProductionRealm(
                realm,
                URI.create("https://kyosei.example.jp"),
                Map.of(
                        "KYOSEI_MAIL_HOST",
                        here ? "127.0.0.1" : keycloak.applicationHost(),
                        "KYOSEI_MAIL_PORT",
                        Integer.toString(port),
                        "KYOSEI_MAIL_FROM_ADDRESS",
                        "kyosei@kyosei.example"));
        backend = RunningBackend.alone(Map.of(
                "kyosei.oidc.issuer",
                issuer.toString(),
                "kyosei.oidc.server-side-url",
                relay.url() + "/realms/" + realm,
                "kyosei.accounts.client-secret",
                keycloak.secrets().accounts(),
                "kyosei.accounts.interval",
                "24h",
                "kyosei.public-url",
                "https://kyosei.example.jp"));
    }

    RunningBackend backend() {
        return backend;
    }

    Relay wayToKeycloak() {
        return relay;
    }

    /** The name of its realm. */
    String realm() {
        return realm;
    }

    URI issuer() {
        return keycloak.url().resolve("/realms/" + realm);
    }

    /** What the worker has to do is due at once, whenever it was to be tried again. */
    int work() {
        asSuperuser("update kyosei.account_errand set next_attempt_at = now() - interval '1 minute' "
                + "where state = 'WAITING'");
        return backend.bean(AccountWorker.class).workNow();
    }

    /** Who has got mail, in order. */
    List<String> receivers() {
        return Arrays.stream(mailbox.getReceivedMessages())
                .map(InvitingOwner::receiver)
                .toList();
    }

    MimeMessage lastMail() {
        return mailbox.getReceivedMessages()[mailbox.getReceivedMessages().length - 1];
    }

    /** Where the last mail leads. */
    URI link() {
        Matcher link = LINK.matcher(
                GreenMailUtil.getBody(lastMail()).replaceAll("=\r?\n", "").replace("=3D", "="));
        if (!link.find()) {
            throw new IllegalStateException(GreenMailUtil.getBody(lastMail()));
        }
        return URI.create(link.group());
    }

    void emptyMailbox() throws Exception {
        mailbox.purgeEmailFromAllMailboxes();
    }

    /** The account of Keycloak to which an invitation leads. */
    String subject(UUID invitation) {
        return rows("select subject from kyosei.invitation_account where invitation_id = ?", invitation)
                .getFirst();
    }

    /** As if the account had been made by hand, at Keycloak. */
    void forgetThatWeMade(String mail) throws IOException, InterruptedException {
        KeycloakByHand.of(keycloak, realm).takeMarkFrom(mail);
    }

    List<String> rows(String sql, Object... parameters) {
        try (Connection connection = LocalServices.shared().postgres().connectAsSuperuser(name())) {
            return Rows.of(connection, sql, parameters);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    void asSuperuser(String sql) {
        try (Connection connection = LocalServices.shared().postgres().connectAsSuperuser(name())) {
            connection.createStatement().execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private String name() {
        String url = backend.database().jdbcUrl();
        return url.substring(url.lastIndexOf('/') + 1).replaceFirst("\\?.*", "");
    }

    @Override
    public void close() {
        backend.close();
        relay.close();
        mailbox.stop();
        keycloak.removeRealm(realm);
    }

    private static String receiver(MimeMessage message) {
        try {
            return message.getAllRecipients()[0].toString();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("no free port", e);
        }
    }
}
