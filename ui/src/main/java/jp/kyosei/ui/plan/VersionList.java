package jp.kyosei.ui.plan;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import jp.kyosei.backend.plan.PlanDetail;
import jp.kyosei.backend.plan.PlanVersion;

/** The versions of a plan, each with the way to it and to what it changed; a draft beside adopted ones is shown to those who edit it. */
final class VersionList extends UnorderedList {
    /** @param editor whether the person edits the plan */
    VersionList(PlanAddress address, PlanDetail detail, boolean editor) {
        int shown = detail.content().version().number();
        for (PlanVersion version : detail.versions()) {
            boolean mayRead = version.adoptedOn() != null || editor || version.number() == shown;
            if (!mayRead) {
                continue;
            }
            ListItem item = new ListItem();
            if (version.number() == shown) {
                item.add(VersionWords.of(version));
            } else {
                item.add(new Anchor(address.version(version.number()), VersionWords.of(version)));
            }
            if (editor && version.adoptedOn() == null) {
                item.add(new Span("　"), new Anchor(address.editing(version.number()), "この案を編集する"));
            }
            if (version.number() > 1) {
                Anchor changes = new Anchor(address.comparison(version.number() - 1, version.number()), "前の版との新旧対照表");
                changes.setAriaLabel("第%d版と前の版との新旧対照表".formatted(version.number()));
                item.add(new Span("　"), changes);
            }
            add(item);
        }
    }
}
