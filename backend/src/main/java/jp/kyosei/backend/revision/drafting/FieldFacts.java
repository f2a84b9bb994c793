package jp.kyosei.backend.revision.drafting;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.revision.comparison.FieldChange;

/** What a change of several fields tells the trail. */
final class FieldFacts {
    private FieldFacts() {}

    static Map<String, Object> before(List<FieldChange> fields) {
        return facts(fields, FieldChange::before);
    }

    static Map<String, Object> after(List<FieldChange> fields) {
        return facts(fields, FieldChange::after);
    }

    private static Map<String, Object> facts(List<FieldChange> fields, Function<FieldChange, String> side) {
        Map<String, Object> facts = new LinkedHashMap<>();
        for (FieldChange field : fields) {
            FiscalYear year = field.fiscalYear();
            String words = side.apply(field);
            facts.merge(
                    field.field().code(),
                    year == null ? words : "%s：%s".formatted(year.longLabel(), words),
                    "%s、%s"::formatted);
        }
        return facts;
    }
}
