package jp.kyosei.backend.workbook;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import jp.kyosei.backend.actual.narrative.Narrative;
import jp.kyosei.backend.collection.entry.EntryRow;
import jp.kyosei.backend.collection.entry.EntryService;
import jp.kyosei.backend.collection.entry.EntrySheet;
import jp.kyosei.backend.collection.entry.TownEntry;
import jp.kyosei.backend.collection.round.CollectionRound;
import jp.kyosei.backend.collection.task.CollectionTask;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.indicator.IndicatorId;
import jp.kyosei.backend.load.ExpensiveWork;
import jp.kyosei.backend.plan.PlanContent;
import jp.kyosei.backend.plan.Section;
import jp.kyosei.backend.sheet.Book;
import jp.kyosei.backend.sheet.reading.SheetReader;
import jp.kyosei.backend.tenancy.AccessPolicy;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import jp.kyosei.backend.tenancy.NotFoundException;
import jp.kyosei.backend.tenancy.OwnerId;
import jp.kyosei.backend.tenancy.RefusedException;
import jp.kyosei.backend.tenancy.TenantDoor;

/**
 * Gives out a town's part of a collection as a workbook and takes it in again. Whatever the workbook says of itself, it is
 * stored through the entry of the screen: with its rights, locks, checks, versions and audit trail.
 */
@Singleton
public class RoundWorkbookService {
    private final EntryService entries;
    private final SheetReader reader;
    private final TenantDoor door;
    private final AccessPolicy policy;
    private final ExpensiveWork expensive;
    private final Clock clock;

    RoundWorkbookService(
            EntryService entries,
            SheetReader reader,
            TenantDoor door,
            AccessPolicy policy,
            ExpensiveWork expensive,
            Clock clock) {
        this.entries = entries;
        this.reader = reader;
        this.door = door;
        this.policy = policy;
        this.expensive = expensive;
        this.clock = clock;
    }

    /**
     * The workbook of a town, filled with what is stored: the rows that the actor may enter.
     *
     * @throws NotFoundException if there is no such plan or round, the round does not ask the town, or it is another owner's
     * @throws jp.kyosei.backend.tenancy.ForbiddenException if the actor has no part in that town's collection
     * @throws RefusedException if the round is closed, or nothing in it is the actor's to enter
     * @throws jp.kyosei.backend.load.BusyException if too many are being made
     */
    public RoundWorkbook workbook(Actor actor, String plan, FiscalYear year, MunicipalityCode town) {
        return expensive.run(actor.person(), () -> made(actor, plan, year, town));
    }

    private RoundWorkbook made(Actor actor, String plan, FiscalYear year, MunicipalityCode town) {
        EntrySheet sheet = sheet(actor, plan, year, town);
        CollectionRound round = sheet.round();
        if (!round.isOpen()) {
            throw new RefusedException("この照会は締め切られています。直すときは、事務局に再開を依頼してください。");
        }
        OwnerId owner = sheet.content().plan().owner();
        boolean secretariat = policy.canKeepPlans(actor, owner);
        Map<IndicatorId, Narrative> narratives = sheet.narratives().stream()
                .filter(narrative -> narrative.fiscalYear().equals(year))
                .collect(Collectors.toMap(Narrative::indicator, Function.identity()));
        List<WorkbookRow> rows = new ArrayList<>();
        for (EntryRow row : sheet.rows()) {
            CollectionTask task = row.task();
            if (task != null && policy.canEnter(actor, owner, town, task.department())) {
                WorkbookRow unlocked = new WorkbookRow(
                        row,
                        narratives.get(row.indicator().id()),
                        titles(sheet.content(), row.indicator().section()),
                        true);
                boolean open = row.isEditable() || (secretariat && unlocked.isConfirmed());
                rows.add(open ? unlocked : new WorkbookRow(row, unlocked.narrative(), unlocked.section(), false));
            }
        }
        if (rows.isEmpty()) {
            throw new RefusedException("この照会で、あなたが入力する指標はありません。");
        }
        LocalDate due = rows.stream()
                .flatMap(row -> Optional.ofNullable(row.entry().task()).stream())
                .map(CollectionTask::dueOn)
                .min(Comparator.naturalOrder())
                .orElse(round.dueOn());
        byte[] bytes = WorkbookWriter.write(new WorkbookContent(
                sheet.content(),
                round,
                town,
                sheet.municipalityName(),
                due,
                secretariat,
                rows,
                clock.instant().truncatedTo(ChronoUnit.SECONDS)));
        return new RoundWorkbook(
                "実績入力_%s_%s.xlsx".formatted(sheet.municipalityName(), year.longLabel()),
                "kyosei-%d-%s.xlsx".formatted(year.year(), town.value()),
                bytes);
    }

    /**
     * Says what a workbook that came back would change; nothing is stored. Errors as {@link #workbook}, and:
     *
     * @throws jp.kyosei.backend.sheet.UnreadableFileException if the file cannot be read
     */
    public UploadedWorkbook preview(
            Actor actor,
            String plan,
            FiscalYear year,
            MunicipalityCode town,
            String fileName,
            byte[] content,
            Decisions decisions) {
        return expensive.run(actor.person(), () -> take(actor, plan, year, town, fileName, content, decisions, false));
    }

    /**
     * Stores what was typed into a workbook: all of it in one transaction, or nothing where there is a problem or a decision
     * is open. Errors as {@link #preview}, and:
     *
     * @throws jp.kyosei.backend.tenancy.StaleException if somebody has stored the same at the very same moment
     */
    public UploadedWorkbook apply(
            Actor actor,
            String plan,
            FiscalYear year,
            MunicipalityCode town,
            String fileName,
            byte[] content,
            Decisions decisions) {
        return expensive.run(actor.person(), () -> take(actor, plan, year, town, fileName, content, decisions, true));
    }

    /** @param storing whether what is sound is stored, too */
    private UploadedWorkbook take(
            Actor actor,
            String plan,
            FiscalYear year,
            MunicipalityCode town,
            String fileName,
            byte[] content,
            Decisions decisions,
            boolean storing) {
        sheet(actor, plan, year, town);
        ReadWorkbook read;
        try {
            read = read(fileName, content);
        } catch (WorkbookFacts.UnusableException e) {
            return unusable(e);
        }
        Supplier<UploadedWorkbook> work = () -> {
            EntrySheet sheet = sheet(actor, plan, year, town);
            List<WorkbookProblem> foreign = foreign(read.facts(), sheet, town);
            if (!foreign.isEmpty()) {
                return UploadedWorkbook.refused(foreign);
            }
            WorkbookComparison comparison = WorkbookComparison.of(sheet, read, decisions);
            TownEntry entry = storing && comparison.isSound()
                    ? entries.enterTogether(actor, plan, year, town, comparison.figures(), comparison.texts())
                    : entries.previewTogether(actor, plan, year, town, comparison.figures(), comparison.texts());
            return comparison.uploaded(entry);
        };
        return storing ? door.write(actor, work) : door.read(actor, work);
    }

    private EntrySheet sheet(Actor actor, String plan, FiscalYear year, MunicipalityCode town) {
        EntrySheet sheet = entries.sheet(actor, plan, year, town);
        if (sheet.rows().isEmpty()) {
            throw new NotFoundException();
        }
        return sheet;
    }

    private ReadWorkbook read(String fileName, byte[] content) {
        Book book = reader.readWithHidden(fileName, content);
        return ReadWorkbook.of(book);
    }

    private static UploadedWorkbook unusable(WorkbookFacts.UnusableException e) {
        return UploadedWorkbook.refused(List.of(
                WorkbookProblem.ofWhole(Optional.ofNullable(e.getMessage()).orElse(""))));
    }

    /** Names of another plan or owner are not said: whoever has the file knows them, nobody learns whether they exist. */
    private static List<WorkbookProblem> foreign(WorkbookFacts facts, EntrySheet sheet, MunicipalityCode town) {
        FiscalYear year = sheet.round().fiscalYear();
        String message;
        if (!facts.plan().equals(sheet.content().plan().slug())) {
            message = "この計画の実績照会のExcelではありません。送り先の計画を確かめてください。";
        } else if (!facts.fiscalYear().equals(Integer.toString(year.year()))) {
            message = "%sのExcelです。いま開いているのは%sの照会です。"
                    .formatted(
                            FiscalYear.parse(facts.fiscalYear())
                                    .map(FiscalYear::longLabel)
                                    .orElse("別の年度"),
                            year.longLabel());
        } else if (!facts.municipality().equals(town.value())) {
            message = "%sのExcelではありません（市町村コード %s のものです）。送り先の市町村を確かめてください。"
                    .formatted(sheet.municipalityName(), facts.municipality());
        } else if (!facts.round().equals(sheet.round().id().toString())) {
            message = "前に行われた別の照会のExcelです。もう一度ダウンロードしたファイルに入力してください。";
        } else if (!sheet.round().isOpen()) {
            message = "この照会は締め切られています。登録するには、事務局に再開を依頼してください。";
        } else {
            return List.of();
        }
        return List.of(WorkbookProblem.ofWhole(message));
    }

    private static String titles(PlanContent content, String section) {
        return content.path(section).stream()
                .flatMap(number -> content.section(number).stream())
                .map(Section::title)
                .collect(Collectors.joining("\n"));
    }
}
