package jp.kyosei.ui.importing;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import java.util.function.Consumer;
import jp.kyosei.backend.importing.applying.ImportPreview;
import jp.kyosei.backend.importing.inbox.DataImport;
import jp.kyosei.backend.importing.picture.SheetPicture;
import jp.kyosei.backend.importing.reading.Finding;
import jp.kyosei.backend.understanding.Corrections;
import jp.kyosei.backend.understanding.question.Question;

/** An import that was read: what it would change, what is wrong with it, how the columns were read, and the word to apply it. */
final class ReadyImport extends Div {
    /** What is done with it. */
    interface Desk {
        /** The person's own file with each remark at its cell. */
        byte[] annotated();

        /** @param refused where it is told why it was not taken */
        void correct(Corrections said, Div refused);

        /** Rows of a sheet. */
        SheetPicture picture(int sheet, int from);

        /** @param key of what was said of a column in an earlier import */
        void forget(String key);

        /** Gives the new plan another name in addresses; what stands against it is thrown as a refusal. */
        void rename(String slug);

        /** @param said where it is told why it could not be done */
        void apply(String reason, Div said);

        void cancel();
    }

    ReadyImport(DataImport found, ImportPreview preview, Desk desk) {
        Div refused = new Div();
        add(PreviewTables.counts(preview), refused);
        List<Finding> problems = of(preview, Finding.Weight.PROBLEM);
        if (!problems.isEmpty()) {
            add(new H2("直すところ"), new Paragraph("すべて直すと取り込めます。元の表を直して選び直すか、列の読み取り方を直してください。"));
            add(PreviewTables.findings("直すところ", problems));
        }
        boolean isOpen = questions(preview, said -> desk.correct(said, refused));
        if (preview.findings().stream().anyMatch(finding -> finding.place() != null)) {
            add(new AnnotatedFile(found, desk::annotated));
        }
        if (preview.isNewPlan()) {
            add(new SlugBox(found, desk::rename));
        }
        if (!preview.recalled().isEmpty() || !preview.recalledNames().isEmpty()) {
            add(new RememberedBox(preview.recalled(), preview.recalledNames(), desk::forget));
        }
        if (preview.isApplicable()) {
            add(new ApplyBox(preview, desk::apply));
        } else if (problems.isEmpty() && !isOpen) {
            add(new ImportNote(ImportNote.Kind.NOTE, "登録されている内容と同じです。取り込むものはありません。"));
        }
        reading(found, preview, desk, refused, isOpen);
        tables(preview);
        Button stop = new Button("取り込まずにやめる", click -> desk.cancel());
        stop.addClassName("button");
        add(new Paragraph(stop));
    }

    /** What is asked, the answered with it. */
    private boolean questions(ImportPreview preview, Consumer<Corrections> answered) {
        List<Question> questions = preview.questions();
        List<Finding> open = of(preview, Finding.Weight.QUESTION);
        if (questions.isEmpty() && open.isEmpty()) {
            return false;
        }
        if (open.isEmpty()) {
            NativeDetails answeredOnes = new NativeDetails(
                    "確認したこと（%,d件）".formatted(questions.size()), new QuestionsForm(questions, answered));
            add(answeredOnes);
            return false;
        }
        add(new H2("確認すること"), new Paragraph("この表からは決められないことです。答えが決まるまで取り込めません。"));
        if (questions.isEmpty()) {
            add(PreviewTables.findings("確認すること", open));
        } else {
            add(new QuestionsForm(questions, answered));
        }
        return true;
    }

    /** The sheet with what became of its cells, and how its columns were read. */
    private void reading(DataImport found, ImportPreview preview, Desk desk, Div refused, boolean isOpen) {
        if (preview.sheets().isEmpty()) {
            return;
        }
        add(new H2("表の読み取り結果"), new SheetsBox(preview, desk::picture, said -> desk.correct(said, refused)));
        if (!preview.tables().isEmpty()) {
            NativeDetails columns = new NativeDetails(
                    "列の読み取り方を確かめる・直す", new ColumnsForm(preview, found, said -> desk.correct(said, refused)));
            columns.setOpen(isOpen || !preview.isApplicable());
            add(columns);
        }
    }

    private void tables(ImportPreview preview) {
        if (!preview.changes().isEmpty()) {
            add(new H2("変わる内容"), PreviewTables.changes(preview));
        }
        List<Finding> checks = of(preview, Finding.Weight.CHECK);
        if (!checks.isEmpty()) {
            add(new H2("指摘"), new Paragraph("正しい値かどうか確かめてください。このままでも取り込めます。"), PreviewTables.findings("指摘", checks));
        }
        List<Finding> notices = of(preview, Finding.Weight.NOTICE);
        if (!notices.isEmpty()) {
            add(new H2("このように読み取りました"), PreviewTables.findings("読み取り方", notices));
        }
        List<Finding> left = of(preview, Finding.Weight.LEFT_OUT);
        if (!left.isEmpty()) {
            add(new H2("取り込まないもの"), PreviewTables.findings("取り込まないもの", left));
        }
    }

    private static List<Finding> of(ImportPreview preview, Finding.Weight weight) {
        return preview.findings().stream()
                .filter(finding -> finding.weight() == weight)
                .toList();
    }
}
