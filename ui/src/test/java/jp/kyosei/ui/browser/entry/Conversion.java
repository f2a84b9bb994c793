package jp.kyosei.ui.browser.entry;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import jp.kyosei.ui.browser.Visitor;

/** An input method at work in the focused text box: the browser's own composition events, not imitated ones. */
public final class Conversion {
    private static final int OF_INPUT_METHOD = 229;

    private final CDPSession browser;

    public Conversion(Visitor visitor) {
        browser = visitor.context().newCDPSession(visitor.page());
    }

    /** Letters that are not converted yet, underlined. */
    public Conversion begin(String letters) {
        JsonObject composition = new JsonObject();
        composition.addProperty("text", letters);
        composition.addProperty("selectionStart", letters.length());
        composition.addProperty("selectionEnd", letters.length());
        browser.send("Input.imeSetComposition", composition);
        return this;
    }

    /** A key pressed while the conversion goes on, as macOS tells it. */
    public Conversion press(String key, int code) {
        return key(key, code);
    }

    /** The same as Windows tells it: which key it was, only the input method knows. */
    public Conversion pressed() {
        return key("Process", OF_INPUT_METHOD);
    }

    /** The conversion ends with these words. */
    public Conversion end(String words) {
        JsonObject text = new JsonObject();
        text.addProperty("text", words);
        browser.send("Input.insertText", text);
        return this;
    }

    private Conversion key(String key, int code) {
        for (String type : new String[] {"rawKeyDown", "keyUp"}) {
            JsonObject event = new JsonObject();
            event.addProperty("type", type);
            event.addProperty("key", key);
            event.addProperty("windowsVirtualKeyCode", code);
            browser.send("Input.dispatchKeyEvent", event);
        }
        return this;
    }
}
