package jp.kyosei.ui.plan;

import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouteParameters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.plan.FiscalYearOutsidePlanException;
import jp.kyosei.backend.plan.PlanContent;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.ForbiddenException;
import jp.kyosei.backend.tenancy.OwnerId;
import jp.kyosei.ui.session.CurrentActor;
import jp.kyosei.ui.shell.Crumb;
import jp.kyosei.ui.shell.ForbiddenWords;
import jp.kyosei.ui.shell.HasBreadcrumb;
import org.jspecify.annotations.Nullable;

/**
 * A page of one plan. Whoever reads the plan but may not open the page is told so. What is absent and what is another owner's lead to the same page; so does a year that the plan
 * does not have.
 */
@CssImport("./plan/plan.css")
public abstract class PlanPage extends Div implements BeforeEnterObserver, HasBreadcrumb, HasDynamicTitle {
    private final CurrentActor current;
    private List<Crumb> breadcrumb = List.of();
    private String title = "";
    private QueryParameters query = QueryParameters.empty();
    private @Nullable OwnerId owner;

    protected PlanPage(CurrentActor current) {
        this.current = current;
    }

    /**
     * Loads and lays out the page.
     *
     * @param plan the slug in the address
     * @param year the year in the address, if one is named
     */
    protected abstract void show(Actor actor, String plan, Optional<FiscalYear> year, RouteParameters parameters);

    /**
     * Says where the page stands; to be called by {@link #show}.
     *
     * @param between what lies between the plan and the page
     */
    protected final void placeAt(PlanContent content, String name, Crumb... between) {
        List<Crumb> way = new ArrayList<>(List.of(
                Crumb.withoutPage(content.ownerName()),
                new Crumb(content.plan().title(), new PlanAddress(content.plan().slug()).results())));
        way.addAll(List.of(between));
        breadcrumb = List.copyOf(way);
        owner = content.plan().owner();
        title = "%s｜%s - Kyosei".formatted(name, content.plan().title());
    }

    /** What the address asks besides its path; read by {@link #show}. */
    protected final QueryParameters query() {
        return query;
    }

    @Override
    public final void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        addClassName("plan-page");
        RouteParameters parameters = event.getRouteParameters();
        query = event.getLocation().getQueryParameters();
        Optional<String> year = parameters.get("year");
        Optional<FiscalYear> fiscalYear = year.flatMap(FiscalYear::parse);
        if (year.isPresent() && fiscalYear.isEmpty()) {
            event.rerouteToError(NotFoundException.class);
            return;
        }
        try {
            Actor actor = current.require();
            show(actor, parameters.get("plan").orElse(""), fiscalYear, parameters);
            Optional.ofNullable(owner)
                    .flatMap(of -> Optional.ofNullable(actor.lastYears().get(of)))
                    .ifPresent(last -> addComponentAsFirst(membershipOver(new FiscalYear(last))));
        } catch (ForbiddenException e) {
            removeAll();
            title = ForbiddenWords.HEADING + " - Kyosei";
            add(ForbiddenWords.of(e));
        } catch (jp.kyosei.backend.tenancy.NotFoundException | FiscalYearOutsidePlanException e) {
            event.rerouteToError(NotFoundException.class);
        }
    }

    private static Paragraph membershipOver(FiscalYear last) {
        Paragraph words = new Paragraph("加入していた%sまでの分を読めます。%sからの実績と計画は、いまの構成市町だけが読めます。"
                .formatted(last.longLabel(), last.next().longLabel()));
        words.addClassName("membership-over");
        return words;
    }

    @Override
    public final List<Crumb> breadcrumb() {
        return breadcrumb;
    }

    @Override
    public final String getPageTitle() {
        return title;
    }
}
