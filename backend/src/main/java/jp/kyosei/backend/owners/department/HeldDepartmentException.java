package jp.kyosei.backend.owners.department;

import java.util.List;
import java.util.stream.Collectors;
import jp.kyosei.backend.tenancy.RefusedException;

/** A department cannot be closed while something names it; the message says what, and where it can go. */
public final class HeldDepartmentException extends RefusedException {
    HeldDepartmentException(String department, List<Hanging> hanging, String what) {
        super("「%s」には、%sが残っています。%s"
                .formatted(department, hanging.stream().map(Hanging::words).collect(Collectors.joining("、")), what));
    }
}
