package jp.kyosei.backend.importing.layout;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.sheet.Sheet;

/** Changes a layout as another office would have it, so that every cell still says what it said. */
enum Scrambling {
    ROWS_ABOVE {
        @Override
        Layout of(Layout layout, Random random) {
            int rows = 1 + random.nextInt(4);
            return everySheet(layout, sheet -> {
                LayoutSheet moved = moved(sheet, row -> row + rows, column -> column);
                List<LayoutCell> cells = new ArrayList<>(moved.cells());
                cells.add(title(0, 0, "別紙" + rows + "　進捗状況について"));
                return moved.with(cells);
            });
        }
    },
    COLUMNS_BEFORE {
        @Override
        Layout of(Layout layout, Random random) {
            int columns = 1 + random.nextInt(3);
            return everySheet(layout, sheet -> moved(sheet, row -> row, column -> column + columns));
        }
    },
    EMPTY_ROW_BETWEEN {
        @Override
        Layout of(Layout layout, Random random) {
            int at = random.nextInt(1 + layout.sheets().getFirst().lastRow());
            return everySheet(layout, sheet -> {
                boolean splits = sheet.merges().stream().anyMatch(area -> area.firstRow() < at && at <= area.lastRow());
                boolean inHead = sheet.cells().stream()
                        .anyMatch(cell -> cell.row() == at - 1 && cell.mark().is(Mark.Kind.HEAD));
                return splits || inHead ? sheet : moved(sheet, row -> row < at ? row : row + 1, column -> column);
            });
        }
    },
    ANOTHER_ORDER {
        @Override
        Layout of(Layout layout, Random random) {
            return isPlain(layout) ? everySheet(layout, sheet -> reordered(sheet, random)) : layout;
        }
    },
    HEADS_OVER_TWO_ROWS {
        @Override
        Layout of(Layout layout, Random random) {
            return isPlain(layout) && layout.form().equals("xlsx")
                    ? everySheet(layout, Scrambling::withTallHeads)
                    : layout;
        }
    },
    COVER_SHEET {
        @Override
        Layout of(Layout layout, Random random) {
            if (!layout.form().equals("xlsx")) {
                return layout;
            }
            List<LayoutSheet> sheets = new ArrayList<>(layout.sheets());
            List<LayoutCell> cells =
                    List.of(title(4, 2, "総合計画　進捗管理資料"), title(8, 2, "令和" + (2 + random.nextInt(5)) + "年7月　企画課"));
            sheets.addFirst(new LayoutSheet("はじめに" + sheets.size(), false, cells, List.of(), Set.of(), Set.of()));
            return layout.with(sheets);
        }
    },
    OTHER_YEARS {
        @Override
        Layout of(Layout layout, Random random) {
            int way = random.nextInt(WAYS_OF_YEARS);
            return everyCell(
                    layout, cell -> cell.mark().is(Mark.Kind.HEAD) ? cell.with(years(cell.text(), way)) : cell);
        }
    },
    OTHER_HEADS {
        @Override
        Layout of(Layout layout, Random random) {
            int way = random.nextInt(WAYS_OF_HEADS);
            List<List<String>> words =
                    WORDS.stream().filter(same -> !tellsApart(layout, same)).toList();
            return everyCell(
                    layout, cell -> cell.mark().is(Mark.Kind.HEAD) ? cell.with(head(cell.text(), words, way)) : cell);
        }
    },
    OTHER_NOTATION {
        @Override
        Layout of(Layout layout, Random random) {
            boolean wide = random.nextBoolean();
            return everyCell(layout, cell -> {
                boolean plain = cell.mark().kind().isFigure()
                        && cell.format() == null
                        && cell.says().isEmpty()
                        && cell.text().matches("-?[0-9][0-9,]*(\\.[0-9]+)?");
                return plain ? cell.asText(noted(cell.text(), wide)) : cell;
            });
        }
    };

    private static final int WAYS_OF_YEARS = 4;
    private static final int WAYS_OF_HEADS = 3;
    private static final Pattern YEAR = Pattern.compile("(?<![0-9A-Za-z.～~-])([RH])([0-9]{1,2})(?![0-9.]|年|末|/)");

    /** Words that offices use for one another, by columns. */
    private static final List<List<String>> WORDS = List.of(
            List.of("指標名", "成果指標", "重要業績評価指標（KPI）"),
            List.of("実績", "実績値", "実　績"),
            List.of("現状値", "基準値", "策定時の値", "当初値"),
            List.of("目標値", "目標", "目　標"));

    abstract Layout of(Layout layout, Random random);

    private static Layout everySheet(Layout layout, UnaryOperator<LayoutSheet> change) {
        return layout.with(layout.sheets().stream().map(change).toList());
    }

    private static Layout everyCell(Layout layout, UnaryOperator<LayoutCell> change) {
        return everySheet(
                layout, sheet -> sheet.with(sheet.cells().stream().map(change).toList()));
    }

    private static LayoutSheet moved(LayoutSheet sheet, IntUnaryOperator rows, IntUnaryOperator columns) {
        return new LayoutSheet(
                sheet.name(),
                sheet.hidden(),
                sheet.cells().stream()
                        .map(cell -> cell.at(rows.applyAsInt(cell.row()), columns.applyAsInt(cell.column())))
                        .toList(),
                sheet.merges().stream()
                        .map(area -> new Sheet.Area(
                                rows.applyAsInt(area.firstRow()),
                                rows.applyAsInt(area.lastRow()),
                                columns.applyAsInt(area.firstColumn()),
                                columns.applyAsInt(area.lastColumn())))
                        .toList(),
                sheet.hiddenRows().stream().map(rows::applyAsInt).collect(Collectors.toSet()),
                sheet.hiddenColumns().stream().map(columns::applyAsInt).collect(Collectors.toSet()));
    }

    /** Whether its columns stand for themselves: no merged cells, one table. */
    private static boolean isPlain(Layout layout) {
        return layout.of() == Layout.Of.ROW
                && layout.sheets().stream()
                        .allMatch(sheet -> sheet.merges().isEmpty()
                                && sheet.cells().stream()
                                                .filter(cell -> cell.mark().is(Mark.Kind.HEAD))
                                                .mapToInt(LayoutCell::row)
                                                .distinct()
                                                .count()
                                        == 1);
    }

    private static LayoutCell title(int row, int column, String text) {
        return new LayoutCell(row, column, text, null, true, Mark.of(Mark.Kind.TITLE), Map.of());
    }

    private static LayoutSheet withTallHeads(LayoutSheet sheet) {
        List<LayoutCell> heads = sheet.cells().stream()
                .filter(cell -> cell.mark().is(Mark.Kind.HEAD))
                .toList();
        int row = heads.stream().mapToInt(LayoutCell::row).max().orElseThrow();
        LayoutSheet moved = moved(sheet, old -> old <= row ? old : old + 1, column -> column);
        List<Sheet.Area> merges = new ArrayList<>(moved.merges());
        heads.forEach(head -> merges.add(new Sheet.Area(row, row + 1, head.column(), head.column())));
        return new LayoutSheet(
                moved.name(), moved.hidden(), moved.cells(), merges, moved.hiddenRows(), moved.hiddenColumns());
    }

    /** Columns of figures change places among themselves. */
    private static LayoutSheet reordered(LayoutSheet sheet, Random random) {
        Set<Integer> figures = new HashSet<>();
        sheet.cells().stream()
                .filter(cell -> cell.mark().kind().isFigure())
                .forEach(cell -> figures.add(cell.column()));
        sheet.cells().stream()
                .filter(cell -> cell.mark().is(Mark.Kind.NAME) || cell.mark().is(Mark.Kind.UNIT))
                .forEach(cell -> figures.remove(cell.column()));
        List<Integer> from = figures.stream().sorted().toList();
        List<Integer> to = new ArrayList<>(from);
        Collections.shuffle(to, random);
        Map<Integer, Integer> places =
                IntStream.range(0, from.size()).boxed().collect(Collectors.toMap(from::get, to::get));
        return moved(sheet, row -> row, column -> Objects.requireNonNull(places.getOrDefault(column, column)));
    }

    private static String years(String text, int way) {
        Matcher year = YEAR.matcher(text);
        return year.replaceAll(found -> {
                    FiscalYear of = FiscalYear.parse(found.group()).orElseThrow();
                    return switch (way) {
                        case 0 -> of.longLabel();
                        case 1 -> of.year() + "年度";
                        case 2 -> wide(of.shortLabel());
                        default -> of.shortLabel() + "年度";
                    };
                })
                .replace("年度年度", "年度");
    }

    /** Whether a layout has two of the words, each for something else: 基準値 of the beginning and 現状値 of today. */
    private static boolean tellsApart(Layout layout, List<String> same) {
        return layout.sheets().stream()
                        .flatMap(sheet -> sheet.cells().stream())
                        .filter(cell -> cell.mark().is(Mark.Kind.HEAD))
                        .flatMap(cell -> same.stream()
                                .filter(word -> cell.text().startsWith(word))
                                .max(Comparator.comparingInt(String::length))
                                .stream())
                        .distinct()
                        .count()
                > 1;
    }

    private static String head(String text, List<List<String>> words, int way) {
        for (List<String> same : words) {
            for (String word : same) {
                if (text.contains(word)) {
                    return text.replace(word, same.get(way));
                }
            }
        }
        return text;
    }

    private static String noted(String text, boolean wide) {
        String noted = text.replaceFirst("^-", "△");
        return wide ? wide(noted) : noted;
    }

    private static String wide(String text) {
        return text.chars()
                .mapToObj(letter -> letter > ' ' && letter <= '~'
                        ? String.valueOf((char) (letter + 0xFEE0))
                        : String.valueOf((char) letter))
                .collect(Collectors.joining());
    }
}
