package jp.kyosei.backend.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.kyosei.backend.DemonstrationUser;
import jp.kyosei.backend.collection.entry.CellEdit;
import jp.kyosei.backend.collection.entry.EntryOutcome;
import jp.kyosei.backend.collection.entry.EntryService;
import jp.kyosei.backend.collection.entry.TypedCell;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.meeting.Attendance;
import jp.kyosei.backend.meeting.Material;
import jp.kyosei.backend.meeting.MaterialKind;
import jp.kyosei.backend.meeting.Meeting;
import jp.kyosei.backend.meeting.MeetingPlan;
import jp.kyosei.backend.meeting.MeetingService;
import jp.kyosei.backend.meeting.Participant;
import jp.kyosei.backend.meeting.paper.PaperService;
import jp.kyosei.backend.results.ResultsService;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** What is handed out at a meeting, beside what is given out of the same plan. */
class PackTest extends ReportsCase {
    private static final MunicipalityCode ICHINOSEKI_CITY = new MunicipalityCode("032093");

    private final MeetingService meetings = backend.bean(MeetingService.class);
    private final PaperService papers = backend.bean(PaperService.class);

    @Test
    void an_issued_paper_prints_every_word_that_the_export_of_the_same_results_prints() throws IOException {
        for (ReportKind kind : List.of(ReportKind.RESULTS, ReportKind.OVERVIEW, ReportKind.TREND)) {
            Meeting meeting = issued(secretariat(), VISION, R4, "", MaterialKind.valueOf(kind.name()));
            Meeting ofMine = issued(mine(), STRATEGY, R5, "", MaterialKind.valueOf(kind.name()));

            assertThat(lines(pack(secretariat(), meeting)))
                    .containsAll(lines(export(user(DemonstrationUser.IIN), VISION, kind, R4)));
            assertThat(lines(pack(mine(), ofMine))).containsAll(lines(export(mine(), STRATEGY, kind, R5)));
        }
    }

    @Test
    void an_issued_list_names_initiatives_years_and_how_rates_come_about() throws IOException {
        String text = joined(pack(secretariat(), issued(secretariat(), VISION, R4, "", MaterialKind.RESULTS)));

        assertThat(text)
                .contains("現状値（H30）")
                .contains("目標値（R5）")
                .contains("事業名（取組）")
                .contains("進捗率は「実績値÷目標値」で算定しています。")
                .contains("重要業績評価指標（KPI）の令和4年度実績一覧");
    }

    @Test
    void the_office_numbers_and_names_its_papers_and_says_what_it_has_to_say() throws IOException {
        Meeting meeting = meetings.plan(
                mine(),
                STRATEGY,
                plan(
                        R5,
                        new MeetingPlan.Paper("基本目標・KPI【令和5年度実績】", MaterialKind.RESULTS, "資料8", "資料の説明です。"),
                        new MeetingPlan.Paper("概要", MaterialKind.OVERVIEW, "参考資料", "全体として上がっています。\n来年度は見直しの年です。")));
        papers.issue(mine(), meeting.id(), Set.of());

        String text = joined(pack(mine(), meeting));

        assertThat(meetings.meeting(mine(), meeting.id()).materials())
                .extracting(Material::label)
                .containsExactly("資料8", "参考資料");
        assertThat(text)
                .contains("資料8")
                .contains("基本目標・KPI【令和5年度実績】")
                .contains("資料の説明です。")
                .contains("全体として上がっています。")
                .contains("来年度は見直しの年です。")
                .doesNotContain("資料No.")
                .doesNotContain("指摘");
    }

    @Test
    void a_strategy_of_three_levels_has_a_page_for_each_top_section_with_the_counts_above() throws IOException {
        try (PDDocument pdf = Loader.loadPDF(reports.report(mine(), STRATEGY, ReportKind.RESULTS, ReportFormat.PDF, R5)
                .bytes())) {
            String first = textOf(pdf, 1).replaceAll("\\s", "");
            // As 美祢市 資料8 prints them: KPIs only.
            assertThat(first)
                    .contains("目標達成改善↑現状維持未達成↓合計")
                    .contains("1「働きたい！」希望を実現させる魅力産業の創出1337427")
                    .contains("1観光資源を活かした産業と雇用の創出31037")
                    .contains("f/z", "f-e", "a⇒f比較");
            List<String> tops = IntStream.rangeClosed(1, pdf.getNumberOfPages())
                    .mapToObj(page -> textOf(pdf, page))
                    .filter(text -> text.contains("KPIの状況ごとの数"))
                    .toList();
            long sections = backend.bean(ResultsService.class).results(mine(), STRATEGY, R5).rows().stream()
                    .map(row -> row.sectionPath().getFirst())
                    .distinct()
                    .count();
            assertThat(tops).hasSize((int) sections).hasSizeGreaterThan(2);
        }
    }

    @Test
    void an_agenda_has_items_under_items_and_the_paper_counts_them() throws IOException {
        MeetingPlan planned = new MeetingPlan(
                R4,
                "次第の懇談会",
                LocalDate.of(2031, 10, 5),
                null,
                null,
                "会議室",
                null,
                null,
                List.of("1 開 会", "2 協議事項", "- (1) 実績について", "（２）将来像について", "3 閉 会"),
                List.of(
                        new Participant("見本 委員", "商工会", "会長", Attendance.UNDECIDED),
                        new Participant(
                                "見本 職員", "", "市長公室長", Attendance.UNDECIDED, Participant.Kind.OFFICIAL, "代理出席の見込み")),
                List.of());
        Meeting meeting = meetings.plan(secretariat(), VISION, planned);

        assertThat(meeting.agenda()).containsExactly("開 会", "協議事項", "　実績について", "　将来像について", "閉 会");
        String text = joined(pack(secretariat(), meeting));
        assertThat(text)
                .contains("1開会2協議事項(1)実績について(2)将来像について3閉会")
                .contains("委員番号役職所属氏名1会長商工会見本委員")
                .contains("市町出席者No.役職氏名備考1市長公室長見本職員代理出席の見込み")
                .doesNotContain("未定");
    }

    @Test
    void a_corrected_figure_replaces_every_paper_that_it_touches_and_the_papers_say_so() throws IOException {
        Meeting meeting =
                issued(secretariat(), VISION, R4, "", MaterialKind.RESULTS, MaterialKind.OVERVIEW, MaterialKind.TREND);
        assertThat(papers.changes(secretariat(), meeting.id())).isEmpty();
        correct("14", "750");
        assertThat(papers.changes(secretariat(), meeting.id()).keySet()).containsExactly(1, 2, 3);

        Meeting replaced = papers.issue(secretariat(), meeting.id(), Set.of(3));

        assertThat(replaced.materials())
                .extracting(Material::label)
                .containsExactly("資料No.1（差替）", "資料No.2（差替）", "資料No.3（差替）");
        assertThat(papers.changes(secretariat(), meeting.id())).isEmpty();
        String text = joined(pack(secretariat(), meeting));
        assertThat(text)
                .contains("差し替えで変わったところ")
                .contains("下線のあるところは、差し替えで変わったところです。")
                .contains("令和4年度の実績446750");
    }

    /** 一関市 reports No.14: 446 of 750 is C, 750 is A. */
    private static void correct(String no, String value) {
        EntryService entries = backend.bean(EntryService.class);
        long version =
                entries.cell(secretariat(), VISION, no, R4, ICHINOSEKI_CITY).version();
        assertThat(entries.enter(
                        secretariat(),
                        VISION,
                        R4,
                        ICHINOSEKI_CITY,
                        List.of(new CellEdit(no, new CellEdit.Typed(new TypedCell(value, "", "")), version, "集計漏れ"))))
                .allMatch(EntryOutcome.Saved.class::isInstance);
    }

    private Meeting issued(Actor actor, String plan, FiscalYear year, String words, MaterialKind... kinds) {
        Meeting meeting = meetings.plan(
                actor,
                plan,
                plan(
                        year,
                        Stream.of(kinds)
                                .map(kind -> new MeetingPlan.Paper(kind.label(), kind, "", words))
                                .toArray(MeetingPlan.Paper[]::new)));
        return papers.issue(actor, meeting.id(), Set.of());
    }

    private static MeetingPlan plan(FiscalYear year, MeetingPlan.Paper... materials) {
        return new MeetingPlan(
                year,
                "資料の懇談会",
                LocalDate.of(2031, 10, 5),
                null,
                null,
                "会議室",
                null,
                null,
                List.of("開会"),
                List.of(),
                List.of(materials));
    }

    private static String pack(Actor actor, Meeting meeting) throws IOException {
        try (PDDocument pdf = Loader.loadPDF(reports.pack(actor, meeting.id()).bytes())) {
            return new PDFTextStripper().getText(pdf);
        }
    }

    private static String export(Actor actor, String plan, ReportKind kind, FiscalYear year) throws IOException {
        try (PDDocument pdf = Loader.loadPDF(
                reports.report(actor, plan, kind, ReportFormat.PDF, year).bytes())) {
            return new PDFTextStripper().getText(pdf);
        }
    }

    private static String textOf(PDDocument pdf, int page) {
        try {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setStartPage(page);
            stripper.setEndPage(page);
            return stripper.getText(pdf);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Without the numbers of pages. */
    private static List<String> lines(String text) {
        return Arrays.stream(text.split("\n"))
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.matches(".*\\d+ / \\d+$"))
                .distinct()
                .toList();
    }

    private static String joined(String text) {
        return text.replaceAll("[\\s　]+", "");
    }
}
