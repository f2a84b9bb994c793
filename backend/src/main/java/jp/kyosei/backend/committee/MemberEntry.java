package jp.kyosei.backend.committee;

import java.time.LocalDate;
import jp.kyosei.backend.tenancy.PersonId;
import jp.kyosei.backend.tenancy.RefusedException;
import jp.kyosei.backend.tenancy.TypedText;
import jp.kyosei.backend.text.TextKind;
import org.jspecify.annotations.Nullable;

/** What is written down of a member; texts as they are typed. Components as in {@link CommitteeMember}. */
public record MemberEntry(
        String name,
        String affiliation,
        String office,
        String remark,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        @Nullable PersonId person) {

    /**
     * Cleaned, and within the limits.
     *
     * @throws RefusedException if there is no name, a text is too long, or the term ends before it begins
     */
    MemberEntry checked() {
        if (from != null && until != null && until.isBefore(from)) {
            throw new RefusedException("任期の終わる日が、始まる日より前です。日付を直してください。");
        }
        return new MemberEntry(
                TypedText.required(TextKind.NAME, "name", "氏名", name, "氏名を入力してください。"),
                TypedText.checked(TextKind.NAME, "affiliation", "所属", affiliation),
                TypedText.checked(TextKind.NAME, "office", "役職", office),
                TypedText.checked(TextKind.NAME, "remark", "備考", remark),
                from,
                until,
                person);
    }
}
