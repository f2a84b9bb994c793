package jp.kyosei.ui.browser.drafting;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import jp.kyosei.backend.DemonstrationUser;
import jp.kyosei.ui.browser.Barriers;
import jp.kyosei.ui.browser.Fields;
import jp.kyosei.ui.browser.InBrowser;
import jp.kyosei.ui.browser.Screens;
import jp.kyosei.ui.browser.Visitor;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** A plan written on screen from nothing, adopted, and changed by a next version. */
@InBrowser
class DraftPagesTest {
    private static final String REGISTER = "owners/ichinoseki-hiraizumi/plans";

    @Test
    void a_plan_is_written_from_nothing_adopted_and_its_target_raised_by_the_next_version(Visitor secretariat) {
        secretariat.as(DemonstrationUser.SECRETARIAT).open(REGISTER);
        button(secretariat.main(), "新しい計画を作る").click();
        Locator ask = secretariat.page().locator(".ask-box");
        Fields.named(ask, "計画の名称").fill("画面で書く計画");
        Fields.named(ask, "体系の階層名（上から順に「・」で区切る）").fill("分野・施策");
        button(ask, "計画を作る").click();
        assertThat(secretariat.heading()).hasText("計画の編集");

        addSection(secretariat, "1", "子育て");
        addSection(secretariat, "1-1", "保育");
        line(secretariat, "子育て").click();
        addSection(secretariat, "1-2", "あそび");
        // A third level is none of this plan's: the next one stands beside the chosen one.
        button(secretariat.main(), "指標を追加").click();
        Fields.named(ask, "番号").fill("1");
        Fields.named(ask, "指標名").fill("遊び場の数");
        Fields.named(ask, "単位").fill("か所");
        Fields.choose(Fields.named(ask, "どちらが良いか"), "高いほど良い");
        ask.getByLabel(Pattern.compile("の目標値$")).fill("１２");
        button(ask, "追加する").click();
        assertThat(line(secretariat, "遊び場の数")).isVisible();

        // By keys: the section with its indicator goes before its neighbour, and back by 元に戻す.
        line(secretariat, "あそび").click();
        secretariat.page().keyboard().press("Alt+Shift+ArrowUp");
        assertThat(lines(secretariat).nth(1)).containsText("1-2");
        button(secretariat.main(), "元に戻す").click();
        assertThat(lines(secretariat).nth(1)).containsText("1-1");
        secretariat.page().keyboard().press("Alt+Shift+ArrowUp");
        assertThat(lines(secretariat).nth(1)).containsText("1-2");
        secretariat.settle();

        line(secretariat, "遊び場の数").click();
        Locator form = secretariat.main().locator(".draft-form");
        Fields.named(form, "出典").fill("庁内調べ");
        Fields.named(form, "出典").blur();
        assertThat(form).containsText("保存しました");
        Fields.named(form, "指標名").fill("");
        Fields.named(form, "指標名").blur();
        assertThat(form).containsText("指標名を入力してください。");
        Fields.named(form, "指標名").fill("身近な遊び場の数");
        Fields.named(form, "指標名").blur();
        assertThat(line(secretariat, "身近な遊び場の数")).isVisible();
        Assertions.assertThat(Barriers.graveViolations(secretariat.page())).isEmpty();

        secretariat.open(REGISTER);
        secretariat
                .main()
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("画面で書く計画"))
                .click();
        adopt(secretariat);
        assertThat(secretariat.main()).containsText("第1版　策定　2026年");

        button(secretariat.main(), "改訂の案を作る").click();
        button(ask, "案を作る").click();
        assertThat(secretariat.heading()).hasText("計画の編集");
        line(secretariat, "身近な遊び場の数").click();
        Locator target = form.locator(".target-rows vaadin-text-field input").last();
        target.fill("20");
        target.blur();
        assertThat(form).containsText("保存しました");
    }

    @Test
    void what_two_people_change_is_seen_by_both_and_whoever_was_late_is_told(Visitor one, Visitor other) {
        one.as(DemonstrationUser.SECRETARIAT).open(REGISTER);
        button(one.main(), "新しい計画を作る").click();
        Locator ask = one.page().locator(".ask-box");
        Fields.named(ask, "計画の名称").fill("二人で書く計画");
        button(ask, "計画を作る").click();
        assertThat(one.heading()).hasText("計画の編集");
        addSection(one, "1", "はじめの目標");
        String address = one.page().url();

        other.as(DemonstrationUser.SECRETARIAT);
        other.page().navigate(address);
        line(other, "はじめの目標").click();
        Locator title = Fields.named(other.main().locator(".draft-form"), "名称");
        title.fill("書きかけの名称");

        line(one, "はじめの目標").click();
        Fields.named(one.main().locator(".draft-form"), "名称").fill("先に決めた名称");
        Fields.named(one.main().locator(".draft-form"), "名称").blur();

        assertThat(line(other, "先に決めた名称")).isVisible();
        assertThat(other.main()).containsText("ほかの人がこの内容を変えました");
        assertThat(title).hasValue("書きかけの名称");
        title.blur();
        assertThat(other.main()).containsText("ほかの人が先に変えました");
        assertThat(line(one, "先に決めた名称")).isVisible();
    }

    @Test
    void the_editor_fits_a_tablet_and_twice_the_size_and_a_committee_member_is_told_that_it_is_not_theirs(
            Visitor secretariat, Visitor member) {
        secretariat.as(DemonstrationUser.SECRETARIAT).open(REGISTER);
        for (int width : Screens.WIDTHS) {
            secretariat.width(width);
            Assertions.assertThat(Barriers.sidewaysScroll(secretariat.page())).isEmpty();
        }
        member.as(DemonstrationUser.IIN).open(REGISTER);
        assertThat(member.main()).containsText("この画面は開けません");
        member.open("plans/ichinoseki-hiraizumi-vision-2/versions/1/edit");
        assertThat(member.main()).containsText("この画面は開けません");
    }

    private static void adopt(Visitor secretariat) {
        Locator day = Fields.named(secretariat.main(), "決定した日");
        if (day.inputValue().isEmpty()) {
            day.fill("R8.4.1");
            day.press("Enter");
        }
        button(secretariat.main(), "決定した日を登録する").click();
        button(secretariat.page().locator(".ask-box"), "登録する").click();
    }

    private static void addSection(Visitor visitor, String number, String title) {
        button(visitor.main(), "体系を追加").click();
        Locator ask = visitor.page().locator(".ask-box");
        Fields.named(ask, "番号").fill(number);
        Fields.named(ask, "名称").fill(title);
        button(ask, "追加する").click();
        assertThat(line(visitor, title)).isVisible();
    }

    private static Locator lines(Visitor visitor) {
        return visitor.main().locator("vaadin-grid-tree-toggle");
    }

    private static Locator line(Visitor visitor, String words) {
        return visitor.main()
                .locator("vaadin-grid-cell-content")
                .filter(new Locator.FilterOptions().setHasText(Pattern.compile("^" + words + "$")));
    }

    private static Locator button(Locator place, String name) {
        return place.getByRole(
                AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
    }
}
