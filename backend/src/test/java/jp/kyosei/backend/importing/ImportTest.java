package jp.kyosei.backend.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import jp.kyosei.backend.DemonstrationUser;
import jp.kyosei.backend.actual.Actual;
import jp.kyosei.backend.audit.AuditEntry;
import jp.kyosei.backend.audit.TrailFilter;
import jp.kyosei.backend.collection.entry.EntryService;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.figure.MissingReason;
import jp.kyosei.backend.figure.Observed;
import jp.kyosei.backend.history.HistoryService;
import jp.kyosei.backend.importing.applying.ImportPreview;
import jp.kyosei.backend.importing.comparing.PlannedChange;
import jp.kyosei.backend.importing.inbox.DataImport;
import jp.kyosei.backend.importing.inbox.ImportId;
import jp.kyosei.backend.importing.inbox.ImportState;
import jp.kyosei.backend.importing.inbox.NewImport;
import jp.kyosei.backend.importing.reading.Finding;
import jp.kyosei.backend.plan.PlanService;
import jp.kyosei.backend.results.ResultsRow;
import jp.kyosei.backend.results.ResultsService;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.ForbiddenException;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import jp.kyosei.backend.tenancy.NotFoundException;
import jp.kyosei.backend.tenancy.RefusedException;
import jp.kyosei.backend.tenancy.StaleException;
import jp.kyosei.backend.understanding.ColumnKind;
import jp.kyosei.backend.understanding.ColumnMeaning;
import jp.kyosei.backend.understanding.Corrections;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What happens to a file between being brought in and being turned back. */
class ImportTest extends ImportCase {
    @Test
    void what_is_new_changed_and_unchanged_is_shown_applied_with_a_reason_and_turned_back() {
        String before = figure("1-1-1-1", 2023);
        DataImport brought = receive(HEADER + "三洞入洞者数,千人,382,408,540,,\n道の駅の商品販売額,千円,\"222,706\",\"208,897\",,,\n");
        ImportPreview preview = preview(brought);
        assertThat(PublishedFilesTest.problems(preview)).isEmpty();
        assertThat(preview.changes())
                .filteredOn(change -> change.what() == PlannedChange.What.ACTUAL)
                .singleElement()
                .satisfies(change -> {
                    assertThat(change.no()).isEqualTo("1-1-1-1");
                    assertThat(change.before()).isEqualTo("407");
                    assertThat(change.after()).isEqualTo("408");
                    assertThat(change.isNew()).isFalse();
                    assertThat(change.place().name()).isEqualTo("D2");
                });
        assertThat(preview.unchanged()).isGreaterThanOrEqualTo(3);
        assertThat(preview.overConfirmed()).isEqualTo(1);

        assertThatThrownBy(() -> applying.apply(mine, brought.id(), preview.fingerprint(), " "))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("理由");
        assertThat(figure("1-1-1-1", 2023)).isEqualTo(before);

        DataImport applied = applying.apply(mine, brought.id(), preview.fingerprint(), "集計誤りの訂正");
        assertThat(applied.state()).isEqualTo(ImportState.APPLIED);
        assertThat(figure("1-1-1-1", 2023)).isEqualTo("408");
        assertThat(history().getFirst().action()).isEqualTo("CHANGE_ACTUAL");
        assertThat(history().getFirst().reason()).isEqualTo("集計誤りの訂正");
        assertThatThrownBy(() -> applying.apply(mine, brought.id(), null, "もう一度"))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("取込済み");

        assertThat(undoing.undo(mine, brought.id()).state()).isEqualTo(ImportState.UNDONE);
        assertThat(figure("1-1-1-1", 2023)).isEqualTo(before);
        assertThatThrownBy(() -> undoing.undo(mine, brought.id())).isInstanceOf(RefusedException.class);
    }

    @Test
    void a_new_figure_leaves_nothing_of_the_old_one_beside_it_and_a_blank_leaves_all() {
        DataImport about = applied(HEADER + "三洞入洞者数,千人,,約400（速報値）,,,\n");
        assertThat(stored().note()).isEqualTo("速報値");
        DataImport reason = applied(HEADER + "三洞入洞者数,千人,,コロナのため中止,,,\n");
        assertThat(stored().note()).isEmpty();
        assertThat(stored().observation().observed())
                .isEqualTo(new Observed.Missing(MissingReason.CANCELLED, "コロナのため中止"));
        assertThat(preview(receive(HEADER + "三洞入洞者数,千人,,,,,\n")).changes()).isEmpty();
        DataImport figure = applied(HEADER + "三洞入洞者数,千人,,401,,,\n");
        assertThat(stored().observation().observed()).isEqualTo(new Observed.Value(new BigDecimal("401")));
        assertThat(stored().note()).isEmpty();

        undoing.undo(mine, figure.id());
        undoing.undo(mine, reason.id());
        assertThat(stored().note()).isEqualTo("速報値");
        undoing.undo(mine, about.id());
        assertThat(figure("1-1-1-1", 2023)).isEqualTo("407");
    }

    @Test
    void a_running_number_beside_another_name_is_nobodys() {
        ImportPreview preview =
                preview(receive("No.,指標名,単位,R4実績,R5実績\n1-1-1-1,林道の延長,千人,382,999\n1-1-2-1,観光地の駐車場,人,1,2\n"));

        assertThat(preview.changes()).isEmpty();
        assertThat(PublishedFilesTest.problems(preview)).hasSize(2);
        assertThat(PublishedFilesTest.problems(preview).toString()).contains("三洞入洞者数", "表の連番かもしれません");
    }

    @Test
    void it_is_not_turned_back_over_what_somebody_has_changed_since() {
        DataImport first = applied(HEADER + "Wi-Fi設置数,箇所,,19,,,\n");
        DataImport second = applied(HEADER + "Wi-Fi設置数,箇所,,20,,,\n");
        assertThatThrownBy(() -> undoing.undo(mine, first.id()))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("1-1-2-2 R5");
        assertThat(figure("1-1-2-2", 2023)).isEqualTo("20");
        undoing.undo(mine, second.id());
        undoing.undo(mine, first.id());
        assertThat(figure("1-1-2-2", 2023)).isEqualTo("18");
    }

    @Test
    void a_preview_that_is_out_of_date_is_not_applied() {
        DataImport brought = receive(HEADER + "集落営農法人数,法人,,27,,,\n");
        String fingerprint = preview(brought).fingerprint();
        DataImport other = applied(HEADER + "集落営農法人数,法人,,28,,,\n");
        assertThatThrownBy(() -> applying.apply(mine, brought.id(), fingerprint, "訂正"))
                .isInstanceOf(StaleException.class);
        assertThat(figure("1-2-2-1", 2023)).isEqualTo("28");
        undoing.undo(mine, other.id());
    }

    @Test
    void published_columns_that_disagree_become_checks_at_their_cells() {
        DataImport brought = receive(HEADER + "三洞入洞者数,千人,382,407,540,80.0%,目標達成\n");
        ImportPreview preview = preview(brought);
        assertThat(preview.findings())
                .filteredOn(finding ->
                        finding.weight() == Finding.Weight.CHECK && finding.no().equals("1-1-1-1"))
                .anySatisfy(finding -> {
                    assertThat(finding.code()).isEqualTo("RATE_DIFFERS_FROM_RECORD");
                    assertThat(Objects.requireNonNull(finding.place()).name()).isEqualTo("F2");
                    assertThat(finding.message()).contains("75.4%", "80.0%");
                })
                .anySatisfy(finding -> {
                    assertThat(finding.code()).isEqualTo("GRADE_DIFFERS_FROM_RECORD");
                    assertThat(Objects.requireNonNull(finding.place()).name()).isEqualTo("G2");
                });
    }

    @Test
    void a_column_that_was_misread_is_corrected_and_remembered_for_the_next_file() {
        String file = "指標名,単位,ことしの値\n三洞入洞者数,千人,409\n";
        DataImport brought = receive(file);
        assertThat(preview(brought).changes()).isEmpty();
        DataImport corrected = previews.correct(
                mine,
                brought.id(),
                brought.version(),
                Corrections.ofColumns(
                        Map.of("", Map.of(2, new ColumnMeaning(ColumnKind.ACTUAL, new FiscalYear(2023))))));
        assertThat(preview(corrected).changes()).singleElement().satisfies(change -> assertThat(change.after())
                .isEqualTo("409"));
        assertThatThrownBy(() -> previews.correct(mine, brought.id(), brought.version(), Corrections.NONE))
                .isInstanceOf(StaleException.class);

        assertThat(preview(receive(file)).changes()).singleElement().satisfies(change -> assertThat(change.after())
                .isEqualTo("409"));
    }

    @Test
    void a_year_whose_collection_is_under_way_is_left_to_the_collection() {
        Actor secretariat = backend.user(DemonstrationUser.SECRETARIAT);
        DataImport brought = imports.receive(
                secretariat,
                "ichinoseki-hiraizumi",
                new NewImport("ichinoseki-hiraizumi-vision-2", "", new FiscalYear(2023), "r5.csv"),
                "No.,指標名,単位,R5実績\n3,医師・医療介護従事者修学資金貸付修学者数,人,16\n".getBytes(StandardCharsets.UTF_8));
        assertThat(PublishedFilesTest.problems(
                        previews.preview(secretariat, brought.id()).orElseThrow()))
                .singleElement()
                .asString()
                .contains("実績照会の途中");
    }

    @Test
    void a_new_plan_is_turned_back_with_everything_in_it() {
        DataImport brought = imports.receive(
                mine,
                "mine",
                PublishedFilesTest.newPlan("試しの計画", 2023, "新しい計画.csv"),
                "分野,指標名,単位,現状値（H30）,R5実績,目標値（R6）\n観光,入込客数,万人,12.5,13.0,15.0\n観光,宿泊者数,人,—,10,20以上\n"
                        .getBytes(StandardCharsets.UTF_8));
        ImportPreview preview = preview(brought);
        assertThat(PublishedFilesTest.problems(preview)).isEmpty();
        assertThat(preview.isNewPlan()).isTrue();
        DataImport applied = applying.apply(mine, brought.id(), preview.fingerprint(), "");
        assertThat(slugs()).contains(applied.planSlug());
        List<ResultsRow> rows = backend.bean(ResultsService.class)
                .results(mine, applied.planSlug(), new FiscalYear(2023))
                .rows();
        assertThat(rows).extracting(row -> row.evaluation().progressText()).containsExactly("86.7%", "50.0%");
        undoing.undo(mine, brought.id());
        assertThat(slugs()).doesNotContain(applied.planSlug());
    }

    @Test
    void a_table_of_a_plan_without_actuals_makes_a_plan() {
        DataImport brought = imports.receive(
                mine,
                "mine",
                PublishedFilesTest.newPlan("KPIの表", 2023, "kpi.tsv"),
                "項目\t単位\t現状値\t目標値（令和10年度）\n待機児童数\t人\t5（R4）\t0\n健診受診率\t％\t45.2（R4）\t60\n"
                        .getBytes(StandardCharsets.UTF_8));
        ImportPreview preview = preview(brought);
        assertThat(PublishedFilesTest.problems(preview)).isEmpty();
        assertThat(preview.indicators()).isEqualTo(2);
        assertThat(preview.lastFiscalYear()).isEqualTo(2028);
        imports.cancel(mine, brought.id());
    }

    @Test
    void an_import_that_was_stopped_changes_nothing_any_more() {
        DataImport brought = receive(HEADER + "三洞入洞者数,千人,,500,,,\n");
        assertThat(imports.cancel(mine, brought.id()).state()).isEqualTo(ImportState.CANCELLED);
        assertThat(previews.preview(mine, brought.id())).isEmpty();
        assertThatThrownBy(() -> applying.apply(mine, brought.id(), null, "理由")).isInstanceOf(RefusedException.class);
        assertThat(figure("1-1-1-1", 2023)).isEqualTo("407");
    }

    @Test
    void a_file_that_cannot_be_read_says_why() {
        DataImport brought = imports.receive(
                mine, "mine", new NewImport(PLAN, "", new FiscalYear(2023), "表.xlsx"), new byte[] {80, 75, 3, 4, 0, 0});
        assertThat(brought.state()).isEqualTo(ImportState.UNREADABLE);
        assertThat(brought.message()).containsPattern("\\p{IsHan}");
    }

    @Test
    void the_persons_own_file_comes_back_with_remarks_at_the_cells() {
        DataImport brought = receive(HEADER + "三洞入洞者数,人,,408,,,\n");
        assertThat(previews.annotated(mine, brought.id())).startsWith('P', 'K');
    }

    @ParameterizedTest
    @EnumSource(DemonstrationUser.class)
    void only_the_owners_secretariat_brings_files_in_and_finds_them(DemonstrationUser user) {
        if (user == DemonstrationUser.MINE) {
            return;
        }
        Actor other = backend.user(user);
        ImportId id = receive(HEADER + "三洞入洞者数,千人,,408,,,\n").id();
        boolean ofMine = user == DemonstrationUser.MINE_STAFF;
        NewImport brought = new NewImport(PLAN, "", new FiscalYear(2023), "表.csv");
        byte[] content = HEADER.getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> imports.receive(other, "mine", brought, content))
                .isInstanceOf(ofMine ? ForbiddenException.class : NotFoundException.class);
        assertThatThrownBy(() -> imports.imports(other, "mine"))
                .isInstanceOf(ofMine ? ForbiddenException.class : NotFoundException.class);
        for (ThrowingCallable way : List.<ThrowingCallable>of(
                () -> imports.find(other, id),
                () -> previews.preview(other, id),
                () -> previews.annotated(other, id),
                () -> previews.correct(other, id, 1, Corrections.NONE),
                () -> applying.apply(other, id, null, "理由"),
                () -> undoing.undo(other, id),
                () -> imports.cancel(other, id))) {
            assertThatThrownBy(way).isInstanceOf(NotFoundException.class);
        }
    }

    @Test
    void a_secretariat_does_not_bring_a_file_into_another_owners_plan() {
        assertThatThrownBy(() -> imports.receive(
                        mine,
                        "mine",
                        new NewImport("ichinoseki-hiraizumi-vision-2", "", new FiscalYear(2023), "表.csv"),
                        HEADER.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(NotFoundException.class);
    }

    private DataImport applied(String csv) {
        DataImport brought = receive(csv);
        return applying.apply(mine, brought.id(), null, "訂正");
    }

    private Actual stored() {
        return Objects.requireNonNull(backend.bean(EntryService.class)
                .cell(mine, PLAN, "1-1-1-1", new FiscalYear(2023), new MunicipalityCode("352136"))
                .stored());
    }

    private List<AuditEntry> history() {
        return backend.bean(HistoryService.class)
                .ofPlan(mine, PLAN, "1-1-1-1", TrailFilter.ALL, 0, 10)
                .entries();
    }

    private List<String> slugs() {
        return backend.bean(PlanService.class).plans(mine).stream()
                .map(summary -> summary.plan().slug())
                .toList();
    }
}
