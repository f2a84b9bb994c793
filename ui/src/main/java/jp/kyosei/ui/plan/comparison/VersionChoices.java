package jp.kyosei.ui.plan.comparison;

import com.vaadin.flow.component.html.Div;
import java.util.LinkedHashMap;
import java.util.Map;
import jp.kyosei.backend.plan.PlanVersion;
import jp.kyosei.backend.revision.comparison.ComparedVersions;
import jp.kyosei.ui.form.CheckBox;
import jp.kyosei.ui.form.PlainSelect;
import jp.kyosei.ui.plan.PlanAddress;
import jp.kyosei.ui.plan.VersionWords;

/** Which two versions are compared; another choice is another address. */
final class VersionChoices extends Div {
    private final PlanAddress address;
    private final PlainSelect before;
    private final PlainSelect after;
    private final CheckBox everything = new CheckBox("変わらない所も表示");

    VersionChoices(PlanAddress address, ComparedVersions compared, boolean everythingShown) {
        this.address = address;
        addClassNames("comparison-choices", "no-print");
        Map<String, String> versions = new LinkedHashMap<>();
        for (PlanVersion version : compared.versions()) {
            versions.put(Integer.toString(version.number()), VersionWords.of(version));
        }
        before = choice("旧", versions, compared.before().version());
        after = choice("新", versions, compared.after().version());
        everything.setValue(everythingShown);
        everything.addValueChangeListener(change -> open());
        add(before, after, everything);
    }

    private PlainSelect choice(String label, Map<String, String> versions, PlanVersion chosen) {
        PlainSelect choice = new PlainSelect(label, versions);
        choice.setValue(Integer.toString(chosen.number()));
        choice.addValueChangeListener(change -> open());
        return choice;
    }

    private void open() {
        String there = address.comparison(Integer.parseInt(before.getValue()), Integer.parseInt(after.getValue()));
        getUI().ifPresent(ui -> ui.navigate(everything.getValue() ? there + "?" + ComparisonView.EVERYTHING : there));
    }
}
