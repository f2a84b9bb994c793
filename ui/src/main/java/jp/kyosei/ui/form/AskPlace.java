package jp.kyosei.ui.form;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import jp.kyosei.backend.tenancy.ForbiddenException;
import jp.kyosei.backend.tenancy.RefusedException;
import jp.kyosei.backend.tenancy.StaleException;

/** Where a screen asks before it does something, and says afterwards what has happened. */
public final class AskPlace extends Div {
    /** Says what has happened, where the question stood. */
    public void say(String words) {
        removeAll();
        Paragraph said = new Paragraph(words);
        said.addClassName("said");
        said.getElement().setAttribute("role", "status");
        add(said);
    }

    /** Does it and says its words, or why it was refused; the caller shows afterwards what is there now. */
    public void attempt(Supplier<String> work) {
        try {
            say(work.get());
        } catch (RefusedException | ForbiddenException e) {
            refuse(Optional.ofNullable(e.getMessage()).orElse("できませんでした。"));
        } catch (StaleException e) {
            say("ほかの人が先に変更しました。いまの内容を表示しましたので、確かめてからもう一度行ってください。");
        }
    }

    /** In the box that asked, so that what is typed in it stays; without one, in its place. */
    private void refuse(String why) {
        boxes().findFirst().ifPresentOrElse(box -> box.complain(why), () -> say(why));
    }

    private Stream<AskBox> boxes() {
        return getChildren()
                .filter(AskBox.class::isInstance)
                .map(AskBox.class::cast)
                .filter(AskBox::isOpened);
    }

    /** Whether a question waits for its answer. */
    public boolean isAsking() {
        return boxes().findAny().isPresent();
    }
}
