package jp.kyosei.ui.reading;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import io.micronaut.context.annotation.Prototype;
import java.util.Optional;
import jp.kyosei.backend.discussion.NotePad;
import jp.kyosei.backend.discussion.thread.NoteChanging;
import jp.kyosei.backend.discussion.thread.NoteWriting;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.live.Announcement;
import jp.kyosei.backend.live.LiveChannel;
import jp.kyosei.backend.reading.ReadingPage;
import jp.kyosei.backend.reading.ReadingService;
import jp.kyosei.backend.results.IndicatorPage;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.NotFoundException;
import jp.kyosei.backend.tenancy.OwnerKind;
import jp.kyosei.ui.discussion.NoteBox;
import jp.kyosei.ui.plan.PlanAddress;
import jp.kyosei.ui.plan.PlanPage;
import jp.kyosei.ui.session.CurrentActor;
import jp.kyosei.ui.shell.Crumb;
import jp.kyosei.ui.shell.LiveChanges;

/** 指標を読む: one indicator made for reading, the notes on it, and a box to write. */
@Prototype
@Route(value = "plans/:plan/reading/:year/:no", layout = ReadingLayout.class)
public final class ReadingView extends PlanPage implements ReadingPlace {
    private final ReadingService reading;
    private final CurrentActor current;
    private final ReadingDesk desk;
    private final OthersNotes others = new OthersNotes();
    private final OwnNotes own;
    private Crumb back = new Crumb("ホーム", "");
    private Place place = Place.NONE;
    private FiscalYear year = new FiscalYear(FiscalYear.FIRST);
    private String no = "";

    public ReadingView(
            ReadingService reading,
            NoteWriting writing,
            NoteChanging changing,
            LiveChannel live,
            CurrentActor current) {
        super(current);
        this.reading = reading;
        this.current = current;
        desk = new ReadingDesk(reading, writing, changing, current::require, this::showNotes);
        own = new OwnNotes(desk);
        LiveChanges.follow(this, live, announcement -> true, this::follow);
    }

    @Override
    protected void show(Actor actor, String slug, Optional<FiscalYear> wanted, RouteParameters parameters) {
        back = new Crumb("ホーム", "");
        place = Place.NONE;
        ReadingPage page = reading.page(
                actor,
                slug,
                wanted.orElseThrow(NotFoundException::new),
                parameters.get("no").orElse(""));
        IndicatorPage indicator = page.indicator();
        year = indicator.fiscalYear();
        no = indicator.row().indicator().no();
        desk.turnTo(slug, year, no);
        back = new Crumb("一覧", new PlanAddress(slug).reading(year));
        place = new Place(indicator.ordinal(), indicator.total());
        placeAt(indicator.content(), indicator.row().indicator().name());
        addClassName("reading-page");
        add(
                ReadingParts.heading(indicator),
                new VerdictCard(indicator),
                ReadingParts.figures(indicator),
                new StoriesCard(indicator),
                others,
                writing(actor, page.notes()),
                ReadingParts.pager(indicator));
        others.begin();
        own.begin();
        showNotes(actor, page.notes());
        Runnable read = desk.reading();
        getElement().executeJs("return true").then(ready -> read.run());
    }

    private Component writing(Actor actor, NotePad pad) {
        NoteBox box = new NoteBox(desk::send);
        box.getElement().setAttribute("data-goes-on", true);
        box.setContent(NoteBox.Content.ofNote(desk.draftKey(actor), pad.writing(), ownerKind(actor, pad)));
        Div card = new Div(new H2("あなたの意見・質問"), own, box);
        card.addClassNames("reading-card", "reading-writing");
        return card;
    }

    private void showNotes(Actor actor, NotePad pad) {
        others.show(pad.notes().stream()
                .filter(note -> !ReadingDesk.isOf(actor, note) && !note.isWithdrawn())
                .toList());
        own.show(
                pad.notes().stream()
                        .filter(note -> ReadingDesk.isOf(actor, note))
                        .toList(),
                ownerKind(actor, pad));
    }

    /** Somebody has written or answered; what this person sees of it is read anew with the person's own rights. */
    private void follow(Announcement announcement) {
        if (place.equals(Place.NONE) || announcement.fiscalYear() != year.year()) {
            return;
        }
        if (announcement.nos().isEmpty() || announcement.nos().contains(no)) {
            Actor actor = current.require();
            NotePad pad = desk.pad(actor);
            if (announcement.concerns(pad.content().plan(), year)) {
                showNotes(actor, pad);
            }
        }
    }

    @Override
    public Crumb back() {
        return back;
    }

    @Override
    public Place place() {
        return place;
    }

    private static OwnerKind ownerKind(Actor actor, NotePad pad) {
        return actor.grants().stream()
                .filter(grant -> grant.owner().equals(pad.content().plan().owner()))
                .map(grant -> grant.ownerKind())
                .findFirst()
                .orElse(OwnerKind.ALLIANCE);
    }
}
