package jp.kyosei.ui.drafting;

import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import io.micronaut.context.annotation.Prototype;
import java.time.Clock;
import java.util.Optional;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.live.LiveChannel;
import jp.kyosei.backend.owners.Owner;
import jp.kyosei.backend.owners.OwnerService;
import jp.kyosei.backend.plan.PlanContent;
import jp.kyosei.backend.revision.drafting.Drafting;
import jp.kyosei.backend.tenancy.AccessPolicy;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.ui.plan.PlanAddress;
import jp.kyosei.ui.plan.PlanPage;
import jp.kyosei.ui.plan.VersionNumber;
import jp.kyosei.ui.session.CurrentActor;
import jp.kyosei.ui.shell.Crumb;
import jp.kyosei.ui.shell.LiveChanges;
import jp.kyosei.ui.shell.MainLayout;
import org.jspecify.annotations.Nullable;

/** 計画の編集: a draft as a tree with a form for each thing, which several people change at once. */
@Prototype
@Route(value = "plans/:plan/versions/:number/edit", layout = MainLayout.class)
@CssImport("./drafting/drafting.css")
public final class DraftView extends PlanPage {
    private static final String TITLE = "計画の編集";

    private final Drafting drafting;
    private final OwnerService owners;
    private final AccessPolicy policy;
    private final CurrentActor current;
    private final Clock clock;
    private @Nullable DraftDesk desk;

    public DraftView(
            Drafting drafting,
            OwnerService owners,
            AccessPolicy policy,
            LiveChannel live,
            CurrentActor current,
            Clock clock) {
        super(current);
        this.drafting = drafting;
        this.owners = owners;
        this.policy = policy;
        this.current = current;
        this.clock = clock;
        LiveChanges.follow(
                this,
                live,
                announcement -> {
                    DraftDesk shown = desk;
                    return shown != null
                            && announcement.concernsDraft(
                                    shown.draft().content().plan());
                },
                announcement -> Optional.ofNullable(desk).ifPresent(DraftDesk::follow));
    }

    @Override
    protected void show(Actor actor, String slug, Optional<FiscalYear> year, RouteParameters parameters) {
        int number = VersionNumber.of(parameters);
        DraftDesk opened = new DraftDesk(drafting, current, slug, number);
        PlanContent content = opened.draft().content();
        policy.checkCanKeepPlans(actor, content.plan().owner());
        PlanAddress address = new PlanAddress(slug);
        placeAt(content, TITLE, new Crumb("体系と取組", address.structure()));
        add(new H1(TITLE));
        if (!opened.draft().isDraft()) {
            add(
                    new Paragraph("この版は決定しています。決定した版は変えられません。変えるときは、改訂の案を作ってください。"),
                    new Paragraph(new Anchor(address.structure(), "体系と取組へ")));
            return;
        }
        desk = opened;
        Owner owner = owners.known(actor, content.plan().owner());
        add(
                new Paragraph("%s　／　%s（策定中）。欄を離れると保存します。"
                        .formatted(content.plan().title(), content.version().title())),
                new DraftBench(opened, clock, Towns.of(owner, content.plan().firstFiscalYear())));
    }
}
