package jp.kyosei.backend.api.meetings;

import io.micronaut.serde.annotation.Serdeable;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import jp.kyosei.backend.api.web.InvalidInputException;
import jp.kyosei.backend.api.web.PathValues;
import jp.kyosei.backend.discussion.NoteId;
import jp.kyosei.backend.discussion.markup.NoteMarkup;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.meeting.Attendance;
import jp.kyosei.backend.meeting.MaterialKind;
import jp.kyosei.backend.meeting.MeetingPlan;
import jp.kyosei.backend.meeting.Participant;
import jp.kyosei.backend.meeting.outcome.NewOutcome;
import jp.kyosei.backend.meeting.outcome.OutcomeStatus;
import org.jspecify.annotations.Nullable;

/** What is sent about meetings. */
final class MeetingBodies {
    private MeetingBodies() {}

    /**
     * A meeting to be planned, or as it shall be from now on.
     *
     * @param fiscalYear the year whose results are discussed
     * @param startsAt such as {@code 13:30}
     * @param agenda a line each; those under another begin with a full-width space
     * @param materials in order; the first is 資料No.1 unless it has a mark of its own
     */
    @Serdeable
    record PlanBody(
            @Nullable Integer fiscalYear,
            @Nullable String title,
            @Nullable LocalDate heldOn,
            @Nullable String startsAt,
            @Nullable String endsAt,
            @Nullable String place,
            @Nullable WindowBody commentWindow,
            @Nullable List<String> agenda,
            @Nullable List<ParticipantBody> participants,
            @Nullable List<MaterialBody> materials) {
        /** @throws InvalidInputException if something is wrong with it */
        MeetingPlan plan() {
            Integer year = fiscalYear;
            if (year == null || year < FiscalYear.FIRST || year > FiscalYear.LAST) {
                throw new InvalidInputException("fiscalYear", "年度は4桁の西暦で指定してください。令和4年度なら 2022 です。");
            }
            LocalDate day = heldOn;
            if (day == null) {
                throw new InvalidInputException("heldOn", "開催日を 2024-02-01 の形で指定してください。");
            }
            WindowBody window = commentWindow;
            MeetingPlan plan = new MeetingPlan(
                    new FiscalYear(year),
                    Objects.requireNonNullElse(title, ""),
                    day,
                    time("startsAt", startsAt),
                    time("endsAt", endsAt),
                    Objects.requireNonNullElse(place, ""),
                    window == null ? null : window.opensOn(),
                    window == null ? null : window.closesOn(),
                    Objects.requireNonNullElse(agenda, List.of()),
                    people(participants),
                    Objects.requireNonNullElse(materials, List.<MaterialBody>of()).stream()
                            .map(MaterialBody::paper)
                            .toList());
            check(plan.problems());
            return plan;
        }

        private static @Nullable LocalTime time(String field, @Nullable String text) {
            if (text == null || text.isBlank()) {
                return null;
            }
            try {
                return LocalTime.parse(text.strip());
            } catch (DateTimeParseException e) {
                throw new InvalidInputException(field, "時刻は 13:30 の形で指定してください。");
            }
        }
    }

    /** When the committee writes notes before it, both days included. */
    @Serdeable
    record WindowBody(@Nullable LocalDate opensOn, @Nullable LocalDate closesOn) {}

    /** Somebody who is asked to it; without a kind a member of the committee. */
    @Serdeable
    record ParticipantBody(
            @Nullable String name,
            @Nullable String affiliation,
            @Nullable String office,
            @Nullable Attendance attendance,
            Participant.@Nullable Kind kind,
            @Nullable String remark) {
        Participant participant() {
            return new Participant(
                    Objects.requireNonNullElse(name, ""),
                    Objects.requireNonNullElse(affiliation, ""),
                    Objects.requireNonNullElse(office, ""),
                    Objects.requireNonNullElse(attendance, Attendance.UNDECIDED),
                    Objects.requireNonNullElse(kind, Participant.Kind.MEMBER),
                    Objects.requireNonNullElse(remark, ""));
        }
    }

    /**
     * A paper; without a title it is called by its kind.
     *
     * @param mark what is printed on it, such as 資料8; without it 資料No. with its place
     * @param words sentences of the office that stand on it, a paragraph a line
     */
    @Serdeable
    record MaterialBody(
            @Nullable String title,
            @Nullable MaterialKind kind,
            @Nullable String mark,
            @Nullable String words) {
        MeetingPlan.Paper paper() {
            MaterialKind wanted = kind;
            if (wanted == null) {
                throw new InvalidInputException("materials", "資料の種類（RESULTS、OVERVIEW、TREND、NOTES）を指定してください。");
            }
            return new MeetingPlan.Paper(
                    Objects.requireNonNullElse(title, wanted.label()),
                    wanted,
                    Objects.requireNonNullElse(mark, ""),
                    Objects.requireNonNullElse(words, ""));
        }
    }

    /** Who attends: the list as a whole. */
    @Serdeable
    record ParticipantsBody(@Nullable List<ParticipantBody> participants) {
        /** @throws InvalidInputException if something is wrong with it */
        List<Participant> people() {
            if (participants == null) {
                throw new InvalidInputException("participants", "出席者の一覧を指定してください。");
            }
            List<Participant> people = MeetingBodies.people(participants);
            check(MeetingPlan.problems(people));
            return people;
        }
    }

    /** Which papers to issue; without any all. */
    @Serdeable
    record IssueBody(@Nullable Set<Integer> materials) {
        Set<Integer> numbers() {
            return materials == null ? Set.of() : Set.copyOf(materials);
        }
    }

    /** Why something is done. */
    @Serdeable
    record ReasonBody(@Nullable String reason) {
        String words() {
            return Objects.requireNonNullElse(reason, "");
        }
    }

    /**
     * An outcome.
     *
     * @param indicator its number; without it the plan as a whole, or what the note is about
     * @param note the id of the note it goes back to
     */
    @Serdeable
    record OutcomeBody(
            @Nullable String indicator,
            @Nullable String note,
            @Nullable String text,
            @Nullable OutcomeStatus status) {
        NewOutcome outcome() {
            return new NewOutcome(
                    indicator,
                    note == null ? null : new NoteId(PathValues.id(note)),
                    Objects.requireNonNullElse(text, ""),
                    given(status));
        }
    }

    /** What became of an outcome. */
    @Serdeable
    record MarkBody(
            @Nullable OutcomeStatus status, @Nullable String remark) {
        OutcomeStatus wanted() {
            return given(status);
        }

        String words() {
            return Objects.requireNonNullElse(remark, "");
        }
    }

    /** The text of minutes. */
    @Serdeable
    record MinutesBody(@Nullable String text) {
        String words() {
            String words = Objects.requireNonNullElse(text, "");
            NoteMarkup.problemOfMinutes(words).ifPresent(problem -> {
                throw new InvalidInputException("text", problem);
            });
            return words;
        }
    }

    private static OutcomeStatus given(@Nullable OutcomeStatus status) {
        if (status == null) {
            throw new InvalidInputException("status", "状態（REFLECTED、WITHIN_YEAR、CONTINUED）を指定してください。");
        }
        return status;
    }

    private static List<Participant> people(@Nullable List<ParticipantBody> participants) {
        return Objects.requireNonNullElse(participants, List.<ParticipantBody>of()).stream()
                .map(ParticipantBody::participant)
                .toList();
    }

    private static void check(List<MeetingPlan.Problem> problems) {
        problems.stream().findFirst().ifPresent(problem -> {
            throw new InvalidInputException(problem.field(), problem.message());
        });
    }
}
