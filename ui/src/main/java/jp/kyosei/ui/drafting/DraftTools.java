package jp.kyosei.ui.drafting;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import java.util.List;

/** The buttons above the tree; what they do with the chosen thing, keys do, too. */
final class DraftTools extends Div {
    private final Button up;
    private final Button down;
    private final Button out;
    private final Button in;
    private final Button indicator;
    private final Button initiative;
    private final Button number;
    private final Button remove;
    private final Button undo;
    private final Button redo;

    /** What is done. */
    interface Actions {
        void addSection();

        void addIndicator();

        void addInitiative();

        void move(int steps);

        void out();

        void in();

        void number();

        void remove();

        void undo();

        void redo();
    }

    /** @param where the keys are listened to */
    DraftTools(Actions actions, Component where) {
        addClassName("draft-tools");
        getElement().setAttribute("role", "toolbar");
        getElement().setAttribute("aria-label", "体系の編集");
        Button section = button("体系を追加", actions::addSection);
        indicator = button("指標を追加", actions::addIndicator);
        initiative = button("取組を追加", actions::addInitiative);
        up = button("上へ", () -> actions.move(-1));
        down = button("下へ", () -> actions.move(1));
        out = button("一段上げる", actions::out);
        in = button("一段下げる", actions::in);
        number = button("番号を振り直す", actions::number);
        remove = button("削除", actions::remove);
        undo = button("元に戻す", actions::undo);
        redo = button("やり直す", actions::redo);
        key(where, Key.ARROW_UP, () -> actions.move(-1));
        key(where, Key.ARROW_DOWN, () -> actions.move(1));
        key(where, Key.ARROW_LEFT, actions::out);
        key(where, Key.ARROW_RIGHT, actions::in);
        up.setTooltipText("Alt＋Shift＋↑");
        down.setTooltipText("Alt＋Shift＋↓");
        out.setTooltipText("Alt＋Shift＋←");
        in.setTooltipText("Alt＋Shift＋→");
        add(group(section, indicator, initiative), group(up, down, out, in, number), group(remove), group(undo, redo));
    }

    /** Opens what can be done with the chosen thing. */
    void show(boolean chosen, boolean section, DraftDesk desk) {
        List.of(up, down, remove, indicator, initiative).forEach(button -> button.setEnabled(chosen));
        List.of(out, in).forEach(button -> button.setEnabled(chosen && section));
        undo.setEnabled(desk.canUndo());
        redo.setEnabled(desk.canRedo());
    }

    private static Div group(Button... buttons) {
        Div group = new Div(buttons);
        group.addClassName("tool-group");
        return group;
    }

    private static Button button(String words, Runnable action) {
        Button button = new Button(words, click -> action.run());
        button.addClassName("button");
        return button;
    }

    /** As the outline of a text processor is moved. */
    private static void key(Component where, Key key, Runnable action) {
        Shortcuts.addShortcutListener(where, action::run, key, KeyModifier.ALT, KeyModifier.SHIFT)
                .listenOn(where);
    }
}
