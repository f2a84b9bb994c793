package jp.kyosei.ui.server;

import jakarta.inject.Singleton;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Refuses addresses and queries that are no encoding of any text, before anybody reads a parameter: for these the server, the
 * framework and the screens each throw something of their own, wherever they first look.
 */
@Singleton
final class WellFormedAddress implements Filter {
    private static final int HEX = 16;
    private static final String API = "/api/";
    private static final String LOGIN = "/oauth/callback/";
    private static final String REFUSED = "アドレスに、文字として読み取れないものが入っています。";

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest asked = (HttpServletRequest) request;
        if (isOfALogin(asked) || (isText(asked.getRequestURI()) && isText(asked.getQueryString()))) {
            chain.doFilter(request, response);
            return;
        }
        HttpServletResponse refused = (HttpServletResponse) response;
        if (!asked.getRequestURI().startsWith(API)) {
            refused.sendError(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        refused.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        refused.setContentType("application/problem+json;charset=utf-8");
        refused.setHeader("Cache-Control", "private, no-store");
        refused.getWriter().write(problem(wrongParameter(asked.getQueryString())));
    }

    /** What comes back from a login says by its own page that it has failed. */
    private static boolean isOfALogin(HttpServletRequest asked) {
        return asked.getRequestURI().startsWith(LOGIN);
    }

    /** Of plain letters alone, so that nothing needs to be escaped. */
    private static String problem(String field) {
        return """
                {"type":"urn:kyosei:problem:invalid-input","title":"入力に誤りがあります","status":400,"detail":"%2$s",\
                "instance":"/api","errors":[{"field":"%1$s","message":"%2$s"}]}""".formatted(field, REFUSED);
    }

    private static String wrongParameter(@Nullable String query) {
        if (query != null) {
            for (String parameter : query.split("&", -1)) {
                String name = parameter.replaceFirst("=.*", "");
                if (!isText(parameter) && name.matches("[A-Za-z]{1,40}")) {
                    return name;
                }
            }
        }
        return "query";
    }

    /** Whether every escape is one, and all of them together are UTF-8 without NUL. */
    private static boolean isText(@Nullable String encoded) {
        if (encoded == null || encoded.indexOf('%') < 0) {
            return true;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int at = 0; at < encoded.length(); at++) {
            char letter = encoded.charAt(at);
            if (letter != '%') {
                // Letters beyond ASCII come as they are from some clients; what they are is not looked at here.
                bytes.write(letter < 0x80 ? letter : '?');
                continue;
            }
            int high = at + 2 < encoded.length() ? Character.digit(encoded.charAt(at + 1), HEX) : -1;
            int low = at + 2 < encoded.length() ? Character.digit(encoded.charAt(at + 2), HEX) : -1;
            if (high < 0 || low < 0 || high + low == 0) {
                return false;
            }
            bytes.write(high * HEX + low);
            at += 2;
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes.toByteArray()));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
