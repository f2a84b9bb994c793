package jp.kyosei.ui.plan;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.dom.Element;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import jp.kyosei.backend.figure.Minus;

/**
 * A table that stays where it is while what it says changes: of the lines shown anew, only the cells that say something else go to
 * the browser, and whoever stands in one of the others stays there.
 */
public final class KeptTable {
    private final HtmlTable table;
    private final Map<String, Kept> kept = new LinkedHashMap<>();

    public KeptTable(String caption, List<String> heads) {
        table = new HtmlTable(caption, heads);
    }

    public HtmlTable table() {
        return table;
    }

    /** Shows these lines, in this order. */
    public void show(List<Line> lines) {
        Map<String, Kept> before = new LinkedHashMap<>(kept);
        kept.clear();
        Element body = table.body();
        for (Line line : lines) {
            Kept old = before.remove(line.key());
            int place = kept.size();
            Kept shown = old == null ? new Kept() : old;
            if (place >= body.getChildCount() || !body.getChild(place).equals(shown.row)) {
                body.insertChild(place, shown.row);
            }
            shown.show(line);
            kept.put(line.key(), shown);
        }
        before.values().forEach(gone -> gone.row.removeFromParent());
    }

    /**
     * What stands in a cell.
     *
     * @param says what it is about: two cells that say equal things are taken for the same
     */
    public record Cell(Object says, Consumer<Element> draw) {
        public static Cell text(String text) {
            return of("", text);
        }

        /** A figure: to the right, digits in columns. */
        public static Cell figure(String text) {
            return of("figure", Minus.shown(text));
        }

        /** @param made is called only when the cell says something else than before */
        public static Cell of(Object says, Supplier<? extends Component> made) {
            return new Cell(says, cell -> cell.appendChild(made.get().getElement()));
        }

        private static Cell of(String className, String text) {
            return new Cell(List.of(className, text), cell -> {
                cell.setAttribute("class", className);
                cell.setText(text);
            });
        }
    }

    /**
     * One line; its first cell is the head of the row.
     *
     * @param key what it is known by, whatever it says; no two of a table have the same
     * @param className for its looks
     * @param hidden kept, and seen by nobody
     */
    public record Line(String key, String className, boolean hidden, List<Cell> cells) {
        public Line {
            cells = List.copyOf(cells);
        }
    }

    /** A row that stands in the table, with what its cells said last. */
    private static final class Kept {
        private final Element row = new Element("tr");
        private final List<Object> said = new ArrayList<>();

        private void show(Line line) {
            if (!line.className().isEmpty()) {
                row.setAttribute("class", line.className());
            }
            if (line.hidden()) {
                row.setAttribute("hidden", "");
            } else {
                row.removeAttribute("hidden");
            }
            for (int column = 0; column < line.cells().size(); column++) {
                Cell cell = line.cells().get(column);
                if (column == said.size()) {
                    said.add(cell.says());
                    row.appendChild(drawn(cell, column == 0));
                } else if (!said.get(column).equals(cell.says())) {
                    said.set(column, cell.says());
                    row.setChild(column, drawn(cell, column == 0));
                }
            }
        }

        private static Element drawn(Cell cell, boolean head) {
            Element drawn = new Element(head ? "th" : "td");
            if (head) {
                drawn.setAttribute("scope", "row");
            }
            cell.draw().accept(drawn);
            return drawn;
        }
    }
}
