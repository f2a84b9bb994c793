package jp.kyosei.backend.collection.task;

import java.util.List;
import jp.kyosei.backend.tenancy.DepartmentId;
import jp.kyosei.backend.tenancy.Desk;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import jp.kyosei.backend.tenancy.OwnerId;
import org.jspecify.annotations.Nullable;

/**
 * A subject as the version of the plan in force names it.
 *
 * @param no the number that people know it by, unique among the subjects of its kind
 * @param desks those whom a round asks for it
 * @param answerExpected whether a task of it can be submitted only with an answer
 */
public record NamedSubject(TaskSubject subject, String no, String name, List<AskedDesk> desks, boolean answerExpected) {
    public NamedSubject {
        desks = List.copyOf(desks);
    }

    /** One line of a list in a letter. */
    String line() {
        return switch (subject.kind()) {
            case FIGURE, INDICATOR_GRADE -> "・No.%s %s".formatted(no, name);
            case SECTION_TEXT, SECTION_GRADE, COSTS -> "・%s %s".formatted(no, name);
        };
    }

    /** How the history calls the task of a municipality, in words that a person can look up. */
    String inHistory(MunicipalityCode town) {
        return switch (subject.kind()) {
            case FIGURE -> "No.%s %s".formatted(no, town.value());
            case INDICATOR_GRADE -> "No.%s %s %s".formatted(no, subject.kind().matter(), town.value());
            case SECTION_TEXT, SECTION_GRADE, COSTS ->
                "%s %s %s".formatted(no, subject.kind().matter(), town.value());
        };
    }

    /**
     * A municipality, and its department where one is named.
     *
     * @param departmentOwner whose register the department is in; none without a department
     * @param departmentName empty without a department
     * @param townName the municipality's, as people know it
     */
    public record AskedDesk(
            MunicipalityCode municipality,
            @Nullable OwnerId departmentOwner,
            @Nullable DepartmentId department,
            String departmentName,
            String townName) {
        /** A municipality as a whole. */
        public AskedDesk(
                MunicipalityCode municipality, @Nullable OwnerId departmentOwner, @Nullable DepartmentId department) {
            this(municipality, departmentOwner, department, "", municipality.value());
        }

        public Desk desk() {
            return new Desk(municipality, department);
        }
    }
}
