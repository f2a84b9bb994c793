package jp.kyosei.backend.api.notes;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import jp.kyosei.backend.discussion.Assignment;
import jp.kyosei.backend.discussion.Author;
import jp.kyosei.backend.discussion.CommentWindow;
import jp.kyosei.backend.discussion.Discussion;
import jp.kyosei.backend.discussion.Note;
import jp.kyosei.backend.discussion.NoteChange;
import jp.kyosei.backend.discussion.NotePad;
import jp.kyosei.backend.discussion.NoteRight;
import jp.kyosei.backend.discussion.NoteSubject;
import jp.kyosei.backend.discussion.Reply;
import jp.kyosei.backend.discussion.Rights;
import jp.kyosei.backend.discussion.Visibility;
import jp.kyosei.backend.discussion.Writing;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.tenancy.DepartmentId;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import org.jspecify.annotations.Nullable;

/** Notes in JSON. */
final class NoteViews {
    private NoteViews() {}

    /**
     * The notes on one thing in a year.
     *
     * @param notes oldest first
     */
    @Serdeable
    record PadView(
            String plan,
            SubjectView subject,
            int fiscalYear,
            boolean following,
            WritingView writing,
            List<NoteView> notes) {
        static PadView of(NotePad pad) {
            return new PadView(
                    pad.content().plan().slug(),
                    SubjectView.of(pad.subject()),
                    pad.fiscalYear().year(),
                    pad.following(),
                    WritingView.of(pad.writing()),
                    pad.notes().stream().map(NoteView::of).toList());
        }
    }

    /**
     * All notes of a plan in a year.
     *
     * @param years the years that have notes, newest first
     * @param desks whom a note can be assigned to; empty for those who may not assign
     * @param notes in the order of the plan
     */
    @Serdeable
    record DiscussionView(
            String plan,
            int fiscalYear,
            List<Integer> years,
            WritingView writing,
            List<AssignmentView> desks,
            List<NoteView> notes) {
        static DiscussionView of(Discussion discussion) {
            return new DiscussionView(
                    discussion.content().plan().slug(),
                    discussion.fiscalYear().year(),
                    discussion.years().stream().map(FiscalYear::year).toList(),
                    WritingView.of(discussion.writing()),
                    discussion.desks().stream().map(AssignmentView::of).toList(),
                    discussion.notes().stream().map(NoteView::of).toList());
        }
    }

    /** Whether the caller may write, and why not. */
    @Serdeable
    record WritingView(
            boolean allowed,
            String refusal,
            List<String> visibilities,
            @Nullable WindowView window) {
        static WritingView of(Writing writing) {
            CommentWindow window = writing.window();
            return new WritingView(
                    writing.allowed(),
                    writing.refusal(),
                    writing.visibilities().stream().map(Enum::name).toList(),
                    window == null
                            ? null
                            : new WindowView(
                                    window.meeting(),
                                    window.title(),
                                    window.fiscalYear().year(),
                                    window.opensOn(),
                                    window.closesOn()));
        }
    }

    /** The days on which the committee writes. */
    @Serdeable
    record WindowView(UUID meeting, String title, int fiscalYear, LocalDate opensOn, LocalDate closesOn) {}

    /**
     * What a note is about.
     *
     * @param kind INDICATOR, SECTION or PLAN
     * @param no the number of the indicator
     * @param section its number
     * @param title the name of the indicator or section; empty for the plan
     */
    @Serdeable
    record SubjectView(
            String kind, @Nullable String no, @Nullable String section, String title) {
        static SubjectView of(NoteSubject subject) {
            return switch (subject) {
                case NoteSubject.OfIndicator on -> new SubjectView("INDICATOR", on.no(), on.section(), on.name());
                case NoteSubject.OfSection on -> new SubjectView("SECTION", null, on.number(), on.title());
                case NoteSubject.OfPlan on -> new SubjectView("PLAN", null, null, "");
            };
        }
    }

    /** Who wrote, and for whom. */
    @Serdeable
    record AuthorView(
            String name, String standing, @Nullable String municipality, String municipalityName) {
        static AuthorView of(Author author) {
            return new AuthorView(author.name(), author.standing().name(), code(author.town()), author.townName());
        }
    }

    /**
     * Who is to answer.
     *
     * @param department its id; none for the municipality as a whole
     */
    @Serdeable
    record AssignmentView(
            String municipality,
            String municipalityName,
            @Nullable UUID department,
            String departmentName) {
        static AssignmentView of(Assignment assignment) {
            DepartmentId department = assignment.desk().department();
            return new AssignmentView(
                    assignment.desk().town().value(),
                    assignment.townName(),
                    department == null ? null : department.value(),
                    assignment.departmentName());
        }
    }

    /** A reply. */
    @Serdeable
    record ReplyView(
            UUID id,
            boolean answers,
            String text,
            AuthorView author,
            Instant writtenAt,
            @Nullable Instant editedAt,
            @Nullable Instant withdrawnAt,
            long version,
            boolean mayEdit) {
        static ReplyView of(Reply reply) {
            return new ReplyView(
                    reply.id(),
                    reply.answers(),
                    reply.text(),
                    AuthorView.of(reply.author()),
                    reply.writtenAt(),
                    reply.editedAt(),
                    reply.withdrawnAt(),
                    reply.version(),
                    reply.mayEdit());
        }
    }

    /** What the caller may do with a note now. */
    @Serdeable
    record RightsView(
            boolean reply,
            boolean answer,
            boolean edit,
            boolean withdraw,
            boolean close,
            boolean reopen,
            boolean assign,
            List<String> visibilities) {
        static RightsView of(Rights rights) {
            return new RightsView(
                    rights.may(NoteRight.REPLY),
                    rights.may(NoteRight.ANSWER),
                    rights.may(NoteRight.EDIT),
                    rights.may(NoteRight.WITHDRAW),
                    rights.may(NoteRight.CLOSE),
                    rights.may(NoteRight.REOPEN),
                    rights.may(NoteRight.ASSIGN),
                    Arrays.stream(Visibility.values())
                            .filter(rights.visibilities()::contains)
                            .map(Enum::name)
                            .toList());
        }
    }

    /**
     * A note with its thread.
     *
     * @param text Markdown as written
     * @param mark NEW, UNREAD or READ for the caller
     * @param version what If-Match names
     */
    @Serdeable
    record NoteView(
            UUID id,
            String plan,
            SubjectView subject,
            int fiscalYear,
            @Nullable UUID meeting,
            String kind,
            String visibility,
            String state,
            String text,
            AuthorView author,
            @Nullable AssignmentView assignment,
            Instant writtenAt,
            @Nullable Instant editedAt,
            @Nullable Instant withdrawnAt,
            long version,
            List<ReplyView> replies,
            List<AttachmentView> attachments,
            String mark,
            boolean following,
            RightsView rights) {
        static NoteView of(Note note) {
            return new NoteView(
                    note.id().value(),
                    note.plan(),
                    SubjectView.of(note.subject()),
                    note.fiscalYear().year(),
                    note.meeting(),
                    note.kind().name(),
                    note.visibility().name(),
                    note.state().name(),
                    note.text(),
                    AuthorView.of(note.author()),
                    Stream.ofNullable(note.assignment())
                            .map(AssignmentView::of)
                            .findFirst()
                            .orElse(null),
                    note.writtenAt(),
                    note.editedAt(),
                    note.withdrawnAt(),
                    note.version(),
                    note.replies().stream().map(ReplyView::of).toList(),
                    note.attachments().stream().map(AttachmentView::of).toList(),
                    note.mark().name(),
                    note.following(),
                    RightsView.of(note.rights()));
        }
    }

    /** Something that was done to a note. */
    @Serdeable
    record ChangeView(String what, String before, String after, String remark, String person, Instant at) {
        static ChangeView of(NoteChange change) {
            return new ChangeView(
                    change.what().name(),
                    change.before(),
                    change.after(),
                    change.remark(),
                    change.personName(),
                    change.at());
        }
    }

    /** How many notes were given to a desk. */
    @Serdeable
    record AssignedView(
            int notes,
            @Nullable String municipality,
            @Nullable String department) {}

    /** Whether mails are sent. */
    @Serdeable
    record FollowingView(boolean following) {}

    private static @Nullable String code(@Nullable MunicipalityCode town) {
        return town == null ? null : town.value();
    }
}
