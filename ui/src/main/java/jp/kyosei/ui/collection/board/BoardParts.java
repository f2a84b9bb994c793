package jp.kyosei.ui.collection.board;

import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import jp.kyosei.backend.collection.board.CollectionBoard;
import jp.kyosei.backend.collection.task.TaskState;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import org.jspecify.annotations.Nullable;

/** The towns' parts on the board: which are looked for, the table of them, and which are chosen in it. */
final class BoardParts {
    private final Div tools = new Div();
    private final Div content = new Div();
    /** What is done with the rows that are chosen; stays in sight while there are some. */
    private final Div bar = new Div();

    private final Span count = new Span();
    private final Consumer<Boolean> choosing;
    private final BoardFilter filter = new BoardFilter(this::showTable);
    private @Nullable CollectionBoard board;
    private @Nullable BoardTable table;
    private @Nullable BoardActions actions;

    /** @param choosing told whether any row is chosen */
    BoardParts(Consumer<Boolean> choosing) {
        this.choosing = choosing;
        tools.addClassName("board-tools");
        content.addClassName("board-parts");
        bar.addClassName("board-bar");
        bar.getElement().setAttribute("role", "group");
        bar.getElement().setAttribute("aria-label", "選んだものをまとめて扱う");
        count.getElement().setAttribute("role", "status");
        tools.add(filter);
    }

    void addTo(HasComponents place) {
        place.add(tools, content, bar);
    }

    /**
     * Begins with a table of its own.
     *
     * @param wanted what is done with those that are chosen; none where nothing can be
     */
    void begin(CollectionBoard found, @Nullable BoardActions wanted) {
        actions = wanted;
        BoardTable fresh = new BoardTable(found, wanted != null, this::follow);
        table = fresh;
        content.removeAll();
        content.add(new H2("指標ごと"), fresh);
        bar.removeAll();
        bar.add(count);
        if (wanted != null) {
            wanted.addTo(bar);
        }
    }

    /** Shows a board; what is looked for and chosen stays. */
    void show(CollectionBoard found) {
        board = found;
        filter.offer(found);
        Optional.ofNullable(actions).ifPresent(shown -> shown.follow(found));
        showTable();
    }

    /** The towns that are chosen, by the number of the indicator. */
    Map<String, Set<MunicipalityCode>> chosen() {
        BoardTable shown = table;
        return shown == null ? Map.of() : shown.chosen();
    }

    /** Of those that are chosen the ones in a state. */
    Map<String, Set<MunicipalityCode>> chosenIn(TaskState state) {
        BoardTable shown = table;
        return shown == null ? Map.of() : shown.chosenIn(state);
    }

    void unchoose() {
        Optional.ofNullable(table).ifPresent(BoardTable::clear);
    }

    /** Shows those that are handed in and wait for the secretariat. */
    void showSubmitted() {
        filter.choose(TaskState.SUBMITTED);
        content.scrollIntoView();
    }

    private void follow() {
        int chosen = chosen().values().stream().mapToInt(Set::size).sum();
        count.setText("選んだもの %d 件".formatted(chosen));
        bar.setVisible(chosen > 0);
        choosing.accept(chosen > 0);
    }

    private void showTable() {
        CollectionBoard shown = board;
        BoardTable drawn = table;
        if (shown != null && drawn != null) {
            drawn.show(shown, filter);
            follow();
        }
    }
}
