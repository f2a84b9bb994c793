package jp.kyosei.ui.browser.start;

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
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.kyosei.infra.services.Keycloak;
import jp.kyosei.infra.services.LocalServices;
import jp.kyosei.infra.services.launch.RegisterOperator;
import jp.kyosei.ui.RunningKyosei;

/** The product as it is started without the demonstration: nobody is there, and the realm is the production one. */
final class EmptyKyosei implements AutoCloseable {
    private static final Pattern LINK = Pattern.compile("https?://\\S+/login-actions/action-token\\S+");
    private static final Path PICTURES = Path.of("target", "screenshots");
    private static final long PATIENCE_MILLIS = 30_000;

    private final Keycloak keycloak = LocalServices.shared().keycloak();
    private final String realm = "nothing-" + UUID.randomUUID();
    private final GreenMail mailbox;
    private final RunningKyosei kyosei;
    private final List<Newcomer> newcomers = new ArrayList<>();
    private final Map<String, Integer> opened = new HashMap<>();

    EmptyKyosei() {
        boolean here = keycloak.applicationHost().equals("localhost");
        mailbox = new GreenMail(new ServerSetup(freePort(), here ? "127.0.0.1" : "0.0.0.0", ServerSetup.PROTOCOL_SMTP));
        mailbox.start();
        kyosei = RunningKyosei.at(this::settings);
    }

    private Map<String, Object> settings(URI url) {
        URI issuer = keycloak.openProductionRealm(
                realm,
                url,
                Map.of(
                        "KYOSEI_MAIL_HOST",
                        keycloak.applicationHost().equals("localhost") ? "127.0.0.1" : keycloak.applicationHost(),
                        "KYOSEI_MAIL_PORT",
                        Integer.toString(mailbox.getSmtp().getPort()),
                        "KYOSEI_MAIL_FROM_ADDRESS",
                        "kyosei@kyosei.example"));
        return Map.of(
                "kyosei.demonstration",
                "false",
                "kyosei.oidc.issuer",
                issuer.toString(),
                "kyosei.accounts.client-secret",
                keycloak.secrets().accounts(),
                "kyosei.accounts.interval",
                "1s",
                "kyosei.staffing.interval",
                "1s",
                SettableClock.WANTED,
                "true");
    }

    RunningKyosei kyosei() {
        return kyosei;
    }

    Keycloak keycloak() {
        return keycloak;
    }

    /** The realm's name. */
    String realm() {
        return realm;
    }

    void itIs(LocalDateTime time) {
        kyosei.bean(SettableClock.class).set(time);
    }

    /** Somebody sits down at a browser of their own. */
    Newcomer comes(String mail) {
        Newcomer newcomer = new Newcomer(kyosei, mail);
        newcomers.add(newcomer);
        return newcomer;
    }

    void takePictures() {
        for (int index = 0; index < newcomers.size(); index++) {
            newcomers.get(index).visitor().takePicture(PICTURES.resolve("from-nothing-%d.png".formatted(index + 1)));
        }
    }

    /** As {@code infra/operator} does it. */
    void registerOperator(String name, String mail) {
        RegisterOperator.register(
                keycloak, realm, kyosei.database().jdbcUrl(), kyosei.database().ownerPassword(), name, mail);
    }

    /** The link of the next mail to somebody, which may still be under way. */
    URI linkFor(String receiver) {
        int known = opened.getOrDefault(receiver, 0);
        int arrived = mailbox.getReceivedMessages().length;
        List<MimeMessage> mails = mailsTo(receiver);
        while (mails.size() <= known) {
            if (!mailbox.waitForIncomingEmail(PATIENCE_MILLIS, arrived + 1)) {
                throw new IllegalStateException("no mail to " + receiver);
            }
            arrived = mailbox.getReceivedMessages().length;
            mails = mailsTo(receiver);
        }
        opened.put(receiver, known + 1);
        String body =
                GreenMailUtil.getBody(mails.get(known)).replaceAll("=\r?\n", "").replace("=3D", "=");
        Matcher link = LINK.matcher(body);
        if (!link.find()) {
            throw new IllegalStateException(body);
        }
        return URI.create(link.group());
    }

    private List<MimeMessage> mailsTo(String receiver) {
        return Arrays.stream(mailbox.getReceivedMessages())
                .filter(mail -> receiver(mail).equals(receiver))
                .toList();
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

    @Override
    public void close() {
        newcomers.forEach(Newcomer::close);
        kyosei.close();
        mailbox.stop();
        keycloak.removeRealm(realm);
    }
}
