package jp.kyosei.ui.discussion;

import com.vaadin.flow.component.html.Div;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import jp.kyosei.backend.discussion.Assignment;
import jp.kyosei.backend.tenancy.Desk;
import jp.kyosei.ui.form.PlainSelect;
import org.jspecify.annotations.Nullable;

/** Which town or department is to answer, or nobody. */
final class DeskChoice extends Div {
    private static final String NOBODY = "";

    private final List<Assignment> desks;
    private final PlainSelect select;

    /** @param chosen who is named now */
    DeskChoice(List<Assignment> desks, @Nullable Assignment chosen) {
        this.desks = desks;
        Map<String, String> choices = new LinkedHashMap<>();
        for (int place = 0; place < desks.size(); place++) {
            choices.put(Integer.toString(place), desks.get(place).label());
        }
        choices.put(NOBODY, "担当なし");
        select = new PlainSelect("回答の担当", choices);
        if (chosen != null) {
            IntStream.range(0, desks.size())
                    .filter(place -> desks.get(place).desk().equals(chosen.desk()))
                    .findFirst()
                    .ifPresent(place -> select.setValue(Integer.toString(place)));
        }
        add(select);
    }

    @Nullable
    Desk desk() {
        String value = select.getValue();
        return value.equals(NOBODY) ? null : desks.get(Integer.parseInt(value)).desk();
    }

    /** In words, such as 平泉町 観光商工課. */
    String label() {
        String value = select.getValue();
        return value.equals(NOBODY)
                ? "担当なし"
                : desks.get(Integer.parseInt(value)).label();
    }
}
