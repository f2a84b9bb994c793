package jp.kyosei.backend.report;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import jp.kyosei.backend.actual.ActualService;
import jp.kyosei.backend.actual.Figures;
import jp.kyosei.backend.discussion.Discussion;
import jp.kyosei.backend.discussion.Note;
import jp.kyosei.backend.discussion.NoteSubject;
import jp.kyosei.backend.discussion.Reply;
import jp.kyosei.backend.discussion.Visibility;
import jp.kyosei.backend.discussion.thread.NoteReading;
import jp.kyosei.backend.evaluation.Grade;
import jp.kyosei.backend.evaluation.RuleSet;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.indicator.Reporter;
import jp.kyosei.backend.meeting.MeetingId;
import jp.kyosei.backend.meeting.paper.MeetingPack;
import jp.kyosei.backend.meeting.paper.PaperService;
import jp.kyosei.backend.owners.OwnerService;
import jp.kyosei.backend.plan.PlanContent;
import jp.kyosei.backend.plan.PlanService;
import jp.kyosei.backend.report.DataTable.Datum;
import jp.kyosei.backend.results.Overview;
import jp.kyosei.backend.results.PlanResults;
import jp.kyosei.backend.results.ResultsService;
import jp.kyosei.backend.results.Summary;
import jp.kyosei.backend.results.Trend;
import jp.kyosei.backend.tenancy.AccessPolicy;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.DiscussionSight;
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
    private final OwnerService tenancy;
    private final TenantDoor door;
    private final AccessPolicy policy;
    private final Clock clock;

    ReportService(
            PlanService plans,
            ActualService actuals,
            ResultsService results,
            NoteReading discussion,
            PaperService papers,
            OwnerService tenancy,
            TenantDoor door,
            AccessPolicy policy,
            Clock clock) {
        this.plans = plans;
        this.actuals = actuals;
        this.results = results;
        this.discussion = discussion;
        this.papers = papers;
        this.tenancy = tenancy;
        this.door = door;
        this.policy = policy;
        this.clock = clock;
    }

    /**
     * A report of a plan.
     *
     * @param year as the screen of that kind takes it; the trend is of all years
     * @throws jp.kyosei.backend.tenancy.NotFoundException if there is no such plan, or it is another owner's
     * @throws jp.kyosei.backend.plan.FiscalYearOutsidePlanException if the plan has no such year
     */
    public ReportFile report(
            Actor actor, String plan, ReportKind kind, ReportFormat format, @Nullable FiscalYear year) {
        Made made =
                switch (kind) {
                    case RESULTS -> results(actor, plan, format, year);
                    case OVERVIEW -> overview(results.overview(actor, plan, year));
                    case TREND -> trend(results.trend(actor, plan));
                    case NOTES -> notes(actor, discussion.overview(actor, plan, year));
                };
        Report report = made.report();
        byte[] bytes =
                switch (format) {
                    case XLSX -> XlsxWriter.write(report);
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
     */
    public ReportFile pack(Actor actor, MeetingId meeting) {
        MeetingPack pack = papers.pack(actor, meeting);
        OwnerId owner = pack.meeting().plan().owner();
        OwnerKind kind = kindOf(actor, owner);
        String title = PackPapers.title(pack.meeting());
        return new ReportFile(
                FileNames.harmless(title.replace('　', '_')) + ".pdf",
                "meeting-%s-papers.pdf".formatted(pack.meeting().heldOn()),
                ReportFormat.PDF.contentType(),
                PdfWriter.write(title, PackPapers.of(pack, kind, scope(policy.discussionSight(actor, owner), kind))));
    }

    /** A report with the plan and the year that it is of. */
    private record Made(
            Report report, PlanContent content, @Nullable FiscalYear year) {}

    private Made results(Actor actor, String plan, ReportFormat format, @Nullable FiscalYear year) {
        PlanReading reading = door.read(actor, () -> readWithin(actor, plan, year));
        PaperSheet sheet = LiveSheets.of(reading);
        ZonedDateTime now = ZonedDateTime.now(clock);
        return new Made(
                new Report(
                        ResultsPaper.of(sheet, ResultsPaper.title(sheet), "資料No.1"),
                        ResultsTables.inOne(reading),
                        format == ReportFormat.XLSX ? ResultsTables.of(reading, now) : List.of()),
                reading.results().sheet().content(),
                sheet.fiscalYear());
    }

    private PlanReading readWithin(Actor actor, String plan, @Nullable FiscalYear year) {
        PlanContent content = plans.contentWithin(actor, plan);
        OwnerId owner = content.plan().owner();
        FigureSight sight = policy.figureSight(actor, owner);
        Figures recorded = actuals.figuresWithin(sight, content);
        PlanResults found = results.resultsWithin(recorded, content, year);
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
                tenancy.reportingDepartmentsWithin(found.sheet().rows().stream()
                        .flatMap(row -> row.indicator().reporters().stream())
                        .map(Reporter::municipality)
                        .distinct()
                        .toList()),
                sight.everything());
    }

    private static Made overview(Overview found) {
        PaperSheet sheet = LiveSheets.of(found.sheet());
        Tally.Tallies tallies = Tally.Tallies.of(found.summary());
        DataTable counts = counts(found.summary(), tallies);
        return new Made(
                new Report(
                        OverviewPaper.of(sheet, tallies, OverviewPaper.title(sheet), ""),
                        counts,
                        List.of(counts, unmeasured(sheet), findings(sheet))),
                found.sheet().content(),
                sheet.fiscalYear());
    }

    private static DataTable counts(Summary summary, Tally.Tallies tallies) {
        List<List<Datum>> rows = new ArrayList<>();
        addCounts(rows, summary, "全体", List.of(tallies.all()));
        addCounts(rows, summary, "種別", tallies.byKind());
        addCounts(rows, summary, "体系", tallies.bySection());
        return new DataTable("件数", List.of("年度", "年度（和暦）", "区分", "体系番号", "名称", "種別", "達成度", "件数", "前年度の件数"), rows);
    }

    private static void addCounts(List<List<Datum>> rows, Summary summary, String group, List<Tally> tallies) {
        tallies.forEach(tally -> summary.rules()
                .labels()
                .forEach(label -> rows.add(List.of(
                        ResultsTables.year(summary.fiscalYear()),
                        ResultsTables.era(summary.fiscalYear()),
                        Datum.of(group),
                        Datum.of(tally.number()),
                        Datum.of(tally.name()),
                        Datum.of(tally.kind()),
                        Datum.of(label),
                        Datum.of(tally.now(label)),
                        Datum.of(tally.before(label))))));
    }

    private static DataTable unmeasured(PaperSheet sheet) {
        return new DataTable(
                "把握できなかった指標",
                List.of("指標番号", "指標名", "年度", "年度（和暦）", "理由"),
                sheet.entries().stream()
                        .filter(entry -> entry.grade() == null)
                        .map(entry -> List.of(
                                Datum.of(entry.no()),
                                Datum.of(entry.name()),
                                ResultsTables.year(sheet.fiscalYear()),
                                ResultsTables.era(sheet.fiscalYear()),
                                Datum.of(entry.reason())))
                        .toList());
    }

    private static DataTable findings(PaperSheet sheet) {
        return new DataTable(
                "指摘",
                List.of("指標番号", "指標名", "年度", "年度（和暦）", "指摘", "内容", "確認の理由"),
                sheet.entries().stream()
                        .flatMap(entry -> entry.findings().stream()
                                .map(finding -> List.of(
                                        Datum.of(entry.no()),
                                        Datum.of(entry.name()),
                                        ResultsTables.year(finding.fiscalYear()),
                                        ResultsTables.era(finding.fiscalYear()),
                                        Datum.of(finding.label()),
                                        Datum.of(finding.message()),
                                        Datum.of(finding.confirmation()))))
                        .toList());
    }

    private static Made trend(Trend trend) {
        PlanContent content = trend.content();
        RuleSet rules = trend.rules().inForce(trend.years().getLast());
        TrendPaper.Matrix matrix = new TrendPaper.Matrix(
                content.plan().title(),
                content.ownerName(),
                content.plan().levelNames(),
                trend.years(),
                rules.grading().labels(),
                rules.unmeasuredLabel(),
                trend.rows().stream().map(row -> line(content, row)).toList());
        List<List<Datum>> rows = new ArrayList<>();
        for (Trend.Row row : trend.rows()) {
            row.evaluations()
                    .forEach(evaluation -> rows.add(List.of(
                            Datum.of(row.indicator().no()),
                            Datum.of(row.indicator().kind().label()),
                            Datum.of(row.indicator().section()),
                            Datum.of(row.indicator().name()),
                            ResultsTables.year(evaluation.fiscalYear()),
                            ResultsTables.era(evaluation.fiscalYear()),
                            Datum.of(Optional.ofNullable(evaluation.grade())
                                    .map(Grade::label)
                                    .orElse("")))));
        }
        DataTable grades = new DataTable("データ", List.of("指標番号", "種別", "体系番号", "指標名", "年度", "年度（和暦）", "達成度"), rows);
        return new Made(
                new Report(
                        TrendPaper.of(matrix, TrendPaper.title(content.plan().title()), ""), grades, List.of(grades)),
                content,
                null);
    }

    private static TrendPaper.Line line(PlanContent content, Trend.Row row) {
        return new TrendPaper.Line(
                row.indicator().no(),
                row.indicator().name(),
                row.sectionPath().stream()
                        .flatMap(number -> content.section(number).stream())
                        .map(section -> new PaperSheet.SectionTitle(section.number(), section.title()))
                        .toList(),
                row.evaluations().stream()
                        .map(evaluation -> Optional.ofNullable(evaluation.grade()))
                        .toList());
    }

    private Made notes(Actor actor, Discussion found) {
        PlanContent content = found.content();
        OwnerId owner = content.plan().owner();
        OwnerKind kind = kindOf(actor, owner);
        List<Note> standing =
                found.notes().stream().filter(note -> !note.isWithdrawn()).toList();
        String scope = scope(policy.discussionSight(actor, owner), kind);
        DataTable said = said(standing, kind);
        return new Made(
                new Report(
                        NotesPaper.of(
                                standing.stream().map(note -> said(note, kind)).toList(),
                                content.ownerName(),
                                scope,
                                NotesPaper.title(content.plan().title(), found.fiscalYear()),
                                ""),
                        said,
                        List.of(said)),
                content,
                found.fiscalYear());
    }

    private static NotesPaper.Said said(Note note, OwnerKind kind) {
        return new NotesPaper.Said(
                note.subject().label(),
                note.kind().label(),
                note.visibility().labelIn(kind),
                note.state().label(),
                note.text(),
                "%s・%s".formatted(note.author().whose(), note.author().name()),
                note.writtenAt(),
                standing(note).stream()
                        .map(reply -> new NotesPaper.Answer(
                                reply.answers(),
                                reply.text(),
                                "%s・%s"
                                        .formatted(
                                                reply.author().whose(),
                                                reply.author().name()),
                                reply.writtenAt()))
                        .toList());
    }

    private static List<Reply> standing(Note note) {
        return note.replies().stream()
                .filter(reply -> reply.withdrawnAt() == null)
                .toList();
    }

    /** A row for each note, and one for each reply to it. */
    private static DataTable said(List<Note> notes, OwnerKind kind) {
        List<List<Datum>> rows = new ArrayList<>();
        for (int index = 0; index < notes.size(); index++) {
            Note note = notes.get(index);
            List<Datum> head = List.of(
                    Datum.of(index + 1),
                    ResultsTables.year(note.fiscalYear()),
                    ResultsTables.era(note.fiscalYear()),
                    Datum.of(note.subject() instanceof NoteSubject.OfIndicator of ? of.no() : ""),
                    Datum.of(note.subject() instanceof NoteSubject.OfSection of ? of.number() : ""),
                    Datum.of(note.subject().label()),
                    Datum.of(note.visibility().labelIn(kind)),
                    Datum.of(note.state().label()));
            rows.add(row(
                    head,
                    note.kind().label(),
                    note.author().whose(),
                    note.author().name(),
                    note.writtenAt().toString(),
                    note.text()));
            standing(note)
                    .forEach(reply -> rows.add(row(
                            head,
                            reply.answers() ? "回答" : "返信",
                            reply.author().whose(),
                            reply.author().name(),
                            reply.writtenAt().toString(),
                            reply.text())));
        }
        return new DataTable(
                "データ",
                List.of("番号", "年度", "年度（和暦）", "指標番号", "体系番号", "対象", "見える人", "状態", "種類", "立場", "氏名", "日時（UTC）", "本文"),
                rows);
    }

    private static List<Datum> row(List<Datum> head, String... words) {
        List<Datum> row = new ArrayList<>(head);
        for (String word : words) {
            row.add(Datum.of(word));
        }
        return row;
    }

    /** Which notes are in it, for whoever hands it on. */
    private static String scope(DiscussionSight sight, OwnerKind kind) {
        List<Visibility> seen = new ArrayList<>();
        if (sight.council()) {
            seen.add(Visibility.COUNCIL);
        }
        if (sight.council() || sight.members()) {
            seen.add(Visibility.MEMBERS);
        }
        seen.add(Visibility.PUBLIC);
        return "含まれる意見：%s"
                .formatted(seen.stream()
                        .map(visibility -> "「%s」".formatted(visibility.labelIn(kind)))
                        .collect(Collectors.joining()));
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
