package jp.kyosei.ui.staffing;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import io.micronaut.context.annotation.Prototype;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.kyosei.backend.clock.JapaneseDay;
import jp.kyosei.backend.owners.Owner;
import jp.kyosei.backend.staffing.StaffingBoard;
import jp.kyosei.backend.tenancy.ForbiddenException;
import jp.kyosei.ui.form.AskPlace;
import jp.kyosei.ui.form.DateBox;
import jp.kyosei.ui.shell.Crumb;
import jp.kyosei.ui.shell.ForbiddenWords;
import jp.kyosei.ui.shell.HasBreadcrumb;
import jp.kyosei.ui.shell.MainLayout;

/** 人事異動: department by department, who does what today and from a day on, and what is prepared for it. */
@Prototype
@Route(value = "owners/:owner/staffing", layout = MainLayout.class)
@CssImport("./plan/plan.css")
@CssImport("./staffing/staffing.css")
public final class StaffingView extends Div implements BeforeEnterObserver, HasBreadcrumb, HasDynamicTitle {
    private static final String TITLE = "人事異動";
    private static final String DAY = "day";

    private final StaffingDesk desk;
    private List<Crumb> breadcrumb = List.of();

    public StaffingView(StaffingDesk desk) {
        this.desk = desk;
        addClassName("plan-page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        String slug = event.getRouteParameters().get("owner").orElse("");
        LocalDate day = event.getLocation()
                .getQueryParameters()
                .getSingleParameter(DAY)
                .flatMap(StaffingView::day)
                .orElseGet(desk::nextApril);
        try {
            Owner owner = desk.owner(slug);
            breadcrumb = List.of(Crumb.withoutPage(owner.name()));
            Div board = new Div();
            AskPlace place = new AskPlace();
            show(owner, day, board, place);
            add(new H1(TITLE), new Paragraph(owner.name()), explanation(), dayBox(slug, day), place, board);
        } catch (ForbiddenException e) {
            removeAll();
            add(ForbiddenWords.of(e));
        } catch (jp.kyosei.backend.tenancy.NotFoundException e) {
            event.rerouteToError(NotFoundException.class);
        }
    }

    private void show(Owner owner, LocalDate day, Div where, AskPlace place) {
        StaffingBoard board = desk.board(owner, day);
        StaffingQuestions questions =
                new StaffingQuestions(desk, owner, board, place, () -> show(owner, day, where, place));
        where.removeAll();
        where.add(
                questions.ways(),
                new H2(JapaneseDay.date(day) + "に、担当者がいないもの"),
                new GapList(board.gaps()),
                new H2("この日のために準備した人事異動"),
                new PreparedList(board, questions),
                new H2("担当課ごとの担当"),
                new StaffTable(board, questions));
    }

    private static Paragraph explanation() {
        return new Paragraph("異動の日を選び、その日から誰が何を担当するかを準備します。準備した内容は、その日になると自動で切り替わります。前の日までは取りやめられます。");
    }

    private static DateBox dayBox(String slug, LocalDate day) {
        DateBox box = new DateBox("異動の日", day);
        box.addValueChangeListener(change -> Optional.ofNullable(change.getValue())
                .filter(chosen -> change.isFromClient())
                .ifPresent(chosen -> UI.getCurrent()
                        .navigate(address(slug), QueryParameters.simple(Map.of(DAY, chosen.toString())))));
        return box;
    }

    /** Where it is, below the server and without a leading slash. */
    static String address(String owner) {
        return "owners/%s/staffing".formatted(owner);
    }

    private static Optional<LocalDate> day(String typed) {
        try {
            return Optional.of(LocalDate.parse(typed)).filter(day -> Math.abs(day.getYear()) < 10_000);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    @Override
    public List<Crumb> breadcrumb() {
        return breadcrumb;
    }

    @Override
    public String getPageTitle() {
        return TITLE + " - Kyosei";
    }
}
