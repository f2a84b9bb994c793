package jp.kyosei.ui.vision;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Span;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import jp.kyosei.backend.discussion.Note;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.text.TextKind;
import jp.kyosei.backend.vision.NewPhrase;
import jp.kyosei.backend.vision.VisionBoard;
import jp.kyosei.backend.vision.VisionService;
import jp.kyosei.ui.form.LineBox;
import jp.kyosei.ui.form.PlainSelect;
import jp.kyosei.ui.form.TextBox;

/** By what the secretariat adds to the board: keywords taken up, words from elsewhere, themes. */
final class VisionForms {
    private final VisionService vision;
    private final String plan;
    private final Keeper keeper;

    /** Keeps what is asked for, and shows the board anew. */
    @FunctionalInterface
    interface Keeper {
        /** @param said when it is done */
        void keep(Consumer<Actor> work, String said);
    }

    VisionForms(VisionService vision, String plan, Keeper keeper) {
        this.vision = vision;
        this.plan = plan;
        this.keeper = keeper;
    }

    /** Keywords of the committee that nobody has taken up. */
    Div waiting(VisionBoard content, Map<String, String> choices) {
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
                    click -> keeper.keep(
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

    /** For words from elsewhere. */
    NativeDetails phrase(Map<String, String> choices) {
        TextBox text = new TextBox("言葉", 2).of(TextKind.PHRASE);
        LineBox reference = new LineBox("どこから取った言葉か").of(TextKind.NAME);
        reference.setHelperText("例：住民アンケート 問12");
        reference.setWidthFull();
        PlainSelect source = new PlainSelect("出所", origins());
        PlainSelect theme = new PlainSelect("入れるテーマ", choices);
        Button add = new Button(
                "言葉を加える",
                click -> keeper.keep(
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

    NativeDetails theme() {
        LineBox title = new LineBox("テーマの名前").of(TextKind.THEME);
        title.setWidthFull();
        Button add = new Button(
                "テーマを加える",
                click -> keeper.keep(
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

    private static Map<String, String> origins() {
        Map<String, String> origins = new LinkedHashMap<>();
        origins.put("SURVEY", "アンケート");
        origins.put("OTHER", "その他");
        return origins;
    }
}
