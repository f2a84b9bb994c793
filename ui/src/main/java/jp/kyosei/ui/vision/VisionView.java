package jp.kyosei.ui.vision;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import io.micronaut.context.annotation.Prototype;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.NotFoundException;
import jp.kyosei.backend.tenancy.StaleException;
import jp.kyosei.backend.vision.Theme;
import jp.kyosei.backend.vision.VisionBoard;
import jp.kyosei.backend.vision.VisionService;
import jp.kyosei.ui.form.AskBox;
import jp.kyosei.ui.form.AskPlace;
import jp.kyosei.ui.plan.PlanPage;
import jp.kyosei.ui.session.CurrentActor;
import jp.kyosei.ui.shell.MainLayout;
import org.jspecify.annotations.Nullable;

/** 将来像の材料: phrases under themes, moved by hand or by choice; the secretariat keeps them, the committee reads. */
@Prototype
@Route(value = "plans/:plan/vision", layout = MainLayout.class)
@CssImport("./vision/vision.css")
public final class VisionView extends PlanPage {
    private static final String TITLE = "将来像の材料";
    private static final String NO_THEME = "";

    private final VisionService vision;
    private final CurrentActor current;
    private final Div board = new Div();
    private final AskPlace place = new AskPlace();
    private String plan = "";

    public VisionView(VisionService vision, CurrentActor current) {
        super(current);
        this.vision = vision;
        this.current = current;
        board.addClassName("vision-board");
    }

    @Override
    protected void show(Actor actor, String slug, Optional<FiscalYear> year, RouteParameters parameters) {
        plan = slug;
        VisionBoard content = vision.board(actor, slug);
        placeAt(content.content(), TITLE);
        add(
                new H1(TITLE),
                new Paragraph("委員の意見やアンケートから取り上げた言葉を、テーマごとに集めています。「%s」の次の計画で、将来像を書くときの材料です。"
                        .formatted(content.content().plan().title())));
        place.removeAll();
        add(place);
        fill(content);
        add(board);
        if (content.mayKeep()) {
            NativeDetails themes = forms().theme();
            themes.setOpen(content.themes().isEmpty());
            add(forms().phrase(choices(content)), themes);
        }
    }

    /** Does something to the board and draws it anew; says why if it could not be done. */
    private void change(Consumer<Actor> work, String said) {
        place.attempt(() -> {
            try {
                work.accept(current.require());
            } catch (StaleException | NotFoundException e) {
                redraw();
                return "ほかの人が先に変えていました。いまの状態を表示しています。";
            }
            redraw();
            return said;
        });
    }

    private void redraw() {
        fill(vision.board(current.require(), plan));
    }

    private void fill(VisionBoard content) {
        board.removeAll();
        Map<String, String> choices = choices(content);
        if (content.mayKeep() && !content.waiting().isEmpty()) {
            board.add(forms().waiting(content, choices));
        }
        board.add(new ThemeColumn("まだテーマに入れていない言葉", null, content.under(null), choices, content.mayKeep(), keeper()));
        for (Theme theme : content.themes()) {
            ThemeColumn column = new ThemeColumn(
                    theme.title(), theme.id(), content.under(theme.id()), choices, content.mayKeep(), keeper());
            if (content.mayKeep()) {
                column.addHeadingButtons(
                        rename(theme), remove(theme, content.under(theme.id()).isEmpty()));
            }
            board.add(column);
        }
    }

    private VisionForms forms() {
        return new VisionForms(vision, plan, this::change);
    }

    private static Map<String, String> choices(VisionBoard content) {
        Map<String, String> choices = new LinkedHashMap<>();
        choices.put(NO_THEME, "テーマなし");
        content.themes().forEach(theme -> choices.put(theme.id().toString(), theme.title()));
        return choices;
    }

    private ThemeColumn.Keeper keeper() {
        return new ThemeColumn.Keeper() {
            @Override
            public void move(UUID phrase, long version, @Nullable UUID theme) {
                change(actor -> vision.move(actor, plan, phrase, version, theme), "移しました。");
            }

            @Override
            public void remove(UUID phrase, long version, String text) {
                AskBox.of(
                                "「%s」を消しますか。元の意見は残ります。".formatted(text),
                                "消す",
                                () -> change(actor -> vision.remove(actor, plan, phrase, version), "消しました。"))
                        .askIn(place);
            }
        };
    }

    private Button rename(Theme theme) {
        Button button = new Button("名前を変える", click -> AskBox.withReason(
                        "テーマ「%s」の名前を変えます。".formatted(theme.title()),
                        "新しい名前",
                        "変える",
                        title -> change(
                                actor -> vision.renameTheme(actor, plan, theme.id(), theme.version(), title),
                                "テーマの名前を変えました。"))
                .askIn(place));
        button.addClassName("quiet");
        return button;
    }

    private Button remove(Theme theme, boolean empty) {
        Button button = new Button(
                "なくす",
                click -> change(actor -> vision.removeTheme(actor, plan, theme.id(), theme.version()), "テーマをなくしました。"));
        button.addClassName("quiet");
        button.setVisible(empty);
        return button;
    }
}
