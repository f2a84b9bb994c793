package jp.kyosei.infra.services;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The look of the login pages and the words of Keycloak's mail, as files of a folder {@code themes} of Keycloak: look and
 * words on top of Keycloak's own templates. Any realm may choose it as its {@code loginTheme} and {@code emailTheme}.
 */
final class LoginTheme {
    private static final List<String> FILES = List.of(
            "kyosei/login/theme.properties",
            "kyosei/login/messages/messages_ja.properties",
            "kyosei/login/resources/css/kyosei.css",
            "kyosei/email/theme.properties",
            "kyosei/email/messages/messages_ja.properties");

    private LoginTheme() {}

    /** Each file by its place below {@code themes}, as the build packed it. */
    static Map<String, byte[]> files() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (String name : FILES) {
            try (InputStream resource = LoginTheme.class.getResourceAsStream("themes/" + name)) {
                if (resource == null) {
                    throw new ServiceException(name + " is missing: build infra/services with Maven");
                }
                files.put(name, resource.readAllBytes());
            } catch (IOException e) {
                throw new ServiceException("Cannot read " + name, e);
            }
        }
        return files;
    }

    /** Writes them below a folder of one's own; the link of an earlier start to a shared one is taken away. */
    static void layOut(Path themes) throws IOException {
        if (Files.isSymbolicLink(themes)) {
            Files.delete(themes);
        }
        for (Map.Entry<String, byte[]> file : files().entrySet()) {
            Path place = themes.resolve(file.getKey());
            Files.createDirectories(place.getParent());
            Files.write(place, file.getValue());
        }
    }
}
