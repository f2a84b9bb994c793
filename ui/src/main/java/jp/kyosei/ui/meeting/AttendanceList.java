package jp.kyosei.ui.meeting;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.kyosei.backend.meeting.Attendance;
import jp.kyosei.backend.meeting.Participant;
import jp.kyosei.backend.tenancy.ForbiddenException;
import jp.kyosei.backend.tenancy.RefusedException;
import jp.kyosei.ui.form.PlainSelect;

/** Who is asked and who comes. A choice is kept at once; what others choose appears without disturbing one's own. */
final class AttendanceList extends Div {
    private static final String REFUSED = "refused";

    private final Desk desk;
    private final Paragraph counts = new Paragraph();
    private final UnorderedList list = new UnorderedList();
    private final List<Line> lines = new ArrayList<>();
    private boolean editable;

    /** Keeps what is chosen. */
    interface Desk {
        /** @param place of the participant on the list, from 0 */
        void attend(int place, Participant participant, Attendance attendance);
    }

    AttendanceList(Desk desk) {
        this.desk = desk;
        counts.addClassName("small-print");
        list.addClassName("attendance");
        add(counts, list);
    }

    void show(List<Participant> participants, boolean mayAttend) {
        if (mayAttend == editable && namesOf(participants).equals(shownNames())) {
            for (int place = 0; place < lines.size(); place++) {
                lines.get(place).take(participants.get(place));
            }
        } else {
            editable = mayAttend;
            lines.clear();
            list.removeAll();
            for (int place = 0; place < participants.size(); place++) {
                Line line = new Line(place, participants.get(place));
                lines.add(line);
                list.add(line.item);
            }
        }
        counts.setText(participants.isEmpty() ? "出席者はまだ登録されていません。" : counted(participants));
    }

    private static String counted(List<Participant> participants) {
        return Stream.concat(
                        Stream.of("%d人".formatted(participants.size())),
                        Stream.of(Attendance.values())
                                .map(one -> Map.entry(
                                        one,
                                        participants.stream()
                                                .filter(participant -> participant.attendance() == one)
                                                .count()))
                                .filter(count -> count.getValue() > 0)
                                .map(count -> "%s %d".formatted(count.getKey().label(), count.getValue())))
                .collect(Collectors.joining("　"));
    }

    private static List<List<String>> namesOf(List<Participant> participants) {
        return participants.stream()
                .map(one -> List.of(one.name(), one.affiliation(), one.office()))
                .toList();
    }

    private List<List<String>> shownNames() {
        return namesOf(lines.stream().map(line -> line.participant).toList());
    }

    private final class Line {
        private final int place;
        private final ListItem item = new ListItem();
        private final Span state = new Span();
        private final Paragraph saved = new Paragraph();
        private final Optional<PlainSelect> choice;
        private Participant participant;

        Line(int place, Participant participant) {
            this.place = place;
            this.participant = participant;
            Span post = new Span(Stream.of(participant.affiliation(), participant.office())
                    .filter(words -> !words.isEmpty())
                    .collect(Collectors.joining("　")));
            post.addClassName("post");
            item.add(new Div(new Span(participant.name()), post));
            if (editable) {
                Map<String, String> words = new LinkedHashMap<>();
                Stream.of(Attendance.values()).forEach(one -> words.put(one.name(), one.label()));
                PlainSelect select = new PlainSelect(participant.name() + "の出欠", words).inTable();
                select.setValue(participant.attendance().name());
                select.addValueChangeListener(change -> {
                    if (change.isFromClient()) {
                        choose(Attendance.valueOf(change.getValue()));
                    }
                });
                choice = Optional.of(select);
                saved.addClassName("save-state");
                saved.getElement().setAttribute("role", "status");
                item.add(select, saved);
            } else {
                choice = Optional.empty();
                state.setText(participant.attendance().label());
                item.add(state);
            }
        }

        void take(Participant now) {
            if (!now.equals(participant)) {
                participant = now;
                choice.ifPresent(select -> select.setValue(now.attendance().name()));
                saved.setText("");
                state.setText(choice.isPresent() ? "" : now.attendance().label());
            }
        }

        private void choose(Attendance attendance) {
            Participant before = participant;
            saved.removeClassName(REFUSED);
            try {
                desk.attend(place, before, attendance);
                saved.setText("保存しました");
            } catch (RefusedException | ForbiddenException e) {
                saved.addClassName(REFUSED);
                saved.setText(Optional.ofNullable(e.getMessage()).orElse("保存できませんでした。"));
                choice.ifPresent(select -> select.setValue(before.attendance().name()));
            }
        }
    }
}
