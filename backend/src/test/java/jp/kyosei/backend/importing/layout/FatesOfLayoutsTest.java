package jp.kyosei.backend.importing.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.kyosei.backend.sheet.CellPlace;
import jp.kyosei.backend.understanding.fate.CellFate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Of every cell a person is told what becomes of it, and why; whether it is so, {@link Scorer} asks. */
class FatesOfLayoutsTest {
    static Stream<Layout> layouts() {
        return LayoutFile.all().stream();
    }

    @ParameterizedTest
    @MethodSource("layouts")
    void no_cell_that_people_see_is_without_a_fate_and_its_reason(Layout layout) {
        Map<CellPlace, CellFate> fates = fates(Reading.of(layout));
        Set<String> without = new TreeSet<>();
        for (LayoutSheet sheet : layout.sheets()) {
            if (sheet.hidden()) {
                continue;
            }
            for (LayoutCell cell : sheet.cells()) {
                CellFate fate = fates.get(sheet.place(cell));
                if (fate == null || fate.because().isBlank()) {
                    without.add("%s %s".formatted(sheet.place(cell).name(), cell.text()));
                }
            }
        }
        assertThat(without).isEmpty();
    }

    private static Map<CellPlace, CellFate> fates(Reading reading) {
        return reading.fates().collect(Collectors.toMap(CellFate::place, Function.identity()));
    }
}
