package jp.kyosei.backend.ruleset;

import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.util.List;
import jp.kyosei.backend.evaluation.Band;
import jp.kyosei.backend.evaluation.GradeLabel;
import jp.kyosei.backend.evaluation.Grading;
import jp.kyosei.backend.evaluation.JudgedAgainst;
import jp.kyosei.backend.evaluation.ProgressFormula;
import jp.kyosei.backend.evaluation.Rounding;
import jp.kyosei.backend.evaluation.RuleSet;
import org.jspecify.annotations.Nullable;

/** A rule set as it is stored and served: the JSON form of {@link RuleSet}. */
@Serdeable
public record RuleSetDocument(
        ProgressFormula plainFormula,
        ProgressFormula cumulativeFormula,
        boolean absentBaselineIsZero,
        RoundingDocument rateRounding,
        JudgedAgainst judgedAgainst,
        String unmeasuredLabel,
        GradingDocument grading,
        @Nullable CollectionDocument collection) {

    /**
     * How the yearly collection goes; absent where no superior is asked.
     *
     * @param approvalMunicipalities the six-digit codes of the municipalities in which a superior approves what is submitted
     */
    @Serdeable
    public record CollectionDocument(List<String> approvalMunicipalities) {}

    /** How rates are printed. */
    @Serdeable
    public record RoundingDocument(Rounding.Mode mode, int decimals) {}

    /** Either {@code THRESHOLDS} with bands, or {@code COMPARISON} with its four labels. */
    @Serdeable
    public record GradingDocument(
            GradingType type,
            @Nullable List<BandDocument> bands,
            @Nullable LabelDocument achieved,
            @Nullable LabelDocument improved,
            @Nullable LabelDocument unchanged,
            @Nullable LabelDocument missed) {}

    /** The family of a grading. */
    public enum GradingType {
        THRESHOLDS,
        COMPARISON
    }

    /** A band; the last has no lower bound. */
    @Serdeable
    public record BandDocument(String label, @Nullable BigDecimal atLeastPercent, String meaning, String tone) {}

    /** A label of a comparison. */
    @Serdeable
    public record LabelDocument(String label, String meaning, String tone) {}

    /** @throws IllegalArgumentException if the document does not describe a complete rule set; the message is Japanese */
    public RuleSet toRuleSet() {
        return new RuleSet(
                plainFormula,
                cumulativeFormula,
                absentBaselineIsZero,
                new Rounding(rateRounding.mode(), rateRounding.decimals()),
                judgedAgainst,
                unmeasuredLabel,
                grading(grading));
    }

    private static Grading grading(GradingDocument document) {
        return switch (document.type()) {
            case THRESHOLDS ->
                new Grading.Thresholds(given(document.bands(), "bands").stream()
                        .map(band -> new Band(band.label(), band.atLeastPercent(), band.meaning(), band.tone()))
                        .toList());
            case COMPARISON ->
                new Grading.Comparison(
                        label(document.achieved(), "achieved"),
                        label(document.improved(), "improved"),
                        label(document.unchanged(), "unchanged"),
                        label(document.missed(), "missed"));
        };
    }

    private static GradeLabel label(@Nullable LabelDocument document, String name) {
        LabelDocument label = given(document, name);
        return new GradeLabel(label.label(), label.meaning(), label.tone());
    }

    private static <T> T given(@Nullable T part, String name) {
        if (part == null) {
            throw new IllegalArgumentException("評価の決まりに %s がありません。".formatted(name));
        }
        return part;
    }
}
