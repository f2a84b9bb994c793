package jp.kyosei.ui.collection.entry;

import java.util.Optional;
import java.util.stream.Collectors;
import jp.kyosei.backend.actual.Actual;
import jp.kyosei.backend.actual.narrative.Narrative;
import jp.kyosei.backend.actual.narrative.NarrativeText;
import jp.kyosei.backend.collection.entry.EntryRow;
import jp.kyosei.backend.collection.entry.EntrySheet;
import jp.kyosei.backend.collection.entry.NarrativeOutcome;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.indicator.IndicatorId;
import jp.kyosei.backend.plan.Initiative;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import org.jspecify.annotations.Nullable;

/** The texts of a town as the narrative editor shows them. */
final class NarrativeContents {
    private NarrativeContents() {}

    static NarrativeContent of(EntrySheet sheet, EntryRow row, String username) {
        FiscalYear year = sheet.round().fiscalYear();
        Optional<Narrative> now = of(sheet, row.indicator().id(), year);
        Optional<Narrative> last = of(sheet, row.indicator().id(), year.previous());
        NarrativeText stored = now.map(Narrative::text).orElse(NarrativeText.EMPTY);
        MunicipalityCode town = sheet.municipality();
        return new NarrativeContent(
                "%s/%d/%s/%s"
                        .formatted(
                                sheet.content().plan().slug(), year.year(), town == null ? "" : town.value(), username),
                row.indicator().no(),
                sheet.municipalityName(),
                text(stored),
                Long.toString(now.map(Narrative::version).orElse(Actual.NOTHING_STORED)),
                row.isEditable(),
                "%sに書いたもの".formatted(year.previous().longLabel()),
                last.map(Narrative::text)
                        .map(text -> withInitiatives(sheet, row, text))
                        .orElse(null));
    }

    static NarrativeContent.Answer answer(NarrativeContent.Edit edit, NarrativeOutcome outcome) {
        return switch (outcome) {
            case NarrativeOutcome.Saved(Narrative stored) -> answer(edit, EntryContent.Outcome.SAVED, stored, "", "");
            case NarrativeOutcome.Conflict(Narrative theirs) ->
                answer(
                        edit,
                        EntryContent.Outcome.CONFLICT,
                        theirs,
                        "ほかの人が先に保存しました。",
                        theirs == null ? "" : theirs.writtenBy());
            case NarrativeOutcome.Locked(Narrative same, String message, boolean forbidden) ->
                answer(edit, EntryContent.Outcome.LOCKED, same, message, "");
        };
    }

    private static NarrativeContent.Answer answer(
            NarrativeContent.Edit edit,
            EntryContent.Outcome outcome,
            @Nullable Narrative stored,
            String message,
            String who) {
        return new NarrativeContent.Answer(
                edit.no(),
                outcome,
                text(stored == null ? NarrativeText.EMPTY : stored.text()),
                Long.toString(Narrative.versionOf(stored)),
                message,
                who);
    }

    private static Optional<Narrative> of(EntrySheet sheet, IndicatorId indicator, FiscalYear year) {
        return sheet.narratives().stream()
                .filter(narrative -> narrative.indicator().equals(indicator)
                        && narrative.fiscalYear().equals(year))
                .findFirst();
    }

    /** Where last year's initiatives were not written down, the plan's own of that section and town stand for them. */
    private static NarrativeContent.Text withInitiatives(EntrySheet sheet, EntryRow row, NarrativeText last) {
        String initiatives = last.initiatives().isEmpty()
                ? sheet.initiatives().stream()
                        .filter(initiative ->
                                initiative.section().equals(row.indicator().section())
                                        && (initiative.municipalities().isEmpty()
                                                || initiative.municipalities().contains(sheet.municipality())))
                        .map(Initiative::title)
                        .collect(Collectors.joining("\n"))
                : last.initiatives();
        return new NarrativeContent.Text(last.progress(), last.outlook(), initiatives);
    }

    private static NarrativeContent.Text text(NarrativeText text) {
        return new NarrativeContent.Text(text.progress(), text.outlook(), text.initiatives());
    }
}
