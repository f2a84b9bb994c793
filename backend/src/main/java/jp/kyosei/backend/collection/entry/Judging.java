package jp.kyosei.backend.collection.entry;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.kyosei.backend.actual.Actual;
import jp.kyosei.backend.actual.CellChange;
import jp.kyosei.backend.actual.narrative.Narrative;
import jp.kyosei.backend.actual.narrative.NarrativeChange;
import jp.kyosei.backend.actual.narrative.NarrativeText;
import jp.kyosei.backend.figure.Observation;
import jp.kyosei.backend.figure.WrongFigureException;
import jp.kyosei.backend.indicator.Indicator;
import jp.kyosei.backend.indicator.IndicatorId;
import jp.kyosei.backend.tenancy.WrongTextException;
import org.jspecify.annotations.Nullable;

/** Says what edits would do to cells; each is judged by itself. */
final class Judging {
    private static final String TWICE = "同じ指標が2回あります。どちらか1つにしてください。";

    private final Cells cells;

    Judging(Cells cells) {
        this.cells = cells;
    }

    /**
     * Figures, in the order of the edits.
     *
     * @throws WrongTextException if a figure that another program gives may not be stored; names the field
     */
    List<JudgedCell> figures(List<CellEdit> edits) {
        Set<String> seen = new HashSet<>();
        List<JudgedCell> judged = new ArrayList<>();
        for (CellEdit edit : edits) {
            judged.add(
                    seen.add(edit.no())
                            ? figure(edit)
                            : new JudgedCell(edit.no(), null, TWICE, TownEntry.Verdict.NOT_UNDERSTOOD));
        }
        return judged;
    }

    /**
     * Narratives, in the order of the edits.
     *
     * @param stored what is stored of these cells
     */
    List<JudgedNarrative> narratives(List<NarrativeEdit> edits, Map<IndicatorId, Narrative> stored) {
        Set<String> seen = new HashSet<>();
        List<JudgedNarrative> judged = new ArrayList<>();
        for (NarrativeEdit edit : edits) {
            Narrative before = stored.get(cells.indicator(edit.no()).id());
            judged.add(
                    seen.add(edit.no())
                            ? narrative(edit, before)
                            : new JudgedNarrative(edit.no(), before, null, TWICE, TownEntry.Verdict.NOT_UNDERSTOOD));
        }
        return judged;
    }

    private JudgedCell figure(CellEdit edit) {
        Indicator indicator = cells.reported(edit.no());
        Actual before = cells.stored(indicator);
        CellAccess access = cells.access(indicator, before != null, edit.reason());
        if (access.isRefused()) {
            return new JudgedCell(edit.no(), null, access.lock(), access.refusal());
        }
        return switch (reading(indicator, edit.content())) {
            case TypedCell.NotUnderstood(String message) ->
                new JudgedCell(edit.no(), null, message, TownEntry.Verdict.NOT_UNDERSTOOD);
            case TypedCell.Understood(Observation after, String hint) -> {
                boolean same =
                        before == null ? after == null : before.observation().equals(after);
                if (same) {
                    yield new JudgedCell(edit.no(), null, hint, TownEntry.Verdict.SAME);
                }
                if (isStale(edit.expectedVersion(), Actual.versionOf(before))) {
                    yield new JudgedCell(edit.no(), null, "", TownEntry.Verdict.STALE);
                }
                CellChange change = new CellChange(
                        indicator.id(),
                        cells.year(),
                        cells.town(),
                        before,
                        after,
                        access.state(),
                        reason(edit.reason()));
                yield new JudgedCell(edit.no(), change, hint, TownEntry.Verdict.CHANGES);
            }
        };
    }

    private JudgedNarrative narrative(NarrativeEdit edit, @Nullable Narrative before) {
        Indicator indicator = cells.reported(edit.no());
        CellAccess access = cells.access(indicator, before != null, edit.reason());
        if (access.isRefused()) {
            return new JudgedNarrative(edit.no(), before, null, access.lock(), access.refusal());
        }
        if ((before == null ? NarrativeText.EMPTY : before.text()).equals(edit.text())) {
            return new JudgedNarrative(edit.no(), before, null, "", TownEntry.Verdict.SAME);
        }
        if (isStale(edit.expectedVersion(), Narrative.versionOf(before))) {
            return new JudgedNarrative(edit.no(), before, null, "ほかの人が変更しました。いまの文を確かめてください。", TownEntry.Verdict.STALE);
        }
        NarrativeChange change = new NarrativeChange(
                indicator.id(), cells.year(), cells.town(), before, edit.text(), access.state(), reason(edit.reason()));
        return new JudgedNarrative(edit.no(), before, change, "", TownEntry.Verdict.CHANGES);
    }

    private TypedCell.Reading reading(Indicator indicator, CellEdit.Content content) {
        return switch (content) {
            case CellEdit.Typed(TypedCell cell) ->
                switch (cell.read(indicator)) {
                    case TypedCell.NotUnderstood not -> not;
                    case TypedCell.Understood(Observation typed, String hint) -> {
                        try {
                            yield new TypedCell.Understood(checked(typed), hint);
                        } catch (WrongFigureException wrong) {
                            yield new TypedCell.NotUnderstood(wrong.words());
                        }
                    }
                };
            case CellEdit.Given(Observation given) -> {
                try {
                    yield new TypedCell.Understood(checked(given), "");
                } catch (WrongFigureException wrong) {
                    throw new WrongTextException(wrong.part().field(), wrong.words());
                }
            }
        };
    }

    private @Nullable Observation checked(@Nullable Observation figure) {
        return figure == null ? null : figure.checkedFor(cells.year());
    }

    private static boolean isStale(long expected, long stored) {
        return expected != CellEdit.ANY_VERSION && expected != stored;
    }

    private static @Nullable String reason(String given) {
        return given.isBlank() ? null : given.strip();
    }
}
