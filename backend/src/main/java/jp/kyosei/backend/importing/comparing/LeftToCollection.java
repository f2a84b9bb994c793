package jp.kyosei.backend.importing.comparing;

import java.util.Optional;
import jp.kyosei.backend.collection.task.CollectionStand;
import jp.kyosei.backend.evaluation.Consolidation;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.indicator.Indicator;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import org.jspecify.annotations.Nullable;

/**
 * What an import leaves to the collection: a year that is being collected, and of a closed round what nobody has confirmed.
 * Empty where nothing stands against an import.
 */
public record LeftToCollection(CollectionStand stand) {

    /** @param town none for the figure of the whole owner */
    public Optional<String> keepsFigure(Indicator indicator, FiscalYear year, @Nullable MunicipalityCode town) {
        if (stand.isOpen(year)) {
            return Optional.of("%sは実績照会の途中です。照会の画面で入力するか、列を「取り込まない」にしてください。".formatted(year.shortLabel()));
        }
        // What is entered for the whole is asked of no town.
        boolean ofItself = town == null && indicator.consolidation() == Consolidation.ENTERED;
        return !ofItself && stand.isUnfinished(indicator.id(), year, town)
                ? Optional.of("%sの実績照会で、この値はまだ確定していません。照会を再開し、照会の画面で入力・提出・確定するか、列を「取り込まない」にしてください。"
                        .formatted(year.shortLabel()))
                : Optional.empty();
    }

    /** @param town none for the narrative of the whole owner */
    public Optional<String> keepsNarrative(Indicator indicator, FiscalYear year, @Nullable MunicipalityCode town) {
        if (stand.isOpen(year)) {
            return Optional.of("%sは実績照会の途中です。評価文は照会の画面で書くか、列を「取り込まない」にしてください。".formatted(year.shortLabel()));
        }
        return stand.isUnfinished(indicator.id(), year, town)
                ? Optional.of("%sの実績照会で、この評価文はまだ確定していません。照会を再開し、照会の画面で書いて確定するか、列を「取り込まない」にしてください。"
                        .formatted(year.shortLabel()))
                : Optional.empty();
    }

    /** What a paper printed of a year says its figures, too. */
    public Optional<String> keepsRecord(Indicator indicator, FiscalYear year) {
        return stand.isUnfinished(indicator.id(), year, null)
                ? Optional.of("%sの実績照会で、この指標はまだ確定していません。公表値（評価・達成率など）は確定してから取り込むか、列を「取り込まない」にしてください。"
                        .formatted(year.shortLabel()))
                : Optional.empty();
    }
}
