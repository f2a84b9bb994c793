package jp.kyosei.backend.collection;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.kyosei.backend.actual.Actual;
import jp.kyosei.backend.actual.ActualState;
import jp.kyosei.backend.actual.CellChange;
import jp.kyosei.backend.actual.CheckConfirmation;
import jp.kyosei.backend.actual.Narrative;
import jp.kyosei.backend.actual.NarrativeChange;
import jp.kyosei.backend.actual.NarrativeText;
import jp.kyosei.backend.evaluation.Consolidation;
import jp.kyosei.backend.evaluation.Evaluator;
import jp.kyosei.backend.evaluation.RuleSet;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.figure.Observation;
import jp.kyosei.backend.figure.WrongFigureException;
import jp.kyosei.backend.indicator.Indicator;
import jp.kyosei.backend.indicator.IndicatorId;
import jp.kyosei.backend.indicator.Reporter;
import jp.kyosei.backend.tenancy.AccessPolicy;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import jp.kyosei.backend.tenancy.NotFoundException;
import jp.kyosei.backend.tenancy.OwnerId;
import jp.kyosei.backend.tenancy.WrongTextException;
import org.jspecify.annotations.Nullable;

/**
 * The cells of one municipality in one year, loaded: who may change them, what stands in them, what an edit would do.
 *
 * @param town none for the figures of the whole owner
 * @param round none where the year has no collection
 * @param tasks those of the town, by indicator; an indicator without one is not asked for
 * @param unfinished of the figures of the whole owner those that wait for towns' tasks
 * @param actuals of all years and towns that the actor sees
 */
record Cells(
        AccessPolicy policy,
        Actor actor,
        OwnerId owner,
        FiscalYear year,
        @Nullable MunicipalityCode town,
        RuleSet rules,
        Map<String, Indicator> indicators,
        @Nullable CollectionRound round,
        Map<IndicatorId, CollectionTask> tasks,
        Set<IndicatorId> unfinished,
        Map<IndicatorId, List<Actual>> actuals,
        List<CheckConfirmation> confirmations) {

    /**
     * Whether the actor may change a cell now.
     *
     * @param lock why not; empty if the actor may
     * @param forbidden whether the actor may never change it, rather than not as things stand
     * @param state the state of what is written
     */
    record Access(String lock, boolean forbidden, ActualState state) {
        boolean isRefused() {
            return !lock.isEmpty();
        }
    }

    /** An edit that was looked at: what it would change, or what stands against it. */
    record Judged(
            String no,
            @Nullable CellChange change,
            @Nullable String message,
            Verdict verdict) {
        EntryOutcome outcome(Cells cells) {
            EntryRow row = cells.rowOf(no);
            String words = Objects.requireNonNullElse(message, "");
            return switch (verdict) {
                case CHANGES -> new EntryOutcome.Saved(row, words);
                case SAME -> new EntryOutcome.Unchanged(row, words);
                case NOT_UNDERSTOOD -> new EntryOutcome.NotUnderstood(row, words);
                case STALE -> new EntryOutcome.Conflict(row);
                case LOCKED -> new EntryOutcome.Locked(row, words, false);
                case FORBIDDEN -> new EntryOutcome.Locked(row, words, true);
            };
        }

        TownEntry.Judgement judgement(Cells cells) {
            EntryPreview preview = preview(cells);
            TownEntry.Verdict found =
                    switch (verdict) {
                        case CHANGES -> TownEntry.Verdict.CHANGES;
                        case SAME -> TownEntry.Verdict.SAME;
                        case NOT_UNDERSTOOD -> TownEntry.Verdict.NOT_UNDERSTOOD;
                        case STALE -> TownEntry.Verdict.STALE;
                        case LOCKED -> TownEntry.Verdict.LOCKED;
                        case FORBIDDEN -> TownEntry.Verdict.FORBIDDEN;
                    };
            return new TownEntry.Judgement(no, found, preview.before(), preview.after(), preview.message());
        }

        EntryPreview preview(Cells cells) {
            EntryRow row = cells.rowOf(no);
            String words = Objects.requireNonNullElse(message, "");
            return switch (verdict) {
                case CHANGES -> new EntryPreview(no, true, storedText(row), cells.changedText(this), words);
                case SAME -> new EntryPreview(no, true, storedText(row), storedText(row), words);
                // An edit of a pasted block begins from what is shown; the store is asked again when it is applied.
                case STALE -> new EntryPreview(no, false, storedText(row), "", "ほかの人が変更しました。いまの値を確かめてください。");
                case NOT_UNDERSTOOD, LOCKED, FORBIDDEN -> new EntryPreview(no, false, storedText(row), "", words);
            };
        }
    }

    private static String storedText(EntryRow row) {
        Actual stored = row.stored();
        return row.figure() + (stored == null ? "" : noteText(stored.observation()));
    }

    /** The words beside a figure or a reason. */
    private static String noteText(Observation observation) {
        return observation.words().isEmpty() ? "" : "　注：" + observation.words();
    }

    /** The same of a narrative. */
    record JudgedNarrative(String no, @Nullable NarrativeChange change, String message, TownEntry.Verdict verdict) {
        TownEntry.Judgement judgement() {
            return new TownEntry.Judgement(no, verdict, "", "", message);
        }
    }

    enum Verdict {
        CHANGES,
        SAME,
        NOT_UNDERSTOOD,
        STALE,
        LOCKED,
        FORBIDDEN
    }

    Indicator indicator(String no) {
        Indicator found = indicators.get(no);
        if (found == null) {
            throw new NotFoundException();
        }
        return found;
    }

    boolean isAsked(Indicator indicator) {
        return tasks.containsKey(indicator.id());
    }

    boolean isEnteredJointly(Indicator indicator) {
        return indicator.consolidation() == Consolidation.ENTERED;
    }

    /** The same cells after a change. */
    Cells with(Map<IndicatorId, Actual> stored, Set<IndicatorId> changed, Map<IndicatorId, CollectionTask> begun) {
        Map<IndicatorId, List<Actual>> now = new HashMap<>(actuals);
        for (IndicatorId id : changed) {
            List<Actual> others = actuals.getOrDefault(id, List.of()).stream()
                    .filter(actual -> !isCell(actual))
                    .toList();
            now.put(
                    id,
                    Stream.concat(others.stream(), Stream.ofNullable(stored.get(id)))
                            .toList());
        }
        Map<IndicatorId, CollectionTask> moved = new LinkedHashMap<>(tasks);
        moved.putAll(begun);
        // What was confirmed of the figure before is not said of this one.
        List<CheckConfirmation> standing = confirmations.stream()
                .filter(confirmation ->
                        !confirmation.fiscalYear().equals(year) || !changed.contains(confirmation.indicator()))
                .toList();
        return new Cells(policy, actor, owner, year, town, rules, indicators, round, moved, unfinished, now, standing);
    }

    EntryRow rowOf(String no) {
        return row(indicator(no));
    }

    EntryRow row(Indicator indicator) {
        checkReports(indicator);
        TownSeries series = series(indicator);
        TownSeries.LastFigure last = series.last(year.previous());
        Actual stored = stored(indicator);
        return new EntryRow(
                indicator,
                tasks.get(indicator.id()),
                stored,
                series.text(year),
                last.text(),
                last.note(),
                series.change(year),
                stored == null ? List.of() : series.findings(year, confirmationsOf(indicator)),
                departmentName(indicator),
                isAssigned(indicator),
                access(indicator, stored != null, "").lock());
    }

    Judged judge(CellEdit edit) {
        Indicator indicator = indicator(edit.no());
        checkReports(indicator);
        Actual before = stored(indicator);
        Access access = access(indicator, before != null, edit.reason());
        if (access.isRefused()) {
            return new Judged(edit.no(), null, access.lock(), access.forbidden() ? Verdict.FORBIDDEN : Verdict.LOCKED);
        }
        return switch (reading(indicator, edit.content())) {
            case TypedCell.NotUnderstood(String message) ->
                new Judged(edit.no(), null, message, Verdict.NOT_UNDERSTOOD);
            case TypedCell.Understood understood -> judge(edit, indicator, before, understood, access.state());
        };
    }

    JudgedNarrative judge(NarrativeEdit edit, MunicipalityCode of, @Nullable Narrative before) {
        Indicator indicator = indicator(edit.no());
        checkReports(indicator);
        Access access = access(indicator, before != null, edit.reason());
        if (access.isRefused()) {
            return new JudgedNarrative(
                    edit.no(),
                    null,
                    access.lock(),
                    access.forbidden() ? TownEntry.Verdict.FORBIDDEN : TownEntry.Verdict.LOCKED);
        }
        if ((before == null ? NarrativeText.EMPTY : before.text()).equals(edit.text())) {
            return new JudgedNarrative(edit.no(), null, "", TownEntry.Verdict.SAME);
        }
        if (edit.expectedVersion() != CellEdit.ANY_VERSION && edit.expectedVersion() != Narrative.versionOf(before)) {
            return new JudgedNarrative(edit.no(), null, "ほかの人が変更しました。いまの文を確かめてください。", TownEntry.Verdict.STALE);
        }
        return new JudgedNarrative(
                edit.no(),
                new NarrativeChange(
                        indicator.id(),
                        year,
                        of,
                        before,
                        edit.text(),
                        access.state(),
                        edit.reason().isBlank() ? null : edit.reason().strip()),
                "",
                TownEntry.Verdict.CHANGES);
    }

    /** The second edit of the same cell in one call, of which nobody could say which is meant. */
    Judged twice(CellEdit edit) {
        return new Judged(edit.no(), null, "同じ指標が2回あります。どちらか1つにしてください。", Verdict.NOT_UNDERSTOOD);
    }

    /**
     * Whether a cell may be changed.
     *
     * @param exists whether something is stored, so that a change after confirmation needs a reason
     */
    Access access(Indicator indicator, boolean exists, String reason) {
        boolean secretariat = policy.canKeepPlans(actor, owner);
        CollectionTask task = tasks.get(indicator.id());
        CollectionRound current = round;
        if (task == null || current == null) {
            return withoutTask(indicator, secretariat, exists, reason);
        }
        boolean forbidden = !policy.canEnter(actor, owner, task.municipality(), task.department());
        if (!forbidden && secretariat && task.state() == TaskState.CONFIRMED) {
            return correction(exists, reason);
        }
        String lock = new Locks(policy, actor, owner).of(current, task, departmentName(indicator));
        return new Access(lock, forbidden, task.state().figures());
    }

    private Access withoutTask(Indicator indicator, boolean secretariat, boolean exists, String reason) {
        if (!secretariat) {
            return round == null
                    ? new Access(
                            "%sの実績照会は開かれていません。値を直すときは、事務局に依頼してください。".formatted(year.longLabel()),
                            true,
                            ActualState.CONFIRMED)
                    : new Access("この指標は照会の対象ではありません。値を直すときは、事務局に依頼してください。", true, ActualState.CONFIRMED);
        }
        // Not confirmed before the towns' are, so no reason is due; it is read as a draft as long as a task waits.
        return town == null && unfinished.contains(indicator.id())
                ? new Access("", false, ActualState.CONFIRMED)
                : correction(exists, reason);
    }

    private static Access correction(boolean exists, String reason) {
        return exists && reason.isBlank()
                ? new Access("確定した値です。直すには理由が要り、履歴に残ります。", false, ActualState.CONFIRMED)
                : new Access("", false, ActualState.CONFIRMED);
    }

    private Judged judge(
            CellEdit edit,
            Indicator indicator,
            @Nullable Actual before,
            TypedCell.Understood understood,
            ActualState state) {
        Observation after = understood.observation();
        boolean same = before == null ? after == null : before.observation().equals(after);
        if (same) {
            return new Judged(edit.no(), null, understood.hint(), Verdict.SAME);
        }
        long version = Actual.versionOf(before);
        if (edit.expectedVersion() != CellEdit.ANY_VERSION && edit.expectedVersion() != version) {
            return new Judged(edit.no(), null, null, Verdict.STALE);
        }
        return new Judged(
                edit.no(),
                new CellChange(
                        indicator.id(),
                        year,
                        town,
                        before,
                        after,
                        state,
                        edit.reason().isBlank() ? null : edit.reason().strip()),
                understood.hint(),
                Verdict.CHANGES);
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
        return figure == null ? null : figure.checkedFor(year);
    }

    private String changedText(Judged judged) {
        CellChange change = judged.change();
        Observation after = change == null ? null : change.after();
        if (change == null || after == null) {
            return "";
        }
        FiscalYear reference = after.referenceYear();
        return new Evaluator(rules).figureText(indicator(judged.no()).measure(), after.observed())
                + (reference == null ? "" : "(%s)".formatted(reference.shortLabel()))
                + noteText(after);
    }

    private @Nullable Actual stored(Indicator indicator) {
        return actuals.getOrDefault(indicator.id(), List.of()).stream()
                .filter(this::isCell)
                .findFirst()
                .orElse(null);
    }

    private boolean isCell(Actual actual) {
        return actual.fiscalYear().equals(year) && Objects.equals(actual.municipality(), town);
    }

    private TownSeries series(Indicator indicator) {
        return new TownSeries(new Evaluator(rules), indicator, town, actuals.getOrDefault(indicator.id(), List.of()));
    }

    private List<CheckConfirmation> confirmationsOf(Indicator indicator) {
        return confirmations.stream()
                .filter(confirmed -> confirmed.indicator().equals(indicator.id()))
                .collect(Collectors.toList());
    }

    /** A town that does not report an indicator has no cell of it. */
    private void checkReports(Indicator indicator) {
        boolean reports = town == null
                || indicator.reporters().stream()
                        .anyMatch(reporter -> reporter.municipality().equals(town));
        if (!reports) {
            throw new NotFoundException();
        }
    }

    private String departmentName(Indicator indicator) {
        return indicator.reporters().stream()
                .filter(reporter -> reporter.municipality().equals(town))
                .findFirst()
                .map(Cells::named)
                .orElse("");
    }

    private static String named(Reporter reporter) {
        String department = reporter.departmentName();
        return department == null ? reporter.municipalityName() : reporter.municipalityName() + " " + department;
    }

    private boolean isAssigned(Indicator indicator) {
        CollectionTask task = tasks.get(indicator.id());
        return task != null
                && actor.grants().stream()
                        .anyMatch(grant -> grant.owner().equals(owner)
                                && Objects.equals(grant.town(), town)
                                && (grant.department() == null
                                        || grant.department().equals(task.department())));
    }
}
