package jp.kyosei.ui.session;

import jakarta.inject.Singleton;
import jakarta.servlet.ServletContext;
import jakarta.servlet.SessionCookieConfig;
import jakarta.servlet.SessionTrackingMode;
import java.time.Duration;
import java.util.EnumSet;

/** The one cookie that stands for a login. It never appears in a URL, and scripts cannot read it. */
@Singleton
public class SessionCookie {
    static final Duration IDLE = Duration.ofMinutes(60);
    private static final String NAME = "kyosei-session";

    private final PublicUrl publicUrl;

    SessionCookie(PublicUrl publicUrl) {
        this.publicUrl = publicUrl;
    }

    public void applyTo(ServletContext servlets) {
        servlets.setSessionTimeout((int) IDLE.toMinutes());
        servlets.setSessionTrackingModes(EnumSet.of(SessionTrackingMode.COOKIE));
        SessionCookieConfig cookie = servlets.getSessionCookieConfig();
        // Browsers take a cookie of such a name by TLS alone, for this host alone: no other host of the domain can
        // plant one.
        cookie.setName(publicUrl.isSecure() ? "__Host-" + NAME : NAME);
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setSecure(publicUrl.isSecure());
        cookie.setAttribute("SameSite", "Lax");
    }
}
