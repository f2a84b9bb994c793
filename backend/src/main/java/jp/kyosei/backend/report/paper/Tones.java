package jp.kyosei.backend.report.paper;

import java.util.Map;

/** The colours of papers: faint, for they are printed, and colour never speaks alone. */
public final class Tones {
    private static final Map<String, String> HEX = Map.of(
            "line", "7a7a7a",
            "head", "e9ecf2",
            "heading", "dfe5f0",
            "subheading", "f1f4f9",
            "total", "f4f4f4",
            "A", "e6f5ec",
            "B", "e8f1fe",
            "C", "fff0b3",
            "D", "fdeeee");

    private Tones() {}

    /** Six hexadecimal digits; empty for what has no colour. */
    public static String hex(String key) {
        return HEX.getOrDefault(key, "");
    }
}
