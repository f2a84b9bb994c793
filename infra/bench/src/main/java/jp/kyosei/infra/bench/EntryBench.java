package jp.kyosei.infra.bench;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.IntConsumer;
import jp.kyosei.backend.clock.JapanTime;
import jp.kyosei.backend.collection.CollectionService;
import jp.kyosei.backend.collection.OpenRound;
import jp.kyosei.backend.collection.entry.CellEdit;
import jp.kyosei.backend.collection.entry.EntryOutcome;
import jp.kyosei.backend.collection.entry.EntryService;
import jp.kyosei.backend.collection.step.TaskService;
import jp.kyosei.backend.collection.task.TaskSelection;
import jp.kyosei.backend.collection.task.TaskStep;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.figure.Observation;
import jp.kyosei.backend.figure.Observed;
import jp.kyosei.backend.indicator.Indicator;
import jp.kyosei.backend.results.ResultsSheet;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.MunicipalityCode;

/**
 * Measures what it costs to enter a figure, beside the floor: the same row updated and the same audit entry inserted by
 * hand. Product and floors take turns on the same cells.
 */
final class EntryBench {
    /** Whose plan it is: one of the three, a secretariat's. */
    private static final int OWNER = 1;

    private static final FiscalYear YEAR = new FiscalYear(2025);
    private static final int ROUNDS = 10;
    private static final int CALLS_PER_ROUND = 64;
    private static final int WARM_UP_ROUNDS = 20;
    private static final int MORE_WARM_UP_ROUNDS = 2;
    private static final String PRODUCT = "enter";
    private static final String FLOOR = "floor";
    private static final String NOTIFYING = "floor with NOTIFY";

    private final Scale scale;
    private final EntryService entries;
    private final EntryFloor floor;
    private final Actor actor;
    private final EntryFloor.Plan plan;
    private final MunicipalityCode town;
    private final List<Cell> cells;
    private final AtomicLongArray versions;
    private final AtomicLong values = new AtomicLong(1_000_000);
    private final Map<String, Latencies> measured = new LinkedHashMap<>();

    private record Cell(String no, UUID indicator) {}

    /**
     * A row of clients of the table.
     *
     * @param together whether all write the same cell
     */
    private record Load(int clients, boolean together) {
        String name() {
            return together ? clients + ", one cell" : Integer.toString(clients);
        }
    }

    private static final List<Load> LOADS =
            List.of(new Load(1, false), new Load(8, false), new Load(32, false), new Load(32, true));

    /** @param scale a database of its own: its collection is opened and its figures are overwritten */
    EntryBench(Scale scale) {
        this.scale = scale;
        entries = scale.bean(EntryService.class);
        floor = new EntryFloor(scale.pool());
        actor = scale.actor(OWNER);
        ResultsSheet sheet = scale.results(OWNER);
        plan = new EntryFloor.Plan(
                actor.grants().getFirst().owner().value(),
                sheet.content().plan().id().value());
        List<Indicator> plain = sheet.rows().stream()
                .map(row -> row.indicator())
                .filter(indicator -> !indicator.unit().equals("%"))
                .limit(CALLS_PER_ROUND)
                .toList();
        cells = plain.stream()
                .map(indicator -> new Cell(indicator.no(), indicator.id().value()))
                .toList();
        if (cells.size() < CALLS_PER_ROUND) {
            throw new IllegalStateException("clients would meet in a cell: only %d".formatted(cells.size()));
        }
        town = plain.getFirst().reporters().getFirst().municipality();
        CollectionService collections = scale.bean(CollectionService.class);
        LocalDate due = LocalDate.now(JapanTime.ZONE).plusDays(30);
        collections.open(actor, Scale.PLAN, new OpenRound(YEAR, due, "", Set.of(), Set.of()));
        // The figures are confirmed, for viewers see no others; sent back they can be changed.
        scale.bean(TaskService.class).step(actor, Scale.PLAN, YEAR, TaskStep.RETURN, TaskSelection.ALL, "計測のため");
        versions = new AtomicLongArray(cells.size());
        for (int cell = 0; cell < cells.size(); cell++) {
            // The first entry also begins the task, once.
            enter(cell, CellEdit.ANY_VERSION);
        }
    }

    void run() throws InterruptedException, ExecutionException {
        printStatements();
        for (Load load : LOADS) {
            int warmUp = measured.isEmpty() ? WARM_UP_ROUNDS : MORE_WARM_UP_ROUNDS;
            for (int round = -warmUp; round < ROUNDS; round++) {
                measure(
                        round,
                        load,
                        PRODUCT,
                        index ->
                                enter(cell(load, index), load.together() ? CellEdit.ANY_VERSION : versions.get(index)));
                measure(round, load, FLOOR, index -> byHand(cell(load, index), false));
                measure(round, load, NOTIFYING, index -> byHand(cell(load, index), true));
            }
        }
        print();
    }

    private static int cell(Load load, int index) {
        return load.together() ? 0 : index;
    }

    /** What REST does for one request: who is it, then the entry. */
    private void enter(int cell, long expected) {
        Observation figure = new Observation(new Observed.Value(new BigDecimal(values.incrementAndGet())), null);
        EntryOutcome outcome = entries.enter(
                        scale.actor(OWNER),
                        Scale.PLAN,
                        YEAR,
                        town,
                        List.of(new CellEdit(cells.get(cell).no(), new CellEdit.Given(figure), expected, "")))
                .getFirst();
        if (!(outcome instanceof EntryOutcome.Saved saved)) {
            throw new IllegalStateException("not saved: " + outcome);
        }
        versions.set(cell, saved.row().version());
    }

    private void byHand(int cell, boolean notifying) {
        versions.set(
                cell,
                floor.write(
                        actor,
                        plan,
                        cells.get(cell).indicator(),
                        YEAR.year(),
                        town.value(),
                        values.incrementAndGet(),
                        notifying));
    }

    private void printStatements() {
        // A connection that lay idle is tested when it is next taken; this is not what a call costs.
        enter(0, CellEdit.ANY_VERSION);
        System.out.printf(
                "entry: enter %s; floor %s; floor with NOTIFY %s%n",
                StatementCounter.count(() -> enter(0, CellEdit.ANY_VERSION), 2),
                StatementCounter.count(() -> byHand(0, false), 1),
                StatementCounter.count(() -> byHand(0, true), 1));
    }

    private void measure(int round, Load load, String what, IntConsumer call)
            throws InterruptedException, ExecutionException {
        Workers.run(load.clients(), CALLS_PER_ROUND, call, (nanos, wall) -> {
            if (round >= 0) {
                measured.computeIfAbsent(key(load, what), key -> new Latencies(ROUNDS * CALLS_PER_ROUND))
                        .add(nanos, wall);
            }
        });
    }

    private Latencies found(Load load, String what) {
        Latencies found = measured.get(key(load, what));
        if (found == null) {
            throw new IllegalStateException("not measured");
        }
        return found;
    }

    private void print() {
        System.out.printf(
                "%d processors, %d calls a cell of the table%n",
                Runtime.getRuntime().availableProcessors(), ROUNDS * CALLS_PER_ROUND);
        System.out.println("| clients | what | p50 ms | p95 ms | p99 ms | writes/s | p50 / floor |");
        System.out.println("|---|---|---|---|---|---|---|");
        List<String> lines = new ArrayList<>();
        for (Load load : LOADS) {
            double least = found(load, FLOOR).percentile(50);
            for (String what : List.of(PRODUCT, FLOOR, NOTIFYING)) {
                Latencies times = found(load, what);
                lines.add("| %s | %s | %.2f | %.2f | %.2f | %.0f | %.2f |"
                        .formatted(
                                load.name(),
                                what,
                                times.percentile(50),
                                times.percentile(95),
                                times.percentile(99),
                                times.perSecond(),
                                times.percentile(50) / least));
            }
        }
        lines.forEach(System.out::println);
    }

    private static String key(Load load, String what) {
        return load.name() + "/" + what;
    }
}
