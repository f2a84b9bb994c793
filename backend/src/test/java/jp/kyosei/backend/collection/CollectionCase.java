package jp.kyosei.backend.collection;

import java.util.List;
import jp.kyosei.backend.DemonstrationUser;
import jp.kyosei.backend.RunningBackend;
import jp.kyosei.backend.audit.AuditEntry;
import jp.kyosei.backend.collection.board.BoardService;
import jp.kyosei.backend.collection.entry.CellEdit;
import jp.kyosei.backend.collection.entry.EntryOutcome;
import jp.kyosei.backend.collection.entry.EntryService;
import jp.kyosei.backend.collection.entry.TypedCell;
import jp.kyosei.backend.collection.step.StepResult;
import jp.kyosei.backend.collection.step.TaskService;
import jp.kyosei.backend.collection.task.TaskSelection;
import jp.kyosei.backend.collection.task.TaskStep;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.history.HistoryService;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The demonstration collection, on a backend of its own. */
abstract class CollectionCase {
    static final String PLAN = "ichinoseki-hiraizumi-vision-2";
    static final FiscalYear R5 = new FiscalYear(2023);
    static final FiscalYear R4 = new FiscalYear(2022);
    static final MunicipalityCode ICHINOSEKI = new MunicipalityCode("032093");
    static final MunicipalityCode HIRAIZUMI = new MunicipalityCode("034029");

    static RunningBackend backend;
    static CollectionService collections;
    static TaskService tasks;
    static BoardService boards;
    static EntryService entries;

    @BeforeAll
    static void a_backend_of_its_own() {
        backend = RunningBackend.alone();
        collections = backend.bean(CollectionService.class);
        tasks = backend.bean(TaskService.class);
        boards = backend.bean(BoardService.class);
        entries = backend.bean(EntryService.class);
    }

    @AfterAll
    static void stop() {
        backend.close();
    }

    static EntryOutcome enter(Actor actor, String no, MunicipalityCode town, String value) {
        return enter(actor, no, town, new TypedCell(value, "", ""), CellEdit.ANY_VERSION, "");
    }

    static EntryOutcome enter(
            Actor actor, String no, MunicipalityCode town, TypedCell cell, long version, String reason) {
        return entries.enter(actor, PLAN, R5, town, List.of(edit(no, cell, version, reason)))
                .getFirst();
    }

    static CellEdit edit(String no, TypedCell cell, long version, String reason) {
        return new CellEdit(no, new CellEdit.Typed(cell), version, reason);
    }

    static StepResult step(Actor actor, TaskStep step, String no, MunicipalityCode town, String comment) {
        return tasks.step(actor, PLAN, R5, step, TaskSelection.of(no, town), comment);
    }

    static List<AuditEntry> changes(MunicipalityCode town, String no) {
        return backend.bean(HistoryService.class).ofCell(secretariat(), PLAN, no, R5, town).entries().stream()
                .filter(entry -> entry.subjectKind().equals("actual"))
                .toList();
    }

    static Actor secretariat() {
        return backend.user(DemonstrationUser.SECRETARIAT);
    }

    static Actor ichinoseki() {
        return backend.user(DemonstrationUser.ICHINOSEKI);
    }

    static Actor hiraizumi() {
        return backend.user(DemonstrationUser.HIRAIZUMI);
    }
}
