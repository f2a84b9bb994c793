package jp.kyosei.ui.server;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * The page's policy: only scripts that carry this answer's nonce, or come from this server. {@code unsafe-eval} has to
 * stay, because Vaadin's client builds functions from the expressions that the server sends; inline styles have to stay,
 * because its components write them.
 */
@Singleton
class PageScriptPolicy implements VaadinServiceInitListener {
    private static final int NONCE_BYTES = 18;
    private final transient SecureRandom random = new SecureRandom();

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.addIndexHtmlRequestListener(this::write);
    }

    private void write(IndexHtmlResponse page) {
        byte[] bytes = new byte[NONCE_BYTES];
        random.nextBytes(bytes);
        String nonce = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        page.getDocument().select("script").attr("nonce", nonce);
        page.getVaadinResponse().setHeader(SecurityHeaders.CONTENT_SECURITY_POLICY, policy(nonce));
        page.getVaadinResponse().setHeader("Cache-Control", "no-store");
    }

    static String policy(String nonce) {
        return String.join(
                "; ",
                "default-src 'self'",
                "script-src 'self' 'nonce-" + nonce + "' 'unsafe-eval'",
                "style-src 'self' 'unsafe-inline'",
                "img-src 'self' data: blob:",
                "font-src 'self' data:",
                "connect-src 'self'",
                "object-src 'none'",
                "base-uri 'self'",
                "form-action 'self'",
                "frame-src 'self'",
                "frame-ancestors 'none'");
    }
}
