package jp.kyosei.backend.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import jp.kyosei.backend.DemonstrationUser;
import jp.kyosei.backend.RunningBackend;
import jp.kyosei.backend.audit.AuditEntry;
import jp.kyosei.backend.clock.JapanTime;
import jp.kyosei.backend.collection.CollectionService;
import jp.kyosei.backend.collection.OpenRound;
import jp.kyosei.backend.collection.entry.CellEdit;
import jp.kyosei.backend.collection.entry.EntryOutcome;
import jp.kyosei.backend.collection.entry.EntryService;
import jp.kyosei.backend.collection.entry.TypedCell;
import jp.kyosei.backend.collection.step.TaskService;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.history.HistoryService;
import jp.kyosei.backend.importing.document.PlanImportService;
import jp.kyosei.backend.results.PlansOfSize;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** A town’s workbook of a collection, out and in, on a backend of its own. */
abstract class RoundWorkbookCase {
    static final String PLAN = "ichinoseki-hiraizumi-vision-2";
    static final String OF_DAISEN = PlansOfSize.slug(12);
    static final FiscalYear R6 = new FiscalYear(2024);
    static final FiscalYear R5 = new FiscalYear(2023);
    static final MunicipalityCode ICHINOSEKI = new MunicipalityCode("032093");
    static final MunicipalityCode HIRAIZUMI = new MunicipalityCode("034029");
    static final MunicipalityCode DAISEN = new MunicipalityCode("052124");
    static final String FILE = "実績入力.xlsx";

    static RunningBackend backend;
    static RoundWorkbookService workbooks;
    static EntryService entries;
    static CollectionService collections;
    static TaskService tasks;

    @BeforeAll
    static void a_backend_of_its_own() {
        backend = RunningBackend.alone();
        workbooks = backend.bean(RoundWorkbookService.class);
        entries = backend.bean(EntryService.class);
        collections = backend.bean(CollectionService.class);
        tasks = backend.bean(TaskService.class);
        backend.bean(PlanImportService.class).apply(daisen(), PlansOfSize.plan(12));
        open(OF_DAISEN);
    }

    @AfterAll
    static void stop() {
        backend.close();
    }

    static void open(String plan) {
        collections.open(
                daisen(),
                plan,
                new OpenRound(
                        new FiscalYear(2024), LocalDate.now(JapanTime.ZONE).plusDays(30), "", Set.of(), Set.of()));
    }

    static String message(UploadedWorkbook uploaded) {
        assertThat(uploaded.applied()).isFalse();
        assertThat(uploaded.problems()).hasSize(1);
        return uploaded.problems().getFirst().message();
    }

    static String decision(UploadedWorkbook uploaded, String no) {
        return uploaded.items().stream()
                .filter(item -> item.no().equals(no) && item.standing() == WorkbookItem.Standing.STALE)
                .map(WorkbookItem::decision)
                .findFirst()
                .orElseThrow();
    }

    static byte[] file(Actor actor) {
        return workbooks.workbook(actor, PLAN, R5, HIRAIZUMI).bytes();
    }

    static UploadedWorkbook preview(Actor actor, byte[] file, Decisions decisions) {
        return workbooks.preview(actor, PLAN, R5, HIRAIZUMI, FILE, file, decisions);
    }

    static UploadedWorkbook apply(Actor actor, byte[] file, Decisions decisions) {
        return workbooks.apply(actor, PLAN, R5, HIRAIZUMI, FILE, file, decisions);
    }

    static void look(byte[] file, Consumer<FilledWorkbook> looking) {
        assertThat(FilledWorkbook.of(file, looking)).isNotEmpty();
    }

    static void enter(String no, String value, String year, String note) {
        assertThat(entries.enter(
                        secretariat(),
                        PLAN,
                        R5,
                        HIRAIZUMI,
                        List.of(new CellEdit(
                                no, new CellEdit.Typed(new TypedCell(value, year, note)), CellEdit.ANY_VERSION, ""))))
                .singleElement()
                .isInstanceOf(EntryOutcome.Saved.class);
    }

    static List<AuditEntry> changes(String no) {
        return backend.bean(HistoryService.class)
                .ofCell(secretariat(), PLAN, no, R5, HIRAIZUMI)
                .entries();
    }

    static Actor secretariat() {
        return backend.user(DemonstrationUser.SECRETARIAT);
    }

    static Actor hiraizumi() {
        return backend.user(DemonstrationUser.HIRAIZUMI);
    }

    static Actor daisen() {
        return backend.user(DemonstrationUser.DAISEN);
    }
}
