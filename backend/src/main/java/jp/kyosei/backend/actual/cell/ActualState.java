package jp.kyosei.backend.actual.cell;

import jp.kyosei.backend.tenancy.FigureSight;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import org.jspecify.annotations.Nullable;

/**
 * Where an actual or a narrative stands in its collection (実績照会). Its task decides: what is read has the state of the
 * task as long as that is not confirmed, whichever way it was written and whether the round is open, and the stored state
 * only then.
 */
public enum ActualState {
    DRAFT("入力中"),
    SUBMITTED("提出"),
    RETURNED("差戻し"),
    CONFIRMED("確定");

    private final String label;

    ActualState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Whether somebody with that sight sees a figure in this state; none for a figure of the whole owner. */
    public boolean isSeenBy(FigureSight sight, @Nullable MunicipalityCode town) {
        return switch (this) {
            case CONFIRMED -> true;
            case SUBMITTED -> sight.seesSubmitted() || sight.seesDraftsOf(town);
            case DRAFT, RETURNED -> sight.seesDraftsOf(town);
        };
    }
}
