package jp.kyosei.ui.reading;

import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import jp.kyosei.backend.discussion.NewNote;
import jp.kyosei.backend.discussion.Note;
import jp.kyosei.backend.discussion.NoteKind;
import jp.kyosei.backend.discussion.NotePad;
import jp.kyosei.backend.discussion.NoteTarget;
import jp.kyosei.backend.discussion.Visibility;
import jp.kyosei.backend.discussion.thread.NoteChanging;
import jp.kyosei.backend.discussion.thread.NoteWriting;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.reading.ReadingService;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.ui.discussion.NoteBox;

/** Keeps what a reader writes at one indicator, and lets the page show afterwards what is there. */
final class ReadingDesk implements OwnNotes.Desk {
    private final ReadingService reading;
    private final NoteWriting writing;
    private final NoteChanging changing;
    private final Supplier<Actor> current;
    private final BiConsumer<Actor, NotePad> show;
    private String plan = "";
    private FiscalYear year = new FiscalYear(FiscalYear.FIRST);
    private String no = "";

    ReadingDesk(
            ReadingService reading,
            NoteWriting writing,
            NoteChanging changing,
            Supplier<Actor> current,
            BiConsumer<Actor, NotePad> show) {
        this.reading = reading;
        this.writing = writing;
        this.changing = changing;
        this.current = current;
        this.show = show;
    }

    /** From now on the reader is at another indicator. */
    void turnTo(String slug, FiscalYear fiscalYear, String indicator) {
        plan = slug;
        year = fiscalYear;
        no = indicator;
    }

    NoteBox.Answer send(NoteBox.Typed typed) {
        Actor actor = current.get();
        NoteKind kind = typed.kind();
        Visibility visibility = typed.visibility();
        if (kind == null || visibility == null) {
            return NoteBox.Answer.refused("種類と見える人を選んでください。");
        }
        return done(
                actor,
                () -> {
                    if (!isKnown(actor, kind, typed.text())) {
                        NoteTarget target = new NoteTarget.Indicator(no);
                        Objects.requireNonNull(
                                writing.write(actor, plan, new NewNote(target, year, kind, visibility, typed.text())));
                    }
                },
                "送りました。ありがとうございます。");
    }

    /** An answer that got lost on its way leaves the text with the writer, who then sends it again. */
    private boolean isKnown(Actor actor, NoteKind kind, String text) {
        return pad(actor).notes().stream()
                .anyMatch(note -> isOf(actor, note)
                        && !note.isWithdrawn()
                        && note.kind() == kind
                        && note.text().equals(text));
    }

    @Override
    public NoteBox.Answer edit(Note note, NoteBox.Typed typed) {
        Actor actor = current.get();
        NoteKind kind = Optional.ofNullable(typed.kind()).orElse(note.kind());
        return done(actor, () -> changing.edit(actor, note.id(), note.version(), kind, typed.text()), "直しました。");
    }

    @Override
    public NoteBox.Answer reply(Note note, String text) {
        Actor actor = current.get();
        return done(actor, () -> writing.reply(actor, note.id(), text, false), "送りました。");
    }

    @Override
    public NoteBox.Answer withdraw(Note note) {
        Actor actor = current.get();
        return done(actor, () -> changing.withdraw(actor, note.id(), note.version()), "取り下げました。");
    }

    @Override
    public NoteBox.Answer narrow(Note note, Visibility fewer) {
        Actor actor = current.get();
        return done(actor, () -> changing.show(actor, note.id(), note.version(), fewer, ""), "見える人を狭めました。");
    }

    @Override
    public String draftKey(Note note, String what) {
        return NoteBox.draftKey(
                current.get().username(), plan, year.year(), no, note.id().value(), what);
    }

    /** Where the browser keeps what the reader has not sent yet. */
    String draftKey(Actor actor) {
        return NoteBox.draftKey(actor.username(), plan, year.year(), no);
    }

    private NoteBox.Answer done(Actor actor, Runnable work, String words) {
        NoteBox.Answer answer = NoteBox.Answer.of(work, words);
        show.accept(actor, pad(actor));
        return answer;
    }

    /** What the reader sees of the notes now. */
    NotePad pad(Actor actor) {
        return reading.page(actor, plan, year, no).notes();
    }

    /** Once the browser shows the page, so that what is new is still marked as new on it. */
    Runnable reading() {
        String shownPlan = plan;
        FiscalYear shownYear = year;
        String shownNo = no;
        return () -> reading.markRead(current.get(), shownPlan, shownYear, shownNo);
    }

    static boolean isOf(Actor actor, Note note) {
        return note.author().person().equals(actor.person());
    }
}
