package jp.kyosei.ui.browser.start;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDateTime;
import jp.kyosei.ui.browser.Fields;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.RegisterExtension;

/** From an empty start to the first change of staff, by what is on the screens and in the mail alone. */
class FromNothingTest {
    private static final LocalDateTime LAST_EVENING_OF_MARCH = LocalDateTime.of(2027, 3, 31, 23, 40);
    private static final LocalDateTime FIRST_OF_APRIL = LocalDateTime.of(2027, 4, 1, 0, 1);
    private static final String OPERATOR = "unyou@kyosei.example";
    private static final String ADMIN = "kikaku@city.kitakami.example";
    private static final String CLERK = "sangyo@city.kitakami.example";
    private static final String COLLEAGUE = "zaisei@city.kitakami.example";
    private static final String MEMBER = "iin@kitakami.example";

    private static final EmptyKyosei EMPTY = new EmptyKyosei();

    @AfterAll
    static void end() {
        EMPTY.close();
    }

    @RegisterExtension
    static final AfterTestExecutionCallback PICTURES = test -> {
        if (test.getExecutionException().isPresent()) {
            EMPTY.takePictures();
        }
    };

    @Test
    void from_an_operator_alone_to_two_owners_their_people_and_the_first_of_april() {
        EMPTY.itIs(LAST_EVENING_OF_MARCH);
        EMPTY.registerOperator("運用 担当", OPERATOR);
        Newcomer operator = EMPTY.comes(OPERATOR)
                .setsPassword(EMPTY.linkFor(OPERATOR))
                .logsIn()
                .setsUpOneTimeCodes()
                .isIn();
        registersTwoTownsAndTheirAlliance(operator);
        invitesTheAdmin(operator, "北上市");
        invitesTheAdmin(operator, "北上奥州圏域");

        Newcomer admin = EMPTY.comes(ADMIN)
                .setsPassword(EMPTY.linkFor(ADMIN))
                .logsIn()
                .setsUpOneTimeCodes()
                .isIn();
        namesDepartments(admin);
        invitesColleagues(admin);
        invitesACommitteeMember(admin);

        Newcomer clerk =
                EMPTY.comes(CLERK).setsPassword(EMPTY.linkFor(CLERK)).logsIn().isIn();
        assertThat(clerk.main()).containsText("北上市：担当課入力");
        EMPTY.comes(COLLEAGUE).setsPassword(EMPTY.linkFor(COLLEAGUE)).logsIn().isIn();
        Newcomer member =
                EMPTY.comes(MEMBER).setsPassword(EMPTY.linkFor(MEMBER)).logsIn().isIn();
        assertThat(member.main()).containsText("北上奥州圏域：懇談会委員");

        preparesTheFirstOfApril(admin);
        clerk.clicks("ホーム");
        assertThat(clerk.main()).containsText("北上市：担当課入力");
        EMPTY.itIs(FIRST_OF_APRIL);
        clerk.clicks("ホーム");
        assertThat(clerk.main()).containsText("いまは、どの団体の権限もありません。");
        admin.goes("人事異動");
        assertThat(inDepartment(admin, "産業振興課")).containsText("北上 財太（担当課入力）");
        assertThat(inDepartment(admin, "産業振興課")).not().containsText("北上 産子");
    }

    private static void registersTwoTownsAndTheirAlliance(Newcomer operator) {
        operator.goes("団体の一覧");
        operator.follows("団体を登録する");
        operator.takes("市町村", "きたかみ", "北上市（岩手県 032069）");
        operator.button("登録する").click();
        assertThat(operator.visitor().heading()).hasText("北上市");

        operator.goes("団体の一覧");
        operator.follows("団体を登録する");
        operator.takes("市町村", "032158", "奥州市（岩手県 032158）");
        operator.button("登録する").click();
        assertThat(operator.visitor().heading()).hasText("奥州市");

        operator.goes("団体の一覧");
        operator.follows("団体を登録する");
        operator.follows("圏域");
        operator.field("圏域の名称").fill("北上奥州圏域");
        operator.takes("加える市町村", "きたかみ", "北上市（岩手県 032069）");
        assertThat(operator.button("北上市を外す")).isVisible();
        operator.takes("加える市町村", "おうしゅう", "奥州市（岩手県 032158）");
        operator.field("識別名").fill("kitakami-oshu");
        operator.button("登録する").click();
        assertThat(operator.visitor().heading()).hasText("北上奥州圏域");
    }

    private static void invitesTheAdmin(Newcomer operator, String owner) {
        operator.goes("団体の一覧");
        operator.follows(owner);
        operator.field("氏名").fill("北上 企画");
        operator.field("メールアドレス").fill(ADMIN);
        operator.button("団体管理者を招待する").click();
        assertThat(operator.main()).containsText("北上 企画 さんへの招待を受け付けました。");
    }

    private static void namesDepartments(Newcomer admin) {
        admin.goes("団体の設定");
        department(admin, "産業振興課", "sangyo");
        department(admin, "財政課", "zaisei");
    }

    private static void department(Newcomer admin, String name, String code) {
        admin.button("担当課を加える").click();
        Fields.named(admin.box(), "名称").fill(name);
        Fields.named(admin.box(), "記号").fill(code);
        admin.boxButton("加える").click();
        assertThat(admin.main()).containsText("「%s」を加えました".formatted(name));
    }

    private static void invitesColleagues(Newcomer admin) {
        admin.goes("利用者");
        admin.button("利用者を招待する").click();
        Fields.named(admin.box(), "氏名").fill("北上 産子");
        Fields.named(admin.box(), "メールアドレス").fill(CLERK);
        Fields.choose(Fields.named(admin.box(), "担当課"), "産業振興課");
        Fields.named(admin.box(), "担当課入力").check();
        admin.boxButton("招待する").click();
        assertThat(admin.main()).containsText("北上 産子 さんへの招待を受け付けました。");

        admin.follows("一覧を貼り付けて招待する");
        admin.field("招待する人の一覧").fill("北上 財太\t" + COLLEAGUE + "\t財政課\t担当課入力、閲覧");
        admin.button("確かめて招待する").click();
        assertThat(admin.main()).containsText("1 人への招待を受け付けました。");
    }

    private static void invitesACommitteeMember(Newcomer admin) {
        admin.goes("ホーム");
        admin.main()
                .locator(".next-step")
                .filter(new Locator.FilterOptions().setHasText("北上奥州圏域"))
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("利用者を招待する"))
                .click();
        assertThat(admin.main()).containsText("北上奥州圏域");
        admin.button("利用者を招待する").click();
        Fields.named(admin.box(), "氏名").fill("見本 委員");
        Fields.named(admin.box(), "メールアドレス").fill(MEMBER);
        Fields.named(admin.box(), "懇談会委員").check();
        admin.boxButton("招待する").click();
        assertThat(admin.main()).containsText("見本 委員 さんへの招待を受け付けました。");
    }

    private static void preparesTheFirstOfApril(Newcomer admin) {
        admin.goes("ホーム");
        admin.goes("人事異動");
        admin.button("北上 産子の異動を準備する").click();
        admin.boxButton("外す").click();
        assertThat(admin.box()).containsText("この日から、どの権限も持ちません");
        admin.boxButton("準備する").click();
        assertThat(admin.main()).containsText("準備しました。");
        assertThat(inDepartment(admin, "産業振興課")).containsText("ここまで");

        admin.button("北上 財太の異動を準備する").first().click();
        Fields.choose(Fields.named(admin.box(), "担当課").first(), "産業振興課");
        assertThat(admin.box()).containsText("北上 財太：財政課 担当課入力 → 産業振興課 担当課入力");
        admin.boxButton("準備する").click();
        assertThat(inDepartment(admin, "産業振興課")).containsText("新しく");
    }

    private static Locator inDepartment(Newcomer admin, String department) {
        return admin.main()
                .getByRole(AriaRole.ROW)
                .filter(new Locator.FilterOptions()
                        .setHas(admin.visitor()
                                .page()
                                .getByRole(
                                        AriaRole.ROWHEADER,
                                        new Page.GetByRoleOptions()
                                                .setName(department)
                                                .setExact(true))));
    }
}
