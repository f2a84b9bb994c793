package jp.kyosei.infra.services;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** The realms that a Keycloak can be started with. Both are named {@code kyosei}; an instance imports one of them, once. */
public enum RealmFile {
    /** Known people with known passwords, and a client that takes them. */
    DEMONSTRATION("kyosei-realm.json"),
    /** Nobody, and nothing that takes a password but the login page. */
    PRODUCTION("production-realm.json");

    /** Passwords that everybody tries first; the production realm's policy names the file. */
    private static final String BLACKLIST = "password-blacklists/kyosei.txt";

    private final String file;

    RealmFile(String file) {
        this.file = file;
    }

    /** The realm as Keycloak imports it, as the build packed it. */
    public String content() {
        return resource(file);
    }

    static String blacklist() {
        return resource(BLACKLIST);
    }

    private static String resource(String name) {
        try (InputStream resource = RealmFile.class.getResourceAsStream(name)) {
            if (resource == null) {
                throw new ServiceException(name + " is missing: build infra/services with Maven");
            }
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new ServiceException("Cannot read " + name, e);
        }
    }
}
