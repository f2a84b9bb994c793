package jp.kyosei.ui.session;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.Stream;

/** Where to go after the login. It waits in a short-lived cookie: a visitor who never logs in leaves no session behind. */
public final class ReturnAddress {
    /** Where there is no other. */
    public static final String HOME = "/";

    private static final String COOKIE = "kyosei-return";
    private static final Duration LIFETIME = Duration.ofMinutes(15);
    private static final int LONGEST = 1500;

    private ReturnAddress() {}

    public static void remember(String address, HttpServletRequest request, HttpServletResponse response) {
        if (address.length() > LONGEST) {
            return;
        }
        String value = Base64.getUrlEncoder().withoutPadding().encodeToString(address.getBytes(StandardCharsets.UTF_8));
        response.addCookie(cookie(value, LIFETIME, request));
    }

    public static URI recall(HttpServletRequest request) {
        return Stream.ofNullable(request.getCookies())
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(COOKIE))
                .findFirst()
                .flatMap(cookie -> decode(cookie.getValue()))
                .filter(ReturnAddress::isOurs)
                .map(address -> URI.create(URI.create(address).toASCIIString()))
                .orElse(URI.create(HOME));
    }

    static void forget(HttpServletRequest request, HttpServletResponse response) {
        response.addCookie(cookie("", Duration.ZERO, request));
    }

    private static Cookie cookie(String value, Duration lifetime, HttpServletRequest request) {
        Cookie cookie = new Cookie(COOKIE, value);
        cookie.setPath("/oauth");
        cookie.setHttpOnly(true);
        cookie.setSecure(request.isSecure());
        cookie.setAttribute("SameSite", "Lax");
        cookie.setMaxAge((int) lifetime.toSeconds());
        return cookie;
    }

    private static Optional<String> decode(String value) {
        try {
            return Optional.of(new String(Base64.getUrlDecoder().decode(value), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException tampered) {
            return Optional.empty();
        }
    }

    /** Only a path of this server: {@code //host}, {@code /\host} and control characters would lead elsewhere. */
    static boolean isOurs(String address) {
        return address.startsWith("/")
                && !address.startsWith("//")
                && address.indexOf('\\') < 0
                && address.chars().noneMatch(Character::isISOControl)
                && isAddress(address);
    }

    private static boolean isAddress(String text) {
        try {
            return new URI(text).getRawAuthority() == null;
        } catch (URISyntaxException tampered) {
            return false;
        }
    }
}
