package jp.kyosei.ui.plan;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import io.micronaut.context.annotation.Prototype;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.kyosei.backend.discussion.Discussion;
import jp.kyosei.backend.discussion.NoteSubject;
import jp.kyosei.backend.discussion.NoteTarget;
import jp.kyosei.backend.discussion.thread.NoteReading;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.plan.Initiative;
import jp.kyosei.backend.plan.PlanDetail;
import jp.kyosei.backend.plan.PlanService;
import jp.kyosei.backend.plan.Section;
import jp.kyosei.backend.revision.AdoptionDay;
import jp.kyosei.backend.revision.DraftRemoval;
import jp.kyosei.backend.revision.PlanAdoption;
import jp.kyosei.backend.revision.RevisionService;
import jp.kyosei.backend.tenancy.AccessPolicy;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.ui.session.CurrentActor;
import jp.kyosei.ui.shell.MainLayout;
import org.jspecify.annotations.Nullable;

/** 体系と取組: the tree of a plan with the plan's own level names, its initiatives over the years, and its versions. */
@Prototype
@Route(value = "plans/:plan", layout = MainLayout.class)
public final class StructureView extends PlanPage {
    private static final String TITLE = "体系と取組";

    private final PlanService plans;
    private final NoteReading discussions;
    private final DraftRemoval drafts;
    private final AccessPolicy policy;
    private final CurrentActor current;
    private final PlanAdoption adoption;
    private final RevisionService revision;
    private final Clock clock;

    public StructureView(
            PlanService plans,
            NoteReading discussions,
            DraftRemoval drafts,
            PlanAdoption adoption,
            RevisionService revision,
            AccessPolicy policy,
            CurrentActor current,
            Clock clock) {
        super(current);
        this.plans = plans;
        this.discussions = discussions;
        this.drafts = drafts;
        this.policy = policy;
        this.current = current;
        this.adoption = adoption;
        this.revision = revision;
        this.clock = clock;
    }

    @Override
    protected void show(Actor actor, String plan, Optional<FiscalYear> year, RouteParameters parameters) {
        PlanDetail detail = plans.plan(actor, plan);
        placeAt(detail.content(), TITLE);
        // The year that the pages of sections show.
        FiscalYear usual =
                discussions.pad(actor, plan, new NoteTarget.Plan(), null).fiscalYear();
        Discussion discussion = discussions.overview(actor, plan, usual);
        PlanAddress address = new PlanAddress(plan);
        add(
                new PlanHeading(detail.content().plan(), TITLE, PlanHeading.Tab.STRUCTURE),
                period(detail),
                notes(discussion, new NoteSubject.OfPlan(), address.planNotes(), "計画全体への"));
        if (drafts.canRemove(actor, detail.content())) {
            add(new DraftBox(
                    detail.content().plan(),
                    address.editing(detail.content().version().number()),
                    LocalDate.now(clock),
                    day -> adopt(plan, day),
                    reason -> remove(plan, reason)));
        }
        Map<String, List<Initiative>> initiatives = detail.initiativesBySection();
        for (Section section : detail.content().sections()) {
            SectionBlock block = new SectionBlock(
                    detail.content().plan(), section, initiatives.getOrDefault(section.number(), List.of()));
            block.add(notes(
                    discussion,
                    new NoteSubject.OfSection(section.number(), section.title()),
                    address.sectionNotes(section.number()),
                    ""));
            add(block);
        }
        boolean editor = policy.canKeepPlans(actor, detail.content().plan().owner());
        add(new H2("版"), new VersionList(address, detail, editor));
        if (editor) {
            add(new NextVersionBox(
                    detail,
                    LocalDate.now(clock),
                    title -> draft(address, title),
                    day -> adoptDraft(address, detail, day),
                    () -> discard(address, detail)));
        }
    }

    private void draft(PlanAddress address, String title) {
        int number = revision.draft(current.require(), address.plan(), title).number();
        getUI().ifPresent(ui -> ui.navigate(address.editing(number)));
    }

    private void adoptDraft(PlanAddress address, PlanDetail detail, AdoptionDay day) {
        NextVersionBox.draftOf(detail)
                .ifPresent(draft -> adoption.adopt(current.require(), address.plan(), draft.number(), day));
        getUI().ifPresent(ui -> ui.refreshCurrentRoute(false));
    }

    private void discard(PlanAddress address, PlanDetail detail) {
        NextVersionBox.draftOf(detail)
                .ifPresent(draft -> adoption.discard(current.require(), address.plan(), draft.number()));
        getUI().ifPresent(ui -> ui.refreshCurrentRoute(false));
    }

    private void adopt(String plan, @Nullable LocalDate day) {
        adoption.adopt(current.require(), plan, day == null ? null : AdoptionDay.of(day));
        getUI().ifPresent(ui -> ui.refreshCurrentRoute(false));
    }

    private void remove(String plan, String reason) {
        drafts.remove(current.require(), plan, reason);
        getUI().ifPresent(ui -> ui.navigate(""));
    }

    private static Component period(PlanDetail detail) {
        return new Paragraph("計画期間：%s〜%s　／　%s"
                .formatted(
                        detail.content().plan().firstFiscalYear().longLabel(),
                        detail.content().plan().lastFiscalYear().longLabel(),
                        String.join(" → ", detail.content().plan().levelNames())));
    }

    /** The way to the notes on a part of the plan: to read them where there are any, to write where one may. */
    private static Component notes(Discussion discussion, NoteSubject subject, String address, String whose) {
        long count = discussion.notes().stream()
                .filter(note -> !note.isWithdrawn() && note.subject().equals(subject))
                .count();
        Paragraph line = new Paragraph();
        line.addClassNames("section-notes", "no-print");
        if (count > 0 || discussion.writing().allowed()) {
            Anchor link = new Anchor(address, whose + (count > 0 ? "意見 %d 件".formatted(count) : "意見を書く"));
            link.getElement().setAttribute("aria-label", "%s：%s".formatted(subject.label(), link.getText()));
            line.add(link);
        }
        return line;
    }
}
