package jp.kyosei.ui.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.Cookie;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import jp.kyosei.ui.RawHttp;
import jp.kyosei.ui.RawHttp.Sent;
import jp.kyosei.ui.RunningKyosei;
import org.jspecify.annotations.Nullable;

/**
 * A screen of somebody's own making: it holds the cookie of a real login and speaks to the server as Vaadin's client does,
 * message by message, by requests and by a socket.
 */
public final class ScreenWire {
    private static final String JSON = "application/json; charset=UTF-8";
    private static final int PATIENCE_SECONDS = 30;
    /** What stands for the end of a socket among what it has brought. */
    private static final String CLOSED = "\0closed";

    private final RunningKyosei kyosei;
    private final String cookie;
    private final String screen;
    private final String key;
    private final String pushId;

    private ScreenWire(RunningKyosei kyosei, String cookie, JsonNode config) {
        this.kyosei = kyosei;
        this.cookie = cookie;
        screen = String.valueOf(config.get("v-uiId").getIntValue());
        key = config.get("uidl").get("Vaadin-Security-Key").getStringValue();
        pushId = config.get("uidl").get("Vaadin-Push-ID").getStringValue();
    }

    public static ScreenWire of(Visitor visitor) {
        return of(visitor, "");
    }

    /** @param address where the window opens */
    public static ScreenWire of(Visitor visitor, String address) {
        String cookie = cookieOf(visitor);
        RunningKyosei kyosei = visitor.kyosei();
        String answer = RawHttp.send(kyosei.url(), Sent.get("/?v-r=init&query=&location=" + encoded(address), cookie))
                .text();
        try {
            JsonNode page = kyosei.bean(JsonMapper.class)
                    .readValue(answer.substring(answer.indexOf('{'), answer.lastIndexOf('}') + 1), JsonNode.class);
            return new ScreenWire(kyosei, cookie, page.get("appConfig"));
        } catch (IOException e) {
            throw new UncheckedIOException(answer, e);
        }
    }

    public static String cookieOf(Visitor visitor) {
        String session = visitor.context().cookies().stream()
                .filter(cookie -> cookie.name.equals("kyosei-session"))
                .map((Cookie cookie) -> cookie.value)
                .findFirst()
                .orElseThrow();
        return "Cookie: kyosei-session=" + session;
    }

    /**
     * All that the server sends for the first screen of a new window at this address, headers left out; the window is
     * closed again. What two answers have in common no browser can tell apart, and an answer takes a tenth of a page.
     */
    public static String screenAt(Visitor visitor, String address) {
        ScreenWire window = of(visitor, address);
        RawHttp.Answer screen = window.byRequest(window.navigation(address, 0));
        window.byRequest(window.message("[]", 1, ",\"UNLOAD\":true"));
        assertThat(screen.status()).as(address).isEqualTo(200);
        return screen.body();
    }

    /** What the browser sends when the person goes to another page. */
    public String navigation(String path, int message) {
        return message("""
                [{"type":"event","node":1,"event":"ui-navigate","data":{"route":"%s","query":"",\
                "appShellTitle":"","historyState":null,"trigger":""}}]""".formatted(path), message, "");
    }

    /** @param count how many messages this window has sent before */
    private String message(String calls, int count, String more) {
        return "{\"csrfToken\":\"%s\",\"rpc\":%s,\"syncId\":%d,\"clientId\":%d%s}"
                .formatted(key, calls, count, count, more);
    }

    public RawHttp.Answer byRequest(String message) {
        return send(Sent.post("/?v-r=uidl&v-uiId=" + screen, JSON, message));
    }

    public RawHttp.Answer send(Sent sent) {
        return RawHttp.send(kyosei.url(), sent.with(cookie));
    }

    public Socket openSocket() {
        String query =
                "v-r=push&v-uiId=%s&v-pushId=%s&X-Atmosphere-tracking-id=0&X-Atmosphere-Framework=3.1.5-javascript"
                                .formatted(screen, pushId)
                        + "&X-Atmosphere-Transport=websocket&X-Atmosphere-TrackMessageSize=true&Content-Type="
                        + encoded(JSON);
        Socket socket = new Socket();
        socket.connection = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .header("Cookie", cookie.substring("Cookie: ".length()))
                .buildAsync(
                        URI.create(kyosei.url().toString().replaceFirst("^http", "ws") + "/VAADIN/push?" + query),
                        socket)
                .join();
        return socket;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** A socket that was opened while the login stood. */
    public static final class Socket implements WebSocket.Listener {
        private final LinkedBlockingQueue<String> heard = new LinkedBlockingQueue<>();
        private @Nullable WebSocket connection;

        public void send(String message) {
            Objects.requireNonNull(connection)
                    .sendText(message.length() + "|" + message, true)
                    .join();
        }

        /** Waits for text that contains this. */
        public String hear(String expected) {
            StringBuilder all = new StringBuilder();
            while (all.indexOf(expected) < 0) {
                all.append(next(expected + " after " + all));
                if (all.indexOf(CLOSED) >= 0) {
                    throw new AssertionError("Closed before " + expected + ": " + all);
                }
            }
            return all.toString();
        }

        /** Waits for the end, and says what was heard until then. */
        public String hearUntilClosed() {
            StringBuilder all = new StringBuilder();
            while (all.indexOf(CLOSED) < 0) {
                all.append(next("the end after " + all));
            }
            return all.toString();
        }

        private String next(String expected) {
            try {
                @Nullable String text = heard.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
                if (text == null) {
                    throw new AssertionError("Waited for " + expected);
                }
                return text;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            heard.add(data.toString());
            socket.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
            heard.add(CLOSED);
            return null;
        }

        @Override
        public void onError(WebSocket socket, Throwable failure) {
            heard.add(CLOSED);
        }
    }
}
