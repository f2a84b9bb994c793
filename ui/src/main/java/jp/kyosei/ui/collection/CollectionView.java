package jp.kyosei.ui.collection;

import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import io.micronaut.context.annotation.Prototype;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import jp.kyosei.backend.collection.CollectionService;
import jp.kyosei.backend.collection.OpenRound;
import jp.kyosei.backend.collection.RoundOverview;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.RefusedException;
import jp.kyosei.ui.plan.PlanAddress;
import jp.kyosei.ui.plan.PlanPage;
import jp.kyosei.ui.session.CurrentActor;
import jp.kyosei.ui.shell.MainLayout;
import org.jspecify.annotations.Nullable;

/** 実績照会: the collections of a plan, and the form that opens one. */
@Prototype
@Route(value = "plans/:plan/collection", layout = MainLayout.class)
@CssImport("./collection/collection.css")
public final class CollectionView extends PlanPage {
    private static final String TITLE = "実績照会";
    private static final int USUAL_DAYS = 40;

    private final CollectionService collections;
    private final CurrentActor current;
    private final Clock clock;
    private @Nullable RoundForm form;

    public CollectionView(CollectionService collections, CurrentActor current, Clock clock) {
        super(current);
        this.collections = collections;
        this.current = current;
        this.clock = clock;
    }

    @Override
    protected void show(Actor actor, String plan, Optional<FiscalYear> year, RouteParameters parameters) {
        RoundOverview overview = collections.overview(actor, plan);
        placeAt(overview.content(), TITLE);
        add(new H1(TITLE), new Paragraph(overview.content().plan().title()));
        Div cards = new Div();
        cards.addClassName("round-cards");
        overview.rounds().forEach(round -> cards.add(new RoundCard(overview, round, new PlanAddress(plan))));
        add(cards);
        if (overview.rounds().isEmpty()) {
            add(new Paragraph(
                    overview.secretariat() ? "まだ照会はありません。下から始めてください。" : "まだ照会はありません。事務局が始めると、ここに出てメールでも届きます。"));
        }
        if (overview.secretariat() && !overview.openable().isEmpty()) {
            RoundForm opening = new RoundForm(
                    overview,
                    overview.indicators(),
                    LocalDate.now(clock).plusDays(USUAL_DAYS),
                    order -> open(plan, order));
            form = opening;
            NativeDetails details = new NativeDetails("新しい照会を始める", opening);
            details.setOpen(overview.rounds().isEmpty());
            add(details);
        }
    }

    private void open(String plan, OpenRound order) {
        try {
            collections.open(current.require(), plan, order);
            getUI().ifPresent(ui -> ui.navigate(new PlanAddress(plan).collection(order.fiscalYear())));
        } catch (RefusedException e) {
            Optional.ofNullable(form)
                    .ifPresent(shown ->
                            shown.refuse(Optional.ofNullable(e.getMessage()).orElse("始められませんでした。")));
        }
    }
}
