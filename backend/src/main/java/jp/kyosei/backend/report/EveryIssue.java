package jp.kyosei.backend.report;

import jakarta.inject.Singleton;
import java.util.List;
import jp.kyosei.backend.meeting.MeetingService;
import jp.kyosei.backend.meeting.paper.IssuedPaper;
import jp.kyosei.backend.meeting.paper.MeetingPack;
import jp.kyosei.backend.meeting.paper.PaperService;
import jp.kyosei.backend.plan.PlanService;
import jp.kyosei.backend.plan.PlanSummary;
import jp.kyosei.backend.report.document.NotesPaper;
import jp.kyosei.backend.report.document.PackPapers;
import jp.kyosei.backend.report.pdf.PdfWriter;
import jp.kyosei.backend.tenancy.AccessPolicy;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.OwnerId;
import jp.kyosei.backend.tenancy.OwnerKind;

/** Every paper of an owner's meetings as it was issued, those that were replaced as well, as a PDF each. */
@Singleton
public class EveryIssue {
    private final PlanService plans;
    private final MeetingService meetings;
    private final PaperService papers;
    private final AccessPolicy policy;

    EveryIssue(PlanService plans, MeetingService meetings, PaperService papers, AccessPolicy policy) {
        this.plans = plans;
        this.meetings = meetings;
        this.papers = papers;
        this.policy = policy;
    }

    /** Takes one after the other, so that never more than one is in memory. */
    @FunctionalInterface
    public interface Taker {
        /**
         * Takes a paper.
         *
         * @param name of its file, with a folder for each meeting, such as {@code 2024-07-25_第1回懇談会/資料No.1_実績一覧.pdf}
         */
        void take(String name, IssuedPaper paper, byte[] pdf);
    }

    /** Makes them as this reader sees them. */
    public void of(Actor actor, OwnerId owner, OwnerKind kind, Taker taker) {
        String scope = NotesPaper.scope(policy.discussionSight(actor, owner), kind);
        for (PlanSummary plan : plans.plans(actor)) {
            if (plan.plan().owner().equals(owner)) {
                meetings.meetings(actor, plan.plan().slug())
                        .meetings()
                        .forEach(meeting -> take(papers.everyIssue(actor, meeting.id()), kind, scope, taker));
            }
        }
    }

    private static void take(MeetingPack pack, OwnerKind kind, String scope, Taker taker) {
        String folder =
                named("%s_%s".formatted(pack.meeting().heldOn(), pack.meeting().title()));
        pack.papers().stream().map(MeetingPack.Given::paper).forEach(paper -> {
            String file =
                    named("%s_%s".formatted(paper.issue().label(), paper.issue().title()));
            taker.take(
                    "%s/%s.pdf".formatted(folder, file),
                    paper,
                    PdfWriter.write(paper.issue().title(), List.of(PackPapers.alone(pack, paper, kind, scope))));
        });
    }

    private static String named(String words) {
        return FileNames.harmless(words.replace('\u3000', '_').replace('/', '／'));
    }
}
