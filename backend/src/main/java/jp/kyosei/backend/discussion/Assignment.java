package jp.kyosei.backend.discussion;

import jp.kyosei.backend.tenancy.Desk;

/**
 * Who is to answer.
 *
 * @param townName as in the public register
 * @param departmentName empty for the municipality as a whole, or where the name is not the reader's to see
 */
public record Assignment(Desk desk, String townName, String departmentName) {
    public String label() {
        return departmentName.isEmpty() ? townName : townName + " " + departmentName;
    }
}
