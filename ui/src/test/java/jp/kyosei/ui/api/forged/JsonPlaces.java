package jp.kyosei.ui.api.forged;

import java.util.LinkedHashMap;
import java.util.Map;

/** Where the values of a valid JSON text stand, by path, such as {@code participants[0].name}. */
final class JsonPlaces {
    private final String json;
    private final Map<String, int[]> found = new LinkedHashMap<>();
    private int at;

    JsonPlaces(String json) {
        this.json = json;
        value("");
        found.remove("");
    }

    Map<String, int[]> found() {
        return found;
    }

    private void value(String path) {
        blank();
        int from = at;
        switch (json.charAt(at)) {
            case '{' -> {
                at++;
                for (blank(); json.charAt(at) != '}'; blank()) {
                    if (json.charAt(at) == ',') {
                        at++;
                        blank();
                    }
                    int begin = at + 1;
                    text();
                    String name = json.substring(begin, at - 1);
                    blank();
                    at++;
                    value(path.isEmpty() ? name : path + "." + name);
                }
                at++;
            }
            case '[' -> {
                at++;
                int index = 0;
                for (blank(); json.charAt(at) != ']'; blank()) {
                    if (json.charAt(at) == ',') {
                        at++;
                    }
                    value("%s[%d]".formatted(path, index++));
                }
                at++;
            }
            case '"' -> text();
            default -> {
                while (at < json.length() && ",]} \n".indexOf(json.charAt(at)) < 0) {
                    at++;
                }
            }
        }
        found.put(path, new int[] {from, at});
    }

    private void text() {
        at = json.indexOf('"', at + 1) + 1;
    }

    private void blank() {
        while (Character.isWhitespace(json.charAt(at))) {
            at++;
        }
    }
}
