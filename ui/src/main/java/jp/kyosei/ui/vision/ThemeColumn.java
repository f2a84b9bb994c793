package jp.kyosei.ui.vision;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dnd.DragSource;
import com.vaadin.flow.component.dnd.DropTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import jp.kyosei.backend.vision.Phrase;
import jp.kyosei.ui.form.PlainSelect;
import org.jspecify.annotations.Nullable;

/** The phrases under a theme: each with where it came from; dragged to another column or sent there by choice. */
final class ThemeColumn extends Div {
    /** What is done to a phrase. */
    interface Keeper {
        void move(UUID phrase, long version, @Nullable UUID theme);

        void remove(UUID phrase, long version, String text);
    }

    private final Div heading = new Div();

    /**
     * Lays out the column.
     *
     * @param theme none for the phrases under no theme
     * @param choices the themes by id, to send a phrase to
     */
    ThemeColumn(
            String title,
            @Nullable UUID theme,
            List<Phrase> phrases,
            Map<String, String> choices,
            boolean mayKeep,
            Keeper keeper) {
        addClassName("vision-column");
        heading.addClassName("column-heading");
        heading.add(new H2("%s（%d）".formatted(title, phrases.size())));
        add(heading);
        if (phrases.isEmpty()) {
            Paragraph none = new Paragraph("まだありません。");
            none.addClassName("none");
            add(none);
        }
        phrases.forEach(phrase -> add(card(phrase, theme, choices, mayKeep, keeper)));
        if (mayKeep) {
            DropTarget.create(this).addDropListener(drop -> drop.getDragData()
                    .filter(Phrase.class::isInstance)
                    .map(Phrase.class::cast)
                    .filter(phrase -> !Objects.equals(phrase.theme(), theme))
                    .ifPresent(phrase -> keeper.move(phrase.id(), phrase.version(), theme)));
        }
    }

    void addHeadingButtons(Button... buttons) {
        heading.add(buttons);
    }

    /** The theme that a choice means; none for the empty one. */
    static @Nullable UUID theme(String choice) {
        return choice.isEmpty() ? null : UUID.fromString(choice);
    }

    private static Div card(
            Phrase phrase, @Nullable UUID theme, Map<String, String> choices, boolean mayKeep, Keeper keeper) {
        Div card = new Div();
        card.addClassName("phrase");
        Span text = new Span(phrase.text());
        text.addClassName("phrase-text");
        Span origin = new Span("%s：%s".formatted(phrase.source().label(), phrase.origin()));
        origin.addClassName("phrase-origin");
        card.add(text, origin);
        if (mayKeep) {
            PlainSelect move = new PlainSelect("「%s」を入れるテーマ".formatted(phrase.text()), choices).inTable();
            move.setValue(theme == null ? "" : theme.toString());
            move.addValueChangeListener(change -> keeper.move(phrase.id(), phrase.version(), theme(change.getValue())));
            Button remove = new Button("消す", click -> keeper.remove(phrase.id(), phrase.version(), phrase.text()));
            remove.addClassName("quiet");
            remove.getElement().setAttribute("aria-label", "「%s」を消す".formatted(phrase.text()));
            Div row = new Div(move, remove);
            row.addClassName("phrase-actions");
            card.add(row);
            DragSource.create(card).setDragData(phrase);
        }
        return card;
    }
}
