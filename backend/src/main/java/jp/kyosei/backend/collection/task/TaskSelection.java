package jp.kyosei.backend.collection.task;

import java.util.EnumSet;
import java.util.Set;
import jp.kyosei.backend.tenancy.MunicipalityCode;

/**
 * Which tasks of a round are meant.
 *
 * @param kinds what is asked
 * @param numbers the numbers of what is asked, such as those of indicators; empty for all
 * @param municipalities the towns; empty for all
 * @param departments the names of their departments, empty text for what names none; empty for all
 */
public record TaskSelection(
        Set<TaskSubject.Kind> kinds,
        Set<String> numbers,
        Set<MunicipalityCode> municipalities,
        Set<String> departments) {
    public static final TaskSelection ALL = new TaskSelection(Set.of(), Set.of());

    public TaskSelection {
        kinds = Set.copyOf(kinds);
        numbers = Set.copyOf(numbers);
        municipalities = Set.copyOf(municipalities);
        departments = Set.copyOf(departments);
    }

    /** Of all departments. */
    public TaskSelection(Set<TaskSubject.Kind> kinds, Set<String> numbers, Set<MunicipalityCode> municipalities) {
        this(kinds, numbers, municipalities, Set.of());
    }

    /**
     * Figures of indicators; all tasks of the towns where no indicator is named.
     *
     * @param indicators the numbers of indicators; empty for whatever is asked
     */
    public TaskSelection(Set<String> indicators, Set<MunicipalityCode> municipalities) {
        this(
                indicators.isEmpty() ? EnumSet.allOf(TaskSubject.Kind.class) : Set.of(TaskSubject.Kind.FIGURE),
                indicators,
                municipalities);
    }

    public static TaskSelection of(String indicator, MunicipalityCode town) {
        return new TaskSelection(Set.of(indicator), Set.of(town));
    }

    /** The same of these departments alone; of all, where none is named. */
    public TaskSelection inDepartments(Set<String> names) {
        return new TaskSelection(kinds, numbers, municipalities, names);
    }

    boolean names(NamedSubject subject) {
        return kinds.contains(subject.subject().kind()) && (numbers.isEmpty() || numbers.contains(subject.no()));
    }

    boolean isOf(MunicipalityCode town) {
        return municipalities.isEmpty() || municipalities.contains(town);
    }

    /** Whether single subjects are named, so that each that stays behind needs an answer. */
    boolean isPrecise() {
        return !numbers.isEmpty();
    }
}
