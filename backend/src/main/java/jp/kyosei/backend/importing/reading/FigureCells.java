package jp.kyosei.backend.importing.reading;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.figure.MissingReason;
import jp.kyosei.backend.figure.Observed;
import jp.kyosei.backend.figure.TypedFigure;
import jp.kyosei.backend.figure.TypedFigureParser;
import jp.kyosei.backend.importing.notation.FigureNotation;
import jp.kyosei.backend.importing.notation.WrittenFigure;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import jp.kyosei.backend.understanding.LineCell;
import jp.kyosei.backend.understanding.unit.UnitName;
import jp.kyosei.backend.understanding.year.YearWords;
import org.jspecify.annotations.Nullable;

/**
 * Reads the cells of figures: a number as a person sees it, a text as offices write figures, several towns' in one. What stands
 * in another magnitude than the indicator's unit is converted.
 */
final class FigureCells {
    private static final int FEWEST_TOWNS = 2;
    private static final int LONGEST_STATE = 20;
    private static final Pattern NOT_YET = Pattern.compile("公表予定|発表予定|公表待ち|公表なし|公表□");
    /** What stands where no figure is, and is no figure: kept as the reason's words. */
    private static final Pattern STATE = Pattern.compile(
            "未定|未設定|設定なし|検討中|調整中|協議中|策定中|実施中|作成中|準備中|なし|無し|無|有|あり|済|済み|.{0,6}済み?|皆増|皆減|該当なし|対象なし|対象外|把握なし|未把握|"
                    + "集計待ち|確認できず|.{0,6}中|□?(?:末|春|夏|秋|冬)?(?:策定|設置|実施|開始|完了|設立|作成|開設)(?:予定|済み?)?");

    /** None where the owner has no member municipalities. */
    private final @Nullable Pattern towns;

    private final Map<String, MunicipalityCode> codes;
    private final FigureNotation notation;
    private final YearWords years;
    private final boolean fractions;

    /**
     * @param codes the municipalities that may be named within a cell, by name
     * @param newest the fiscal year of the newest actuals
     */
    FigureCells(Map<String, MunicipalityCode> codes, FiscalYear newest) {
        this.codes = Map.copyOf(codes);
        this.notation = new FigureNotation(newest);
        this.years = new YearWords(newest, List.of());
        this.fractions = false;
        this.towns = codes.size() < FEWEST_TOWNS
                ? null
                : Pattern.compile(codes.keySet().stream().map(Pattern::quote).collect(Collectors.joining("|", "(", ")"))
                        + "\\s*[:：は]?\\s*([0-9０-９,，.．△▲−-]+\\s*[%％]?(?:\\s*[(（][^)）]*[)）])?)");
    }

    /** The same for figures without a percent sign that are fractions of percentages. */
    FigureCells ofFractions() {
        return new FigureCells(this);
    }

    private FigureCells(FigureCells other) {
        this.codes = other.codes;
        this.notation = other.notation;
        this.years = other.years;
        this.towns = other.towns;
        this.fractions = true;
    }

    /** The figure as the cell writes it; empty where it is none beyond doubt. */
    Optional<WrittenFigure> written(LineCell cell) {
        BigDecimal number = cell.number();
        return number == null ? notation.read(cell.text()) : notation.read(cell.text(), number);
    }

    /** @param unit of the indicator; one without a name where it is not known */
    CellReading read(LineCell cell, UnitName unit) {
        BigDecimal number = cell.number();
        SequencedMap<MunicipalityCode, TypedFigure> parts =
                number == null ? parts(cell.text(), unit.written()) : new LinkedHashMap<>();
        if (parts.size() >= FEWEST_TOWNS) {
            return new CellReading.OfTowns(parts);
        }
        Optional<WrittenFigure> written = written(cell);
        if (written.isPresent()) {
            return figure(cell, written.get(), unit);
        }
        if (number != null) {
            return new CellReading.One(
                    new TypedFigure.Figure(new Observed.Value(value(cell.text(), number)), null, ""));
        }
        return new CellReading.One(words(cell.text(), unit.written()));
    }

    /** 0.695 as a percentage: 69.5. */
    static BigDecimal timesHundred(BigDecimal fraction) {
        BigDecimal percent = fraction.movePointRight(2).stripTrailingZeros();
        return percent.scale() < 0 ? percent.setScale(0) : percent;
    }

    private CellReading figure(LineCell cell, WrittenFigure written, UnitName unit) {
        BigDecimal value =
                fractions && written.wholeUnit().isEmpty() ? timesHundred(written.number()) : written.in(unit);
        if (value == null && written.unit().isEmpty()) {
            return new CellReading.One(TypedFigureParser.parse(cell.text(), unit.written()));
        }
        if (value == null) {
            return new CellReading.One(new TypedFigure.NotUnderstood(
                    cell.text(),
                    "単位「%s」は、この指標の単位「%s」と違います。指標の単位に直した数値にしてください。".formatted(written.wholeUnit(), unit.written())));
        }
        if (!Observed.isHoldable(value)) {
            return new CellReading.One(new TypedFigure.NotUnderstood(cell.text(), "桁が多すぎます。数値を確かめてください。"));
        }
        boolean converted = written.number().compareTo(value) != 0;
        return new CellReading.One(
                new TypedFigure.Figure(new Observed.Value(value), written.year(), written.note()),
                written.bound(),
                converted);
    }

    /** Ratios and reasons; a figure with words that are not understood is none. */
    private TypedFigure words(String text, String unit) {
        TypedFigure read = TypedFigureParser.parse(text, unit);
        boolean isPlainValue = read instanceof TypedFigure.Figure(Observed.Value _, var _, var _);
        if (isPlainValue && unit.isEmpty()) {
            return new TypedFigure.NotUnderstood(text, "数値と説明が混ざっていて、値を1つに決められません。数値だけにし、説明は（ ）に入れてください。");
        }
        return read instanceof TypedFigure.NotUnderstood ? state(text).orElse(read) : read;
    }

    /** 未定, R6.3公表予定, 設置済: no figure, with the words as the reason. */
    private Optional<TypedFigure> state(String text) {
        String plain = years.without(YearWords.folded(text));
        if (plain.length() > LONGEST_STATE) {
            return Optional.empty();
        }
        String words = Normalizer.normalize(text, Normalizer.Form.NFC).strip();
        if (NOT_YET.matcher(plain).find()) {
            return Optional.of(new TypedFigure.NoFigure(new Observed.Missing(MissingReason.NOT_PUBLISHED, words)));
        }
        return STATE.matcher(plain).matches()
                ? Optional.of(new TypedFigure.NoFigure(new Observed.Missing(MissingReason.OTHER, words)))
                : Optional.empty();
    }

    private SequencedMap<MunicipalityCode, TypedFigure> parts(String text, String unit) {
        SequencedMap<MunicipalityCode, TypedFigure> parts = new LinkedHashMap<>();
        if (towns != null) {
            Matcher matcher = towns.matcher(text);
            while (matcher.find()) {
                parts.put(
                        Objects.requireNonNull(codes.get(matcher.group(1))),
                        TypedFigureParser.parse(matcher.group(2), unit));
            }
        }
        return parts;
    }

    /**
     * The number with the decimals that a person sees: 57 shown as 57.0 was entered as 57.0. Where more is stored than shown,
     * what is stored counts.
     */
    static BigDecimal value(String text, BigDecimal number) {
        if (TypedFigureParser.parse(text.strip().replaceFirst("[%％]$", ""))
                        instanceof TypedFigure.Figure(Observed.Value(BigDecimal shown), var year, var note)
                && year == null
                && shown.compareTo(number) == 0) {
            return shown;
        }
        BigDecimal plain = number.stripTrailingZeros();
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }
}
