package jp.kyosei.backend.collection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import jp.kyosei.backend.DemonstrationUser;
import jp.kyosei.backend.RunningBackend;
import jp.kyosei.backend.actual.CheckedFinding;
import jp.kyosei.backend.collection.entry.CellEdit;
import jp.kyosei.backend.collection.entry.EntryOutcome;
import jp.kyosei.backend.collection.entry.EntryRow;
import jp.kyosei.backend.collection.entry.EntryService;
import jp.kyosei.backend.collection.entry.TypedCell;
import jp.kyosei.backend.evaluation.CheckCode;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.results.ResultsService;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** A finding on a town's figure is confirmed for that town: another town's figure, and the whole, are asked about still. */
class FindingsOfTownsTest {
    private static final String PLAN = "ichinoseki-hiraizumi-vision-2";
    private static final FiscalYear R5 = new FiscalYear(2023);
    private static final MunicipalityCode ICHINOSEKI = new MunicipalityCode("032093");
    private static final MunicipalityCode HIRAIZUMI = new MunicipalityCode("034029");
    /** 圏域内の宿泊者数, the sum of both towns. */
    private static final String GUESTS = "9";

    private static final CheckCode ODD = CheckCode.UNIT_DOES_NOT_FIT;
    private static final RunningBackend BACKEND = RunningBackend.alone();

    private final EntryService entries = BACKEND.bean(EntryService.class);

    @AfterAll
    static void stop() {
        BACKEND.close();
    }

    @Test
    void what_a_town_confirms_is_said_of_its_own_figure_alone_until_another_is_entered_there() {
        enter(ICHINOSEKI, "-335200");
        enter(HIRAIZUMI, "-61234");
        assertThat(open(ICHINOSEKI)).contains(ODD);
        assertThat(open(HIRAIZUMI)).contains(ODD);
        assertThat(openOfWhole()).contains(ODD);

        entries.confirmCheck(secretariat(), PLAN, R5, GUESTS, HIRAIZUMI, ODD, "原簿のとおり");
        assertThat(open(HIRAIZUMI)).doesNotContain(ODD);
        assertThat(open(ICHINOSEKI)).contains(ODD);
        assertThat(openOfWhole()).contains(ODD);

        // the other town's entry does not ask this one again
        enter(ICHINOSEKI, "-335300");
        assertThat(open(HIRAIZUMI)).doesNotContain(ODD);
        entries.confirmCheck(secretariat(), PLAN, R5, GUESTS, null, ODD, "両市町に確認");
        assertThat(openOfWhole()).doesNotContain(ODD);
        assertThat(open(ICHINOSEKI)).contains(ODD);

        enter(HIRAIZUMI, "-61235");
        assertThat(open(HIRAIZUMI)).contains(ODD);
        assertThat(openOfWhole()).contains(ODD);
    }

    private void enter(MunicipalityCode town, String value) {
        assertThat(entries.enter(
                                secretariat(),
                                PLAN,
                                R5,
                                town,
                                List.of(new CellEdit(
                                        GUESTS,
                                        new CellEdit.Typed(new TypedCell(value, "", "")),
                                        CellEdit.ANY_VERSION,
                                        "")))
                        .getFirst())
                .isInstanceOf(EntryOutcome.Saved.class);
    }

    private List<CheckCode> open(MunicipalityCode town) {
        EntryRow row = entries.cell(secretariat(), PLAN, GUESTS, R5, town);
        return codes(row.findings());
    }

    private List<CheckCode> openOfWhole() {
        return codes(BACKEND.bean(ResultsService.class).results(secretariat(), PLAN, R5).rows().stream()
                .filter(row -> row.indicator().no().equals(GUESTS))
                .findFirst()
                .orElseThrow()
                .findings());
    }

    private static List<CheckCode> codes(List<CheckedFinding> findings) {
        return findings.stream()
                .filter(finding -> finding.confirmation() == null)
                .filter(finding -> finding.check().fiscalYear().equals(R5))
                .map(finding -> finding.check().code())
                .toList();
    }

    private static Actor secretariat() {
        return BACKEND.user(DemonstrationUser.SECRETARIAT);
    }
}
