package jp.kyosei.ui.collection.board;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.kyosei.backend.collection.board.CollectionBoard;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import org.jspecify.annotations.Nullable;

/** The towns' parts on the board: which are looked for, the table of them, and which are chosen in it. */
final class BoardParts {
    private final Div tools = new Div();
    private final Div content = new Div();
    private final BoardFilter filter = new BoardFilter(this::showTable);
    private @Nullable CollectionBoard board;
    private @Nullable BoardTable table;
    private boolean choosable;

    BoardParts() {
        tools.addClassName("board-tools");
    }

    void addTo(HasComponents place) {
        place.add(tools, content);
    }

    /**
     * Shows a board; what is looked for and chosen stays.
     *
     * @param actions what is done with those that are chosen; empty where none can be
     */
    void show(CollectionBoard found, List<? extends Component> actions) {
        board = found;
        choosable = !actions.isEmpty();
        filter.offer(found);
        tools.removeAll();
        tools.add(filter);
        actions.forEach(tools::add);
        showTable();
    }

    /** The towns that are chosen, by the number of the indicator. */
    Map<String, Set<MunicipalityCode>> chosen() {
        BoardTable shown = table;
        return shown == null ? Map.of() : shown.chosen();
    }

    void unchoose() {
        Optional.ofNullable(table).ifPresent(BoardTable::clear);
    }

    private void showTable() {
        CollectionBoard shown = board;
        if (shown == null) {
            return;
        }
        BoardTable fresh = new BoardTable(shown, filter, choosable);
        Optional.ofNullable(table).ifPresent(before -> fresh.choose(before.chosen()));
        table = fresh;
        content.removeAll();
        content.add(new H2("指標ごと"), fresh);
    }
}
