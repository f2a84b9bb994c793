package jp.kyosei.ui.publishing;

import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import io.micronaut.context.annotation.Prototype;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.publishing.PublicationOverview;
import jp.kyosei.backend.publishing.PublicationState;
import jp.kyosei.backend.publishing.PublishOrder;
import jp.kyosei.backend.publishing.PublishingService;
import jp.kyosei.backend.publishing.YearPublication;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.ui.form.AskBox;
import jp.kyosei.ui.form.AskPlace;
import jp.kyosei.ui.plan.PlanAddress;
import jp.kyosei.ui.plan.PlanPage;
import jp.kyosei.ui.session.CurrentActor;
import jp.kyosei.ui.shell.MainLayout;

/** 公開: the years of a plan, what of them anybody may see, and the steps that change it. */
@Prototype
@Route(value = "plans/:plan/publishing", layout = MainLayout.class)
@CssImport("./publishing/publishing.css")
public final class PublishingView extends PlanPage {
    private static final String TITLE = "公開";

    private final PublishingService publishing;
    private final CurrentActor current;
    private final Clock clock;
    private final Div years = new Div();
    private final AskPlace place = new AskPlace();
    private String plan = "";

    public PublishingView(PublishingService publishing, CurrentActor current, Clock clock) {
        super(current);
        this.publishing = publishing;
        this.current = current;
        this.clock = clock;
        years.addClassName("publication-years");
    }

    @Override
    protected void show(Actor actor, String slug, Optional<FiscalYear> year, RouteParameters parameters) {
        plan = slug;
        PublicationOverview overview = publishing.overview(actor, slug);
        placeAt(overview.content(), TITLE);
        place.removeAll();
        fill(overview);
        add(
                new H1(TITLE),
                new Paragraph("年度ごとの実績を、だれでもログインせずに見られるページとデータで公開します。"
                        + "公開されるのは確定した値だけで、公開した時点の内容が固まります。あとで値を直したときは、差し替えてください。"),
                years);
    }

    private void fill(PublicationOverview overview) {
        years.removeAll();
        overview.years().forEach(year -> years.add(card(year)));
    }

    private Div card(YearPublication year) {
        YearCard card = new YearCard(year, clock.getZone());
        if (year.state() == PublicationState.PUBLISHED) {
            Anchor link = new Anchor(
                    "open/plans/%s/%d".formatted(plan, year.fiscalYear().year()), "公開ページを見る");
            // Not a screen: the router must leave it to the browser.
            link.getElement().setAttribute("router-ignore", "");
            link.setTarget("_blank");
            link.addClassName("button");
            card.addAction(link);
            card.addAction("差し替える", () -> prepare(card, year));
            card.addAction("取り下げる", () -> askToWithdraw(card, year));
        } else {
            card.addAction(
                    year.state() == PublicationState.WITHDRAWN ? "もう一度公開する" : "公開の準備をする", () -> prepare(card, year));
        }
        return card;
    }

    private void prepare(YearCard card, YearPublication year) {
        card.unfold(new PublishForm(
                year,
                contact(year),
                new PlanAddress(plan),
                order -> publishing.preview(current.require(), plan, order),
                order -> publish(year, order),
                card::fold));
    }

    /** As it was written last, for this year or another of the plan. */
    private String contact(YearPublication year) {
        return Stream.concat(Stream.of(year), publishing.overview(current.require(), plan).years().stream())
                .map(YearPublication::order)
                .flatMap(Stream::ofNullable)
                .map(PublishOrder::contact)
                .filter(line -> !line.isEmpty())
                .findFirst()
                .orElse("");
    }

    private void askToWithdraw(YearCard card, YearPublication year) {
        AskBox box = AskBox.withReasons(
                "%sの公開を取り下げます。だれも公開ページとデータを見られなくなります。"
                        .formatted(year.fiscalYear().longLabel()),
                "取り下げる理由（履歴に残り、公開はされません）",
                "公開ページに出す理由（書かなければ、取り下げた日だけが出ます）",
                "取り下げる",
                (reason, told) -> change(year, () -> {
                    publishing.withdraw(current.require(), plan, year.fiscalYear(), year.version(), reason, told);
                    return "%sの公開を取り下げました。".formatted(year.fiscalYear().longLabel());
                }));
        Div asking = new Div();
        card.unfold(asking);
        box.askIn(asking);
    }

    private void publish(YearPublication year, PublishOrder order) {
        change(year, () -> {
            YearPublication published = publishing.publish(current.require(), plan, order, year.version());
            return "%sの実績を公開しました（第%d版）。公開ページに出るまで、1分ほどかかることがあります。"
                    .formatted(order.fiscalYear().longLabel(), published.revision());
        });
    }

    /** Does it, and shows what is there now with what has happened where the year stands. */
    private void change(YearPublication year, Supplier<String> work) {
        place.attempt(work);
        PublicationOverview overview = publishing.overview(current.require(), plan);
        fill(overview);
        int index = overview.years().stream()
                .map(YearPublication::fiscalYear)
                .toList()
                .indexOf(year.fiscalYear());
        years.addComponentAtIndex(index, place);
        place.getElement().executeJs("this.scrollIntoView({block: 'nearest'})");
    }
}
