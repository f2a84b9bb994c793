package jp.kyosei.backend.mail;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A connection to the SMTP server, made with the first letter and used for all of one round. */
final class SmtpLine implements AutoCloseable {
    /** Of each step of the dialogue: connecting, and every answer of the server. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private static final Logger LOG = LoggerFactory.getLogger(SmtpLine.class);

    private final MailSettings settings;
    private final Session session;
    private final Transport transport;

    SmtpLine(MailSettings settings) throws MessagingException {
        this.settings = settings;
        this.session = Session.getInstance(properties(settings));
        this.transport = session.getTransport("smtp");
    }

    /** Returns when the server has taken the letter over. */
    void send(Letter letter, Instant now) throws MessagingException {
        if (!transport.isConnected()) {
            boolean login = settings.hasLogin();
            transport.connect(
                    settings.host(),
                    settings.port(),
                    login ? settings.user() : null,
                    login ? settings.password() : null);
        }
        MimeMessage message = message(letter, now);
        transport.sendMessage(message, message.getAllRecipients());
    }

    boolean isConnected() {
        return transport.isConnected();
    }

    @Override
    public void close() {
        try {
            transport.close();
        } catch (MessagingException e) {
            // All letters of the round are answered for already.
            LOG.debug("the SMTP server did not say good-bye", e);
        }
    }

    private MimeMessage message(Letter letter, Instant now) throws MessagingException {
        String charset = StandardCharsets.UTF_8.name();
        MimeMessage message = new WithId(session, messageId(letter));
        message.setFrom(settings.sender());
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(letter.address(), true));
        message.setSubject(letter.subject(), charset);
        message.setText(letter.body() + footer(), charset);
        message.setSentDate(Date.from(now));
        // So that nobody's out-of-office note answers.
        message.setHeader("Auto-Submitted", "auto-generated");
        message.saveChanges();
        return message;
    }

    /**
     * The same for every attempt at the same letter. If this process dies after the server has taken the letter over and
     * before that is written down, the letter is sent again: SMTP has no way to tell. The mail program or server of the
     * addressee can then see by this id that both are the same; not all of them drop the second.
     */
    private String messageId(Letter letter) {
        return "<%s.%s@%s>".formatted(letter.noticeId(), letter.personId(), settings.domain());
    }

    private String footer() {
        return """


                --
                このメールは Kyosei が自動で送っています。返信されても届きません。
                Kyosei: %1$s
                メールの受け取りは、種類ごとに止められます: %1$s/me/mail
                """.formatted(settings.publicUrl());
    }

    private static Properties properties(MailSettings settings) {
        String patience = Long.toString(PATIENCE.toMillis());
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.connectiontimeout", patience);
        properties.setProperty("mail.smtp.timeout", patience);
        properties.setProperty("mail.smtp.writetimeout", patience);
        properties.setProperty("mail.smtp.auth", Boolean.toString(settings.hasLogin()));
        properties.setProperty("mail.smtp.starttls.enable", Boolean.toString(settings.startTls()));
        properties.setProperty("mail.smtp.starttls.required", Boolean.toString(settings.startTls()));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        return properties;
    }

    private static final class WithId extends MimeMessage {
        private final String id;

        WithId(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
