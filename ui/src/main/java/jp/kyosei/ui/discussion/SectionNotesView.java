package jp.kyosei.ui.discussion;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import io.micronaut.context.annotation.Prototype;
import java.util.Optional;
import jp.kyosei.backend.discussion.NotePad;
import jp.kyosei.backend.discussion.NoteTarget;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.plan.Section;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.ui.plan.PlanAddress;
import jp.kyosei.ui.plan.PlanPage;
import jp.kyosei.ui.session.CurrentActor;
import jp.kyosei.ui.shell.MainLayout;

/** 意見・質問 on a section of the plan, or on the plan as a whole where the address names none. */
@Prototype
@Route(value = "plans/:plan/notes/sections/:section?", layout = MainLayout.class)
public final class SectionNotesView extends PlanPage {
    private final NotePanels notes;

    public SectionNotesView(NotePanels notes, CurrentActor current) {
        super(current);
        this.notes = notes;
    }

    @Override
    protected void show(Actor actor, String plan, Optional<FiscalYear> year, RouteParameters parameters) {
        Optional<String> number = parameters.get("section");
        NotePanel panel = notes.of(
                actor,
                plan,
                number.<NoteTarget>map(NoteTarget.Section::new).orElseGet(NoteTarget.Plan::new),
                year.orElse(null));
        NotePad pad = panel.pad();
        Optional<Section> section = number.flatMap(pad.content()::section);
        String title =
                section.map(found -> found.number() + " " + found.title()).orElse("計画全体");
        placeAt(pad.content(), title + "への意見・質問");
        PlanAddress address = new PlanAddress(plan);
        Nav nav = new Nav(new Anchor(address.structure(), "‹ 体系と取組"), new Anchor(address.notes(), "意見・質問の一覧"));
        nav.addClassName("neighbours");
        nav.getElement().setAttribute("aria-label", "前の画面");
        add(nav, new H1(title));
        section.map(Section::body).filter(body -> !body.isEmpty()).ifPresent(body -> add(new Paragraph(body)));
        add(panel);
    }
}
