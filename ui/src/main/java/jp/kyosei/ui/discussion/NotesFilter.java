package jp.kyosei.ui.discussion;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.QueryParameters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.kyosei.backend.discussion.Assignment;
import jp.kyosei.backend.discussion.Discussion;
import jp.kyosei.backend.discussion.Mark;
import jp.kyosei.backend.discussion.Note;
import jp.kyosei.backend.discussion.NoteKind;
import jp.kyosei.backend.discussion.NoteRight;
import jp.kyosei.backend.discussion.NoteState;
import jp.kyosei.backend.discussion.NoteSubject;
import jp.kyosei.backend.discussion.Visibility;
import jp.kyosei.backend.plan.Section;
import jp.kyosei.backend.tenancy.DepartmentId;
import jp.kyosei.backend.tenancy.OwnerKind;
import jp.kyosei.ui.form.PlainSelect;
import org.jspecify.annotations.Nullable;

/** Which notes are shown. It stands in the address, so that it can be sent to a colleague and comes back with "back". */
final class NotesFilter extends Div {
    /** Notes that wait for an answer of the reader. */
    static final String MINE = "mine";

    private static final String ALL = "";
    private static final String UNREAD = "unread";
    private static final String WITHDRAWN = "withdrawn";
    private static final String NOBODY = "none";

    private static final String STATE = "state";
    private static final String SECTION = "section";
    private static final String KIND = "kind";
    private static final String DESK = "desk";
    private static final String VISIBILITY = "visibility";

    private final Runnable changed;
    private final Map<String, String> chosen = new LinkedHashMap<>();

    NotesFilter(Runnable changed) {
        this.changed = changed;
        addClassNames("notes-tools", "no-print");
        getElement().setAttribute("role", "group");
        getElement().setAttribute("aria-label", "絞り込み");
    }

    /** Takes what the address says; what it does not know has no effect. */
    void read(QueryParameters parameters) {
        chosen.clear();
        for (String name : List.of(STATE, SECTION, KIND, DESK, VISIBILITY)) {
            parameters.getSingleParameter(name).ifPresent(value -> chosen.put(name, value));
        }
    }

    QueryParameters parameters() {
        Map<String, String> named = new LinkedHashMap<>(chosen);
        named.values().removeIf(String::isEmpty);
        return QueryParameters.simple(named);
    }

    boolean isEmpty() {
        return chosen.values().stream().allMatch(String::isEmpty);
    }

    void clear() {
        chosen.clear();
    }

    /** Offers what occurs in a discussion; a choice that is made stays. */
    void offer(Discussion discussion, OwnerKind kind) {
        removeAll();
        add(
                choice("状態", STATE, states()),
                choice("体系", SECTION, sections(discussion)),
                choice("種類", KIND, kinds()),
                choice("回答の担当", DESK, desks(discussion)),
                choice("見える人", VISIBILITY, visibilities(kind)));
    }

    boolean includes(Discussion discussion, Note note) {
        return inState(note)
                && inSection(discussion, note)
                && is(KIND, note.kind().name())
                && is(DESK, deskOf(note.assignment()))
                && is(VISIBILITY, note.visibility().name());
    }

    private boolean inState(Note note) {
        String state = value(STATE);
        return switch (state) {
            case ALL -> true;
            case MINE -> note.awaitsAnswer() && note.rights().may(NoteRight.ANSWER);
            case UNREAD -> note.mark() != Mark.READ;
            case WITHDRAWN -> note.isWithdrawn();
            default -> !note.isWithdrawn() && note.state().name().equals(state);
        };
    }

    private boolean inSection(Discussion discussion, Note note) {
        String section = value(SECTION);
        return section.isEmpty()
                || (section.equals(NOBODY)
                        ? note.subject() instanceof NoteSubject.OfPlan
                        : discussion.content().path(sectionOf(note.subject())).contains(section));
    }

    /** Empty for the plan as a whole. */
    static String sectionOf(NoteSubject subject) {
        return switch (subject) {
            case NoteSubject.OfIndicator on -> on.section();
            case NoteSubject.OfSection on -> on.number();
            case NoteSubject.OfPlan on -> "";
        };
    }

    private boolean is(String name, String value) {
        return value(name).isEmpty() || value(name).equals(value);
    }

    private String value(String name) {
        return chosen.getOrDefault(name, ALL);
    }

    private static String deskOf(@Nullable Assignment assignment) {
        if (assignment == null) {
            return NOBODY;
        }
        String town = assignment.desk().town().value();
        return Optional.ofNullable(assignment.desk().department())
                .map(DepartmentId::value)
                .map(department -> town + "/" + department)
                .orElse(town);
    }

    private static Map<String, String> states() {
        Map<String, String> states = all();
        states.put(MINE, "自分が回答できる未回答");
        for (NoteState state : NoteState.values()) {
            states.put(state.name(), state.label());
        }
        states.put(UNREAD, "まだ読んでいないもの");
        states.put(WITHDRAWN, "取り下げ");
        return states;
    }

    private static Map<String, String> sections(Discussion discussion) {
        Map<String, String> sections = all();
        for (Section section : discussion.content().sections()) {
            sections.put(section.number(), "　".repeat(section.level() - 1) + section.number() + " " + section.title());
        }
        sections.put(NOBODY, "計画全体");
        return sections;
    }

    private static Map<String, String> kinds() {
        Map<String, String> kinds = all();
        for (NoteKind kind : NoteKind.values()) {
            kinds.put(kind.name(), kind.label());
        }
        return kinds;
    }

    private static Map<String, String> desks(Discussion discussion) {
        Map<String, String> desks = all();
        discussion.notes().stream().map(Note::assignment).forEach(assignment -> {
            if (assignment != null) {
                desks.put(deskOf(assignment), assignment.label());
            }
        });
        desks.put(NOBODY, "担当未定");
        return desks;
    }

    private static Map<String, String> visibilities(OwnerKind kind) {
        Map<String, String> visibilities = all();
        for (Visibility visibility : Visibility.values()) {
            visibilities.put(visibility.name(), visibility.labelIn(kind));
        }
        return visibilities;
    }

    private static Map<String, String> all() {
        return new LinkedHashMap<>(Map.of(ALL, "すべて"));
    }

    private PlainSelect choice(String label, String name, Map<String, String> choices) {
        PlainSelect select = new PlainSelect(label, choices);
        if (choices.containsKey(value(name))) {
            select.setValue(value(name));
        } else {
            chosen.remove(name);
        }
        select.addValueChangeListener(change -> {
            chosen.put(name, change.getValue());
            changed.run();
        });
        return select;
    }
}
