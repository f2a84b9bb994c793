package jp.kyosei.backend.collection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import jp.kyosei.backend.DemonstrationUser;
import jp.kyosei.backend.RunningBackend;
import jp.kyosei.backend.collection.entry.CellEdit;
import jp.kyosei.backend.collection.entry.EntryOutcome;
import jp.kyosei.backend.collection.entry.EntryService;
import jp.kyosei.backend.collection.entry.TypedCell;
import jp.kyosei.backend.collection.step.TaskService;
import jp.kyosei.backend.collection.task.TaskSelection;
import jp.kyosei.backend.collection.task.TaskStep;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** A clerk and a superior of 一関市 in the demonstration's collection, on a backend of its own. */
public abstract class ApprovingCase {
    protected static final String PLAN = "ichinoseki-hiraizumi-vision-2";
    protected static final FiscalYear R5 = new FiscalYear(2023);
    protected static final MunicipalityCode ICHINOSEKI = new MunicipalityCode("032093");

    protected static RunningBackend backend;

    protected final EntryService entries = bean(EntryService.class);
    protected final TaskService tasks = bean(TaskService.class);

    @BeforeAll
    static void a_backend_of_its_own() {
        backend = RunningBackend.alone();
    }

    @AfterAll
    static void stop() {
        backend.close();
    }

    protected void enter(Actor actor, String no, String value) {
        CellEdit edit = new CellEdit(no, new CellEdit.Typed(new TypedCell(value, "", "")), CellEdit.ANY_VERSION, "");
        assertThat(entries.enter(actor, PLAN, R5, ICHINOSEKI, List.of(edit)))
                .as("entry of %s", no)
                .singleElement()
                .isInstanceOf(EntryOutcome.Saved.class);
    }

    /** Taken, whatever is open about it. */
    protected void taken(Actor actor, TaskStep step, String no, String comment) {
        assertThat(tasks.step(actor, PLAN, R5, step, TaskSelection.of(no, ICHINOSEKI), comment, open -> true)
                        .moved())
                .as("%s of %s", step, no)
                .hasSize(1);
    }

    protected static Actor clerk() {
        return backend.user(DemonstrationUser.ICHINOSEKI);
    }

    protected static Actor superior() {
        return backend.user(DemonstrationUser.APPROVER);
    }

    protected static Actor secretariat() {
        return backend.user(DemonstrationUser.SECRETARIAT);
    }

    /** Of the backend that runs by now. */
    protected static <T> T bean(Class<T> type) {
        return backend.bean(type);
    }
}
