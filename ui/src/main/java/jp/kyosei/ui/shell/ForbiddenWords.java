package jp.kyosei.ui.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import java.util.Objects;
import jp.kyosei.backend.tenancy.ForbiddenException;

/** What a screen shows instead of itself to whoever may not open it: that it is so, why, and the way home. */
public final class ForbiddenWords {
    /** Its heading. */
    public static final String HEADING = "この画面は開けません";

    private ForbiddenWords() {}

    /** In the order in which they are read. */
    public static Component[] of(ForbiddenException refused) {
        return new Component[] {
            new H1(HEADING),
            new Paragraph(Objects.requireNonNullElse(refused.getMessage(), "この画面を開く権限がありません。")),
            new Paragraph(new Anchor("", "ホームへ戻る"))
        };
    }
}
