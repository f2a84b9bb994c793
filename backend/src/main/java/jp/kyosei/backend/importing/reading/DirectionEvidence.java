package jp.kyosei.backend.importing.reading;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import jp.kyosei.backend.evaluation.Baseline;
import jp.kyosei.backend.evaluation.Direction;
import jp.kyosei.backend.evaluation.Target;
import jp.kyosei.backend.figure.Observed;
import jp.kyosei.backend.importing.document.WholeIndicator;
import jp.kyosei.backend.importing.notation.Bound;
import jp.kyosei.backend.sheet.CellPlace;
import jp.kyosei.backend.understanding.ColumnKind;
import jp.kyosei.backend.understanding.ColumnMeaning;
import jp.kyosei.backend.understanding.IndicatorLine;
import jp.kyosei.backend.understanding.LineCell;
import jp.kyosei.backend.understanding.year.YearWords;

/**
 * What a line says of the direction of its indicator.
 *
 * @param place of the cell that says it
 * @param because a Japanese clause
 */
record DirectionEvidence(Strength strength, Direction direction, CellPlace place, String because) {
    private static final Pattern LOWER =
            Pattern.compile("減少?|減らす|低下|低い.*|少ない.*|下降|抑制|縮小|短縮|マイナス|ダウン|down|[↓↘⇓▼]|lower.*|小さい.*");
    private static final Pattern HIGHER =
            Pattern.compile("増加?|増やす|向上|上昇|高い.*|多い.*|拡大|伸長|プラス|アップ|up|[↑↗⇑▲]|higher.*|大きい.*");
    private static final Pattern KEEP = Pattern.compile("維持|現状維持|継続|保つ|横ばい|[→⇒]|keep");
    private static final Pattern USUALLY_LOWER = Pattern.compile(
            "ごみ|ゴミ|廃棄物|待機|死亡|自殺|事故|犯罪|刑法犯|認知件数|滞納|未収|不登校|いじめ|空き?家|苦情|離職|失業|二酸化炭素|co2|温室効果ガス|排出|漏水|喫煙|肥満|"
                    + "要介護|要支援|出火|火災|不法投棄|食品ロス|赤字|債務|借入|負担比率|公債費|経常収支比率|将来負担|流出|むし歯|虫歯|う蝕|罹患|有病|発症|血圧|被害|未受診|依存|"
                    + "渋滞|所要時間|待ち時間|ストレス|孤独|孤立|虐待|貧困|消費量|使用量|欠席|中退|退職|倒産|廃業|放棄|荒廃|未整備|違反|超過|残業|時間外");

    private static final Pattern MET = Pattern.compile("目標達成|達成|達成済み?|a|◎");
    private static final Pattern MISSED = Pattern.compile("未達成.*|b|c|d|e|△|×");

    /** How much it says. */
    enum Strength {
        /** Nothing. */
        NONE,
        /** The target lies below where the indicator stands. */
        OPEN,
        /** A limit above (45以下), or a falling target of something of which less is usually better. */
        LIKELY,
        /** A printed grade that only one direction gives. */
        PRINTED,
        /** A column of the sheet. */
        STATED
    }

    static DirectionEvidence of(IndicatorLine line, WholeIndicator whole, FigureCells cells) {
        Optional<DirectionEvidence> stated = stated(line);
        if (stated.isPresent()) {
            return stated.get();
        }
        Optional<Direction> printed = printed(whole);
        if (printed.isPresent()) {
            return new DirectionEvidence(Strength.PRINTED, printed.get(), line.place(), "公表された評価から");
        }
        Optional<LineCell> atMost = line.cellsOf(ColumnKind.TARGET).stream()
                .map(Map.Entry<ColumnMeaning, LineCell>::getValue)
                .filter(cell -> cells.written(cell)
                        .filter(written -> written.bound() == Bound.AT_MOST)
                        .isPresent())
                .findFirst();
        if (atMost.isPresent()) {
            return new DirectionEvidence(
                    Strength.LIKELY,
                    Direction.LOWER,
                    atMost.get().place(),
                    "目標が「%s」だから".formatted(atMost.get().text().strip()));
        }
        if (!targetFalls(whole)) {
            return new DirectionEvidence(Strength.NONE, Direction.HIGHER, line.place(), "");
        }
        CellPlace place = line.cellsOf(ColumnKind.TARGET).stream()
                .map(cell -> cell.getValue().place())
                .findFirst()
                .orElse(line.place());
        return USUALLY_LOWER.matcher(YearWords.folded(whole.name())).find()
                ? new DirectionEvidence(Strength.LIKELY, Direction.LOWER, place, "指標名と、目標が現状より低いことから")
                : new DirectionEvidence(Strength.OPEN, Direction.LOWER, place, "目標が現状より低いから");
    }

    private static Optional<DirectionEvidence> stated(IndicatorLine line) {
        return line.cell(ColumnKind.DIRECTION).flatMap(cell -> {
            String text = YearWords.folded(cell.text());
            Optional<Direction> direction = LOWER.matcher(text).matches()
                    ? Optional.of(Direction.LOWER)
                    : HIGHER.matcher(text).matches()
                            ? Optional.of(Direction.HIGHER)
                            : KEEP.matcher(text).matches() ? Optional.of(Direction.KEEP) : Optional.empty();
            return direction.map(found -> new DirectionEvidence(
                    Strength.STATED,
                    found,
                    cell.place(),
                    "望ましい方向の列の「%s」から".formatted(cell.text().strip())));
        });
    }

    /** The direction that alone gives what was printed of a year: met although below the target, missed although above. */
    private static Optional<Direction> printed(WholeIndicator whole) {
        Optional<BigDecimal> target = finalTarget(whole);
        if (target.isEmpty()) {
            return Optional.empty();
        }
        for (WholeIndicator.Printed printed : whole.records().reversed()) {
            String grade = printed.grade() == null ? "" : YearWords.folded(printed.grade());
            List<BigDecimal> values = whole.figures().stream()
                    .filter(figure -> figure.year().equals(printed.year()))
                    .flatMap(figure -> value(figure).stream())
                    .toList();
            List<Integer> sides = values.stream()
                    .map(value -> value.compareTo(target.get()))
                    .distinct()
                    .toList();
            // Of several towns, all on the same side.
            int above = sides.size() == 1 ? sides.getFirst() : 0;
            boolean met = MET.matcher(grade).matches();
            if (above != 0 && (met || MISSED.matcher(grade).matches())) {
                return Optional.of(met == above > 0 ? Direction.HIGHER : Direction.LOWER);
            }
        }
        return Optional.empty();
    }

    private static Optional<BigDecimal> value(WholeIndicator.Figure figure) {
        return figure.observation().observed() instanceof Observed.Value(BigDecimal value)
                ? Optional.of(value)
                : Optional.empty();
    }

    private static Optional<BigDecimal> finalTarget(WholeIndicator whole) {
        return whole.targets().stream()
                .max(Comparator.comparing(Target::fiscalYear))
                .map(Target::value);
    }

    private static boolean targetFalls(WholeIndicator whole) {
        Optional<BigDecimal> from = whole.baseline() instanceof Baseline.Measured(BigDecimal value, var _)
                ? Optional.of(value)
                : whole.figures().stream()
                        .min(Comparator.comparing(WholeIndicator.Figure::year))
                        .flatMap(DirectionEvidence::value);
        return from.isPresent()
                && finalTarget(whole)
                        .filter(target -> target.compareTo(from.get()) < 0)
                        .isPresent();
    }
}
