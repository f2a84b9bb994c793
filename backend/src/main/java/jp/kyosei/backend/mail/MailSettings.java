package jp.kyosei.backend.mail;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;

/**
 * How mail leaves.
 *
 * @param host the SMTP server; empty where mail is not set up
 * @param user empty where the server asks for no login
 * @param startTls whether nothing may be sent without TLS
 * @param from the sender, with or without a name
 * @param publicUrl the address of the product as people type it, without a slash at the end
 */
record MailSettings(
        String host, int port, String user, String password, boolean startTls, String from, String publicUrl) {
    /** @throws IllegalStateException if there is a server but no sender */
    MailSettings {
        if (!host.isBlank()) {
            sender(from);
        }
    }

    boolean isSetUp() {
        return !host.isBlank();
    }

    boolean hasLogin() {
        return !user.isBlank();
    }

    InternetAddress sender() {
        return sender(from);
    }

    /** Behind the @ of the sender. */
    String domain() {
        String address = sender().getAddress();
        return address.substring(address.lastIndexOf('@') + 1);
    }

    private static InternetAddress sender(String from) {
        try {
            InternetAddress sender = new InternetAddress(from, true);
            // Read from text, a Japanese name would stand in the header as it is.
            sender.setPersonal(sender.getPersonal(), StandardCharsets.UTF_8.name());
            return sender;
        } catch (AddressException | UnsupportedEncodingException e) {
            throw new IllegalStateException("kyosei.mail.from (KYOSEI_MAIL_FROM) is no mail address: " + from, e);
        }
    }
}
