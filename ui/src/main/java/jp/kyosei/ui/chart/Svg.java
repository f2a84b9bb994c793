package jp.kyosei.ui.chart;

import java.util.Locale;

/** Writes one SVG picture; every text is escaped, every coordinate has one decimal. */
final class Svg {
    private final StringBuilder markup = new StringBuilder();

    Svg(int width, int height, String title, String description) {
        markup.append(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\" role=\"img\" aria-label=\"%s\">"
                        .formatted(width, height, width, height, escape(title + "。" + description)));
        markup.append("<title>").append(escape(title)).append("</title>");
        markup.append("<desc>").append(escape(description)).append("</desc>");
    }

    /** Adds an element without content; attributes come as name, value, name, value. */
    Svg shape(String name, Object... attributes) {
        open(name, attributes);
        markup.append("/>");
        return this;
    }

    Svg text(String content, Object... attributes) {
        open("text", attributes);
        markup.append('>').append(escape(content)).append("</text>");
        return this;
    }

    String finish() {
        return markup + "</svg>";
    }

    private void open(String name, Object... attributes) {
        markup.append('<').append(name);
        for (int i = 0; i < attributes.length; i += 2) {
            markup.append(' ').append(attributes[i]).append("=\"");
            markup.append(
                    attributes[i + 1] instanceof Double number
                            ? coordinate(number)
                            : escape(attributes[i + 1].toString()));
            markup.append('"');
        }
    }

    static String coordinate(double number) {
        return String.format(Locale.ROOT, "%.1f", number);
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
