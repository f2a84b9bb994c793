package jp.kyosei.ui.meeting.outcome;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import jp.kyosei.backend.meeting.outcome.Outcome;
import jp.kyosei.backend.meeting.outcome.OutcomeId;
import jp.kyosei.backend.meeting.outcome.OutcomeStatus;
import jp.kyosei.backend.tenancy.ForbiddenException;
import jp.kyosei.backend.tenancy.NotFoundException;
import jp.kyosei.backend.tenancy.RefusedException;
import jp.kyosei.backend.tenancy.StaleException;
import jp.kyosei.backend.text.TextKind;
import jp.kyosei.ui.form.PlainSelect;
import jp.kyosei.ui.form.TextBox;
import org.jspecify.annotations.Nullable;

/**
 * What came out of meetings, with what becomes of it. Only the lines that have changed are drawn anew, so that nobody is
 * disturbed at another one.
 */
public final class OutcomeList extends Div {
    private final OutcomeDesk desk;
    private final String none;
    private final Function<Outcome, String> href;
    private final UnorderedList list = new UnorderedList();
    private final Paragraph empty = new Paragraph();
    private final Paragraph said = new Paragraph();
    private final Map<OutcomeId, Line> lines = new LinkedHashMap<>();
    private boolean withMeeting;
    private boolean withSubject = true;

    /**
     * Makes an empty list.
     *
     * @param none said while there is nothing
     * @param href where the indicator of an outcome is found
     */
    public OutcomeList(OutcomeDesk desk, String none, Function<Outcome, String> href) {
        this.desk = desk;
        this.none = none;
        this.href = href;
        list.addClassName("outcomes");
        said.addClassName("ask-problem");
        said.getElement().setAttribute("role", "alert");
        add(empty, list, said);
    }

    /** Names with each the meeting that it comes from. */
    public OutcomeList ofSeveralMeetings() {
        withMeeting = true;
        return this;
    }

    /** Where all are of one indicator, it is not named. */
    public OutcomeList ofOneIndicator() {
        withSubject = false;
        return this;
    }

    public void show(List<Outcome> outcomes) {
        empty.setText(outcomes.isEmpty() ? none : "");
        empty.setVisible(outcomes.isEmpty());
        List<OutcomeId> ids = outcomes.stream().map(Outcome::id).toList();
        if (!ids.equals(List.copyOf(lines.keySet()))) {
            Map<OutcomeId, Line> before = Map.copyOf(lines);
            lines.clear();
            list.removeAll();
            for (Outcome outcome : outcomes) {
                Line line = Optional.ofNullable(before.get(outcome.id())).orElseGet(Line::new);
                lines.put(outcome.id(), line);
                list.add(line.item);
            }
        }
        outcomes.forEach(outcome -> Optional.ofNullable(lines.get(outcome.id())).ifPresent(line -> line.show(outcome)));
    }

    private void attempt(Runnable work) {
        said.setText("");
        try {
            work.run();
        } catch (RefusedException | ForbiddenException e) {
            said.setText(Optional.ofNullable(e.getMessage()).orElse("できませんでした。"));
        } catch (StaleException | NotFoundException e) {
            said.setText("ほかの人が先に変更しました。いまの内容を表示しました。");
            desk.reload();
        }
    }

    private final class Line {
        private final ListItem item = new ListItem();
        private @Nullable Outcome shown;

        Line() {
            item.addClassName("outcome");
        }

        void show(Outcome outcome) {
            if (outcome.equals(shown)) {
                return;
            }
            shown = outcome;
            item.removeAll();
            Span text = new Span(outcome.text());
            text.addClassName("said-text");
            Div words = new Div();
            subject(outcome).ifPresent(words::add);
            words.add(text);
            if (!outcome.remark().isEmpty()) {
                Span remark = new Span("対応：" + outcome.remark());
                remark.addClassName("where");
                words.add(remark);
            }
            item.add(words, outcome.mayChange() ? status(outcome) : StatusChip.of(outcome.status()));
            if (outcome.mayChange()) {
                item.add(more(outcome));
            }
        }

        private Optional<Component> subject(Outcome outcome) {
            Span where = new Span();
            where.addClassName("where");
            if (withMeeting) {
                where.add(new Span(outcome.meetingTitle() + "　"));
            }
            Outcome.Subject subject = outcome.indicator();
            if (withSubject) {
                where.add(subject == null ? new Span("計画全体") : new Anchor(href.apply(outcome), subject.label()));
            }
            return withMeeting || withSubject ? Optional.of(where) : Optional.empty();
        }

        private Component status(Outcome outcome) {
            PlainSelect select = StatusChip.select("「%s」の扱い".formatted(shortened(outcome.text())))
                    .inTable();
            select.setValue(outcome.status().name());
            select.addValueChangeListener(change -> {
                if (change.isFromClient()) {
                    OutcomeStatus status = OutcomeStatus.valueOf(change.getValue());
                    attempt(() -> desk.mark(outcome, status, outcome.remark()));
                }
            });
            return select;
        }

        private Component more(Outcome outcome) {
            TextBox remark = new TextBox("対応の内容（何をしたか、いつ行うか）", 2).of(TextKind.REASON);
            remark.setValue(outcome.remark());
            TextBox text = new TextBox("記録した言葉", 2).of(TextKind.NOTE);
            text.setValue(outcome.text());
            Div form = new Div(
                    remark,
                    buttons(button("対応を保存する", () -> desk.mark(outcome, outcome.status(), remark.getValue()))),
                    text,
                    buttons(
                            button("言葉を直す", () -> desk.reword(outcome, text.getValue())),
                            button("この記録を消す", () -> desk.remove(outcome))));
            NativeDetails details = new NativeDetails("対応を書く・直す", form);
            details.addClassName("outcome-more");
            return details;
        }

        private Button button(String label, Runnable work) {
            Button button = new Button(label, click -> attempt(work));
            button.addClassName("button");
            return button;
        }
    }

    private static Div buttons(Button... buttons) {
        Div row = new Div();
        row.addClassName("button-row");
        Stream.of(buttons).forEach(row::add);
        return row;
    }

    private static String shortened(String text) {
        int most = 20;
        String line = text.lines().findFirst().orElse("");
        return line.codePointCount(0, line.length()) <= most
                ? line
                : line.substring(0, line.offsetByCodePoints(0, most)) + "…";
    }
}
