package jp.kyosei.ui.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The machine's own chromium, started once for this JVM. */
public final class Chromium {
    private static final String NAMED = "KYOSEI_CHROMIUM";
    private static final List<String> PROGRAMS = List.of("chromium", "chromium-browser", "google-chrome");
    private static final List<String> FLAGS = List.of(
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private Chromium() {}

    public static Browser browser() {
        return Running.BROWSER;
    }

    private static Path program() {
        return Optional.ofNullable(System.getenv(NAMED))
                .filter(name -> !name.isBlank())
                .map(Path::of)
                .or(Chromium::onPath)
                .orElseThrow(() -> new IllegalStateException(
                        "No chromium: install one of %s, or name it in %s".formatted(PROGRAMS, NAMED)));
    }

    private static Optional<Path> onPath() {
        List<Path> folders = Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .map(Path::of)
                .toList();
        return PROGRAMS.stream()
                .flatMap(program -> folders.stream().map(folder -> folder.resolve(program)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static final class Running {
        private static final Playwright PLAYWRIGHT = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        private static final Browser BROWSER = PLAYWRIGHT
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(program())
                        .setHeadless(true)
                        .setArgs(FLAGS));

        static {
            PlaywrightAssertions.setDefaultAssertionTimeout(Visitor.PATIENCE);
            Runtime.getRuntime().addShutdownHook(new Thread(PLAYWRIGHT::close, "chromium-stop"));
        }
    }
}
