package jp.kyosei.infra.services;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who takes the mail: the same for the application and for Keycloak, which writes to those who are invited.
 *
 * @param host empty where there is none
 * @param from the sender's plain address
 * @param user empty where the server asks for no login
 */
public record MailServer(String host, String port, String from, String user, String password, boolean startTls) {
    private static final Pattern IN_BRACKETS = Pattern.compile("<([^<>]+)>\\s*$");

    /** As the application's own variables name it. */
    public static MailServer of(Map<String, String> environment) {
        String from = environment.getOrDefault("KYOSEI_MAIL_FROM", "");
        Matcher named = IN_BRACKETS.matcher(from);
        return new MailServer(
                environment.getOrDefault("KYOSEI_MAIL_HOST", ""),
                environment.getOrDefault("KYOSEI_MAIL_PORT", "25"),
                named.find() ? named.group(1).strip() : from.strip(),
                environment.getOrDefault("KYOSEI_MAIL_USER", ""),
                environment.getOrDefault("KYOSEI_MAIL_PASSWORD", ""),
                Boolean.parseBoolean(environment.getOrDefault("KYOSEI_MAIL_STARTTLS", "false")));
    }

    public boolean isSetUp() {
        return !host.isBlank();
    }

    /** As the realm files ask for it. */
    public Map<String, String> forRealm() {
        Map<String, String> variables = new TreeMap<>();
        variables.put("KYOSEI_MAIL_HOST", host);
        variables.put("KYOSEI_MAIL_PORT", port);
        variables.put("KYOSEI_MAIL_FROM_ADDRESS", from);
        variables.put("KYOSEI_MAIL_AUTH", Boolean.toString(!user.isBlank()));
        variables.put("KYOSEI_MAIL_USER", user);
        variables.put("KYOSEI_MAIL_PASSWORD", password);
        variables.put("KYOSEI_MAIL_STARTTLS", Boolean.toString(startTls));
        return variables;
    }

    /** As a running realm takes it. */
    Map<String, String> settings() {
        Map<String, String> settings = new TreeMap<>();
        settings.put("host", host);
        settings.put("port", port);
        settings.put("from", from);
        settings.put("fromDisplayName", "Kyosei");
        settings.put("auth", Boolean.toString(!user.isBlank()));
        settings.put("user", user);
        settings.put("password", password);
        settings.put("starttls", Boolean.toString(startTls));
        return settings;
    }

    /** Never shows the password. */
    @Override
    public String toString() {
        return host + ":" + port;
    }
}
