package jp.kyosei.backend.importing.comparing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jp.kyosei.backend.importing.reading.ReadIndicator;
import jp.kyosei.backend.indicator.Indicator;
import jp.kyosei.backend.indicator.IndicatorId;
import jp.kyosei.backend.plan.PlanContent;
import jp.kyosei.backend.plan.Section;
import jp.kyosei.backend.text.NameKey;
import jp.kyosei.backend.understanding.unit.UnitName;
import org.jspecify.annotations.Nullable;

/** Finds a file's indicators in a plan: by number where the file has one, else by name, if need be under the same section. */
final class IndicatorMatch {
    private final Map<String, Indicator> byNo;
    private final Map<String, List<Indicator>> byName;
    private final Map<String, String> sectionTitles;
    private final Map<IndicatorId, ReadIndicator> taken = new HashMap<>();

    IndicatorMatch(PlanContent content, List<Indicator> indicators) {
        this.byNo = indicators.stream().collect(Collectors.toMap(Indicator::no, Function.identity()));
        this.byName = indicators.stream().collect(Collectors.groupingBy(indicator -> folded(indicator.name())));
        this.sectionTitles = content.sections().stream()
                .collect(Collectors.toMap(Section::number, section -> folded(section.title())));
    }

    /** What was found, or what to do where nothing was. */
    sealed interface Found {
        record One(Indicator indicator) implements Found {}

        record None(String message) implements Found {}
    }

    /** @param sectionTitle of the section that the file has it under; empty where it has none */
    Found find(ReadIndicator read, String sectionTitle) {
        Optional<Indicator> found = candidate(read, sectionTitle);
        if (found.isEmpty()) {
            return new Found.None("計画に「%s」という指標がありません。指標名を計画に合わせるか、この行を削除してください。計画にない指標は、計画の見直しで加えてから取り込みます。"
                    .formatted(read.whole().name()));
        }
        ReadIndicator other = taken.putIfAbsent(found.get().id(), read);
        return other == null
                ? new Found.One(found.get())
                : new Found.None("指標「%s」は %s の行にもあります。1行にまとめてください。"
                        .formatted(found.get().name(), other.place().name()));
    }

    private Optional<Indicator> candidate(ReadIndicator read, String sectionTitle) {
        String name = folded(read.whole().name());
        @Nullable Indicator numbered = read.numbered() ? byNo.get(read.whole().no()) : null;
        if (numbered != null && folded(numbered.name()).equals(name)) {
            return Optional.of(numbered);
        }
        List<Indicator> named = named(read.whole().name(), name);
        if (named.size() > 1) {
            named = named.stream()
                    .filter(indicator -> folded(sectionTitle).equals(sectionTitles.get(indicator.section())))
                    .toList();
        }
        return named.size() == 1 ? Optional.of(named.getFirst()) : Optional.ofNullable(numbered);
    }

    /** By the name, or by it without a unit in brackets, as one paper prints it and the next does not. */
    private List<Indicator> named(String name, String folded) {
        List<Indicator> named = byName.get(folded);
        if (named != null) {
            return named;
        }
        return UnitName.atEndOf(name)
                .map(apart -> Objects.requireNonNullElse(byName.get(folded(apart.name())), List.<Indicator>of()))
                .orElse(List.of());
    }

    /** Whether two names are the same but for widths, spaces, brackets and marks. */
    static boolean isSameName(String one, String other) {
        return folded(one).equals(folded(other));
    }

    /**
     * Whether a name may be another wording of the same: one within the other, or at least half of their pairs of letters in
     * common. A number alone says nothing, for tables have running numbers of their own.
     */
    static boolean isAlike(String one, String other) {
        String first = folded(one);
        String second = folded(other);
        if (first.contains(second) || second.contains(first)) {
            return true;
        }
        List<String> pairs = pairs(first);
        List<String> rest = new ArrayList<>(pairs(second));
        long shared = pairs.stream().filter(rest::remove).count();
        return 2 * (shared + shared) >= pairs.size() + pairs(second).size();
    }

    private static List<String> pairs(String name) {
        return IntStream.range(0, Math.max(0, name.length() - 1))
                .mapToObj(at -> name.substring(at, at + 2))
                .toList();
    }

    private static String folded(String name) {
        return NameKey.of(name);
    }
}
