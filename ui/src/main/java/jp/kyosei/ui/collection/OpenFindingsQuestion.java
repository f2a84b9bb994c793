package jp.kyosei.ui.collection;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import jp.kyosei.backend.collection.task.OpenPoint;
import jp.kyosei.backend.collection.task.TaskStep;
import jp.kyosei.ui.form.AskBox;

/** Asks before figures are submitted, approved or confirmed, and lists what is open of them: it asks and never blocks. */
public final class OpenFindingsQuestion {
    private static final int NAMED_AT_MOST = 10;

    private OpenFindingsQuestion() {}

    /**
     * @param words what will happen
     * @param open what is open of what is to take the step; may be empty
     */
    public static AskBox of(String words, TaskStep step, List<OpenPoint> open, Runnable action) {
        return listing(AskBox.of(words, step.label() + "する", action), step, open);
    }

    /**
     * With a reason that must be given.
     *
     * @param label what the reason is called
     */
    public static AskBox withReason(
            String words, String label, TaskStep step, List<OpenPoint> open, Consumer<String> action) {
        return listing(AskBox.withReason(words, label, step.label() + "する", action), step, open);
    }

    private static AskBox listing(AskBox box, TaskStep step, List<OpenPoint> open) {
        if (!open.isEmpty()) {
            box.addComponentAtIndex(1, list(step, open));
        }
        return box;
    }

    private static Div list(TaskStep step, List<OpenPoint> open) {
        Div list = new Div(
                new Paragraph("%sがあります。確かめてから、そのまま%sすることもできます。".formatted(OpenPoint.counts(open), step.label())));
        list.addClassName("open-points");
        List<OpenPoint> findings = of(open, OpenPoint.Sort.FINDING);
        UnorderedList items = new UnorderedList();
        findings.stream()
                .limit(NAMED_AT_MOST)
                .forEach(point -> items.add(new ListItem(
                        "No.%s %s（%s）：%s".formatted(point.no(), point.name(), point.label(), point.message()))));
        if (findings.size() > NAMED_AT_MOST) {
            items.add(new ListItem("ほか %d 件".formatted(findings.size() - NAMED_AT_MOST)));
        }
        List<OpenPoint> blank = of(open, OpenPoint.Sort.NO_NARRATIVE);
        if (!blank.isEmpty()) {
            String numbers = blank.stream()
                    .limit(NAMED_AT_MOST)
                    .map(point -> "No." + point.no())
                    .distinct()
                    .collect(Collectors.joining("、"));
            items.add(new ListItem("「進捗状況・成果」が空欄：%s%s"
                    .formatted(numbers, blank.size() > NAMED_AT_MOST ? " など %d 件".formatted(blank.size()) : "")));
        }
        list.add(items);
        return list;
    }

    private static List<OpenPoint> of(List<OpenPoint> open, OpenPoint.Sort sort) {
        return open.stream().filter(point -> point.sort() == sort).toList();
    }
}
