package jp.kyosei.ui.vision;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import io.micronaut.context.annotation.Prototype;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import jp.kyosei.backend.discussion.Note;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.NotFoundException;
import jp.kyosei.backend.tenancy.StaleException;
import jp.kyosei.backend.text.TextKind;
import jp.kyosei.backend.vision.NewPhrase;
import jp.kyosei.backend.vision.Theme;
import jp.kyosei.backend.vision.VisionBoard;
import jp.kyosei.backend.vision.VisionService;
import jp.kyosei.ui.form.AskBox;
import jp.kyosei.ui.form.AskPlace;
import jp.kyosei.ui.form.LineBox;
import jp.kyosei.ui.form.PlainSelect;
import jp.kyosei.ui.form.TextBox;
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
            NativeDetails themes = themeForm();
            themes.setOpen(content.themes().isEmpty());
            add(phraseForm(content), themes);
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
        Map<String, String> choices = new LinkedHashMap<>();
        choices.put(NO_THEME, "テーマなし");
        content.themes().forEach(theme -> choices.put(theme.id().toString(), theme.title()));
        if (content.mayKeep() && !content.waiting().isEmpty()) {
            board.add(waiting(content, choices));
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

    /** Keywords of the committee that nobody has taken up. */
    private Div waiting(VisionBoard content, Map<String, String> choices) {
        Div column =
                new Div(new H2("取り上げていないキーワード（%d）".formatted(content.waiting().size())));
        column.addClassNames("vision-column", "waiting-keywords");
        for (Note note : content.waiting()) {
            Div card = new Div();
            card.addClassName("phrase");
            Span text = new Span(note.text());
            text.addClassName("phrase-text");
            Span origin = new Span(
                    "%s（%s）".formatted(note.subject().label(), note.author().whose()));
            origin.addClassName("phrase-origin");
            PlainSelect theme = new PlainSelect("「%s」を入れるテーマ".formatted(note.text()), choices).inTable();
            Button take = new Button(
                    "取り上げる",
                    click -> change(
                            actor -> vision.quote(
                                    actor,
                                    plan,
                                    new NewPhrase(
                                            note.text(),
                                            ThemeColumn.theme(theme.getValue()),
                                            new NewPhrase.Origin.FromNote(note.id()))),
                            "取り上げました。"));
            take.addClassName("button");
            Div row = new Div(theme, take);
            row.addClassName("button-row");
            card.add(text, origin, row);
            column.add(card);
        }
        return column;
    }

    private NativeDetails phraseForm(VisionBoard content) {
        TextBox text = new TextBox("言葉", 2).of(TextKind.PHRASE);
        LineBox reference = new LineBox("どこから取った言葉か").of(TextKind.NAME);
        reference.setHelperText("例：住民アンケート 問12");
        reference.setWidthFull();
        PlainSelect source = new PlainSelect("出所", Map.of("SURVEY", "アンケート", "OTHER", "その他"));
        Map<String, String> choices = new LinkedHashMap<>();
        choices.put(NO_THEME, "テーマなし");
        content.themes().forEach(theme -> choices.put(theme.id().toString(), theme.title()));
        PlainSelect theme = new PlainSelect("入れるテーマ", choices);
        Button add = new Button(
                "言葉を加える",
                click -> change(
                        actor -> {
                            vision.quote(
                                    actor,
                                    plan,
                                    new NewPhrase(
                                            text.getValue(),
                                            ThemeColumn.theme(theme.getValue()),
                                            source.getValue().equals("SURVEY")
                                                    ? new NewPhrase.Origin.FromSurvey(reference.getValue())
                                                    : new NewPhrase.Origin.FromElsewhere(reference.getValue())));
                            text.setValue("");
                        },
                        "加えました。"));
        add.addClassNames("button", "primary");
        Div form = new Div(text, reference, source, theme, add);
        form.addClassName("vision-form");
        return new NativeDetails("アンケートなどから言葉を加える", form);
    }

    private NativeDetails themeForm() {
        LineBox title = new LineBox("テーマの名前").of(TextKind.THEME);
        title.setWidthFull();
        Button add = new Button(
                "テーマを加える",
                click -> change(
                        actor -> {
                            vision.addTheme(actor, plan, title.getValue());
                            title.setValue("");
                        },
                        "テーマを加えました。"));
        add.addClassName("button");
        Div form = new Div(title, add);
        form.addClassName("vision-form");
        return new NativeDetails("テーマを加える", form);
    }
}
