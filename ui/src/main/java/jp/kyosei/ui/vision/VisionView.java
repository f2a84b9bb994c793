package jp.kyosei.ui.vision;

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
import java.util.function.Consumer;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.NotFoundException;
import jp.kyosei.backend.tenancy.StaleException;
import jp.kyosei.backend.vision.Theme;
import jp.kyosei.backend.vision.VisionBoard;
import jp.kyosei.backend.vision.VisionService;
import jp.kyosei.ui.form.AskPlace;
import jp.kyosei.ui.plan.PlanPage;
import jp.kyosei.ui.session.CurrentActor;
import jp.kyosei.ui.shell.MainLayout;

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
        board.add(new ThemeColumn("まだテーマに入れていない言葉", null, content.under(null), choices, content.mayKeep(), keeping()));
        for (Theme theme : content.themes()) {
            ThemeColumn column = new ThemeColumn(
                    theme.title(), theme.id(), content.under(theme.id()), choices, content.mayKeep(), keeping());
            if (content.mayKeep()) {
                column.addHeadingButtons(
                        keeping().rename(theme),
                        keeping().remove(theme, content.under(theme.id()).isEmpty()));
            }
            board.add(column);
        }
    }

    private VisionForms forms() {
        return new VisionForms(vision, plan, this::change);
    }

    private ThemeKeeping keeping() {
        return new ThemeKeeping(vision, plan, place, this::change);
    }

    private static Map<String, String> choices(VisionBoard content) {
        Map<String, String> choices = new LinkedHashMap<>();
        choices.put(NO_THEME, "テーマなし");
        content.themes().forEach(theme -> choices.put(theme.id().toString(), theme.title()));
        return choices;
    }
}
