package jp.kyosei.ui.browser.entry;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import jp.kyosei.backend.DemonstrationUser;
import jp.kyosei.ui.PlanCopy;
import jp.kyosei.ui.browser.Fields;
import jp.kyosei.ui.browser.InBrowser;
import jp.kyosei.ui.browser.ScreenWire;
import jp.kyosei.ui.browser.Visitor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The board of a round in the hands of the secretariat, while towns work: what changes is sent, and nothing else. */
@InBrowser
class BoardChangesTest {
    private static final String PLAN = "ichinoseki-hiraizumi-board";
    private static final String ROUND = "plans/" + PLAN + "/collection/2023";
    /** Before answers are compressed; the board itself takes twenty times as much. */
    private static final int MOST_BYTES = 25_000;

    private final List<Response> answers = new CopyOnWriteArrayList<>();
    private final List<Integer> pushes = new CopyOnWriteArrayList<>();

    @BeforeAll
    static void a_plan_of_its_own() {
        PlanCopy.of(PLAN, "進み具合を見るビジョン");
    }

    @Test
    void what_is_looked_for_what_is_done_and_what_others_enter_reach_the_board_as_changes(
            Visitor secretariat, Visitor hiraizumi) {
        secretariat.page().onResponse(answers::add);
        secretariat
                .page()
                .onWebSocket(socket -> socket.onFrameReceived(
                        frame -> pushes.add(frame.text().getBytes(StandardCharsets.UTF_8).length)));
        opens(secretariat.as(DemonstrationUser.SECRETARIAT));
        secretariat.open(ROUND);
        Locator rows = secretariat.main().locator(".board tbody tr:not([hidden])");
        int all = rows.count();
        int whole = ScreenWire.screenAt(secretariat, ROUND).getBytes(StandardCharsets.UTF_8).length;
        secretariat.main().getByText("担当課ごとに見る").click();
        Locator choice = secretariat.page().locator("input[aria-label='No.9 平泉町を選ぶ']");
        choice.check();
        secretariat.settle();

        answers.clear();
        pushes.clear();
        Fields.choose(Fields.named(secretariat.main(), "市町村"), "平泉町");
        assertThat(secretariat.page().locator("input[aria-label='No.9 一関市を選ぶ']"))
                .isHidden();
        assertThat(secretariat.main().locator("tr.whole").getByText("No.1 休日")).isHidden();
        secretariat.settle();
        int narrowed = forget();
        assertThat(choice).isChecked();
        Fields.choose(Fields.named(secretariat.main(), "市町村"), "すべて");
        assertThat(rows).hasCount(all);
        secretariat.settle();
        int widened = forget();

        hiraizumi.as(DemonstrationUser.HIRAIZUMI).open(ROUND + "/entry/034029");
        choice.uncheck();
        secretariat.settle();
        forget();
        Locator cell = hiraizumi.page().locator("input[data-no='9'][data-field='value']");
        cell.fill("61234");
        cell.blur();
        assertThat(secretariat.main().locator(".board")).containsText("61,234");
        secretariat.settle();
        int news = forget();

        choice.check();
        secretariat.settle();
        forget();
        button(secretariat, "選んだものの期限を変える").click();
        Locator box = secretariat.page().locator(".ask-box");
        box.locator("textarea").fill("町の都合により");
        secretariat.settle();
        forget();
        box.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("期限を変える"))
                .click();
        assertThat(secretariat.page().locator(".said")).containsText("期限");
        secretariat.settle();
        int step = forget();
        assertThat(choice).not().isChecked();
        System.out.printf(
                "board: page %,d, town chosen %,d, all again %,d, news %,d, step %,d bytes before compression%n",
                whole, narrowed, widened, news, step);
        // what was unfolded is still so
        assertThat(secretariat
                        .main()
                        .locator("details[open]")
                        .filter(new Locator.FilterOptions().setHasText("担当課ごとに見る")))
                .hasCount(1);

        assertThat(List.of(narrowed, widened, news, step))
                .allSatisfy(bytes -> assertThat(bytes).isLessThan(MOST_BYTES));
    }

    private static void opens(Visitor secretariat) {
        secretariat.open("plans/" + PLAN + "/collection");
        Fields.choose(Fields.named(secretariat.main(), "年度"), "令和5年度");
        button(secretariat, "照会を始める").click();
        assertThat(secretariat.heading()).hasText("令和5年度 実績照会の進み具合");
    }

    /** What came since the last time, in bytes. */
    private int forget() {
        int bytes = answers.stream()
                        .filter(answer -> answer.url().contains("v-r=uidl"))
                        .mapToInt(answer -> answer.body().length)
                        .sum()
                + pushes.stream().mapToInt(Integer::intValue).sum();
        answers.clear();
        pushes.clear();
        return bytes;
    }

    private static Locator button(Visitor visitor, String name) {
        return visitor.page()
                .getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
