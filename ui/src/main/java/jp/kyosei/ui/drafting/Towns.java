package jp.kyosei.ui.drafting;

import com.vaadin.flow.component.checkbox.CheckboxGroup;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.owners.Owner;
import jp.kyosei.backend.tenancy.MunicipalityCode;

/** The towns of an owner as choices. */
final class Towns {
    private Towns() {}

    /** What the towns are called whose plan it is: the members of an alliance in some year of the plan, or the town itself. */
    static Map<MunicipalityCode, String> of(Owner owner, FiscalYear first) {
        Map<MunicipalityCode, String> names = new LinkedHashMap<>();
        MunicipalityCode own = owner.municipality();
        if (own != null) {
            names.put(own, owner.name());
        }
        owner.members().stream()
                .filter(member -> {
                    FiscalYear last = member.lastFiscalYear();
                    return last == null || last.compareTo(first) >= 0;
                })
                .forEach(member -> names.putIfAbsent(member.municipality(), member.name()));
        return names;
    }

    /** Offers them, and those that stand there already; chosen are the latter. */
    static void offer(
            CheckboxGroup<MunicipalityCode> group, Map<MunicipalityCode, String> names, List<MunicipalityCode> chosen) {
        Set<MunicipalityCode> all = new LinkedHashSet<>(names.keySet());
        all.addAll(chosen);
        group.setItems(all);
        group.setItemLabelGenerator(town -> names.getOrDefault(town, town.value()));
        group.setValue(new LinkedHashSet<>(chosen));
    }

    /** Those that stood there before as they stood, then the others. */
    static List<MunicipalityCode> inOrder(Set<MunicipalityCode> chosen, List<MunicipalityCode> before) {
        List<MunicipalityCode> order =
                new ArrayList<>(before.stream().filter(chosen::contains).toList());
        chosen.stream()
                .filter(town -> !new HashSet<>(order).contains(town))
                .sorted()
                .forEach(order::add);
        return List.copyOf(order);
    }
}
