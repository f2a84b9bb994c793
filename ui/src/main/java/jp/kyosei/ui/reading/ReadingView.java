package jp.kyosei.ui.reading;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import io.micronaut.context.annotation.Prototype;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import jp.kyosei.backend.discussion.Author;
import jp.kyosei.backend.discussion.NewNote;
import jp.kyosei.backend.discussion.Note;
import jp.kyosei.backend.discussion.NoteKind;
import jp.kyosei.backend.discussion.NotePad;
import jp.kyosei.backend.discussion.NoteTarget;
import jp.kyosei.backend.discussion.Standing;
import jp.kyosei.backend.discussion.Visibility;
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
public final class ReadingView extends PlanPage implements ReadingPlace, OwnNotes.Desk {
    private final ReadingService reading;
    private final NoteWriting writing;
    private final NoteChanging changing;
    private final CurrentActor current;
    private final Div others = new Div();
    private final OwnNotes own = new OwnNotes(this);
    private List<Note> inOthers = List.of();
    private Crumb back = new Crumb("ホーム", "");
    private Place place = Place.NONE;
    private String plan = "";
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
        this.writing = writing;
        this.changing = changing;
        this.current = current;
        others.addClassNames("reading-card", "reading-others");
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
        plan = slug;
        year = indicator.fiscalYear();
        no = indicator.row().indicator().no();
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
        inOthers = List.of();
        others.removeAll();
        others.setVisible(false);
        own.begin();
        showNotes(actor, page.notes());
        remember();
    }

    /** Once the browser shows the page, so that what is new is still marked as new on it. */
    private void remember() {
        String shownPlan = plan;
        FiscalYear shownYear = year;
        String shownNo = no;
        getElement()
                .executeJs("return true")
                .then(ready -> reading.markRead(current.require(), shownPlan, shownYear, shownNo));
    }

    private Component writing(Actor actor, NotePad pad) {
        NoteBox box = new NoteBox(this::send);
        box.getElement().setAttribute("data-goes-on", true);
        box.setContent(NoteBox.Content.ofNote(
                NoteBox.draftKey(actor.username(), plan, year.year(), no), pad.writing(), ownerKind(actor, pad)));
        Div card = new Div(new H2("あなたの意見・質問"), own, box);
        card.addClassNames("reading-card", "reading-writing");
        return card;
    }

    private void showNotes(Actor actor, NotePad pad) {
        List<Note> ofOthers = pad.notes().stream()
                .filter(note -> !isOf(actor, note) && !note.isWithdrawn())
                .toList();
        if (!ofOthers.equals(inOthers)) {
            inOthers = ofOthers;
            others.removeAll();
            others.setVisible(!ofOthers.isEmpty());
            boolean committee = ofOthers.stream().allMatch(note -> note.author().standing() == Standing.COMMITTEE);
            others.add(new H2("%s（%d）".formatted(committee ? "ほかの委員の意見" : "ほかの人の意見", ofOthers.size())));
            ofOthers.forEach(note -> others.add(new NoteArticle(note, writer(note.author()))));
        }
        own.show(pad.notes().stream().filter(note -> isOf(actor, note)).toList(), ownerKind(actor, pad));
    }

    /** The name that people go by often says already for whom they speak. */
    private static String writer(Author author) {
        return author.name().contains(author.whose())
                ? author.name()
                : "%s　%s".formatted(author.whose(), author.name());
    }

    private NoteBox.Answer send(NoteBox.Typed typed) {
        Actor actor = current.require();
        NoteKind kind = typed.kind();
        if (kind == null || typed.visibility() == null) {
            return NoteBox.Answer.refused("種類と見える人を選んでください。");
        }
        return done(
                actor,
                () -> {
                    // An answer that got lost on its way leaves the text with the writer, who then sends it again.
                    boolean known = reading.page(actor, plan, year, no).notes().notes().stream()
                            .anyMatch(note -> isOf(actor, note)
                                    && !note.isWithdrawn()
                                    && note.kind() == kind
                                    && note.text().equals(typed.text()));
                    if (!known) {
                        Objects.requireNonNull(writing.write(
                                actor,
                                plan,
                                new NewNote(
                                        new NoteTarget.Indicator(no),
                                        year,
                                        kind,
                                        Objects.requireNonNull(typed.visibility()),
                                        typed.text())));
                    }
                },
                "送りました。ありがとうございます。");
    }

    @Override
    public NoteBox.Answer edit(Note note, NoteBox.Typed typed) {
        Actor actor = current.require();
        return done(
                actor,
                () -> changing.edit(
                        actor,
                        note.id(),
                        note.version(),
                        Optional.ofNullable(typed.kind()).orElse(note.kind()),
                        typed.text()),
                "直しました。");
    }

    @Override
    public NoteBox.Answer reply(Note note, String text) {
        Actor actor = current.require();
        return done(actor, () -> writing.reply(actor, note.id(), text, false), "送りました。");
    }

    @Override
    public NoteBox.Answer withdraw(Note note) {
        Actor actor = current.require();
        return done(actor, () -> changing.withdraw(actor, note.id(), note.version()), "取り下げました。");
    }

    @Override
    public NoteBox.Answer narrow(Note note, Visibility fewer) {
        Actor actor = current.require();
        return done(actor, () -> changing.show(actor, note.id(), note.version(), fewer, ""), "見える人を狭めました。");
    }

    @Override
    public String draftKey(Note note, String what) {
        return NoteBox.draftKey(
                current.require().username(), plan, year.year(), no, note.id().value(), what);
    }

    private NoteBox.Answer done(Actor actor, Runnable work, String words) {
        NoteBox.Answer answer = NoteBox.Answer.of(work, words);
        showNotes(actor, reading.page(actor, plan, year, no).notes());
        return answer;
    }

    /** Somebody has written or answered; what this person sees of it is read anew with the person's own rights. */
    private void follow(Announcement announcement) {
        if (place.equals(Place.NONE) || announcement.fiscalYear() != year.year()) {
            return;
        }
        if (announcement.nos().isEmpty() || announcement.nos().contains(no)) {
            Actor actor = current.require();
            NotePad pad = reading.page(actor, plan, year, no).notes();
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

    private static boolean isOf(Actor actor, Note note) {
        return note.author().person().equals(actor.person());
    }

    private static OwnerKind ownerKind(Actor actor, NotePad pad) {
        return actor.grants().stream()
                .filter(grant -> grant.owner().equals(pad.content().plan().owner()))
                .map(grant -> grant.ownerKind())
                .findFirst()
                .orElse(OwnerKind.ALLIANCE);
    }
}
