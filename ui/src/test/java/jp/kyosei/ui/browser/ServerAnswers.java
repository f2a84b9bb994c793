package jp.kyosei.ui.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIRequestContext;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.options.RequestOptions;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks the server for screens as Vaadin's client in the browser does, with the person's own cookies, and shows nothing:
 * what two answers have in common no browser can tell apart, and an answer takes a tenth of a page.
 */
final class ServerAnswers {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Visitor visitor;

    /** @param visitor somebody who has logged in */
    ServerAnswers(Visitor visitor) {
        this.visitor = visitor;
    }

    /** All that the server sends for the first screen of a new window at this address; the window is closed again. */
    String to(String address) {
        JsonNode start = JSON.readTree(
                        answer(asked().get(visitor.address("?v-r=init&query=&location=" + encoded(address)))))
                .path("appConfig");
        Map<String, Object> where = new TreeMap<>(Map.of("route", address, "query", "", "trigger", ""));
        where.put("appShellTitle", "");
        Map<String, Object> navigation = Map.of("type", "event", "node", 1, "event", "ui-navigate", "data", where);
        String screen = sent(start, 0, Map.of("rpc", List.of(navigation)));
        sent(start, 1, Map.of("rpc", List.of(), "UNLOAD", true));
        return screen;
    }

    /** @param count how many messages this window has sent before */
    private String sent(JsonNode start, int count, Map<String, Object> content) {
        JsonNode first = start.path("uidl");
        Map<String, Object> message = new TreeMap<>(content);
        message.put("csrfToken", first.path("Vaadin-Security-Key").asString());
        message.put("syncId", first.path("syncId").asInt() + count);
        message.put("clientId", first.path("clientId").asInt() + count);
        return answer(asked().post(
                        visitor.address(
                                "?v-r=uidl&v-uiId=" + start.path("v-uiId").asInt()),
                        RequestOptions.create()
                                .setHeader("Content-Type", "application/json; charset=UTF-8")
                                .setData(JSON.writeValueAsBytes(message))));
    }

    private APIRequestContext asked() {
        return visitor.context().request();
    }

    private static String answer(APIResponse response) {
        try {
            assertThat(response.status()).as(response.url()).isEqualTo(200);
            return response.text();
        } finally {
            response.dispose();
        }
    }

    private static String encoded(String address) {
        return URLEncoder.encode(address, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
