package jp.kyosei.ui.browser.meeting;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.kyosei.backend.DemonstrationUser;
import jp.kyosei.backend.discussion.markup.NoteText;
import jp.kyosei.ui.browser.InBrowser;
import jp.kyosei.ui.browser.Screens;
import jp.kyosei.ui.browser.Visitor;
import org.junit.jupiter.api.Test;

/** The committee member's way, on a tablet held upright. */
@InBrowser
class ReadingTest {
    private static final String LIST = "plans/ichinoseki-hiraizumi-vision-2/reading/2022";
    private static final int TABLET = 820;
    private static final int TABLET_HEIGHT = 1180;
    private static final Pattern COUNT = Pattern.compile("(\\d+)のうち(\\d+)を読みました");

    @Test
    void home_leads_to_the_list_and_each_page_opened_counts_as_read(Visitor visitor) {
        tablet(visitor).as(DemonstrationUser.IIN);
        visitor.main()
                .locator("a[href='plans/ichinoseki-hiraizumi-vision-2/reading']")
                .click();
        assertThat(visitor.heading()).hasText("読んで意見を書く");
        visitor.open(LIST);
        assertThat(visitor.page().locator(".reading-rows a")).hasCount(33);
        int before = read(visitor);

        Locator unread = visitor.page().locator(".reading-row:not(.read)").first();
        String name = unread.locator(".reading-row-name").innerText();
        unread.click();
        assertThat(visitor.heading()).hasText(name);
        visitor.settle();
        visitor.page().locator(".reading-back").click();

        assertThat(visitor.heading()).hasText("読んで意見を書く");
        assertThat(read(visitor)).isEqualTo(before + 1);
        assertThat(row(visitor, name)).containsText("読んだ");
    }

    @Test
    void button_arrow_keys_and_swipes_lead_from_indicator_to_indicator(Visitor visitor) {
        tablet(visitor).as(DemonstrationUser.IIN).open(LIST + "/9");
        assertThat(place(visitor)).hasText("9 / 33");

        visitor.page().locator(".reading-next").click();
        assertThat(place(visitor)).hasText("10 / 33");
        visitor.page().keyboard().press("ArrowRight");
        assertThat(place(visitor)).hasText("11 / 33");
        visitor.page().keyboard().press("ArrowLeft");
        assertThat(place(visitor)).hasText("10 / 33");
        visitor.settle();
        swipe(visitor, 600, 200, 0);
        assertThat(place(visitor)).hasText("11 / 33");
        visitor.settle();
        swipe(visitor, 200, 600, 20);
        assertThat(place(visitor)).hasText("10 / 33");
        visitor.settle();
        swipe(visitor, 600, 450, 400);
        visitor.page().locator(".reading-previous").click();
        assertThat(place(visitor)).hasText("9 / 33");
        assertThat(visitor.heading()).hasText("圏域内の宿泊者数");
    }

    @Test
    void a_missing_figure_says_why_in_plain_words(Visitor visitor) {
        tablet(visitor).as(DemonstrationUser.IIN).open(LIST + "/12");

        assertThat(visitor.page().locator(".reading-verdict")).containsText("行事などが中止になったため、令和4年度の数値はありません。");
    }

    @Test
    void the_size_of_the_type_is_remembered(Visitor visitor) {
        tablet(visitor).as(DemonstrationUser.IIN).open(LIST + "/9");
        assertThat(size(visitor)).isEqualTo("20px");

        visitor.page().locator(".text-size-choice.largest").click();
        assertThat(size(visitor)).isEqualTo("29px");
        visitor.open(LIST);
        assertThat(size(visitor)).isEqualTo("29px");
        assertThat(visitor.page().locator(".text-size-choice.largest")).hasAttribute("aria-pressed", "true");
    }

    @Test
    void a_question_survives_reload_and_offline_is_sent_once_seen_and_withdrawn(Visitor visitor) {
        String question = "冬の宿泊が少ない理由を知りたい。";
        writer(visitor, LIST + "/14");
        text(visitor).fill(question);
        kind(visitor, "質問").click();
        assertThat(kind(visitor, "質問")).hasAttribute("aria-pressed", "true");
        assertThat(visitor.page().locator(".note-kept")).containsText("書きかけを残しました");
        text(visitor).press("ArrowRight");

        visitor.open(LIST);
        assertThat(visitor.page().locator(".reading-mark.draft")).hasText("書きかけ");
        visitor.open(LIST + "/14");
        assertThat(text(visitor)).hasValue(question);
        assertThat(kind(visitor, "質問")).hasAttribute("aria-pressed", "true");

        visitor.context().setOffline(true);
        send(visitor).click();
        assertThat(visitor.page().locator(".note-problem")).containsText("つながっていません");
        assertThat(text(visitor)).hasValue(question);
        visitor.context().setOffline(false);

        send(visitor).dblclick();
        assertThat(own(visitor)).hasCount(1);
        assertThat(own(visitor)).containsText(question);
        assertThat(own(visitor)).containsText("回答を待っています");
        assertThat(text(visitor)).hasValue("");

        button(own(visitor), "取り下げる").click();
        assertThat(visitor.page().locator(".reading-ask")).isFocused();
        button(visitor.page().locator(".reading-ask"), "取り下げる").click();
        assertThat(visitor.page().locator(".reading-note.withdrawn")).containsText("取り下げました");
        visitor.open(LIST + "/14");
        assertThat(text(visitor)).hasValue("");
    }

    @Test
    void what_is_written_is_sent_on_the_way_to_the_next_and_can_be_put_right(Visitor visitor) {
        writer(visitor, LIST + "/15");
        assertThat(visitor.page().locator(".reading-next")).containsText("次の指標");
        text(visitor).fill("空き工場も数えては。");
        assertThat(visitor.page().locator(".when-typed")).isVisible();
        visitor.page().locator(".reading-next").click();
        assertThat(place(visitor)).hasText("16 / 33");

        visitor.page().locator(".reading-previous").click();
        assertThat(own(visitor)).containsText("空き工場も数えては。");
        button(own(visitor), "直す").click();
        Locator change = own(visitor).locator("textarea");
        assertThat(change).isFocused();
        change.fill("空き工場も数えてはどうか。");
        button(own(visitor), "直したものを送る").click();
        assertThat(own(visitor)).containsText("空き工場も数えてはどうか。");
        assertThat(own(visitor)).containsText("直しました");
    }

    @Test
    void four_thousand_hostile_characters_are_shown_as_written_and_the_page_stays_whole(Visitor visitor) {
        String start = "<script>window.harmed = 1</script><img src=x onerror='window.harmed = 1'> &copy; "
                + "葛\uDB40\uDD00と辻\uDB40\uDD01 👨‍👩‍👧‍👦🏳️‍🌈 \u202Eうしろから\u202C \u05D0\u05D1\u05D2 "
                + "a".repeat(600);
        String text = start + "あ".repeat(NoteText.MAX_LENGTH - start.codePointCount(0, start.length()));
        writer(visitor, LIST + "/17");
        text(visitor).fill(text);
        send(visitor).click();

        Locator shown = own(visitor).locator(".note-text");
        assertThat(shown).hasCount(1);
        assertThat(shown.textContent().strip()).isEqualTo(text);
        assertThat(shown.locator("script, img, style, iframe")).hasCount(0);
        assertThat(visitor.page().evaluate("window.harmed ?? 0")).isEqualTo(0);
        for (int width : Screens.WIDTHS) {
            visitor.width(width);
            assertThat(visitor.page()
                            .evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                    .as("nothing sticks out at %d px", width)
                    .isEqualTo(true);
        }
        text(visitor).fill(text + "い");
        send(visitor).click();
        assertThat(visitor.page().locator(".note-problem")).containsText("本文は 4,000 字までです。いま 4,001 字あります。");
    }

    @Test
    void what_was_typed_when_the_login_is_gone_is_there_after_the_next_one(Visitor visitor) {
        tablet(visitor).logIn(DemonstrationUser.SECRETARIAT).open(LIST + "/18");
        text(visitor).fill("若い人の声も聞きたい。");
        visitor.context().clearCookies();
        send(visitor).click();
        assertThat(visitor.page().locator(".login-notice")).containsText("ログインが切れました");
        assertThat(text(visitor)).hasValue("若い人の声も聞きたい。");

        visitor.page().navigate(visitor.address(LIST + "/18"));
        visitor.typeLogin(DemonstrationUser.SECRETARIAT, "demo");
        assertThat(text(visitor)).hasValue("若い人の声も聞きたい。");
    }

    private static Visitor tablet(Visitor visitor) {
        visitor.page().setViewportSize(TABLET, TABLET_HEIGHT);
        return visitor;
    }

    /** The committee member: the demonstration's meeting takes comments. */
    private static void writer(Visitor visitor, String path) {
        tablet(visitor).as(DemonstrationUser.IIN).open(path);
        assertThat(text(visitor)).isVisible();
    }

    private static void swipe(Visitor visitor, int from, int to, int down) {
        CDPSession finger = visitor.context().newCDPSession(visitor.page());
        JsonObject emulation = new JsonObject();
        emulation.addProperty("enabled", true);
        finger.send("Emulation.setTouchEmulationEnabled", emulation);
        touch(finger, "touchStart", from, 400);
        touch(finger, "touchMove", (from + to) / 2, 400 + down / 2);
        touch(finger, "touchMove", to, 400 + down);
        JsonObject end = new JsonObject();
        end.addProperty("type", "touchEnd");
        end.add("touchPoints", new JsonArray());
        finger.send("Input.dispatchTouchEvent", end);
        finger.detach();
    }

    private static void touch(CDPSession finger, String type, int x, int y) {
        JsonObject point = new JsonObject();
        point.addProperty("x", x);
        point.addProperty("y", y);
        JsonArray points = new JsonArray();
        points.add(point);
        JsonObject event = new JsonObject();
        event.addProperty("type", type);
        event.add("touchPoints", points);
        finger.send("Input.dispatchTouchEvent", event);
    }

    private static int read(Visitor visitor) {
        Matcher count = COUNT.matcher(visitor.page().locator(".reading-count").innerText());
        assertThat(count.matches()).isTrue();
        return Integer.parseInt(count.group(2));
    }

    private static Locator row(Visitor visitor, String name) {
        return visitor.page()
                .locator(".reading-row")
                .filter(new Locator.FilterOptions().setHasText(name))
                .first();
    }

    private static Locator place(Visitor visitor) {
        return visitor.page().locator(".reading-place");
    }

    private static String size(Visitor visitor) {
        return (String) visitor.page().evaluate("getComputedStyle(document.querySelector('.reading-frame')).fontSize");
    }

    private static Locator text(Visitor visitor) {
        return visitor.page().locator("kyosei-note-box[data-goes-on] textarea");
    }

    private static Locator kind(Visitor visitor, String label) {
        return visitor.page()
                .getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(label).setExact(true));
    }

    private static Locator send(Visitor visitor) {
        return visitor.page().locator("kyosei-note-box[data-goes-on] .note-send");
    }

    private static Locator own(Visitor visitor) {
        return visitor.page().locator(".reading-own .reading-note:not(.withdrawn)");
    }

    private static Locator button(Locator within, String label) {
        return within.getByRole(
                AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(label).setExact(true));
    }
}
