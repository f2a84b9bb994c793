package jp.kyosei.ui.importing;

import com.vaadin.flow.component.Html;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.DomEvent;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import jp.kyosei.backend.importing.picture.SheetPicture;
import jp.kyosei.backend.sheet.CellPlace;
import jp.kyosei.backend.understanding.fate.Fate;
import org.jsoup.nodes.Element;

/**
 * A sheet as the office knows it: its own table, each cell tinted and marked by what it became. A touched cell says why below
 * the table; moved over, in its hint.
 */
final class SheetPaper extends Div {
    private static final List<Fate> LEGEND = List.of(
            Fate.ASKED,
            Fate.NAME,
            Fate.SECTION,
            Fate.UNIT,
            Fate.BASELINE,
            Fate.ACTUAL,
            Fate.TARGET,
            Fate.PUBLISHED,
            Fate.TEXT,
            Fate.HEAD,
            Fate.IGNORED);
    private static final String AT = "event.target.closest('td') ? event.target.closest('td').dataset.at || '' : ''";

    private final Div table = new Div();
    private final Paragraph said = new Paragraph();
    private final BiConsumer<Integer, Integer> touched;
    private final Pages pages;
    private SheetPicture picture;

    /** Further rows of the same sheet. */
    interface Pages {
        /** @param from how many rows to leave out above */
        SheetPicture from(int from);
    }

    /** @param touched takes row and column, from 0 */
    SheetPaper(SheetPicture picture, Pages pages, BiConsumer<Integer, Integer> touched) {
        this.picture = picture;
        this.pages = pages;
        this.touched = touched;
        addClassName("sheet-paper");
        table.addClassName("import-scroll");
        table.getElement().setAttribute("tabindex", "0");
        table.getElement().setAttribute("role", "region");
        table.getElement().setAttribute("aria-label", "シートの読み取り結果（横に動かせる表）");
        table.getElement().addEventListener("click", this::touch).addEventData(AT);
        said.addClassName("sheet-said");
        said.getElement().setAttribute("role", "status");
        lay();
    }

    private void lay() {
        removeAll();
        said.setText("セルを押すと、どう読み取ったかをここに示します。");
        table.removeAll();
        table.add(new Html(drawn().outerHtml()));
        add(legend(), table, said);
        if (picture.whole() > SheetPicture.MOST_ROWS) {
            add(turning());
        }
    }

    private Div legend() {
        Div legend = new Div();
        legend.addClassName("sheet-legend");
        for (Fate fate : LEGEND) {
            Integer count = picture.counts().get(fate);
            if (count != null) {
                Span entry = new Span(new Span("%s %,d".formatted(fate.label(), count)));
                if (!mark(fate).isEmpty()) {
                    Span mark = new Span(mark(fate));
                    mark.addClassName("mark");
                    entry.addComponentAsFirst(mark);
                }
                entry.getElement().setAttribute("data-fate", key(fate));
                legend.add(entry);
            }
        }
        return legend;
    }

    private Div turning() {
        int last = Math.min(picture.whole(), picture.from() + SheetPicture.MOST_ROWS);
        Button before = new Button("前の行", click -> turn(picture.from() - SheetPicture.MOST_ROWS));
        before.setEnabled(picture.from() > 0);
        Button after = new Button("次の行", click -> turn(picture.from() + SheetPicture.MOST_ROWS));
        after.setEnabled(last < picture.whole());
        before.addClassName("button");
        after.addClassName("button");
        Div turning = new Div(
                before, after, new Span("%,d〜%,d行目（全%,d行）".formatted(picture.from() + 1, last, picture.whole())));
        turning.addClassName("sheet-turning");
        return turning;
    }

    private void turn(int from) {
        picture = pages.from(Math.max(0, from));
        lay();
    }

    private void touch(DomEvent event) {
        String[] at = event.getEventData().get(AT).asString().split(",", -1);
        if (at.length != 2) {
            return;
        }
        int row = Integer.parseInt(at[0]);
        int column = Integer.parseInt(at[1]);
        picture.rows().stream()
                .filter(one -> one.index() == row)
                .flatMap(one -> one.squares().stream())
                .filter(one -> one.place().column() == column)
                .findFirst()
                .ifPresent(square ->
                        said.setText("%s「%s」 → %s".formatted(square.place().name(), square.text(), square.said())));
        touched.accept(row, column);
    }

    private Element drawn() {
        Element drawn = new Element("table");
        Element head = drawn.appendElement("thead").appendElement("tr");
        head.appendElement("th").attr("scope", "col").text("");
        for (int column = picture.firstColumn(); column <= picture.lastColumn(); column++) {
            head.appendElement("th").attr("scope", "col").text(letters(column));
        }
        Element body = drawn.appendElement("tbody");
        // Of each column, the last row that a merged cell from above takes.
        int[] taken = new int[picture.lastColumn() + 1];
        for (int index = 0; index < picture.rows().size(); index++) {
            draw(body.appendElement("tr"), picture.rows().get(index), index, taken);
        }
        return drawn;
    }

    private void draw(Element drawn, SheetPicture.Row row, int line, int[] taken) {
        drawn.appendElement("th").attr("scope", "row").text(Integer.toString(row.index() + 1));
        Map<Integer, SheetPicture.Square> squares = row.squares().stream()
                .collect(Collectors.toMap(square -> square.place().column(), square -> square));
        int column = picture.firstColumn();
        while (column <= picture.lastColumn()) {
            if (taken[column] > line) {
                column++;
                continue;
            }
            SheetPicture.Square square = squares.get(column);
            Element cell = drawn.appendElement("td").attr("data-at", row.index() + "," + column);
            if (square == null) {
                column++;
                continue;
            }
            cell.attr("data-fate", key(square.fate()))
                    .attr("title", square.said())
                    .text(square.text());
            if (!mark(square.fate()).isEmpty()) {
                cell.prependElement("span").addClass("mark").text(mark(square.fate()));
            }
            if (square.columns() > 1) {
                cell.attr("colspan", Integer.toString(square.columns()));
            }
            if (square.rows() > 1) {
                cell.attr("rowspan", Integer.toString(square.rows()));
            }
            for (int covered = column; covered < column + Math.max(1, square.columns()); covered++) {
                taken[covered] = line + Math.max(1, square.rows());
            }
            column += Math.max(1, square.columns());
        }
    }

    private static String letters(int column) {
        return new CellPlace("", 0, column).name().replaceAll("[0-9]", "");
    }

    private static String key(Fate fate) {
        return fate.name().toLowerCase(Locale.ROOT);
    }

    /** One letter beside the colour, which never speaks alone. */
    private static String mark(Fate fate) {
        return switch (fate) {
            case ASKED -> "？";
            case NO -> "番";
            case NAME -> "名";
            case SECTION -> "体";
            case KIND -> "種";
            case UNIT -> "単";
            case BASELINE -> "現";
            case ACTUAL -> "実";
            case TARGET -> "目";
            case PUBLISHED -> "公";
            case TEXT -> "文";
            case IGNORED, TOTAL, HIDDEN -> "外";
            case HEAD, REMARK, REPEATED -> "";
        };
    }
}
