package jp.kyosei.backend.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.kyosei.backend.DemonstrationUser;
import jp.kyosei.backend.RunningBackend;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.identity.IdentityService;
import jp.kyosei.backend.publishing.open.OpenShelf;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.infra.services.Database;
import jp.kyosei.infra.services.PostgresServer;
import jp.kyosei.infra.services.Secrets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real PostgreSQL of its own, which is stopped and started again. */
class DatabaseAwayTest {
    private static final String PLAN = "mine-strategy-2";
    private static final FiscalYear R5 = new FiscalYear(2023);
    private static final List<String> PATHS = List.of(
            "",
            "mine",
            "plans/mine-strategy-2",
            "plans/mine-strategy-2/2023",
            "plans/mine-strategy-2/2023/indicators/1-1-1-1",
            "plans/mine-strategy-2/2023/results.json",
            "plans/mine-strategy-2/2023/results.csv",
            "plans/mine-strategy-2/2023/results.xlsx",
            "plans/mine-strategy-2/2023/observations.csv",
            "plans/mine-strategy-2/2023/indicators/1-1-1-1/data.csv",
            "plans/mine-strategy-2/2023/indicators/1-1-1-1/data.json",
            "plans/mine-strategy-2/2023/versions",
            "search",
            "feed.atom",
            "sitemap.xml",
            "robots.txt",
            "accessibility",
            "formats",
            "mine/catalog.ttl",
            "catalog.jsonld",
            "catalog.ttl");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient browser = HttpClient.newHttpClient();

    @TempDir
    private Path folder;

    @Test
    void what_was_published_last_is_shown_and_what_is_withdrawn_afterwards_vanishes() throws Exception {
        try (PostgresServer postgres = PostgresServer.durable(
                folder.resolve("postgres"), freePort(), Secrets.forTests(), folder.resolve("postgres.log"))) {
            Database database = postgres.provision("open");
            try (EmbeddedServer replica = start(database, Map.of())) {
                publish(replica);
                assertThat(answers(replica)).containsOnly(200);

                stop(postgres);
                shelf(replica).refresh();
                assertThat(answers(replica)).as("with PostgreSQL stopped").containsOnly(200);

                try (EmbeddedServer late = start(database, withoutDatabase())) {
                    assertThat(answers(late))
                            .as("of a replica that starts meanwhile")
                            .containsOnly(200);

                    postgres.restart();
                    PublishingService publishing =
                            replica.getApplicationContext().getBean(PublishingService.class);
                    publishing.withdraw(mine(replica), PLAN, R5, PublishingService.ANY_VERSION, "桁の誤り");
                    for (EmbeddedServer one : List.of(replica, late)) {
                        awaitGone(one);
                        assertThat(get(one, "plans/mine-strategy-2/2023/results.csv")
                                        .statusCode())
                                .isEqualTo(410);
                        assertThat(get(one, "mine").statusCode()).isEqualTo(404);
                    }
                }
            }
        }
    }

    /** Within the next look, or sooner by NOTIFY: asked again and again, as browsers would. */
    private void awaitGone(EmbeddedServer replica) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        HttpResponse<String> answer;
        do {
            answer = get(replica, "plans/mine-strategy-2/2023");
        } while (answer.statusCode() == 200 && System.nanoTime() < end);
        assertThat(answer.statusCode()).isEqualTo(410);
        assertThat(answer.body()).contains("取り下げられました");
    }

    private EmbeddedServer start(Database database, Map<String, Object> further) {
        Map<String, Object> settings = new LinkedHashMap<>(RunningBackend.properties(database));
        settings.put("micronaut.security.enabled", "false");
        settings.put("micronaut.server.port", -1);
        settings.put("kyosei.publishing.interval", "1s");
        settings.put(
                "kyosei.publishing.copy-directory", folder.resolve("copies").toString());
        settings.put("datasources.default.connection-timeout", 10_000);
        settings.putAll(further);
        return ApplicationContext.run(EmbeddedServer.class, settings);
    }

    /** What somebody sets who has to start a replica that only shows what is published. */
    private static Map<String, Object> withoutDatabase() {
        return Map.of(
                "flyway.datasources.schema-owner.enabled",
                "false",
                "datasources.default.initialization-fail-timeout",
                -1,
                "kyosei.demonstration",
                "false");
    }

    private static void publish(EmbeddedServer replica) {
        replica.getApplicationContext()
                .getBean(PublishingService.class)
                .publish(
                        mine(replica),
                        PLAN,
                        new PublishOrder(R5, false, false, Licence.CC_BY_4_0),
                        PublishingService.ANY_VERSION);
        shelf(replica).refresh();
    }

    private static Actor mine(EmbeddedServer replica) {
        return replica.getApplicationContext()
                .getBean(IdentityService.class)
                .actorOf(DemonstrationUser.MINE.subject())
                .orElseThrow();
    }

    private static OpenShelf shelf(EmbeddedServer replica) {
        return replica.getApplicationContext().getBean(OpenShelf.class);
    }

    private List<Integer> answers(EmbeddedServer replica) throws Exception {
        List<Integer> found = new ArrayList<>();
        for (String path : PATHS) {
            found.add(get(replica, path).statusCode());
        }
        return found;
    }

    private HttpResponse<String> get(EmbeddedServer replica, String path) throws IOException, InterruptedException {
        return browser.send(
                HttpRequest.newBuilder(URI.create("http://localhost:%d/open/%s".formatted(replica.getPort(), path)))
                        .timeout(PATIENCE)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static void stop(PostgresServer postgres) {
        postgres.close();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
