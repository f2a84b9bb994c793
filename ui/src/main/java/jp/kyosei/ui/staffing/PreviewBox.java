package jp.kyosei.ui.staffing;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import jp.kyosei.backend.staffing.TransferPreview;
import jp.kyosei.backend.staffing.plan.Gap;
import jp.kyosei.backend.staffing.plan.WorkMove;
import jp.kyosei.backend.tenancy.RefusedException;

/** What is going to change, and what would be left without anybody; told anew whenever the form changes. */
final class PreviewBox extends Div {
    private final Supplier<TransferPreview> preview;

    PreviewBox(Supplier<TransferPreview> preview) {
        this.preview = preview;
        addClassName("staffing-preview");
        getElement().setAttribute("role", "status");
    }

    void refresh() {
        removeAll();
        try {
            show(preview.get());
        } catch (RefusedException e) {
            add(new Paragraph(Objects.requireNonNullElse(e.getMessage(), "")));
        }
    }

    private void show(TransferPreview found) {
        if (found.isNothing()) {
            add(new Paragraph("まだ、変わるものがありません。"));
            return;
        }
        add(new Paragraph("変わること"));
        add(list(Stream.concat(
                found.people().stream().map(MoveWords::of),
                found.work().stream().map(WorkMove::words))));
        add(new Paragraph(found.gaps().isEmpty() ? "この日、担当者のいない仕事はありません。" : "この日、担当者がいないもの"));
        if (!found.gaps().isEmpty()) {
            add(list(found.gaps().stream().map(Gap::words)));
        }
    }

    private static UnorderedList list(Stream<String> lines) {
        UnorderedList list = new UnorderedList();
        lines.forEach(line -> list.add(new ListItem(line)));
        return list;
    }
}
