package jp.kyosei.ui.results;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.micronaut.context.annotation.Prototype;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import jp.kyosei.ui.chart.Point;
import jp.kyosei.ui.chart.Target;
import jp.kyosei.ui.chart.TargetChart;
import jp.kyosei.ui.session.SignedInPerson;
import jp.kyosei.ui.shell.Crumb;
import jp.kyosei.ui.shell.HasBreadcrumb;
import jp.kyosei.ui.shell.MainLayout;

/** The sample on a page, next to something to type into and something that fails. */
@Prototype
@Route(value = "sample", layout = MainLayout.class)
@PageTitle("実績一覧 - Kyosei")
public final class SampleView extends Div implements BeforeEnterObserver, HasBreadcrumb {
    private final SignedInPerson signedIn;

    public SampleView(SignedInPerson signedIn) {
        this.signedIn = signedIn;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        List<String> lengths = event.getLocation().getQueryParameters().getParameters("rows");
        ResultsSheetTable table = new ResultsSheetTable();
        table.setSheet(
                lengths.isEmpty() ? SampleSheet.small() : SampleSheet.ofLength(Integer.parseInt(lengths.getFirst())));
        removeAll();
        add(new H1("重要業績評価指標（KPI）の実績"), table, typing(), failing(), chart().toComponent());
    }

    @Override
    public List<Crumb> breadcrumb() {
        return List.of(new Crumb("一関・平泉定住自立圏", ""), Crumb.withoutPage("第2次共生ビジョン（令和元年度〜令和5年度）"));
    }

    private Div typing() {
        Input text = new Input();
        text.setId("typed");
        Span answer = new Span();
        answer.setId("answer");
        NativeButton save = new NativeButton(
                "保存",
                click -> answer.setText(text.getValue() + " by "
                        + signedIn.get().map(person -> person.username()).orElse("nobody")));
        save.setId("save");
        return new Div(text, save, answer);
    }

    private static NativeButton failing() {
        NativeButton button = new NativeButton("失敗", click -> {
            throw new IllegalStateException("made to fail");
        });
        button.setId("fail");
        return button;
    }

    private static TargetChart chart() {
        return new TargetChart(
                "圏域内の宿泊者数",
                List.of(
                        Point.of("H30", new BigDecimal("358232"), "35.8万"),
                        Point.of("R1", new BigDecimal("335346"), "33.5万"),
                        Point.missing("R2", "中止"),
                        Point.of("R3", new BigDecimal("275915"), "27.6万"),
                        Point.of("R4", new BigDecimal("349267"), "34.9万")),
                Optional.of(new Target(new BigDecimal("367700"), "36.8万", "目標 R5")),
                "R4");
    }
}
