package jp.kyosei.ui.shell;

import com.vaadin.flow.component.dependency.Uses;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.micronaut.context.annotation.Prototype;
import jp.kyosei.ui.results.ResultsSheetTable;
import jp.kyosei.ui.session.SignedInPerson;

/** The first page, until a feature takes its place. */
@Prototype
@Route(value = "", layout = MainLayout.class)
@PageTitle("ホーム - Kyosei")
@Uses(ResultsSheetTable.class) // until a view shows it: the bundle holds what views can reach
public final class HomeView extends Div {
    public HomeView(SignedInPerson signedIn) {
        add(
                new H1("ホーム"),
                new Paragraph("%s さんとしてログインしています。".formatted(signedIn.require().displayName())));
    }
}
