package jp.kyosei.ui.importing;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import jp.kyosei.backend.sheet.CellPlace;
import jp.kyosei.backend.understanding.Marks;

/** Where a sheet's table is, pointed at in its picture. */
final class MarksForm extends Div {
    private final RadioButtonGroup<What> what = new RadioButtonGroup<>("次に押すセル");
    private final Paragraph chosen = new Paragraph();
    private final Button done;
    private final Map<What, Integer> pointed = new EnumMap<>(What.class);

    /** What a touched cell says. */
    private enum What {
        HEADER_ROW("見出しの行"),
        NAME_COLUMN("指標名の列"),
        FIRST_ROW("最初の指標の行");

        private final String label;

        What(String label) {
            this.label = label;
        }

        String words(int index) {
            return this == NAME_COLUMN
                    ? new CellPlace("", 0, index).name().replaceAll("[0-9]", "") + "列"
                    : "%d行目".formatted(index + 1);
        }
    }

    MarksForm(Consumer<Marks> said) {
        addClassName("import-marks");
        what.setItems(What.values());
        what.setItemLabelGenerator(one -> one.label);
        what.setValue(What.HEADER_ROW);
        done = new Button(
                "この場所で読み直す",
                click -> said.accept(new Marks(
                        pointed.get(What.HEADER_ROW), pointed.get(What.NAME_COLUMN), pointed.get(What.FIRST_ROW))));
        done.addClassName("button");
        add(new Paragraph("指定するものを選び、上の表のセルを押してください。"), what, chosen, done);
        tell();
    }

    /** A cell of the picture was touched; rows and columns from 0. */
    void point(int row, int column) {
        What which = what.getValue();
        if (which == null || !isOnPage()) {
            return;
        }
        pointed.put(which, which == What.NAME_COLUMN ? column : row);
        Arrays.stream(What.values())
                .filter(one -> !pointed.containsKey(one))
                .findFirst()
                .ifPresent(what::setValue);
        tell();
    }

    /** While it is folded away, a touched cell only says what it became. */
    private boolean isOnPage() {
        return getParent()
                .filter(NativeDetails.class::isInstance)
                .map(NativeDetails.class::cast)
                .map(NativeDetails::isOpen)
                .orElse(true);
    }

    private void tell() {
        StringBuilder words = new StringBuilder();
        for (What one : What.values()) {
            Integer index = pointed.get(one);
            words.append(words.isEmpty() ? "" : "　")
                    .append(one.label)
                    .append("：")
                    .append(index == null ? "—" : one.words(index));
        }
        chosen.setText(words.toString());
        done.setEnabled(!pointed.isEmpty());
    }
}
