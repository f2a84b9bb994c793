package jp.kyosei.infra.services.launch;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import jp.kyosei.infra.services.ChildProcess;
import jp.kyosei.infra.services.DataDirectory;
import jp.kyosei.infra.services.Database;
import jp.kyosei.infra.services.FreePort;
import jp.kyosei.infra.services.Keycloak;
import jp.kyosei.infra.services.KeycloakServer;
import jp.kyosei.infra.services.PostgresServer;
import jp.kyosei.infra.services.RealmFile;
import jp.kyosei.infra.services.Secrets;
import jp.kyosei.infra.services.ServiceException;

/**
 * Everything on one machine: PostgreSQL that keeps its data, Keycloak, the application. Stays in the foreground, starts
 * again what dies, and at SIGINT or SIGTERM stops the three in the opposite order.
 */
public final class RunKyosei {
    private static final long WATCH_MILLIS = 500;
    private static final Duration LEFT_OVER = Duration.ofSeconds(30);
    private static final PrintStream OUT =
            new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);

    private final RunOptions options;
    private final DataDirectory data;
    private final Keycloak.MailServer mail = Keycloak.MailServer.of(System.getenv());
    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Deque<AutoCloseable> running = new ArrayDeque<>();

    private RunKyosei(RunOptions options, DataDirectory data) {
        this.options = options;
        this.data = data;
    }

    public static void main(String[] arguments) {
        int code;
        try {
            RunOptions options = RunOptions.parse(List.of(arguments));
            code = new RunKyosei(options, DataDirectory.take(options.data())).run();
        } catch (IllegalArgumentException | ServiceException e) {
            say(String.valueOf(e.getMessage()));
            code = 1;
        }
        if (code != 0) {
            System.exit(code);
        }
    }

    private int run() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::stopAndWait, "kyosei-stop"));
        int code = 0;
        try {
            startAndWatch();
        } catch (ServiceException e) {
            if (asked.getCount() > 0) {
                say(String.valueOf(e.getMessage()));
                code = 1;
            }
        } finally {
            stopInOrder();
            stopped.countDown();
        }
        return code;
    }

    private void startAndWatch() {
        long start = System.nanoTime();
        stopLeftOvers();
        checkPorts();
        checkKind();
        say("Starting PostgreSQL …  データベースを起動しています");
        Secrets secrets = Secrets.of(data.path("secrets.properties"));
        PostgresServer postgres = keep(
                PostgresServer.durable(data.path("postgres"), options.postgresPort(), secrets, data.log("postgres")));
        say("PostgreSQL: 127.0.0.1:%d".formatted(postgres.port()));
        goOn();
        say("Starting Keycloak and the application, 10 to 60 s …  起動しています（10～60秒）");
        Database database = postgres.provision("kyosei");
        KeycloakServer keycloak = keep(KeycloakServer.starting(
                data.path("keycloak"),
                postgres,
                options.keycloakPort(),
                options.keycloakManagementPort(),
                data.log("keycloak"),
                options.realm(),
                mail.forRealm()));
        // Comes up without Keycloak, so the two start side by side.
        Application application = keep(new Application(
                options.application(),
                environment(database, keycloak),
                options.publicUrl(),
                data.folder("work"),
                data.log("application"),
                data.path("application.pid")));
        keycloak.awaitReady(() -> asked.getCount() == 0);
        goOn();
        keycloak.allowApplication(options.publicUrl());
        if (mail.isSetUp()) {
            keycloak.sendMailBy(mail);
        }
        if (options.empty()) {
            keycloak.protectMaster();
        }
        say("Keycloak: " + keycloak.url());
        application.awaitReady(() -> asked.getCount() == 0);
        goOn();
        Addresses.write(
                data.path("addresses.properties"),
                Map.of(
                        "application", options.publicUrl().toString(),
                        "keycloak", keycloak.url().toString(),
                        "database", database.jdbcUrl()));
        welcome(keycloak, (System.nanoTime() - start) / 1_000_000_000);
        watch(postgres, keycloak, application);
    }

    /** What a killed run on this data directory left, clients before the server. */
    private void stopLeftOvers() {
        for (String name : List.of("application", "keycloak", "postgres")) {
            ChildProcess.stopLeftOver(name, data.path(name + ".pid"), LEFT_OVER);
        }
    }

    private void checkPorts() {
        for (int port : options.ports()) {
            if (!FreePort.isFree(port)) {
                throw new ServiceException(
                        "Port %d is in use by another program; give another one with --port (the next three are used too). ポート %d は使用中です。"
                                .formatted(port, port));
            }
        }
    }

    /** A realm is imported once: a directory stays what it was at its first start. */
    private void checkKind() {
        Path note = data.path("realm");
        try {
            if (!Files.exists(note)) {
                boolean old = Files.exists(data.path("postgres"));
                Files.writeString(note, (old ? RealmFile.DEMONSTRATION : options.realm()).name());
            }
            if (!Files.readString(note).strip().equals(options.realm().name())) {
                throw new ServiceException(
                        options.empty()
                                ? "This directory holds the demonstration; --empty needs another one (--data). このフォルダーには実演用のデータがあります。--data で別のフォルダーを指定してください。"
                                : "This directory was started with --empty, and is to be so again. このフォルダーは --empty で始めたものです。--empty を付けてください。");
            }
        } catch (IOException e) {
            throw new ServiceException("Cannot read or write " + note, e);
        }
    }

    private void watch(PostgresServer postgres, KeycloakServer keycloak, Application application) {
        Restarts ofPostgres = new Restarts();
        Restarts ofKeycloak = new Restarts();
        Restarts ofApplication = new Restarts();
        ofApplication.serves(System.nanoTime());
        while (!isAskedWithin(WATCH_MILLIS)) {
            if (!postgres.alive()) {
                again("PostgreSQL", ofPostgres, postgres::restart, postgres::alive);
            }
            if (!keycloak.alive()) {
                again("Keycloak", ofKeycloak, keycloak::restart, keycloak::alive);
            }
            if (!application.alive()) {
                again("The application", ofApplication, application::restart, () -> false);
            } else if (!ofApplication.hasServed() && application.serves()) {
                ofApplication.serves(System.nanoTime());
                say("The application serves");
            }
        }
    }

    /** @param serves whether the service is known to answer when {@code restart} has returned */
    private void again(String name, Restarts restarts, Runnable restart, BooleanSupplier serves) {
        Duration wait = restarts.due(System.nanoTime());
        say("%s ended by itself; starting it again in %d s (logs in %s)"
                .formatted(name, wait.toSeconds(), data.path("logs")));
        if (isAskedWithin(wait.toMillis())) {
            return;
        }
        try {
            restart.run();
            if (serves.getAsBoolean()) {
                restarts.serves(System.nanoTime());
            }
            say(name + " was started again");
        } catch (ServiceException e) {
            say(String.valueOf(e.getMessage()));
        }
    }

    private Map<String, String> environment(Database database, Keycloak keycloak) {
        Map<String, String> environment = new TreeMap<>();
        environment.put("KYOSEI_PORT", Integer.toString(options.port()));
        environment.put("KYOSEI_PUBLIC_URL", options.publicUrl().toString());
        environment.put("KYOSEI_DB_URL", database.jdbcUrl());
        environment.put("KYOSEI_DB_APP_USER", database.appUser());
        environment.put("KYOSEI_DB_APP_PASSWORD", database.appPassword());
        environment.put("KYOSEI_DB_OWNER_USER", database.ownerUser());
        environment.put("KYOSEI_DB_OWNER_PASSWORD", database.ownerPassword());
        environment.put("KYOSEI_OIDC_ISSUER", keycloak.issuer().toString());
        environment.put("KYOSEI_OIDC_CLIENT_ID", Keycloak.CLIENT);
        environment.put("KYOSEI_OIDC_CLIENT_SECRET", keycloak.clientSecret());
        environment.put("KYOSEI_ACCOUNTS_CLIENT_SECRET", keycloak.secrets().accounts());
        environment.put("KYOSEI_DEMONSTRATION", Boolean.toString(!options.empty()));
        environment.put(
                "KYOSEI_PUBLISHING_COPY_DIRECTORY", data.folder("published").toString());
        return environment;
    }

    private void welcome(Keycloak keycloak, long seconds) {
        String people = options.empty() ? """
                  利用者 (users)    infra/operator --data %s 氏名 メールアドレス で、最初の運用担当を登録します""".formatted(options.data()) : """
                  利用者 (users)    secretariat ichinoseki hiraizumi approver iin mine mine-staff daisen operator
                  パスワード        demo""";
        String text = """

                Kyosei is ready after %d s.  起動しました。
                  画面 (screens)    %s
                  REST API          %s/api/v1
                  Keycloak          %s  (administrator: admin, password in %s)
                %s
                  データ (data)     %s
                  停止 (stop)       Ctrl-C, or infra/stop --data %s
                """.formatted(
                        seconds,
                        options.publicUrl(),
                        options.publicUrl(),
                        keycloak.url(),
                        data.path("secrets.properties"),
                        people.indent(2).stripTrailing(),
                        options.data(),
                        options.data());
        say(text);
        data.announce(text);
    }

    private <T extends AutoCloseable> T keep(T started) {
        running.push(started);
        return started;
    }

    private void goOn() {
        if (asked.getCount() == 0) {
            throw new ServiceException("Stopped while starting");
        }
    }

    private boolean isAskedWithin(long millis) {
        try {
            return asked.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private void stopAndWait() {
        asked.countDown();
        try {
            stopped.await(2, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void stopInOrder() {
        while (!running.isEmpty()) {
            try {
                running.pop().close();
            } catch (Exception e) {
                say("While stopping: " + e.getMessage());
            }
        }
        data.close();
        say("Kyosei is stopped.  停止しました。");
    }

    private static void say(String text) {
        String time = LocalDateTime.now(ZoneId.systemDefault())
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
        OUT.println(time + " " + text);
    }
}
