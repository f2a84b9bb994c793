package jp.kyosei.ui.api.forged;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Something that somebody might send in any field.
 *
 * @param name what it is
 * @param letters as it stands in a JSON body, each letter a byte
 * @param text the same where a field is a text; empty where it is none
 */
record NastyValue(String name, String letters, String text) {
    private static final String BIG = "あ".repeat(40_000);

    static final List<NastyValue> ALL = List.of(
            text("empty", ""),
            text("blank", " 　\t "),
            text("40,000 characters", BIG),
            text("200,000 characters", "a".repeat(200_000)),
            text("NUL", "一\u0000関"),
            text("BEL, ESC, DEL, C1", "一\u0007\u001B\u007F\u0081関"),
            json("half a pair, high", "\"一\\ud800関\""),
            json("half a pair, low", "\"一\\udc00\""),
            text("U+FFFF", "一\uFFFF関"),
            text("U+FFFE and U+1FFFE", "\uFFFE" + Character.toString(0x1FFFE)),
            text("turned", "a\u202Efdp.exe"),
            text("nothing that is seen", "\u200B\uFEFF\u2060"),
            text("emoji and 𠮷", "😀👨‍👩‍👧𠮷葛\uDB40\uDD00"),
            text("Arabic", "مرحبا بالعالم"),
            text("a pile of marks", "か" + "\u0301\u0323".repeat(150)),
            text("lines", "一行目\r\n二行目\r三行目\u2028四行目\u0085五"),
            text("a formula", "=cmd|'/C calc'!A0"),
            text("markup", "<script>alert(1)</script>&amp;]]>"),
            text("SQL", "';drop table plan;--{\"a\",NULL}"),
            text("an escape of Excel", "_x0000__x000D_"),
            text("4,001 letters outside the plane", "𠮷".repeat(4_001)),
            json("a huge number", "99999999999999999999999999999999999999"),
            json("a negative number", "-1"),
            json("1e999", "1e999"),
            json("1e999999999", "1e999999999"),
            json("1e-999999999", "1e-999999999"),
            json("year 0", "0"),
            json("year 99999999", "99999999"),
            json("a fraction", "2022.5"),
            json("true", "true"),
            json("null", "null"),
            json("an object", "{}"),
            json("a list", "[]"),
            json("a list of null", "[null]"),
            json("a list of texts", "[\"a\\u0000\"]"),
            json("nested 10,000 deep", "[".repeat(10_000) + "]".repeat(10_000)),
            json("100,000 items", "[" + "1,".repeat(99_999) + "1]"),
            text("no day", "2024-13-45"),
            text("the day 0000-01-01", "0000-01-01"),
            text("a day of the year 99999999", "+99999999-12-31"),
            text("no id", "00000000-0000-0000-0000-00000000000g"),
            text("an absent id", "7b0c7a3e-5f8d-4e9b-9c53-0d6f0a1b2c3d"),
            text("folders", "..\\..\\../etc/passwd%00"),
            text("a number in words", "12"),
            new NastyValue("no UTF-8", "\"\u00FF\u00C0\u00AF\"", ""),
            json("cut off", "\"a"),
            json("no JSON", "NaN"));

    static NastyValue text(String name, String text) {
        StringBuilder json = new StringBuilder("\"");
        for (int at = 0; at < text.length(); at++) {
            char letter = text.charAt(at);
            if (letter < ' ' || letter == '"' || letter == '\\' || letter >= 0xFFFE || Character.isSurrogate(letter)) {
                json.append("\\u%04x".formatted((int) letter));
            } else {
                json.append(letter);
            }
        }
        return new NastyValue(name, bytewise(json.append('"').toString()), text);
    }

    private static NastyValue json(String name, String json) {
        return new NastyValue(name, bytewise(json), json.startsWith("\"") ? "" : json);
    }

    private static String bytewise(String json) {
        return new String(json.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    byte[] json() {
        return letters.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Those that can stand in an address, which Tomcat takes up to 8 KiB. */
    static List<NastyValue> ofAddresses() {
        return ALL.stream()
                .filter(value -> !value.text().isEmpty() && value.inAddress().length() < 6_000)
                .toList();
    }

    /** What an address may hold that no text does. */
    static List<String> rawInAddresses() {
        return List.of("%FF%C0", "%ED%A0%80", "%", "%zz", "a%00b", "+", "%2e%2e", "%E3%81".repeat(10));
    }

    String inAddress() {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** As names of files. */
    static List<String> fileNames() {
        List<String> names = new ArrayList<>(List.of(
                "",
                "あ".repeat(170) + ".csv",
                "長い名前".repeat(125) + ".csv",
                "a".repeat(7_000) + ".csv",
                "a\\\".csv",
                "a;b.csv",
                "..\\..\\etc\\passwd",
                "../../a.csv",
                "NUL.csv",
                "con",
                "a\u202Evsc.exe",
                "😀\u0301.csv",
                "a\tb.csv",
                "a%00b.csv",
                ".csv",
                "a".repeat(300)));
        names.add("a\u0000b.csv");
        return names;
    }
}
