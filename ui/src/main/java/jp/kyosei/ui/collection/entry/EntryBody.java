package jp.kyosei.ui.collection.entry;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.html.Div;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import jp.kyosei.backend.collection.entry.EntryOutcome;
import jp.kyosei.backend.collection.entry.EntryRow;
import jp.kyosei.backend.collection.entry.EntrySheet;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.NotFoundException;
import jp.kyosei.ui.session.CurrentActor;
import org.jspecify.annotations.Nullable;

/** The matrix of the sheet that is open, what stands beside it, and who else is there. */
final class EntryBody extends Div implements EntryDesk {
    private final EntryWork work;
    private final CurrentActor current;
    private final Supplier<LocalDate> today;
    private final BiConsumer<Actor, EntrySheet> stored;
    private final EntryMatrix matrix = new EntryMatrix(this);
    private final EntryPresence presence;
    private final AsideDesk aside;
    private @Nullable OpenSheet open;

    /** @param stored told of the sheet as it is after a save */
    EntryBody(
            EntryWork work,
            CurrentActor current,
            Whereabouts whereabouts,
            AsideDesk aside,
            Supplier<LocalDate> today,
            BiConsumer<Actor, EntrySheet> stored) {
        this.work = work;
        this.current = current;
        this.aside = aside;
        this.today = today;
        this.stored = stored;
        presence = new EntryPresence(whereabouts, matrix);
        addClassName("entry-body");
        add(matrix, aside.aside());
    }

    /** Another sheet, with the person at the first row that is theirs. */
    void show(Actor actor, OpenSheet opened) {
        open = opened;
        List<EntryRow> rows = opened.sheet().rows();
        matrix.setContent(EntryRows.content(
                opened.sheet(),
                "%s/%s".formatted(opened.place(), actor.username()),
                opened.rows().changed()));
        opened.select(first(rows).indicator().no());
        aside.clear();
        aside.show(actor, opened);
        getUI().ifPresent(ui -> presence.enter(opened.place(), actor, ui));
    }

    /** Where the matrix begins, too: the first cell that is open, of the person's own rows where there are such. */
    private static EntryRow first(List<EntryRow> rows) {
        List<EntryRow> own = rows.stream().filter(EntryRow::assigned).toList();
        List<EntryRow> meant = own.isEmpty() ? rows : own;
        return meant.stream()
                .filter(row -> row.isEditable() && row.typed().value().isEmpty())
                .findFirst()
                .orElse(meant.getFirst());
    }

    /** The rows that look different now. */
    void refresh() {
        Optional.ofNullable(open)
                .ifPresent(opened -> matrix.refresh(opened.rows().changed()));
    }

    /** What stands beside the matrix, as it is now. */
    void refreshAside(Actor actor) {
        Optional.ofNullable(open).ifPresent(opened -> aside.show(actor, opened));
    }

    private OpenSheet opened() {
        return Optional.ofNullable(open).orElseThrow(NotFoundException::new);
    }

    @Override
    public List<EntryContent.Answer> save(List<EntryContent.Edit> edits) {
        Actor actor = current.require();
        OpenSheet opened = opened();
        List<EntryContent.Answer> answers = new ArrayList<>();
        for (EntryOutcome outcome : work.enter(actor, opened.spot(), edits)) {
            EntryContent.Answer answer = EntryRows.answer(outcome, today.get());
            opened.answered(outcome.row(), answer.row());
            answers.add(answer);
        }
        stored.accept(actor, opened.sheet());
        return answers;
    }

    @Override
    public List<EntryContent.Preview> preview(List<EntryContent.Edit> edits) {
        return work.preview(current.require(), opened().spot(), edits);
    }

    @Override
    public void selected(String no) {
        Actor actor = current.require();
        OpenSheet opened = opened();
        if (opened.select(no)) {
            aside.show(actor, opened);
            presence.at(actor, no);
        }
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        Optional.ofNullable(open)
                .ifPresent(opened -> presence.enter(opened.place(), current.require(), attached.getUI()));
    }

    @Override
    protected void onDetach(DetachEvent detached) {
        presence.leave();
    }
}
