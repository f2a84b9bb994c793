package jp.kyosei.backend.publishing.open.data;

/** Elements of XML documents as text. */
final class Xml {
    private Xml() {}

    /** With that text, escaped; what XML cannot hold is left out. */
    static String element(String name, String text) {
        return "<%s>%s</%s>\n".formatted(name, escaped(text), name);
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]", "");
    }
}
