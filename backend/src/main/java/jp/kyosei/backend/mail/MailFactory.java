package jp.kyosei.backend.mail;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;

@Factory
final class MailFactory {
    @Singleton
    MailSettings settings(
            @Value("${kyosei.mail.host:}") String host,
            @Value("${kyosei.mail.port:25}") int port,
            @Value("${kyosei.mail.user:}") String user,
            @Value("${kyosei.mail.password:}") String password,
            @Value("${kyosei.mail.starttls:false}") boolean startTls,
            @Value("${kyosei.mail.from:}") String from,
            @Value("${kyosei.public-url:}") String publicUrl,
            @Value("${micronaut.server.port:8080}") int serverPort) {
        String url = publicUrl.isBlank() ? "http://localhost:" + serverPort : publicUrl;
        return new MailSettings(host, port, user, password, startTls, from, url.replaceFirst("/+$", ""));
    }
}
