package jp.kyosei.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The builds of both modules write down what they use; see their pom.xml. */
class OneSetOfDependenciesTest {
    private static final Pattern LINE = Pattern.compile(
            "\\s*([\\w.-]+:[\\w.-]+):jar:((?:[\\w.-]+:)?)([\\w.-]+):(compile|runtime|provided|test)\\b.*");

    @Test
    void what_the_backend_is_tested_with_is_what_ships() throws IOException {
        Map<String, String> tested = versions("/dependencies-of-backend.txt", "compile|runtime|provided|test");
        Map<String, String> shipped = versions("/dependencies-of-ui.txt", "compile|runtime");

        assertThat(shipped).hasSizeGreaterThan(100).containsKey("org.jsoup:jsoup");
        Map<String, String> differing = new TreeMap<>();
        shipped.forEach((name, version) -> {
            if (!tested.getOrDefault(name, version).equals(version)) {
                differing.put(name, tested.get(name) + " is tested, " + version + " ships");
            }
        });
        assertThat(differing).isEmpty();
    }

    @Test
    void everything_that_the_backend_runs_with_ships() throws IOException {
        assertThat(versions("/dependencies-of-ui.txt", "compile|runtime"))
                .containsAllEntriesOf(versions("/dependencies-of-backend.txt", "compile|runtime"));
    }

    private static Map<String, String> versions(String file, String scopes) throws IOException {
        Map<String, String> found = new TreeMap<>();
        try (InputStream list = OneSetOfDependenciesTest.class.getResourceAsStream(file)) {
            String text = new String(Objects.requireNonNull(list, file).readAllBytes(), StandardCharsets.UTF_8);
            for (String line : text.lines().toList()) {
                Matcher parts = LINE.matcher(line);
                if (parts.matches()
                        && parts.group(4).matches(scopes)
                        && !parts.group(1).startsWith("jp.kyosei:")) {
                    found.put(parts.group(1), parts.group(3));
                }
            }
        }
        return found;
    }
}
