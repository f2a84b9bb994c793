package jp.kyosei.ui.browser.entry;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static jp.kyosei.ui.browser.entry.EntrySample.NOTE;
import static jp.kyosei.ui.browser.entry.EntrySample.VALUE;

import com.microsoft.playwright.Locator;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.kyosei.backend.DemonstrationUser;
import jp.kyosei.backend.clock.JapanTime;
import jp.kyosei.backend.collection.CollectionService;
import jp.kyosei.backend.collection.OpenRound;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.identity.IdentityService;
import jp.kyosei.ui.PlanCopy;
import jp.kyosei.ui.RunningKyosei;
import jp.kyosei.ui.browser.InBrowser;
import jp.kyosei.ui.browser.Screens;
import jp.kyosei.ui.browser.Visitor;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Japanese is written with an input method: what is being converted is nobody's to take, what was converted is text. */
@InBrowser
class InputMethodTest {
    private static final String PLAN = "ichinoseki-hiraizumi-input-method";
    private static final String ENTRY = "plans/" + PLAN + "/collection/2023/entry/034029";
    private static final int ENTER = 13;
    private static final int ESCAPE = 27;
    private static final int DOWN = 40;

    /** Every box in sight into which a person can write. */
    private static final String BOXES = """
            () => {
              document.querySelectorAll('details:not(.link-menu)').forEach((details) => (details.open = true));
              const boxes = [...document.querySelectorAll('textarea, input:not([type]), input[type=text], input[type=search]')]
                .filter((box) => !box.readOnly && !box.disabled && box.checkVisibility({ visibilityProperty: true }));
              boxes.forEach((box, index) => box.setAttribute('data-written', index));
              return boxes.map((box) => box.getAttribute('aria-label') ?? box.id ?? box.className);
            }
            """;

    /** So many boxes are found at least where somebody writes. */
    private static final Map<Screens, Integer> LEAST = Map.of(
            Screens.RESULTS, 1,
            Screens.INDICATOR, 1,
            Screens.COLLECTION, 1,
            Screens.READING, 1,
            Screens.NOTES_ON_A_SECTION, 1,
            Screens.VISION, 3,
            Screens.MEETING, 10,
            Screens.PRESENTATION_OF_AN_INDICATOR, 1,
            Screens.MINUTES, 1,
            Screens.IMPORTS, 1);

    @BeforeAll
    static void a_round_of_its_own() {
        PlanCopy.of(PLAN, "変換して書くビジョン");
        RunningKyosei kyosei = RunningKyosei.get();
        kyosei.bean(CollectionService.class)
                .open(
                        kyosei.bean(IdentityService.class)
                                .actorOf(DemonstrationUser.SECRETARIAT.subject())
                                .orElseThrow(),
                        PLAN,
                        new OpenRound(
                                new FiscalYear(2023),
                                LocalDate.now(JapanTime.ZONE).plusDays(30),
                                "",
                                Set.of(),
                                Set.of()));
    }

    @Test
    void a_narrative_is_stored_while_its_box_is_kept(Visitor hiraizumi, Visitor again) {
        hiraizumi.as(DemonstrationUser.HIRAIZUMI).open(ENTRY);
        Locator box = hiraizumi.page().locator("#narrative-progress");
        Locator status = hiraizumi.page().locator(".narrative-status");
        box.focus();
        Conversion conversion = new Conversion(hiraizumi).begin("しゅくはくしゃ").pressed();
        assertThat(status).hasText("入力中…");

        conversion.end("宿泊者が");
        assertThat(status).hasText("保存済");
        assertThat(box).isFocused();
        assertThat(box).hasValue("宿泊者が");

        conversion.begin("もどった").end("戻った。");
        assertThat(status).hasText("入力中…");
        assertThat(status).hasText("保存済");
        assertThat(box).isFocused();
        again.as(DemonstrationUser.HIRAIZUMI).open(ENTRY);
        assertThat(again.page().locator("#narrative-progress")).hasValue("宿泊者が戻った。");
    }

    @Test
    void a_cell_of_several_lines_is_pasted_into_a_narrative_without_its_quotes(Visitor hiraizumi) {
        hiraizumi.as(DemonstrationUser.HIRAIZUMI).open(ENTRY);
        hiraizumi.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        hiraizumi.page().evaluate("navigator.clipboard.writeText('\"一行目\\n二行目の\"\"語\"\"\"\\r\\n')");
        Locator box = hiraizumi.page().locator("#narrative-outlook");
        box.focus();
        hiraizumi.page().keyboard().press("Control+v");

        assertThat(box).hasValue("一行目\n二行目の\"語\"");
        assertThat(hiraizumi.page().locator(".narrative-status")).hasText("保存済");
        assertThat(box).isFocused();
    }

    @Test
    void in_the_table_the_keys_of_a_conversion_stay_with_it(Visitor visitor) {
        EntrySample sample = EntrySample.openFilled(visitor);
        sample.cell(1, VALUE).focus();
        visitor.page().keyboard().type("5");
        sample.isSaved(1);
        Locator cell = sample.cell(3, NOTE);
        cell.focus();
        cell.selectText();
        Conversion conversion = new Conversion(visitor)
                .begin("しゅさい")
                .pressed()
                .press("ArrowDown", DOWN)
                .press("Enter", ENTER);
        assertThat(cell).isFocused();
        conversion.press("Escape", ESCAPE);
        assertThat(cell).isFocused();
        assertThat(cell).hasValue("しゅさい");

        conversion.end("主催者発表");
        assertThat(cell).isFocused();
        sample.isSaved(3).has(3, "38,806", "H28", "主催者発表");
        // Without a conversion Escape takes back what was typed.
        sample.press("Escape").has(3, "38,806", "H28", "推計");
    }

    @Test
    void what_is_being_converted_is_not_sent_with_another_row(Visitor visitor) {
        EntrySample sample = EntrySample.openFilled(visitor);
        visitor.context().setOffline(true);
        sample.type(1, VALUE, "5").press("Tab");
        sample.cell(6, VALUE).focus();
        visitor.page().keyboard().type("6");
        sample.cell(6, NOTE).focus();
        Conversion conversion = new Conversion(visitor).begin("そくほう");
        visitor.context().setOffline(false);
        sample.isSaved(1);
        assertThat(sample.cell(6, NOTE)).hasValue("そくほう");
        assertThat(sample.row(6).locator(".em-save")).not().hasText("保存済");

        conversion.end("速報値");
        sample.isSaved(6).reload().has(6, "6", "", "速報値");
    }

    @Test
    void the_jump_and_the_search_of_the_results_wait_for_the_word(Visitor visitor) {
        visitor.as(DemonstrationUser.SECRETARIAT).open("plans/ichinoseki-hiraizumi-vision-2/results/2022");
        Locator rows = visitor.page().locator("kyosei-results-sheet tbody tr");
        int all = rows.count();
        visitor.page().locator(".rs-search").focus();
        Conversion conversion = new Conversion(visitor).begin("しゅくはく").press("Enter", ENTER);
        assertThat(rows).hasCount(all);
        conversion.end("宿泊");
        assertThat(rows).not().hasCount(all);

        visitor.page().keyboard().press("Control+k");
        Locator jump = visitor.page().locator("dialog.rs-jump");
        conversion.begin("しゅくはく").press("ArrowDown", DOWN).press("Enter", ENTER).press("Escape", ESCAPE);
        assertThat(jump).isVisible();
        conversion.end("宿泊");
        assertThat(jump.locator("[role=option]").first()).containsText("宿泊");
        assertThat(jump).isVisible();
    }

    @ParameterizedTest
    @EnumSource(
            // Their narratives would be stored in the plan that all tests read.
            mode = EnumSource.Mode.EXCLUDE,
            names = {"ENTRY", "ENTRY_FOR_A_TOWN", "ENTRY_OF_THE_WHOLE"})
    void every_text_box_takes_what_was_converted_and_keeps_its_place(Screens screen, Visitor visitor) {
        screen.openBy(visitor);
        List<String> written = writeInEveryBox(visitor, screen.name());
        Assertions.assertThat(written).hasSizeGreaterThanOrEqualTo(LEAST.getOrDefault(screen, 0));
    }

    @Test
    void every_text_box_of_the_entry_takes_what_was_converted(Visitor visitor) {
        visitor.as(DemonstrationUser.SECRETARIAT).open(ENTRY);
        List<String> written = writeInEveryBox(visitor, "entry");
        Assertions.assertThat(written).hasSizeGreaterThan(10);
    }

    @SuppressWarnings("unchecked")
    private static List<String> writeInEveryBox(Visitor visitor, String where) {
        List<String> boxes = (List<String>) visitor.page().evaluate(BOXES);
        Conversion conversion = new Conversion(visitor);
        List<String> written = new ArrayList<>();
        String address = visitor.page().url();
        for (int index = 0; index < boxes.size(); index++) {
            String what = "%s: %s".formatted(where, boxes.get(index));
            Locator box = visitor.page().locator("[data-written='%d']".formatted(index));
            box.focus();
            box.evaluate("box => box.select()");
            conversion
                    .begin("にほん")
                    .pressed()
                    .press("Enter", ENTER)
                    .press("Escape", ESCAPE)
                    .press("ArrowDown", DOWN);
            Assertions.assertThat(box.evaluate("box => document.activeElement === box"))
                    .as(what + " while converting")
                    .isEqualTo(true);
            conversion.end("日本");
            visitor.settle();
            Assertions.assertThat(box.evaluate("box => ({ value: box.value, kept: document.activeElement === box })"))
                    .as(what)
                    .isEqualTo(Map.of("value", "日本", "kept", true));
            Assertions.assertThat(visitor.page().url()).as(what).isEqualTo(address);
            written.add(what);
        }
        return written;
    }
}
