package jp.kyosei.ui.server;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import jp.kyosei.ui.session.PlainPage;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What Tomcat says where nothing else has: of an address that cannot be read, a file that is not there, a login that is
 * missing. In Japanese, and without a word of the inside. Tomcat makes it by its name.
 */
public final class ErrorPages extends ErrorReportValve {
    private static final Logger LOG = LoggerFactory.getLogger(ErrorPages.class);
    private static final String API = "/api/";

    private record Words(String title, String text) {}

    public ErrorPages() {
        setShowReport(false);
        setShowServerInfo(false);
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable thrown) {
        if (response.getStatus() == HttpServletResponse.SC_NOT_IMPLEMENTED) {
            // A method that nobody knows is the visitor's fault.
            response.setStatus(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
        }
        int status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        Words words = wordsFor(status);
        boolean isApi =
                Optional.<String>ofNullable(request.getRequestURI()).orElse("").startsWith(API);
        response.setContentType(isApi ? "application/problem+json" : "text/html");
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        // What Tomcat refuses by itself has passed none of the filters.
        SecurityHeaders.say(response, request.isSecure());
        response.setHeader("Cache-Control", isApi ? "private, no-store" : "no-store");
        try {
            @Nullable Writer writer = response.getReporter();
            if (writer != null) {
                writer.write(isApi ? problem(status, words) : PlainPage.html(words.title(), words.text(), "ホームへ"));
                response.finishResponse();
            }
        } catch (IOException | IllegalStateException gone) {
            LOG.debug("Nobody has waited for the answer {}", status, gone);
        }
    }

    private static String problem(int status, Words words) {
        return """
                {"type":"urn:kyosei:problem:%s","title":"%s","status":%d,"detail":"%s"}""".formatted(word(status), words.title(), status, words.text());
    }

    private static String word(int status) {
        return switch (status) {
            case TooManyRequests.STATUS -> "too-many-requests";
            case HttpServletResponse.SC_SERVICE_UNAVAILABLE -> "unavailable";
            default -> status < HttpServletResponse.SC_INTERNAL_SERVER_ERROR ? "invalid-input" : "unexpected";
        };
    }

    private static Words wordsFor(int status) {
        return switch (status) {
            case 400 -> new Words("読み取れない要求です", "アドレスか、送られた内容に誤りがあります。アドレスを確かめて、もう一度お試しください。");
            case 401, 403 -> new Words("表示できません", "ログインしていないか、ログインが切れています。ホームからログインしてください。");
            case 404 -> new Words("見つかりません", "アドレスを確かめて、もう一度お試しください。");
            case 405 -> new Words("この方法では利用できません", "ブラウザでアドレスを開き直してください。");
            case 413, 414, 431 -> new Words("送られたものが大きすぎます", "アドレスや内容を短くするか、ファイルを小さくして、もう一度お試しください。");
            case TooManyRequests.STATUS -> new Words("要求が多すぎます", "短い間に要求が多すぎます。少し待ってから、もう一度お試しください。");
            case 503 -> new Words("しばらくお待ちください", "いまは応答できません。少し待ってから、もう一度お試しください。");
            default ->
                status < 500
                        ? new Words("受け付けられませんでした", "送られた内容を確かめて、もう一度お試しください。")
                        : new Words("処理できませんでした", "お手数ですが、もう一度お試しください。続くときは管理者にお知らせください。");
        };
    }
}
