package jp.kyosei.backend.evaluation;

import java.math.BigDecimal;
import java.util.List;

/** The two families of grading. */
public sealed interface Grading {
    /** All labels with their meaning, the best first. */
    List<GradeLabel> labels();

    /**
     * Ordered bands over the exact progress rate. Source: 一関・平泉 資料No.1 (A 100 %, B 80〜99 %, C 50〜79 %, D 0〜49 %);
     * 大仙市 A–D.
     *
     * @param bands the best first; bounds fall strictly, only the last has none
     */
    record Thresholds(List<Band> bands) implements Grading {
        public Thresholds {
            bands = List.copyOf(bands);
            if (bands.size() < 2 || bands.getLast().atLeastPercent() != null) {
                throw new IllegalArgumentException("評価の区分は2つ以上で、最後の区分には下限を置きません。");
            }
            BigDecimal above = null;
            for (Band band : bands.subList(0, bands.size() - 1)) {
                BigDecimal bound = band.atLeastPercent();
                if (bound == null || (above != null && bound.compareTo(above) >= 0)) {
                    throw new IllegalArgumentException("評価の区分の下限は、上から順に小さくしてください: " + band.label());
                }
                above = bound;
            }
        }

        @Override
        public List<GradeLabel> labels() {
            return bands.stream()
                    .map(band -> new GradeLabel(band.label(), band.meaning(), band.tone()))
                    .toList();
        }
    }

    /**
     * Comparison of the actual f with target z and baseline a. Source: 美祢市 資料8「a⇒f比較」.
     *
     * @param achieved f meets z (目標達成)
     * @param improved f is better than a (改善↑)
     * @param unchanged f equals a (現状維持)
     * @param missed all else (未達成↓)
     */
    record Comparison(GradeLabel achieved, GradeLabel improved, GradeLabel unchanged, GradeLabel missed)
            implements Grading {
        @Override
        public List<GradeLabel> labels() {
            return List.of(achieved, improved, unchanged, missed);
        }
    }
}
