package jp.kyosei.ui.vision;

import com.vaadin.flow.component.button.Button;
import java.util.UUID;
import jp.kyosei.backend.vision.Theme;
import jp.kyosei.backend.vision.VisionService;
import jp.kyosei.ui.form.AskBox;
import jp.kyosei.ui.form.AskPlace;
import org.jspecify.annotations.Nullable;

/** What the secretariat does with themes and with the phrases below them. */
final class ThemeKeeping implements ThemeColumn.Keeper {
    private final VisionService vision;
    private final String plan;
    private final AskPlace place;
    private final VisionForms.Keeper keeper;

    ThemeKeeping(VisionService vision, String plan, AskPlace place, VisionForms.Keeper keeper) {
        this.vision = vision;
        this.plan = plan;
        this.place = place;
        this.keeper = keeper;
    }

    @Override
    public void move(UUID phrase, long version, @Nullable UUID theme) {
        keeper.keep(actor -> vision.move(actor, plan, phrase, version, theme), "移しました。");
    }

    @Override
    public void remove(UUID phrase, long version, String text) {
        AskBox.of(
                        "「%s」を消しますか。元の意見は残ります。".formatted(text),
                        "消す",
                        () -> keeper.keep(actor -> vision.remove(actor, plan, phrase, version), "消しました。"))
                .askIn(place);
    }

    Button rename(Theme theme) {
        Button button = new Button("名前を変える", click -> AskBox.withReason(
                        "テーマ「%s」の名前を変えます。".formatted(theme.title()),
                        "新しい名前",
                        "変える",
                        title -> keeper.keep(
                                actor -> vision.renameTheme(actor, plan, theme.id(), theme.version(), title),
                                "テーマの名前を変えました。"))
                .askIn(place));
        button.addClassName("quiet");
        return button;
    }

    Button remove(Theme theme, boolean empty) {
        Button button = new Button(
                "なくす",
                click -> keeper.keep(
                        actor -> vision.removeTheme(actor, plan, theme.id(), theme.version()), "テーマをなくしました。"));
        button.addClassName("quiet");
        button.setVisible(empty);
        return button;
    }
}
