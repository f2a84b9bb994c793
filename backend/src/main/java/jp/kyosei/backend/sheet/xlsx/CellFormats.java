package jp.kyosei.backend.sheet.xlsx;

import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import jp.kyosei.backend.officefile.PartXml;
import jp.kyosei.backend.sheet.FileRefusals;
import jp.kyosei.backend.sheet.SheetLimits;
import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;

/** The number formats of a workbook, by the number of a cell's style. Not for use by several threads. */
final class CellFormats {
    private static final String GENERAL = "General";

    /** What the Japanese Excel shows for the formats that have a number only. */
    private static final Map<Integer, String> JAPANESE = japanese();

    private final List<Integer> formatOfStyle = new ArrayList<>();
    private final Map<Integer, String> codes = new HashMap<>();
    private final Map<Integer, FormatCode> parsed = new HashMap<>();
    private final boolean from1904;
    private @Nullable DataFormatter formatter;

    private CellFormats(boolean from1904) {
        this.from1904 = from1904;
    }

    /** Where a workbook has no styles. */
    static CellFormats none(boolean from1904) {
        return new CellFormats(from1904);
    }

    static CellFormats of(InputStream part, boolean from1904) {
        CellFormats formats = new CellFormats(from1904);
        PartXml.read(part, formats.new Styles());
        return formats;
    }

    boolean isDate(int style) {
        return format(formatId(style)).isDate();
    }

    /** As a person sees it; never blank. */
    String shown(BigDecimal number, int style) {
        int id = formatId(style);
        FormatCode format = format(id);
        Optional<String> shown = format.isDate()
                ? DateText.formatted(number, format, from1904)
                : NumberText.formatted(number, format).or(() -> otherwise(number, id));
        return shown.filter(text -> !text.isBlank()).orElseGet(() -> NumberText.general(number));
    }

    /** The power of ten by which the format multiplies what is stored. */
    int shift(BigDecimal number, int style) {
        return NumberText.shift(number, format(formatId(style)));
    }

    /** Fractions, exponents and conditions, by POI; it stumbles over some formats. */
    private Optional<String> otherwise(BigDecimal number, int id) {
        DataFormatter known = formatter == null ? new DataFormatter(Locale.JAPAN) : formatter;
        formatter = known;
        try {
            return Optional.of(known.formatRawCellContents(number.doubleValue(), id, code(id)));
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }

    private int formatId(int style) {
        return style >= 0 && style < formatOfStyle.size() ? formatOfStyle.get(style) : 0;
    }

    private FormatCode format(int id) {
        return parsed.computeIfAbsent(id, wanted -> FormatCode.of(code(wanted)));
    }

    private String code(int id) {
        String own = codes.get(id);
        if (own != null) {
            return own;
        }
        String japanese = JAPANESE.get(id);
        if (japanese != null) {
            return japanese;
        }
        String builtin = BuiltinFormats.getBuiltinFormat(id);
        return builtin == null || builtin.startsWith("reserved") ? GENERAL : builtin;
    }

    private static Map<Integer, String> japanese() {
        Map<Integer, String> codes = new HashMap<>();
        String days = "ge.m.d";
        String longDays = "ggge年m月d日";
        String monthOfYear = "yyyy年m月";
        String dayOfMonth = "m月d日";
        codes.put(5, "¥#,##0;¥-#,##0");
        codes.put(6, "¥#,##0;[Red]¥-#,##0");
        codes.put(7, "¥#,##0.00;¥-#,##0.00");
        codes.put(8, "¥#,##0.00;[Red]¥-#,##0.00");
        codes.put(14, "yyyy/m/d");
        codes.put(22, "yyyy/m/d h:mm");
        List.of(27, 36, 50, 57).forEach(id -> codes.put(id, days));
        List.of(28, 29, 51, 54, 58).forEach(id -> codes.put(id, longDays));
        codes.put(30, "m/d/yy");
        codes.put(31, "yyyy年m月d日");
        codes.put(32, "h時mm分");
        codes.put(33, "h時mm分ss秒");
        List.of(34, 52, 55).forEach(id -> codes.put(id, monthOfYear));
        List.of(35, 53, 56).forEach(id -> codes.put(id, dayOfMonth));
        return Map.copyOf(codes);
    }

    private final class Styles extends PartXml.Listener {
        private boolean inCellFormats;

        @Override
        public void open(int depth, String name, Attributes attributes) {
            if (depth == 2) {
                inCellFormats = name.equals("cellXfs");
            } else if (depth == 3 && name.equals("numFmt")) {
                String code = attributes.getValue("formatCode");
                codes.put(Numbers.whole(attributes.getValue("numFmtId"), 0), code == null ? GENERAL : code);
                check(codes.size());
            } else if (depth == 3 && inCellFormats && name.equals("xf")) {
                formatOfStyle.add(Numbers.whole(attributes.getValue("numFmtId"), 0));
                check(formatOfStyle.size());
            }
        }

        private void check(int count) {
            if (count > SheetLimits.FORMATS) {
                throw FileRefusals.tooMany("セルの書式", SheetLimits.FORMATS);
            }
        }
    }
}
