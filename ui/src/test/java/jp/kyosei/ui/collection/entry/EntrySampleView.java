package jp.kyosei.ui.collection.entry;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.micronaut.context.annotation.Prototype;
import java.util.List;
import jp.kyosei.ui.collection.entry.EntryContent.Presence;
import jp.kyosei.ui.collection.entry.EntryContent.Typed;
import jp.kyosei.ui.shell.MainLayout;

/** The entry matrix on a page, and buttons for what others do meanwhile; {@code ?desk=} names whose figures. */
@Prototype
@Route(value = "entry-sample", layout = MainLayout.class)
@PageTitle("実績の入力 - Kyosei")
public final class EntrySampleView extends Div implements BeforeEnterObserver {
    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        // The bundle knows the product's routes only; this one borrows what the real one brings along.
        event.getUI().getInternals().addComponentDependencies(EntryView.class);
        SampleDesk desk = SampleDesk.of(event.getLocation()
                .getQueryParameters()
                .getSingleParameter("desk")
                .orElse(""));
        EntryMatrix matrix = new EntryMatrix(desk);
        matrix.setContent(desk.content());
        Span selected = new Span();
        selected.setId("selected");
        desk.onSelected(no -> selected.setText("No.%s を選びました".formatted(no)));
        removeAll();
        add(
                new H1("平泉町の実績を入力"),
                matrix,
                selected,
                button("quietly", "ほかの人が保存", () -> desk.change(9, "361,000")),
                button("shown", "ほかの人が保存し、知らされる", () -> matrix.refresh(List.of(desk.change(9, "361,000")))),
                button("later", "ほかの人がまた保存", () -> matrix.refresh(List.of(desk.change(9, "362,000")))),
                button("lock", "ほかの人が提出", () -> desk.lock(9)),
                button("presence", "ほかの人が来る", () -> matrix.setPresence(List.of(new Presence("10", "一関 花子")))),
                button(
                        "filled",
                        "ほかの人が理由と注を保存",
                        () -> matrix.refresh(List.of(
                                desk.put(2, new Typed("中止", "", "コロナのため中止")),
                                desk.put(3, new Typed("38,806", "H28", "推計")),
                                desk.put(4, new Typed("12,804", "", ""))))),
                button("go", "No.20 へ", () -> matrix.goTo("20")));
    }

    private static NativeButton button(String id, String label, Runnable action) {
        NativeButton button = new NativeButton(label, click -> action.run());
        button.setId(id);
        return button;
    }
}
