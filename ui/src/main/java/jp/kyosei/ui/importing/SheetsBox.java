package jp.kyosei.ui.importing;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import java.util.Map;
import java.util.function.Consumer;
import jp.kyosei.backend.importing.applying.ImportPreview;
import jp.kyosei.backend.importing.picture.SheetPicture;
import jp.kyosei.backend.understanding.Corrections;
import jp.kyosei.backend.understanding.UnderstoodSheet;
import jp.kyosei.backend.understanding.question.Answers;

/** The sheets of a file as the office knows them, and the way to point at a table that was not found. */
final class SheetsBox extends Div {
    /** Further rows of a sheet. */
    interface Pages {
        SheetPicture picture(int sheet, int from);
    }

    SheetsBox(ImportPreview preview, Pages pages, Consumer<Corrections> corrected) {
        addClassName("import-sheets");
        for (SheetPicture picture : preview.pictures()) {
            UnderstoodSheet sheet = preview.sheets().get(picture.index());
            if (preview.pictures().size() > 1) {
                add(new H3("シート「%s」".formatted(picture.name())));
            }
            MarksForm marks = new MarksForm(
                    said -> corrected.accept(new Corrections(Map.of(), Answers.NONE, Map.of(picture.name(), said))));
            SheetPaper paper = new SheetPaper(picture, from -> pages.picture(picture.index(), from), marks::point);
            NativeDetails byHand = new NativeDetails("表の場所を指定する", marks);
            byHand.setOpen(!sheet.isTable());
            if (!sheet.isTable()) {
                add(new Paragraph("このシートには指標の表が見つかりません。取り込む表があるときは、見出しの行・指標名の列・最初の指標の行を指定してください。"));
            }
            add(paper, byHand);
        }
    }
}
