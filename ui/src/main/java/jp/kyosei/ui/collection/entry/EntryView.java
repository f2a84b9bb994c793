package jp.kyosei.ui.collection.entry;

import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import io.micronaut.context.annotation.Prototype;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jp.kyosei.backend.collection.entry.EntrySheet;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.live.Announcement;
import jp.kyosei.backend.live.LiveChannel;
import jp.kyosei.backend.tenancy.AccessPolicy;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import jp.kyosei.backend.tenancy.NotFoundException;
import jp.kyosei.ui.collection.workbook.WorkbookBox;
import jp.kyosei.ui.collection.workbook.WorkbookDesk;
import jp.kyosei.ui.plan.PlanPage;
import jp.kyosei.ui.session.CurrentActor;
import jp.kyosei.ui.shell.LiveChanges;
import jp.kyosei.ui.shell.MainLayout;
import org.jspecify.annotations.Nullable;

/** 実績の入力: one town's figures and narratives of a year. */
@Prototype
@Route(value = "plans/:plan/collection/:year/entry/:town", layout = MainLayout.class)
@CssImport("./collection/collection.css")
public final class EntryView extends PlanPage implements EntrySteps.Sheet {
    private final EntryWork work;
    private final AccessPolicy policy;
    private final CurrentActor current;
    private final WorkbookDesk workbooks;
    private final Clock clock;
    private final EntrySteps steps;
    private final EntryBody body;
    private final Div heading = new Div();

    /** What the heading shows: it is drawn anew only when this changes, so that no click is lost. */
    private List<Object> inHeading = List.of();

    private @Nullable OpenSheet open;

    public EntryView(
            EntryWork work,
            AccessPolicy policy,
            LiveChannel live,
            Whereabouts whereabouts,
            CurrentActor current,
            WorkbookDesk workbooks,
            Clock clock) {
        super(current);
        this.work = work;
        this.policy = policy;
        this.current = current;
        this.workbooks = workbooks;
        this.clock = clock;
        steps = new EntrySteps(work, current, this);
        body = new EntryBody(
                work,
                current,
                whereabouts,
                new AsideDesk(work, policy, current, steps, this),
                this::today,
                this::showHeading);
        LiveChanges.follow(this, live, this::isAbout, this::follow);
    }

    @Override
    protected void show(Actor actor, String slug, Optional<FiscalYear> year, RouteParameters parameters) {
        String place = parameters.get("town").orElse("");
        MunicipalityCode town = place.equals(OpenSheet.JOINT)
                ? null
                : MunicipalityCode.parse(place).orElseThrow(NotFoundException::new);
        EntrySheet found = work.sheet(actor, new EntryWork.Spot(slug, year.orElseThrow(NotFoundException::new), town));
        OpenSheet opened = new OpenSheet(found);
        open = opened;
        inHeading = List.of();
        placeAt(found.content(), "%sの実績を入力".formatted(found.municipalityName()));
        add(heading, steps);
        showHeading(actor, found);
        if (found.rows().isEmpty()) {
            add(new Paragraph("この照会で入力する指標はありません。"));
            return;
        }
        body.show(actor, opened);
        add(body);
        if (town != null && found.round().isOpen()) {
            add(workbook(new WorkbookDesk.Spot(slug, found.round().fiscalYear(), town, found.municipalityName())));
        }
    }

    private NativeDetails workbook(WorkbookDesk.Spot spot) {
        NativeDetails fold = new NativeDetails("Excelで入力する", new WorkbookBox(workbooks, spot, this::reload));
        fold.addClassName("workbook-fold");
        return fold;
    }

    private void showHeading(Actor actor, EntrySheet found) {
        List<Object> state = EntryHeading.stateOf(found, today());
        if (!state.equals(inHeading)) {
            inHeading = state;
            heading.removeAll();
            heading.add(new EntryHeading(policy, actor, found, today(), steps));
        }
    }

    private OpenSheet opened() {
        return Optional.ofNullable(open).orElseThrow(NotFoundException::new);
    }

    @Override
    public EntryWork.Spot spot() {
        return opened().spot();
    }

    @Override
    public void reload() {
        body.refreshAside(takeAnew());
    }

    private Actor takeAnew() {
        Actor actor = current.require();
        OpenSheet opened = opened();
        opened.take(work.sheet(actor, opened.spot()));
        showHeading(actor, opened.sheet());
        body.refresh();
        return actor;
    }

    private boolean isAbout(Announcement announcement) {
        OpenSheet opened = open;
        return opened != null && announcement.concerns(opened.sheet().content().plan(), opened.year());
    }

    private void follow(Announcement announcement) {
        Actor actor = takeAnew();
        if (announcement.nos().isEmpty() || announcement.nos().contains(opened().selected())) {
            body.refreshAside(actor);
        }
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
