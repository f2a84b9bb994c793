package jp.kyosei.ui.discussion;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import jp.kyosei.backend.discussion.Note;
import jp.kyosei.backend.discussion.NoteStep;
import jp.kyosei.backend.discussion.Reply;
import jp.kyosei.backend.discussion.Visibility;
import jp.kyosei.backend.tenancy.ForbiddenException;
import jp.kyosei.backend.tenancy.NotFoundException;
import jp.kyosei.backend.tenancy.RefusedException;
import jp.kyosei.backend.tenancy.StaleException;
import jp.kyosei.ui.form.AskBox;
import jp.kyosei.ui.form.AskPlace;
import jp.kyosei.ui.form.PlainSelect;

/** What a reader does with a note: one thing at a time, asked and answered below it. */
final class NoteWork {
    private static final String STALE = "ほかの人が先に変更しました。いまの内容を上で確かめてから、もう一度行ってください。";

    private final NoteDesk desk;
    private final Supplier<Note> note;
    private final Consumer<Note> changed;
    private final AskPlace place = new AskPlace();
    /** The note as it was when the reader began what is open here; after a conflict, as it was read again. */
    private long version;

    /**
     * @param note as it is shown
     * @param changed takes it as it has become
     */
    NoteWork(NoteDesk desk, Supplier<Note> note, Consumer<Note> changed) {
        this.desk = desk;
        this.note = note;
        this.changed = changed;
        place.addClassName("note-place");
    }

    /** Where it is asked and answered. */
    Div place() {
        return place;
    }

    boolean isBusy() {
        return place.isAsking() || place.getChildren().anyMatch(NoteBox.class::isInstance);
    }

    void answer() {
        open(
                NoteBox.Content.ofReply(key("answer"), "この意見・質問への回答（回答済みになります）", ""),
                typed -> desk.notes().writing().reply(desk.actor(), note.get().id(), typed.text(), true),
                "回答しました。");
    }

    void reply() {
        open(
                NoteBox.Content.ofReply(key("reply"), "返信", ""),
                typed -> desk.notes().writing().reply(desk.actor(), note.get().id(), typed.text(), false),
                "返信しました。");
    }

    void edit() {
        Note shown = note.get();
        open(
                NoteBox.Content.ofChange(key("edit"), shown.kind(), shown.text()),
                typed -> desk.notes()
                        .changing()
                        .edit(
                                desk.actor(),
                                shown.id(),
                                version,
                                Optional.ofNullable(typed.kind()).orElse(shown.kind()),
                                typed.text()),
                "直しました。");
    }

    void editReply(Reply reply) {
        AtomicLong ofReply = new AtomicLong(reply.version());
        open(
                NoteBox.Content.ofReply(key(reply.id()), "返信を直す", reply.text()),
                typed -> desk.notes()
                        .changing()
                        .editReply(desk.actor(), note.get().id(), reply.id(), ofReply.get(), typed.text()),
                "直しました。",
                fresh -> fresh.replies().stream()
                        .filter(one -> one.id().equals(reply.id()))
                        .forEach(one -> ofReply.set(one.version())));
    }

    void withdrawReply(Reply reply) {
        ask(AskBox.of(
                "この返信を取り下げます。本文は消え、取り下げたことだけが残ります。",
                "取り下げる",
                () -> attempt(
                        () -> desk.notes()
                                .changing()
                                .withdrawReply(desk.actor(), note.get().id(), reply.id(), reply.version()),
                        "返信を取り下げました。")));
    }

    void withdraw() {
        Note shown = note.get();
        ask(AskBox.of(
                "この意見を取り下げます。ほかの人には見えなくなります。元には戻せません。",
                "取り下げる",
                () -> attempt(() -> desk.notes().changing().withdraw(desk.actor(), shown.id(), version), "取り下げました。")));
    }

    void step(NoteStep step) {
        Note shown = note.get();
        version = shown.version();
        attempt(
                () -> desk.notes().changing().step(desk.actor(), shown.id(), version, step),
                step == NoteStep.CLOSE ? "完了にしました。" : "もう一度開きました。");
    }

    void assign() {
        Note shown = note.get();
        DeskChoice choice = new DeskChoice(desk.desks().get(), shown.assignment());
        AskBox box = AskBox.of(
                "この意見に回答する担当を決めます。担当にはメールで知らせます。",
                "決める",
                () -> attempt(
                        () -> {
                            desk.notes()
                                    .assigning()
                                    .assign(desk.actor(), shown.plan(), List.of(shown.id()), choice.desk());
                            return desk.notes().reading().note(desk.actor(), shown.id());
                        },
                        "担当を決めました。"));
        box.addComponentAtIndex(1, choice);
        ask(box);
    }

    /** By its author, at once. */
    void narrow() {
        Note shown = note.get();
        PlainSelect select = visibilities(shown, one -> one.isNarrowerThan(shown.visibility()));
        AskBox box = AskBox.of("見える人を絞ります。いま見ている人のうち、外れる人には見えなくなります。", "絞る", () -> show(shown, select.getValue(), ""));
        box.addComponentAtIndex(1, select);
        ask(box);
    }

    /** By the secretariat, as the author agreed; what it wrote itself needs nobody's consent. */
    void widen() {
        Note shown = note.get();
        PlainSelect select = visibilities(shown, shown.visibility()::isNarrowerThan);
        AskBox box = shown.author().person().equals(desk.self())
                ? AskBox.of("見える人を広げます。", "広げる", () -> show(shown, select.getValue(), ""))
                : AskBox.withReason(
                        "見える人を広げます。書いた人の同意が必要です。同意は経過に残ります。",
                        "書いた人がどのように同意したか（日付と方法）",
                        "広げる",
                        consent -> show(shown, select.getValue(), consent));
        box.addComponentAtIndex(1, select);
        ask(box);
    }

    private void show(Note shown, String visibility, String consent) {
        attempt(
                () -> desk.notes()
                        .changing()
                        .show(desk.actor(), shown.id(), version, Visibility.valueOf(visibility), consent),
                "見える人を変えました。");
    }

    private PlainSelect visibilities(Note shown, Predicate<Visibility> which) {
        Map<String, String> choices = new LinkedHashMap<>();
        for (Visibility visibility : Visibility.values()) {
            if (shown.rights().visibilities().contains(visibility) && which.test(visibility)) {
                choices.put(visibility.name(), NoteWords.seenBy(visibility, desk.kind()));
            }
        }
        return new PlainSelect("見える人", choices);
    }

    void follow(boolean following) {
        Note shown = note.get();
        attempt(
                () -> {
                    desk.notes().following().follow(desk.actor(), shown.id(), following);
                    return desk.notes().reading().note(desk.actor(), shown.id());
                },
                following ? "返信や回答があると、メールで知らせます。" : "この意見のメールは届かなくなります。");
    }

    void changes() {
        try {
            NoteChanges changes = new NoteChanges(
                    desk.notes().reading().changes(desk.actor(), note.get().id()), desk.kind());
            Button close = new Button("閉じる", click -> place.removeAll());
            close.addClassName("button");
            place.removeAll();
            place.add(changes, close);
        } catch (ForbiddenException | NotFoundException e) {
            place.say("経過は、書いた人と事務局だけが見られます。");
        }
    }

    private void ask(AskBox box) {
        version = note.get().version();
        box.askIn(place);
    }

    private void open(NoteBox.Content content, Function<NoteBox.Typed, Note> send, String done) {
        open(content, send, done, fresh -> {});
    }

    /** @param reread told of the note as it is after somebody else was faster */
    private void open(NoteBox.Content content, Function<NoteBox.Typed, Note> send, String done, Consumer<Note> reread) {
        NoteBox box = new NoteBox(typed -> send(() -> send.apply(typed), done, reread), place::removeAll);
        version = note.get().version();
        box.setContent(content);
        place.removeAll();
        place.add(box);
        box.focusText();
    }

    private NoteBox.Answer send(Supplier<Note> work, String done, Consumer<Note> reread) {
        NoteBox.Answer answer = NoteBox.Answer.of(
                () -> {
                    try {
                        changed.accept(work.get());
                    } catch (StaleException e) {
                        reread().ifPresent(fresh -> {
                            version = fresh.version();
                            reread.accept(fresh);
                        });
                        throw new RefusedException(STALE);
                    }
                },
                done);
        if (answer.accepted()) {
            say(done);
        }
        return answer;
    }

    private void attempt(Supplier<Note> work, String done) {
        try {
            changed.accept(work.get());
            say(done);
        } catch (StaleException e) {
            reread().ifPresent(fresh -> version = fresh.version());
            complain(STALE);
        } catch (RefusedException | ForbiddenException | IllegalArgumentException e) {
            reread();
            complain(Optional.ofNullable(e.getMessage()).orElse("できませんでした。"));
        } catch (NotFoundException e) {
            place.say("この意見は、いまは開けません。");
        }
    }

    /** What is typed into the question stays; without a question, it is said in its place. */
    private void complain(String why) {
        place.getChildren()
                .filter(AskBox.class::isInstance)
                .map(AskBox.class::cast)
                .findFirst()
                .ifPresentOrElse(box -> box.complain(why), () -> place.say(why));
    }

    /** The button that was pressed is gone: the keyboard goes on from the thread. */
    private void say(String done) {
        place.say(done);
        place.getElement().executeJs("this.closest('.note-thread')?.focus({ preventScroll: true })");
    }

    /** Shows the note as it has become. */
    void refresh() {
        if (reread().isEmpty()) {
            place.say("この意見は、いまは開けません。");
        }
    }

    private Optional<Note> reread() {
        try {
            Note fresh = desk.notes().reading().note(desk.actor(), note.get().id());
            changed.accept(fresh);
            return Optional.of(fresh);
        } catch (NotFoundException e) {
            return Optional.empty();
        }
    }

    private String key(Object what) {
        return NoteBox.draftKey(
                desk.username(), note.get().plan(), "thread", note.get().id().value(), what);
    }
}
