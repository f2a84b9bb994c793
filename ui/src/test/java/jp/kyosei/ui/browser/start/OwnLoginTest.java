package jp.kyosei.ui.browser.start;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import jp.kyosei.ui.browser.Fields;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A town's people come by the town's own login (庁内ログイン): into their own town, if its admin lets them in, and nowhere else. */
class OwnLoginTest {
    private static final String OPERATOR = "unyou@kyosei.example";
    private static final String ADMIN = "kikaku@city.kitakami.example";
    private static final String PROVIDER = "kitakami-login";
    private static final String DOMAIN = "city.kitakami.example";
    private static final String NOTHING = "いまは、どの団体の権限もありません。";

    private static final EmptyKyosei EMPTY = new EmptyKyosei();
    private static final TownRealm TOWN = new TownRealm(EMPTY.keycloak())
            .knows("hanako", "hanako@" + DOMAIN)
            .knows("stranger", "stranger@city.oshu.example")
            .knows("thief", OPERATOR);

    @RegisterExtension
    static final AfterTestExecutionCallback PICTURES = test -> {
        if (test.getExecutionException().isPresent()) {
            EMPTY.takePictures();
        }
    };

    @AfterAll
    static void end() {
        EMPTY.close();
        TOWN.close();
    }

    @Test
    void who_comes_by_the_towns_own_login_reads_there_once_the_admin_says_so_and_nobody_else_comes_that_way() {
        EMPTY.registerOperator("運用 担当", OPERATOR);
        Newcomer operator = EMPTY.comes(OPERATOR)
                .setsPassword(EMPTY.linkFor(OPERATOR))
                .logsIn()
                .setsUpOneTimeCodes()
                .isIn();
        operator.goes("団体の一覧");
        operator.follows("団体を登録する");
        operator.takes("市町村", "きたかみ", "北上市（岩手県 032069）");
        operator.button("登録する").click();
        operator.field("氏名").fill("北上 企画");
        operator.field("メールアドレス").fill(ADMIN);
        operator.button("団体管理者を招待する").click();
        Newcomer admin = EMPTY.comes(ADMIN)
                .setsPassword(EMPTY.linkFor(ADMIN))
                .logsIn()
                .setsUpOneTimeCodes()
                .isIn();

        TOWN.joins(EMPTY, "kitakami", PROVIDER, DOMAIN);
        operator.button("庁内ログインを登録する").click();
        Fields.named(operator.box(), "認証サーバーでの名前").fill(PROVIDER);
        Fields.named(operator.box(), "メールアドレスのドメイン").fill(DOMAIN);
        operator.boxButton("登録する").click();
        assertThat(operator.main()).containsText("団体管理者は、まだ許可していません。");

        Newcomer hanako = comes("hanako");
        assertThat(hanako.main()).containsText(NOTHING);

        admin.goes("団体の設定");
        admin.button("はじめての人の利用を許可する").click();
        admin.boxButton("許可する").click();
        assertThat(admin.main()).containsText("庁内ログインからの利用を許可しました。");
        assertThat(comes("hanako").main()).containsText("北上市：閲覧");

        admin.goes("利用者");
        admin.button("利用を止める：北上 hanako").click();
        admin.box().getByRole(AriaRole.TEXTBOX).fill("試しの利用の終わり");
        admin.boxButton("利用を止める").click();
        assertThat(comes("hanako").main()).containsText(NOTHING);

        isRefused("stranger");
        isRefused("thief");
    }

    private static Newcomer comes(String username) {
        return EMPTY.comes(username)
                .byOwnLogin(PROVIDER, username, TownRealm.PASSWORD)
                .isIn();
    }

    /** By Keycloak, which says so; there is no way into the product. */
    private static void isRefused(String username) {
        Newcomer stranger = EMPTY.comes(username).byOwnLogin(PROVIDER, username, TownRealm.PASSWORD);
        assertThat(stranger.visitor().page().locator("#kc-page-title")).hasText("ログインできませんでした");
        assertThat(stranger.visitor().page()).hasURL(Pattern.compile(".*/realms/%s/.*".formatted(EMPTY.realm())));
        stranger.visitor().page().navigate(stranger.visitor().address("me"));
        assertThat(stranger.visitor().page()).hasURL(stranger.visitor().atKeycloak());
    }
}
