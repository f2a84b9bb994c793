package jp.kyosei.ui.session;

import jp.kyosei.ui.RunningKyosei;
import org.apache.catalina.Context;
import org.apache.catalina.Session;
import org.apache.catalina.startup.Tomcat;

/** Lets logins run out, as they do when Keycloak refuses to renew them. */
public final class ExpiringLogins {
    private ExpiringLogins() {}

    /** Ends every login of that person; the sessions themselves stay. */
    public static void expireAllOf(String username, RunningKyosei kyosei) {
        Context context = (Context) kyosei.bean(Tomcat.class).getHost().findChildren()[0];
        for (Session session : context.getManager().findSessions()) {
            Login.in(session.getSession())
                    .filter(login -> login.person().username().equals(username))
                    .ifPresent(Login::expire);
        }
    }
}
