package jp.kyosei.ui.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import jp.kyosei.backend.DemonstrationUser;
import jp.kyosei.backend.sheet.reading.SheetReader;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** What every form of the product does with days, refusals and files. Nothing is saved here. */
@InBrowser
class FormsTest {
    private static final String PLAN = "plans/ichinoseki-hiraizumi-vision-2";

    @Test
    void a_day_is_typed_as_people_write_it_and_said_in_japanese_years(Visitor secretariat) {
        Locator form = meetingForm(secretariat);
        Locator day = Fields.named(form, "開催日");
        day.fill("R8.12.26");
        day.press("Enter");
        assertThat(day).hasValue("2026/12/26");
        assertThat(form).containsText("令和8年12月26日（土）");

        day.fill("2027-1-9");
        day.blur();
        assertThat(day).hasValue("2027/01/09");
        assertThat(form).containsText("令和9年1月9日（土）");
    }

    @Test
    void a_day_that_cannot_be_read_is_refused_where_it_stands_and_stays(Visitor secretariat) {
        Locator form = meetingForm(secretariat);
        Locator opens = Fields.named(form, "意見の受付を始める日");
        opens.fill("あした");
        button(form, "この内容で計画する").click();

        assertThat(form.locator(".problem-summary")).containsText("か所を直してください。");
        assertThat(opens).hasAttribute("aria-invalid", "true");
        assertThat(opens).hasValue("あした");
        assertThat(form).containsText("日を、年・月・日まで入力してください。");
        assertThat(secretariat.heading()).hasText("懇談会");
    }

    @Test
    void escape_leads_back_from_a_question_and_a_refused_one_keeps_what_was_typed(Visitor secretariat) {
        secretariat.as(DemonstrationUser.SECRETARIAT).open(PLAN + "/collection/2023");
        Locator extend = button(secretariat.main(), "期限を延ばす");
        extend.focus();
        secretariat.page().keyboard().press("Enter");
        Locator box = secretariat.page().locator(".ask-box");
        assertThat(box).containsText("照会全体の期限を延ばします。");
        secretariat.page().keyboard().press("Escape");
        assertThat(box).hasCount(0);
        assertThat(extend).isFocused();

        extend.click();
        Locator reason = Fields.named(box, "延ばす理由");
        reason.fill("集計が遅れているため");
        Fields.named(box, "新しい期限").fill("");
        button(box, "期限を延ばす").click();
        assertThat(box).containsText("新しい期限の日を入力してください。");
        assertThat(reason).hasValue("集計が遅れているため");
    }

    @Test
    void a_file_that_is_too_large_is_not_sent_and_the_next_one_can_be_chosen(Visitor secretariat) {
        secretariat.as(DemonstrationUser.SECRETARIAT).open("owners/ichinoseki-hiraizumi/imports");
        Locator box = secretariat.main().locator(".file-box");
        box.locator("input[type=file]")
                .setInputFiles(new FilePayload("大きな表.csv", "text/csv", new byte[SheetReader.MOST_BYTES + 1]));
        assertThat(box.getByRole(AriaRole.ALERT)).containsText(SheetReader.TOO_LARGE);
        assertThat(button(box, "ファイルを選ぶ…")).isEnabled();
    }

    @Test
    void a_file_does_not_overtake_what_was_chosen_beside_it(Visitor secretariat) {
        secretariat.as(DemonstrationUser.SECRETARIAT).open("owners/ichinoseki-hiraizumi/imports");
        List<Route> held = new ArrayList<>();
        secretariat.page().route("**/*v-r=uidl*", held::add);
        Fields.choose(Fields.named(secretariat.main(), "いちばん新しい実績の年度"), "令和4年度");
        List<String> sent = new ArrayList<>();
        secretariat.page().onRequest(request -> sent.add(request.url()));
        secretariat
                .main()
                .locator(".file-box input[type=file]")
                .setInputFiles(new FilePayload(
                        "あとから来る表.csv", "text/csv", "指標名,ウ\n年を選ぶ指標,3\n".getBytes(StandardCharsets.UTF_8)));
        assertThat(secretariat.main().locator("vaadin-upload-file")).isVisible();
        Assertions.assertThat(sent).noneMatch(url -> url.contains("/VAADIN/dynamic/resource"));

        secretariat.page().unroute("**/*v-r=uidl*");
        held.forEach(Route::resume);
        assertThat(secretariat.main()).containsText("いちばん新しい実績 令和4年度");
    }

    private static Locator meetingForm(Visitor secretariat) {
        secretariat.as(DemonstrationUser.SECRETARIAT).open(PLAN + "/meetings");
        secretariat
                .main()
                .locator("summary")
                .filter(new Locator.FilterOptions().setHasText("懇談会を計画する"))
                .click();
        return secretariat.main().locator(".meeting-form");
    }

    private static Locator button(Locator place, String name) {
        return place.getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(name).setExact(true))
                .first();
    }
}
