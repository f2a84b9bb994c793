package jp.kyosei.backend.api.notes;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import jp.kyosei.backend.api.web.InvalidInputException;
import jp.kyosei.backend.api.web.PathValues;
import jp.kyosei.backend.committee.MemberId;
import jp.kyosei.backend.discussion.NewNote;
import jp.kyosei.backend.discussion.NoteId;
import jp.kyosei.backend.discussion.NoteKind;
import jp.kyosei.backend.discussion.NoteTarget;
import jp.kyosei.backend.discussion.Visibility;
import jp.kyosei.backend.discussion.markup.NoteText;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.tenancy.DepartmentId;
import jp.kyosei.backend.tenancy.Desk;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import org.jspecify.annotations.Nullable;

/** What is sent about notes. */
final class NoteBodies {
    private NoteBodies() {}

    /**
     * A note to be written or edited.
     *
     * @param visibility who sees it; only where it is new
     * @param fiscalYear the year whose results it is about; only where it is new
     * @param member for which member on paper alone the secretariat writes it; only where it is new
     */
    @Serdeable
    record NoteBody(
            @Nullable NoteKind kind,
            @Nullable Visibility visibility,
            @Nullable Integer fiscalYear,
            @Nullable String text,
            @Nullable String member) {
        NewNote on(NoteTarget target) {
            Integer year = fiscalYear;
            if (year == null || year < FiscalYear.FIRST || year > FiscalYear.LAST) {
                throw new InvalidInputException("fiscalYear", "年度は4桁の西暦で指定してください。令和5年度なら 2023 です。");
            }
            return new NewNote(target, new FiscalYear(year), kindGiven(), seenBy(visibility), textGiven());
        }

        NoteKind kindGiven() {
            if (kind == null) {
                throw new InvalidInputException("kind", "種類を QUESTION、OPINION、PROPOSAL、KEYWORD のどれかで指定してください。");
            }
            return kind;
        }

        String textGiven() {
            return written(text);
        }

        /** For whom the secretariat writes. */
        Optional<MemberId> memberGiven() {
            return Optional.ofNullable(member).map(id -> PathValues.uuid(id)
                    .map(MemberId::new)
                    .orElseThrow(() -> new InvalidInputException("member", "代わりに入力する委員を、名簿の id で指定してください。")));
        }
    }

    /**
     * A reply.
     *
     * @param answers whether it is the answer of secretariat or department; without it, it only joins the talk
     */
    @Serdeable
    record ReplyBody(@Nullable String text, @Nullable Boolean answers) {
        String textGiven() {
            return written(text);
        }

        boolean isAnswer() {
            return Objects.requireNonNullElse(answers, false);
        }
    }

    /**
     * Who is to see a note.
     *
     * @param consent how its author agreed, to make it wider
     */
    @Serdeable
    record VisibilityBody(
            @Nullable Visibility visibility, @Nullable String consent) {
        Visibility visibilityGiven() {
            return seenBy(visibility);
        }

        String consentGiven() {
            return Objects.requireNonNullElse(consent, "");
        }
    }

    /**
     * Who is to answer.
     *
     * @param notes their ids
     * @param municipality its code; without it nobody is named any more
     * @param department its id; without it the municipality as a whole
     */
    @Serdeable
    record AssignBody(
            @Nullable List<String> notes,
            @Nullable String municipality,
            @Nullable String department) {
        List<NoteId> notesGiven() {
            if (notes == null || notes.isEmpty()) {
                throw new InvalidInputException("notes", "担当を決める意見の id を一つ以上指定してください。");
            }
            return notes.stream()
                    .map(id -> new NoteId(uuid("notes", id)))
                    .distinct()
                    .toList();
        }

        @Nullable
        Desk desk() {
            if (municipality == null) {
                if (department != null) {
                    throw new InvalidInputException("municipality", "担当課の市町村を6桁の団体コードで指定してください。");
                }
                return null;
            }
            MunicipalityCode town = MunicipalityCode.parse(municipality)
                    .orElseThrow(() -> new InvalidInputException("municipality", "6桁の全国地方公共団体コードを指定してください。"));
            return new Desk(town, department == null ? null : new DepartmentId(uuid("department", department)));
        }
    }

    /** Whether mails are wanted. */
    @Serdeable
    record FollowingBody(@Nullable Boolean following) {
        boolean followingGiven() {
            if (following == null) {
                throw new InvalidInputException("following", "true か false を指定してください。");
            }
            return following;
        }
    }

    /** Nothing needs to be said. */
    @Serdeable
    record EmptyBody() {}

    private static Visibility seenBy(@Nullable Visibility visibility) {
        if (visibility == null) {
            throw new InvalidInputException("visibility", "見える人を COUNCIL、MEMBERS、PUBLIC のどれかで指定してください。");
        }
        return visibility;
    }

    private static String written(@Nullable String text) {
        try {
            return new NoteText(Objects.requireNonNullElse(text, "")).value();
        } catch (IllegalArgumentException e) {
            throw new InvalidInputException("text", Objects.requireNonNullElse(e.getMessage(), "本文を書いてください。"));
        }
    }

    private static UUID uuid(String field, String text) {
        return PathValues.uuid(text).orElseThrow(() -> new InvalidInputException(field, "id は一覧で答えた形のまま指定してください。"));
    }
}
