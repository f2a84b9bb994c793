package jp.kyosei.ui.importing;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import jp.kyosei.backend.sheet.CellPlace;
import jp.kyosei.backend.understanding.Corrections;
import jp.kyosei.backend.understanding.question.Answers;
import jp.kyosei.backend.understanding.question.Question;

/** What a file leaves open: each question with a few of its values, the most doubtful first. Nothing is chosen beforehand. */
final class QuestionsForm extends Div {
    private final Map<String, RadioButtonGroup<Question.Choice>> answers = new LinkedHashMap<>();

    /** @param answered takes all that were answered, those of before included */
    QuestionsForm(List<Question> questions, Consumer<Corrections> answered) {
        addClassName("import-questions");
        OrderedList list = new OrderedList();
        questions.stream()
                .sorted(Comparator.comparing(Question::isOpen).reversed().thenComparingDouble(Question::certainty))
                .forEach(question -> list.add(entry(question)));
        Button button = new Button("この答えで読み直す", click -> answered.accept(given()));
        button.addClassNames("button", "primary");
        add(list, button);
    }

    private ListItem entry(Question question) {
        CellPlace place = question.place();
        Span where = new Span(place.sheet().isEmpty() ? place.name() : "%s %s".formatted(place.sheet(), place.name()));
        where.addClassName("place");
        Span words = new Span(question.words());
        words.addClassName("words");
        ListItem entry = new ListItem(where, words);
        if (!question.samples().isEmpty()) {
            Paragraph samples = new Paragraph("値の例：" + String.join("、", question.samples()));
            samples.addClassName("samples");
            entry.add(samples);
        }
        RadioButtonGroup<Question.Choice> choices = new RadioButtonGroup<>();
        choices.setItems(question.choices());
        choices.setItemLabelGenerator(
                choice -> choice.code().equals(question.unasked()) ? choice.label() + "（おそらくこれ）" : choice.label());
        choices.setAriaLabel(question.words());
        question.choices().stream()
                .filter(choice -> choice.code().equals(question.answer()))
                .findFirst()
                .ifPresent(choices::setValue);
        answers.put(question.key(), choices);
        entry.add(choices);
        entry.getElement().setAttribute("data-open", Boolean.toString(question.isOpen()));
        return entry;
    }

    private Corrections given() {
        Map<String, String> codes = new HashMap<>();
        answers.forEach((key, choices) -> {
            if (choices.getValue() != null) {
                codes.put(key, Objects.requireNonNull(choices.getValue()).code());
            }
        });
        return new Corrections(Map.of(), new Answers(codes), Map.of());
    }
}
