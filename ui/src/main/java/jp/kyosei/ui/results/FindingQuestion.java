package jp.kyosei.ui.results;

import jp.kyosei.backend.actual.CheckedFinding;
import jp.kyosei.backend.collection.entry.EntryService;
import jp.kyosei.backend.indicator.Indicator;
import jp.kyosei.backend.results.ResultsSheet;
import jp.kyosei.ui.form.AskBox;
import jp.kyosei.ui.form.AskPlace;
import jp.kyosei.ui.session.CurrentActor;

/** Asks why a figure stands although a check asks, and keeps the answer. */
final class FindingQuestion {
    private final EntryService entries;
    private final CurrentActor current;

    FindingQuestion(EntryService entries, CurrentActor current) {
        this.entries = entries;
        this.current = current;
    }

    /**
     * Asks about one finding of a sheet; nothing where the sheet has none such.
     *
     * @param then what is to be done once it is kept
     */
    void ask(ResultsSheet sheet, String no, String code, int year, AskPlace place, Runnable then) {
        sheet.rows().stream().filter(row -> row.indicator().no().equals(no)).forEach(row -> row.findings().stream()
                .filter(finding -> finding.check().code().name().equals(code)
                        && finding.check().fiscalYear().year() == year)
                .forEach(finding -> ask(sheet, row.indicator(), finding, place, then)));
    }

    private void ask(ResultsSheet sheet, Indicator indicator, CheckedFinding finding, AskPlace place, Runnable then) {
        AskBox.withReason(
                        "No.%s %s　%s：%s"
                                .formatted(
                                        indicator.no(),
                                        indicator.name(),
                                        finding.check().code().label(),
                                        finding.check().message()),
                        "値が正しい理由",
                        "確認する",
                        reason -> place.attempt(() -> {
                            confirm(sheet.content().plan().slug(), indicator, finding, reason);
                            then.run();
                            return "No.%s の確認を記録しました。".formatted(indicator.no());
                        }))
                .askIn(place);
    }

    void confirm(String plan, Indicator indicator, CheckedFinding finding, String reason) {
        entries.confirmCheck(
                current.require(),
                plan,
                finding.check().fiscalYear(),
                indicator.no(),
                // What is odd of several towns together is said of none of them.
                indicator.reporters().size() == 1
                        ? indicator.reporters().getFirst().municipality()
                        : null,
                finding.check().code(),
                reason);
    }
}
