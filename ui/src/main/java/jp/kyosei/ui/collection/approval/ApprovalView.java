package jp.kyosei.ui.collection.approval;

import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.micronaut.context.annotation.Prototype;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import jp.kyosei.backend.collection.approval.ApprovalSheet;
import jp.kyosei.backend.live.LiveChannel;
import jp.kyosei.backend.tenancy.AccessPolicy;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.ui.form.AskPlace;
import jp.kyosei.ui.session.CurrentActor;
import jp.kyosei.ui.shell.LiveChanges;
import jp.kyosei.ui.shell.MainLayout;

/** 承認: all that waits for the superior, whatever plan it belongs to. */
@Prototype
@Route(value = ApprovalView.ADDRESS, layout = MainLayout.class)
@CssImport("./collection/collection.css")
@CssImport("./plan/plan.css")
@CssImport("./collection/approval.css")
public final class ApprovalView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    /** Below the server, without a leading slash. */
    public static final String ADDRESS = "approval";

    private static final String TITLE = "承認";

    private final ApprovalDesk desk;
    private final AccessPolicy policy;
    private final CurrentActor current;
    private final Clock clock;
    private final AskPlace place = new AskPlace();
    private final Div content = new Div();
    private transient List<ApprovalSheet> shown = List.of();
    /** Of which changes are followed; asked in the channel's thread. */
    private transient volatile Set<UUID> plans = Set.of();

    public ApprovalView(ApprovalDesk desk, AccessPolicy policy, LiveChannel live, CurrentActor current, Clock clock) {
        this.desk = desk;
        this.policy = policy;
        this.current = current;
        this.clock = clock;
        addClassName("plan-page");
        LiveChanges.follow(this, live, announcement -> plans.contains(announcement.plan()), announcement -> followed());
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        place.removeAll();
        add(new H1(TITLE), place, content);
        Actor actor = current.require();
        plans = desk.plans(actor);
        lay(actor);
    }

    /** What waits has perhaps become more, or fewer; a question that stands open is not taken away. */
    private void followed() {
        Actor actor = current.require();
        if (!place.isAsking() && !desk.look(actor).equals(shown)) {
            lay(actor);
        }
    }

    private void lay(Actor actor) {
        shown = desk.look(actor);
        content.removeAll();
        if (shown.isEmpty()) {
            content.add(new Paragraph(
                    policy.approvesSomewhere(actor)
                            ? "承認を待っているものはありません。担当者が提出すると、ここに並びます。"
                            : "承認するのは、各課の所属長です。あなたの承認を待つものはありません。"));
            return;
        }
        content.add(new Paragraph("あなたの承認を待っている実績が %d 件あります。"
                .formatted(shown.stream().mapToInt(sheet -> sheet.rows().size()).sum())));
        ApprovalSteps steps = new ApprovalSteps(desk, current, place, () -> lay(current.require()));
        shown.forEach(sheet -> content.add(new ApprovalTable(sheet, LocalDate.now(clock), steps)));
    }

    @Override
    public String getPageTitle() {
        return TITLE + " - Kyosei";
    }
}
