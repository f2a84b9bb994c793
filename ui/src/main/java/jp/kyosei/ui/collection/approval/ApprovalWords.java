package jp.kyosei.ui.collection.approval;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import jp.kyosei.backend.actual.narrative.NarrativeText;
import jp.kyosei.backend.collection.approval.ApprovalRow;
import jp.kyosei.backend.figure.FiscalYear;

/** The narrative of a row that is to be approved, and that of the year before to compare with. */
final class ApprovalWords extends Div {
    ApprovalWords(ApprovalRow row, FiscalYear year) {
        add(text(row.words()));
        if (!row.lastWords().isEmpty()) {
            add(new NativeDetails(
                    "No.%s の%sの評価文".formatted(row.no(), year.previous().longLabel()), text(row.lastWords())));
        }
    }

    private static Div text(NarrativeText words) {
        Div text = new Div();
        part(text, "進捗状況・成果", words.progress());
        part(text, "今後の取組等", words.outlook());
        part(text, "事業名", words.initiatives());
        return text;
    }

    private static void part(Div text, String name, String words) {
        if (!words.isBlank()) {
            Span label = new Span(name);
            label.addClassName("small");
            Paragraph paragraph = new Paragraph(words);
            paragraph.addClassName("approval-text");
            text.add(label, paragraph);
        }
    }
}
