package jp.kyosei.ui.plan;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import jp.kyosei.backend.plan.PlanDetail;
import jp.kyosei.backend.plan.PlanVersion;

/** The versions of a plan, each with the way to it; a draft beside adopted ones is shown to those who edit it. */
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
                item.add(new Anchor(address.editing(version.number()), "この案を編集する"));
            }
            add(item);
        }
    }
}
