package jp.kyosei.infra.bench;

import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.function.IntConsumer;
import jp.kyosei.backend.accounts.AccountFilter;
import jp.kyosei.backend.accounts.AccountService;
import jp.kyosei.backend.identity.IdentityService;
import jp.kyosei.backend.owners.Owner;
import jp.kyosei.backend.owners.OwnerService;
import jp.kyosei.backend.owners.OwnerState;
import jp.kyosei.backend.owners.department.DepartmentService;
import jp.kyosei.backend.owners.keeping.OwnerKeeping;
import jp.kyosei.backend.owners.keeping.OwnerSearch;
import jp.kyosei.backend.owners.register.MunicipalityRegister;
import jp.kyosei.backend.people.RoleService;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.OwnerId;
import jp.kyosei.infra.services.PostgresServer;

/** Measures lists of owners and of their people where every municipality uses the service: 1,741 owners, 20,000 people. */
final class OwnersBench {
    private static final String DATABASE = "bench_owners";
    private static final int A_PAGE = 50;
    private static final int OWNERS = 1_741;
    private static final int OFFICE_PAGES = 40;
    private static final int CALLS = 200;
    private static final int WARM_UP = 100;

    private final PostgresServer server;

    OwnersBench(PostgresServer server) {
        this.server = server;
    }

    void run() throws InterruptedException, ExecutionException {
        server.drop(DATABASE);
        try (ApplicationContext context = ApplicationContext.run(Scale.settings(server.provision(DATABASE)))) {
            load();
            print(context);
        }
    }

    private void load() {
        try (Connection superuser = server.connectAsSuperuser(DATABASE);
                Statement statement = superuser.createStatement()) {
            statement.execute("set search_path = kyosei, public");
            superuser.setAutoCommit(false);
            statement.execute(script());
            superuser.commit();
            superuser.setAutoCommit(true);
            statement.execute("vacuum (analyze)");
        } catch (SQLException e) {
            throw new IllegalStateException("the database could not be filled", e);
        }
    }

    private static void print(ApplicationContext context) throws InterruptedException, ExecutionException {
        IdentityService identity = context.getBean(IdentityService.class);
        OwnerKeeping keeping = context.getBean(OwnerKeeping.class);
        MunicipalityRegister register = context.getBean(MunicipalityRegister.class);
        DepartmentService departments = context.getBean(DepartmentService.class);
        RoleService roles = context.getBean(RoleService.class);
        Actor operator = identity.actorOf("bench-operator").orElseThrow();
        Actor admin = identity.actorOf("bench-1").orElseThrow();
        AccountService accounts = context.getBean(AccountService.class);
        Owner office = context.getBean(OwnerService.class).owners(admin).getFirst();
        OwnerId own = office.id();
        String slug = office.slug();
        int pages = OWNERS / A_PAGE;

        Map<String, IntConsumer> calls = new LinkedHashMap<>();
        calls.put("owners: count", call -> keeping.count(operator, OwnerSearch.ALL));
        calls.put("owners: first page of 50", call -> keeping.page(operator, OwnerSearch.ALL, 0, A_PAGE));
        calls.put(
                "owners: any page of 50",
                call -> keeping.page(operator, OwnerSearch.ALL, call % pages * A_PAGE, A_PAGE));
        calls.put(
                "owners: found by words",
                call -> keeping.page(operator, new OwnerSearch("岩手県", OwnerState.RUNNING), 0, A_PAGE));
        calls.put("register: found by reading", call -> register.search(operator, "きた", 0, A_PAGE));
        calls.put("departments of an owner", call -> departments.departments(admin, own));
        calls.put("roles of an owner", call -> roles.roles(admin, own));
        calls.put("people of a large office: count", call -> accounts.count(admin, slug, AccountFilter.ALL));
        calls.put(
                "people of a large office: first page of 50",
                call -> accounts.accounts(admin, slug, AccountFilter.ALL, 0, A_PAGE));
        calls.put(
                "people of a large office: any page of 50",
                call -> accounts.accounts(admin, slug, AccountFilter.ALL, call % OFFICE_PAGES * A_PAGE, A_PAGE));
        calls.put("who is it: an admin", call -> identity.actorOf("bench-1"));
        calls.put("who is it: an operator", call -> identity.actorOf("bench-operator"));

        System.out.printf("%,d owners, 20,000 people, %d calls a line, one client%n", OWNERS, CALLS);
        System.out.println("| what | statements | p50 ms | p95 ms |");
        System.out.println("|---|---|---|---|");
        for (Map.Entry<String, IntConsumer> measured : calls.entrySet()) {
            IntConsumer work = measured.getValue();
            Workers.run(1, WARM_UP, work, (nanos, wall) -> {});
            int sent = StatementCounter.count(() -> work.accept(0), 1).statements();
            Latencies latencies = new Latencies(CALLS);
            Workers.run(1, CALLS, work, latencies::add);
            System.out.printf(
                    "| %s | %d | %.2f | %.2f |%n",
                    measured.getKey(), sent, latencies.percentile(50), latencies.percentile(95));
        }
    }

    private static String script() {
        try (InputStream script = Objects.requireNonNull(OwnersBench.class.getResourceAsStream("owners.sql"))) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
