package jp.kyosei.backend.api.meetings;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import jp.kyosei.backend.discussion.CommentWindow;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.meeting.Issue;
import jp.kyosei.backend.meeting.Material;
import jp.kyosei.backend.meeting.Meeting;
import jp.kyosei.backend.meeting.MinutesState;
import jp.kyosei.backend.meeting.Participant;
import jp.kyosei.backend.meeting.minutes.Minutes;
import jp.kyosei.backend.meeting.outcome.Outcome;
import jp.kyosei.backend.meeting.paper.IssuedGrade;
import jp.kyosei.backend.meeting.paper.IssuedIndicator;
import jp.kyosei.backend.meeting.paper.IssuedNote;
import jp.kyosei.backend.meeting.paper.IssuedPaper;
import org.jspecify.annotations.Nullable;

/** Meetings in JSON. */
final class MeetingViews {
    private MeetingViews() {}

    /**
     * A meeting.
     *
     * @param minutes where its minutes stand; none where the caller may not see any
     * @param cancelled why it was called off; empty if it was not
     */
    @Serdeable
    record MeetingView(
            String id,
            String plan,
            int fiscalYear,
            String title,
            LocalDate heldOn,
            @Nullable String startsAt,
            @Nullable String endsAt,
            String place,
            @Nullable WindowView commentWindow,
            List<String> agenda,
            List<ParticipantView> participants,
            List<MaterialView> materials,
            @Nullable String minutes,
            String cancelled,
            long version) {
        static MeetingView of(Meeting meeting) {
            CommentWindow window = meeting.window();
            MinutesState minutes = meeting.minutes();
            return new MeetingView(
                    meeting.id().value().toString(),
                    meeting.plan().slug(),
                    meeting.fiscalYear().year(),
                    meeting.title(),
                    meeting.heldOn(),
                    text(meeting.startsAt()),
                    text(meeting.endsAt()),
                    meeting.place(),
                    window == null ? null : new WindowView(window.opensOn(), window.closesOn()),
                    meeting.agenda(),
                    meeting.participants().stream().map(ParticipantView::of).toList(),
                    meeting.materials().stream().map(MaterialView::of).toList(),
                    minutes == null ? null : minutes.name(),
                    meeting.cancelled(),
                    meeting.version());
        }
    }

    /** When the committee writes notes before it, both days included. */
    @Serdeable
    record WindowView(LocalDate opensOn, LocalDate closesOn) {}

    /** Somebody who is asked to it. */
    @Serdeable
    record ParticipantView(
            String name, String affiliation, String office, String attendance, String kind, String remark) {
        static ParticipantView of(Participant participant) {
            return new ParticipantView(
                    participant.name(),
                    participant.affiliation(),
                    participant.office(),
                    participant.attendance().name(),
                    participant.kind().name(),
                    participant.remark());
        }
    }

    /**
     * A paper.
     *
     * @param label such as 資料No.1（差替）
     * @param mark as the office prints it; empty for 資料No. with its place
     * @param words sentences of the office; may be empty
     * @param issues the newest first
     */
    @Serdeable
    record MaterialView(
            int number, String label, String mark, String title, String kind, String words, List<IssueView> issues) {
        static MaterialView of(Material material) {
            return new MaterialView(
                    material.number(),
                    material.label(),
                    material.mark(),
                    material.title(),
                    material.kind().name(),
                    material.words(),
                    material.issues().stream().map(IssueView::of).toList());
        }
    }

    /** A paper as it was given out. */
    @Serdeable
    record IssueView(int revision, String label, String title, Instant issuedAt, String issuedBy) {
        static IssueView of(Issue issue) {
            return new IssueView(issue.revision(), issue.label(), issue.title(), issue.issuedAt(), issue.issuedBy());
        }
    }

    /**
     * A paper as it was issued.
     *
     * @param notes those that the caller may see
     * @param differences from what would be issued now
     */
    @Serdeable
    record PaperView(
            String meeting,
            int number,
            String kind,
            IssueView issue,
            String planTitle,
            String versionTitle,
            int fiscalYear,
            List<Integer> years,
            List<IssuedGrade> grades,
            List<IssuedIndicator> indicators,
            List<IssuedNote> notes,
            List<DifferenceView> differences) {
        static PaperView of(IssuedPaper paper) {
            return new PaperView(
                    paper.meeting().id().value().toString(),
                    paper.material().number(),
                    paper.material().kind().name(),
                    IssueView.of(paper.issue()),
                    paper.planTitle(),
                    paper.versionTitle(),
                    paper.fiscalYear().year(),
                    paper.years().stream().map(FiscalYear::year).toList(),
                    paper.grades(),
                    paper.indicators(),
                    paper.notes(),
                    paper.differences().stream()
                            .map(difference -> new DifferenceView(
                                    difference.no(),
                                    difference.name(),
                                    difference.field(),
                                    difference.issued(),
                                    difference.current()))
                            .toList());
        }
    }

    /** What has changed since. */
    @Serdeable
    record DifferenceView(String no, String name, String field, String issued, String current) {}

    /**
     * The outcomes of a meeting.
     *
     * @param followed of earlier meetings, not reflected yet
     */
    @Serdeable
    record OutcomesView(List<OutcomeView> outcomes, List<OutcomeView> followed) {
        static OutcomesView of(List<Outcome> outcomes, List<Outcome> followed) {
            return new OutcomesView(
                    outcomes.stream().map(OutcomeView::of).toList(),
                    followed.stream().map(OutcomeView::of).toList());
        }
    }

    /** An outcome. */
    @Serdeable
    record OutcomeView(
            String id,
            String meeting,
            String meetingTitle,
            @Nullable String indicator,
            @Nullable String indicatorName,
            @Nullable String note,
            String text,
            String status,
            String remark,
            String recordedBy,
            Instant recordedAt,
            long version) {
        static OutcomeView of(Outcome outcome) {
            Outcome.Subject indicator = outcome.indicator();
            var note = outcome.note();
            return new OutcomeView(
                    outcome.id().value().toString(),
                    outcome.meeting().value().toString(),
                    outcome.meetingTitle(),
                    indicator == null ? null : indicator.no(),
                    indicator == null ? null : indicator.name(),
                    note == null ? null : note.value().toString(),
                    outcome.text(),
                    outcome.status().name(),
                    outcome.remark(),
                    outcome.recordedBy(),
                    outcome.at(),
                    outcome.version());
        }
    }

    /** Minutes. */
    @Serdeable
    record MinutesView(
            String meeting,
            String text,
            String state,
            String approvedBy,
            @Nullable Instant approvedAt,
            @Nullable Instant publishedAt,
            long version) {
        static MinutesView of(Minutes minutes) {
            return new MinutesView(
                    minutes.meeting().value().toString(),
                    minutes.text(),
                    minutes.state().name(),
                    minutes.approvedBy(),
                    minutes.approvedAt(),
                    minutes.publishedAt(),
                    minutes.version());
        }
    }

    private static @Nullable String text(@Nullable Object time) {
        return time == null ? null : time.toString();
    }
}
