package jp.kyosei.backend;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The published figures, as the CSV files in {@code acceptance/} hold them. */
public final class PublishedSheet {
    private PublishedSheet() {}

    /** One line; columns by their head. */
    public record Line(Map<String, String> cells) {
        public String get(String column) {
            return Objects.requireNonNull(cells.get(column), column);
        }
    }

    /** 美祢市 令和5年度実績, strategies 1 to 3. */
    public static List<Line> mine() {
        return read("mine-r5-strategies-1-3.csv");
    }

    /** 一関・平泉定住自立圏 令和4年度実績. */
    public static List<Line> vision() {
        return read("ichinoseki-hiraizumi-r4.csv");
    }

    private static List<Line> read(String name) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(PublishedSheet.class.getResourceAsStream("/acceptance/" + name)),
                StandardCharsets.UTF_8))) {
            List<String> heads = split(Objects.requireNonNull(reader.readLine()));
            return reader.lines().map(line -> line(heads, split(line))).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Line line(List<String> heads, List<String> cells) {
        Map<String, String> byHead = new HashMap<>();
        for (int index = 0; index < heads.size(); index++) {
            byHead.put(heads.get(index), cells.get(index));
        }
        return new Line(byHead);
    }

    /** Commas within double quotes belong to the cell. */
    private static List<String> split(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int index = 0; index < line.length(); index++) {
            char c = line.charAt(index);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }
}
