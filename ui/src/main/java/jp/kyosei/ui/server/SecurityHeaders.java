package jp.kyosei.ui.server;

import jakarta.inject.Singleton;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import jp.kyosei.ui.session.PublicUrl;

/**
 * The headers that every answer carries. Nothing but Vaadin's page runs scripts, so everything else is forbidden to; the
 * page's own policy is written by {@link PageScriptPolicy}, over the one that stands here.
 */
@Singleton
class SecurityHeaders implements Filter {
    static final String CONTENT_SECURITY_POLICY = "Content-Security-Policy";
    private static final String NOTHING_RUNS =
            "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    private final PublicUrl publicUrl;

    SecurityHeaders(PublicUrl publicUrl) {
        this.publicUrl = publicUrl;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        say((HttpServletResponse) response, publicUrl.isSecure());
        chain.doFilter(request, response);
    }

    /** @param secure whether people come by TLS */
    static void say(HttpServletResponse answer, boolean secure) {
        answer.setHeader(CONTENT_SECURITY_POLICY, NOTHING_RUNS);
        answer.setHeader("X-Content-Type-Options", "nosniff");
        answer.setHeader("X-Frame-Options", "DENY");
        answer.setHeader("Referrer-Policy", "same-origin");
        answer.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        answer.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        answer.setHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=()");
        if (secure) {
            answer.setHeader("Strict-Transport-Security", "max-age=31536000");
        }
    }
}
