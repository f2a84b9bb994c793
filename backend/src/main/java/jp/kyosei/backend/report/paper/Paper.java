package jp.kyosei.backend.report.paper;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import jp.kyosei.backend.figure.FigureFormat;
import jp.kyosei.backend.figure.Minus;

/**
 * A paper before it is a file: what stands on it and in which order, nothing of any format. All formats are written from it,
 * so they cannot differ in what they say.
 *
 * @param mark what stands at the upper right of every page, such as 資料No.1; may be empty
 * @param lines what stands below the title: owner, year, date
 */
public record Paper(String title, String mark, PageForm form, List<String> lines, List<Block> blocks) {
    public Paper {
        lines = List.copyOf(lines);
        blocks = List.copyOf(blocks);
    }

    /** The size of its pages, and the width in millimetres between the margins. */
    public enum PageForm {
        A3_LANDSCAPE(420, 297, 396),
        A4_LANDSCAPE(297, 210, 269),
        A4_PORTRAIT(210, 297, 178),
        /** The first page of a file: its words stand in the middle, and it has no page number. */
        COVER(210, 297, 160);

        private final int width;
        private final int height;
        private final int printedWidth;

        PageForm(int width, int height, int printedWidth) {
            this.width = width;
            this.height = height;
            this.printedWidth = printedWidth;
        }

        /** In millimetres, as {@link #height}. */
        public int width() {
            return width;
        }

        public int height() {
            return height;
        }

        /** Between the margins, in millimetres. */
        public int printedWidth() {
            return printedWidth;
        }

        /** The margin at the left and at the right. */
        public int sideMargin() {
            return (width - printedWidth) / 2;
        }

        public boolean isLandscape() {
            return width > height;
        }
    }

    /** One thing below another. */
    public sealed interface Block {
        /** A heading; the title of the paper is above those of level 1. */
        record Heading(int level, String text) implements Block {}

        /** A paragraph. */
        record Words(String text) implements Block {}

        /** What follows begins a page. */
        record NewPage() implements Block {}

        /** What explains a table: smaller, below it. */
        record Footnotes(List<String> lines) implements Block {
            public Footnotes {
                lines = List.copyOf(lines);
            }
        }

        /** A list. */
        record Bullets(List<String> items) implements Block {
            public Bullets {
                items = List.copyOf(items);
            }
        }

        /**
         * A table.
         *
         * @param caption says what it shows, for those who do not see it
         * @param head rows that are repeated on every page
         * @param nameColumn from the left, from 0: where a spreadsheet puts the names of the parts of a figure
         */
        record Table(String caption, List<Column> columns, List<List<Cell>> head, List<Row> rows, int nameColumn)
                implements Block {
            public Table {
                columns = List.copyOf(columns);
                head = head.stream().map(List::copyOf).toList();
                rows = List.copyOf(rows);
            }

            /** The width in millimetres of so many columns from that one on. */
            public double width(int column, int number) {
                return columns.subList(column, column + number).stream()
                        .mapToDouble(Column::width)
                        .sum();
            }

            /** Whether the cell that begins in this column is one with the cell below it. */
            public boolean joinsBelow(int row, int column) {
                if (row + 1 >= rows.size()) {
                    return false;
                }
                int at = 0;
                for (Cell cell : rows.get(row + 1).cells()) {
                    if (at == column) {
                        return cell.joinsAbove();
                    }
                    at += cell.columns();
                }
                return false;
            }
        }
    }

    /** How text stands in its cell. */
    public enum Align {
        LEFT,
        CENTER,
        RIGHT
    }

    /** A column of a table, its width in millimetres. */
    public record Column(double width, Align align) {}

    /** A row of a table; a figure's row is never cut by a page. */
    public record Row(Manner manner, List<Cell> cells) {
        public Row {
            cells = List.copyOf(cells);
        }

        /** A row of figures. */
        public static Row of(List<Cell> cells) {
            return new Row(Manner.FIGURES, cells);
        }

        /** A heading within the table: stays with the row that follows. */
        public static Row heading(int level, String text, int columns) {
            return new Row(
                    level == 1 ? Manner.HEADING : Manner.SUBHEADING,
                    List.of(Cell.strong(text).across(columns)));
        }
    }

    /** What a row is. */
    public enum Manner {
        HEADING,
        SUBHEADING,
        FIGURES,
        TOTAL;

        /** Whether it heads the rows that follow. */
        public boolean isHeading() {
            return this == HEADING || this == SUBHEADING;
        }

        /** The key of its colour among {@link Tones}; empty for none. */
        public String tone() {
            return switch (this) {
                case HEADING -> "heading";
                case SUBHEADING -> "subheading";
                case TOTAL -> "total";
                case FIGURES -> "";
            };
        }
    }

    /**
     * A cell.
     *
     * @param columns how many columns it takes
     * @param joinsAbove whether it is one cell with the one above, which then says what both say
     * @param tone the key of a grade's colour; empty for none
     * @param changed whether it says something else than the paper that this one takes the place of
     */
    public record Cell(Content content, int columns, boolean joinsAbove, String tone, boolean changed) {
        private static final Cell BLANK = new Cell(new Content.Lines(List.of()), 1, false, "");

        private Cell(Content content, int columns, boolean joinsAbove, String tone) {
            this(content, columns, joinsAbove, tone, false);
        }

        /** A cell with nothing in it. */
        public static Cell blank() {
            return BLANK;
        }

        /** A cell with that text, line by line. */
        public static Cell of(String text) {
            return text.isEmpty() ? BLANK : new Cell(Content.Lines.of(text), 1, false, "");
        }

        /** A cell with that text in bold letters. */
        public static Cell strong(String text) {
            return new Cell(new Content.Lines(List.of(new Line(text, Weight.STRONG))), 1, false, "");
        }

        /** A cell with that content. */
        public static Cell of(Content content) {
            return new Cell(content, 1, false, "");
        }

        /** A whole number. */
        public static Cell count(int count) {
            return of(new Content.Figure(BigDecimal.valueOf(count), "", List.of()));
        }

        /** The same over so many columns. */
        public Cell across(int number) {
            return new Cell(content, number, joinsAbove, tone, changed);
        }

        /** The same as one cell with the one above. */
        public Cell joined() {
            return new Cell(content, columns, true, tone, changed);
        }

        /** The same in the colour of that grade. */
        public Cell toned(String key) {
            return new Cell(content, columns, joinsAbove, key, changed);
        }

        /** The same, marked as changed. */
        public Cell marked() {
            return new Cell(content, columns, joinsAbove, tone, true);
        }
    }

    /** How strongly a line speaks. */
    public enum Weight {
        STRONG,
        PLAIN,
        SMALL
    }

    /** A line of text; it holds no line breaks. */
    public record Line(String text, Weight weight) {}

    /** What a cell holds. */
    public sealed interface Content {
        /** Lines of text. */
        record Lines(List<Line> lines) implements Content {
            public Lines {
                lines = List.copyOf(lines);
            }

            /** The text cut at its line breaks. */
            public static Lines of(String text) {
                return new Lines(
                        text.lines().map(line -> new Line(line, Weight.PLAIN)).toList());
            }
        }

        /**
         * A figure, printed with its own decimals.
         *
         * @param suffix printed behind it, such as (H28)
         * @param parts what it is made of, printed below it
         */
        record Figure(BigDecimal value, String suffix, List<Part> parts) implements Content {
            public Figure {
                parts = List.copyOf(parts);
            }

            /** As it is printed; a rate has no thousands separator. */
            public String text() {
                String printed = FigureFormat.asEntered(value);
                return Minus.shown(isRate() ? printed.replace(",", "") : printed) + suffix;
            }

            /** Whether it is a rate, in percent. */
            public boolean isRate() {
                return suffix.equals("%");
            }
        }

        /** No figure, for a reason, of a cell whose parts may have figures. */
        record NoFigure(String text, List<Part> parts) implements Content {
            public NoFigure {
                parts = List.copyOf(parts);
            }
        }

        /** As it is printed, line by line. */
        default List<Line> printed() {
            return switch (this) {
                case Lines words -> words.lines();
                case Figure figure -> withParts(figure.text(), figure.parts());
                case NoFigure none -> withParts(none.text(), none.parts());
            };
        }

        /** What it is made of; empty for most. */
        default List<Part> madeOf() {
            return switch (this) {
                case Lines words -> List.of();
                case Figure figure -> figure.parts();
                case NoFigure none -> none.parts();
            };
        }

        private static List<Line> withParts(String text, List<Part> parts) {
            List<Line> lines = new ArrayList<>();
            if (!text.isEmpty()) {
                lines.add(new Line(text, Weight.PLAIN));
            }
            parts.forEach(part -> {
                lines.add(new Line(part.name(), Weight.SMALL));
                lines.add(new Line(part.content().text(), Weight.SMALL));
            });
            return lines;
        }
    }

    /** A part of a figure: a municipality's. */
    public record Part(String name, PartContent content) {}

    /** A figure with its suffix, or a reason. */
    public sealed interface PartContent {
        /** A figure. */
        record Known(BigDecimal value, String suffix) implements PartContent {}

        /** A reason. */
        record Unknown(String reason) implements PartContent {}

        default String text() {
            return switch (this) {
                case Known known -> Minus.shown(FigureFormat.asEntered(known.value())) + known.suffix();
                case Unknown unknown -> unknown.reason();
            };
        }
    }
}
