package jp.kyosei.ui.session.oauth;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import jp.kyosei.ui.session.PlainPage;

/** The few pages that stand outside of the screens. They run no script. */
final class LoginPages {
    private static final MediaType HTML = new MediaType("text/html; charset=utf-8");

    private LoginPages() {}

    static MutableHttpResponse<?> loginFailed() {
        return page(
                HttpStatus.BAD_REQUEST,
                "ログインできませんでした",
                "ログインの途中で時間がたったか、別の画面でログインをやり直した可能性があります。もう一度お試しください。",
                "ログインをやり直す");
    }

    static MutableHttpResponse<?> loginUnavailable() {
        return page(
                HttpStatus.SERVICE_UNAVAILABLE, "いまはログインできません", "ログインの仕組みが応答していません。しばらくしてから、もう一度お試しください。", "ログインをやり直す");
    }

    static MutableHttpResponse<?> loggedInAgain() {
        return page(HttpStatus.OK, "ログインできました", "このタブを閉じて、元の画面に戻ってください。入力していた内容はそのまま残っています。", "このタブで Kyosei を開く");
    }

    static MutableHttpResponse<?> loggedOut() {
        return page(HttpStatus.OK, "ログアウトしました", "ご利用ありがとうございました。", "ログインする");
    }

    /** Somebody has come to the way out by a link that is not ours. */
    static MutableHttpResponse<?> logoutAsked() {
        return HttpResponse.ok(PlainPage.asking("ログアウトしますか", "ログアウトするときは、下のボタンを押してください。", "/oauth/logout", "ログアウト"))
                .contentType(HTML)
                .header("Cache-Control", "no-store");
    }

    private static MutableHttpResponse<?> page(HttpStatus status, String title, String text, String link) {
        return HttpResponse.status(status)
                .contentType(HTML)
                .header("Cache-Control", "no-store")
                .body(PlainPage.html(title, text, link));
    }
}
