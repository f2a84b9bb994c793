package jp.kyosei.backend.importing.comparing;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import jp.kyosei.backend.actual.Actual;
import jp.kyosei.backend.actual.CellChange;
import jp.kyosei.backend.actual.cell.ActualState;
import jp.kyosei.backend.actual.narrative.Narrative;
import jp.kyosei.backend.actual.narrative.NarrativeChange;
import jp.kyosei.backend.actual.record.RecordChange;
import jp.kyosei.backend.digest.Sha256;
import jp.kyosei.backend.importing.naming.NameMemory;
import jp.kyosei.backend.importing.naming.RememberedName;
import jp.kyosei.backend.importing.reading.Finding;
import jp.kyosei.backend.importing.reading.ReadPlan;

/**
 * What an import would write, ready to be written.
 *
 * @param said what was answered of names in this file
 * @param recalledNames what was taken of names as it was answered in an earlier file
 */
public record PlannedImport(
        ReadPlan read,
        boolean isNewPlan,
        List<CellChange> actuals,
        List<NarrativeChange> narratives,
        List<RecordChange> records,
        List<PlannedChange> changes,
        int unchanged,
        List<Finding> findings,
        List<NameMemory.Said> said,
        List<RememberedName> recalledNames) {
    private static final int FINGERPRINT_BYTES = 12;

    public PlannedImport {
        actuals = List.copyOf(actuals);
        narratives = List.copyOf(narratives);
        records = List.copyOf(records);
        changes = List.copyOf(changes);
        findings = List.copyOf(findings);
        said = List.copyOf(said);
        recalledNames = List.copyOf(recalledNames);
    }

    /** Of a plan that is not there yet. */
    static PlannedImport ofNew(ReadPlan read, List<PlannedChange> changes, List<Finding> findings) {
        return new PlannedImport(
                read, true, List.of(), List.of(), List.of(), changes, 0, findings, List.of(), List.of());
    }

    /** Of what would be written and from what; another one means that somebody changed something in between. */
    public String fingerprint() {
        StringBuilder all = new StringBuilder();
        if (isNewPlan) {
            all.append(read.plan());
        }
        // Without the reason, which is given after the look.
        actuals.forEach(change -> {
            all.append(change.indicator());
            all.append(change.fiscalYear());
            all.append(Objects.toString(change.municipality()));
            all.append(Objects.toString(change.before()));
            all.append(Objects.toString(change.after()));
        });
        narratives.forEach(change -> {
            all.append(change.indicator());
            all.append(change.fiscalYear());
            all.append(Objects.toString(change.municipality()));
            all.append(Objects.toString(change.before()));
            all.append(Objects.toString(change.after()));
        });
        records.forEach(all::append);
        return Sha256.of(all.toString()).hex(FINGERPRINT_BYTES);
    }

    /** The same with other findings. */
    PlannedImport with(List<Finding> others) {
        return new PlannedImport(
                read, isNewPlan, actuals, narratives, records, changes, unchanged, others, said, recalledNames);
    }

    /** How many of the changes are of what is confirmed, and so ask for a reason. */
    public int countOverConfirmed() {
        Stream<ActualState> figures = actuals.stream()
                .flatMap(change -> Stream.ofNullable(change.before()))
                .map(Actual::state);
        Stream<ActualState> texts = narratives.stream()
                .flatMap(change -> Stream.ofNullable(change.before()))
                .map(Narrative::state);
        return Math.toIntExact(Stream.concat(figures, texts)
                .filter(state -> state == ActualState.CONFIRMED)
                .count());
    }
}
