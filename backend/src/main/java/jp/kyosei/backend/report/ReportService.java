package jp.kyosei.backend.report;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.List;
import jp.kyosei.backend.actual.ActualService;
import jp.kyosei.backend.actual.Figures;
import jp.kyosei.backend.discussion.Discussion;
import jp.kyosei.backend.discussion.Note;
import jp.kyosei.backend.discussion.Visibility;
import jp.kyosei.backend.discussion.thread.NoteReading;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.indicator.Reporter;
import jp.kyosei.backend.load.ExpensiveWork;
import jp.kyosei.backend.meeting.MeetingId;
import jp.kyosei.backend.meeting.paper.MeetingPack;
import jp.kyosei.backend.meeting.paper.PaperService;
import jp.kyosei.backend.owners.department.DepartmentService;
import jp.kyosei.backend.plan.PlanContent;
import jp.kyosei.backend.plan.PlanService;
import jp.kyosei.backend.report.data.CsvWriter;
import jp.kyosei.backend.report.data.DataTable;
import jp.kyosei.backend.report.data.NotesTable;
import jp.kyosei.backend.report.data.OverviewTables;
import jp.kyosei.backend.report.data.ResultsTables;
import jp.kyosei.backend.report.data.TrendTable;
import jp.kyosei.backend.report.document.GradeTally;
import jp.kyosei.backend.report.document.NotesPaper;
import jp.kyosei.backend.report.document.OfficeWords;
import jp.kyosei.backend.report.document.OverviewPaper;
import jp.kyosei.backend.report.document.PackPapers;
import jp.kyosei.backend.report.document.PaperSheet;
import jp.kyosei.backend.report.document.PaperTitles;
import jp.kyosei.backend.report.document.PlanReading;
import jp.kyosei.backend.report.document.ResultsPaper;
import jp.kyosei.backend.report.document.TrendPaper;
import jp.kyosei.backend.report.docx.DocxWriter;
import jp.kyosei.backend.report.pdf.PdfWriter;
import jp.kyosei.backend.report.xlsx.XlsxWriter;
import jp.kyosei.backend.results.Overview;
import jp.kyosei.backend.results.PlanResults;
import jp.kyosei.backend.results.ResultsService;
import jp.kyosei.backend.results.ResultsSheet;
import jp.kyosei.backend.results.TownNarrative;
import jp.kyosei.backend.results.Trend;
import jp.kyosei.backend.results.printed.SheetComposer;
import jp.kyosei.backend.tenancy.AccessPolicy;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.FigureSight;
import jp.kyosei.backend.tenancy.OwnerId;
import jp.kyosei.backend.tenancy.OwnerKind;
import jp.kyosei.backend.tenancy.TenantDoor;
import org.jspecify.annotations.Nullable;

/**
 * Gives out reports: what the screens show this reader, as files. Everything is read first, in one transaction of a fixed
 * number of statements; the file is made after it.
 */
@Singleton
public class ReportService {
    private final PlanService plans;
    private final ActualService actuals;
    private final ResultsService results;
    private final NoteReading discussion;
    private final PaperService papers;
    private final DepartmentService departments;
    private final TenantDoor door;
    private final AccessPolicy policy;
    private final ExpensiveWork work;
    private final Clock clock;

    ReportService(
            PlanService plans,
            ActualService actuals,
            ResultsService results,
            NoteReading discussion,
            PaperService papers,
            DepartmentService departments,
            TenantDoor door,
            AccessPolicy policy,
            ExpensiveWork work,
            Clock clock) {
        this.plans = plans;
        this.actuals = actuals;
        this.results = results;
        this.discussion = discussion;
        this.papers = papers;
        this.departments = departments;
        this.door = door;
        this.policy = policy;
        this.work = work;
        this.clock = clock;
    }

    /**
     * A report of a plan.
     *
     * @param year as the screen of that kind takes it; the trend is of all years
     * @throws jp.kyosei.backend.tenancy.NotFoundException if there is no such plan, or it is another owner's
     * @throws jp.kyosei.backend.plan.FiscalYearOutsidePlanException if the plan has no such year
     * @throws jp.kyosei.backend.load.BusyException if too many are being made
     */
    public ReportFile report(
            Actor actor, String plan, ReportKind kind, ReportFormat format, @Nullable FiscalYear year) {
        return work.run(actor.person(), () -> made(actor, plan, kind, format, year));
    }

    private ReportFile made(Actor actor, String plan, ReportKind kind, ReportFormat format, @Nullable FiscalYear year) {
        Made made =
                switch (kind) {
                    case RESULTS -> results(actor, plan, format, year);
                    case OVERVIEW -> overview(results.overview(actor, plan, year));
                    case TREND -> trend(results.trend(actor, plan));
                    case NOTES -> notes(actor, discussion.overview(actor, plan, year), false);
                    case NOTES_HANDOUT -> notes(actor, discussion.overview(actor, plan, year), true);
                };
        Report report = made.report();
        byte[] bytes =
                switch (format) {
                    case XLSX -> XlsxWriter.write(kind.label(), report.paper(), report.data());
                    case PDF -> PdfWriter.write(report.paper().title(), List.of(report.paper()));
                    case DOCX -> DocxWriter.write(report.paper());
                    case CSV -> CsvWriter.write(report.record());
                };
        String ofYear = made.year() == null ? "" : "_" + made.year().longLabel();
        String ofYearPlain = made.year() == null ? "" : "-" + made.year().year();
        return new ReportFile(
                FileNames.harmless("%s_%s%s".formatted(made.content().plan().title(), kind.label(), ofYear))
                        + "."
                        + format.extension(),
                "%s-%s%s.%s".formatted(plan, kind.address(), ofYearPlain, format.extension()),
                format.contentType(),
                bytes);
    }

    /**
     * The papers of a meeting as issued last, as one PDF file: cover, 次第, 名簿, papers.
     *
     * @throws jp.kyosei.backend.tenancy.NotFoundException if there is no such meeting, or it is another owner's
     * @throws jp.kyosei.backend.load.BusyException if too many are being made
     */
    public ReportFile pack(Actor actor, MeetingId meeting) {
        return work.run(actor.person(), () -> madePack(actor, meeting));
    }

    private ReportFile madePack(Actor actor, MeetingId meeting) {
        MeetingPack pack = papers.pack(actor, meeting);
        OwnerId owner = pack.meeting().plan().owner();
        OwnerKind kind = kindOf(actor, owner);
        String title = PackPapers.title(pack.meeting());
        return new ReportFile(
                FileNames.harmless(title.replace('　', '_')) + ".pdf",
                "meeting-%s-papers.pdf".formatted(pack.meeting().heldOn()),
                ReportFormat.PDF.contentType(),
                PdfWriter.write(
                        title,
                        PackPapers.of(pack, kind, NotesPaper.scope(policy.discussionSight(actor, owner), kind))));
    }

    /** A report with the plan and the year that it is of. */
    private record Made(
            Report report, PlanContent content, @Nullable FiscalYear year) {}

    private Made results(Actor actor, String plan, ReportFormat format, @Nullable FiscalYear year) {
        PlanReading reading = door.read(actor, () -> readWithin(actor, plan, year));
        ResultsSheet of = reading.results().sheet();
        PaperSheet sheet = PaperSheet.of(
                of.content().plan(),
                SheetComposer.of(
                        reading.results(),
                        TownNarrative.ofYear(of, reading.narratives()),
                        reading.initiatives(),
                        reading.recorded().actuals()));
        OfficeWords title = OfficeWords.none(PaperTitles.results(sheet));
        ZonedDateTime now = ZonedDateTime.now(clock);
        return new Made(
                new Report(
                        format == ReportFormat.XLSX
                                ? ResultsPaper.inOneTable(sheet, title)
                                : ResultsPaper.of(sheet, title),
                        ResultsTables.inOne(reading),
                        format == ReportFormat.XLSX ? ResultsTables.of(reading, now) : List.of()),
                of.content(),
                sheet.fiscalYear());
    }

    private PlanReading readWithin(Actor actor, String plan, @Nullable FiscalYear year) {
        PlanContent content = plans.ofYearWithin(actor, plan, year);
        OwnerId owner = content.plan().owner();
        FigureSight sight = policy.figureSight(actor, owner);
        Figures recorded = actuals.figuresWithin(sight, content);
        PlanResults found = results.resultsWithin(recorded, content, year);
        if (year == null
                && content.versionIn(found.sheet().fiscalYear())
                        != content.version().number()) {
            return readWithin(actor, plan, found.sheet().fiscalYear());
        }
        return new PlanReading(
                found,
                recorded,
                actuals.narrativesWithin(
                        sight,
                        owner,
                        found.sheet().rows().stream()
                                .map(row -> row.indicator().id())
                                .toList(),
                        new FiscalYear(FiscalYear.FIRST)),
                plans.initiativesWithin(content),
                departments.reportingDepartmentsWithin(found.sheet().rows().stream()
                        .flatMap(row -> row.indicator().reporters().stream())
                        .map(Reporter::municipality)
                        .distinct()
                        .toList()),
                sight.everything());
    }

    private static Made overview(Overview found) {
        PaperSheet sheet = PaperSheet.of(found.sheet().content().plan(), SheetComposer.of(found.sheet()));
        GradeTally.Tallies tallies = GradeTally.Tallies.of(found.summary());
        DataTable counts = OverviewTables.counts(found.summary(), tallies);
        return new Made(
                new Report(
                        OverviewPaper.of(sheet, OfficeWords.none(PaperTitles.overview(sheet))),
                        counts,
                        List.of(counts, OverviewTables.unmeasured(sheet), OverviewTables.findings(found.sheet()))),
                found.sheet().content(),
                sheet.fiscalYear());
    }

    private static Made trend(Trend trend) {
        PlanContent content = trend.content();
        DataTable grades = TrendTable.of(trend);
        return new Made(
                new Report(
                        TrendPaper.of(
                                TrendPaper.Matrix.of(trend),
                                OfficeWords.none(
                                        PaperTitles.trend(content.plan().title()))),
                        grades,
                        List.of(grades)),
                content,
                null);
    }

    private Made notes(Actor actor, Discussion found, boolean handedOut) {
        PlanContent content = found.content();
        OwnerId owner = content.plan().owner();
        OwnerKind kind = kindOf(actor, owner);
        List<Note> standing = found.notes().stream()
                .filter(note -> !note.isWithdrawn() && !(handedOut && note.visibility() == Visibility.COUNCIL))
                .toList();
        String scope = handedOut
                ? NotesPaper.scopeOfHandout(kind)
                : NotesPaper.scope(policy.discussionSight(actor, owner), kind);
        DataTable said = NotesTable.of(standing, kind);
        return new Made(
                new Report(
                        NotesPaper.of(
                                standing.stream()
                                        .map(note -> NotesPaper.Said.of(note, kind))
                                        .toList(),
                                content.ownerName(),
                                scope,
                                !handedOut,
                                OfficeWords.none(
                                        PaperTitles.notes(content.plan().title(), found.fiscalYear()))),
                        said,
                        List.of(said)),
                content,
                found.fiscalYear());
    }

    /** What the owner is, as the reader's roles there say. */
    private static OwnerKind kindOf(Actor actor, OwnerId owner) {
        return actor.grants().stream()
                .filter(grant -> grant.owner().equals(owner))
                .map(grant -> grant.ownerKind())
                .findFirst()
                .orElse(OwnerKind.MUNICIPALITY);
    }
}
