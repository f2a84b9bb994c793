package jp.kyosei.ui.drafting;

import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import jp.kyosei.backend.plan.SectionId;
import jp.kyosei.backend.plan.draft.SectionOrder;
import jp.kyosei.backend.revision.drafting.OpenDraft;
import jp.kyosei.backend.text.TextKind;
import jp.kyosei.ui.form.AskBox;
import jp.kyosei.ui.form.TextBox;

/** Asks before a thing is taken out of a draft, and says what goes with it. */
final class RemoveBox {
    private RemoveBox() {}

    static AskBox of(OpenDraft draft, TreeItem item, Consumer<String> remove) {
        TextBox reason = new TextBox("削除する理由（実績がある指標では必ず書きます）", 2).of(TextKind.REASON);
        String question = "「%s」を削除します。%s登録済みの実績は消えません。".formatted(item.words(), below(draft, item));
        return item.kind() == TreeItem.Kind.INDICATOR
                ? AskBox.withFields(question, "削除する", () -> remove.accept(reason.getValue()), reason)
                : AskBox.of(question, "削除する", () -> remove.accept(""));
    }

    private static String below(OpenDraft draft, TreeItem item) {
        if (item.kind() != TreeItem.Kind.SECTION) {
            return "";
        }
        Set<String> numbers = draft.order().branch(new SectionId(item.id())).stream()
                .map(SectionOrder.Place::number)
                .collect(Collectors.toSet());
        long indicators = draft.indicators().stream()
                .filter(one -> numbers.contains(one.section()))
                .count();
        long initiatives = draft.initiatives().stream()
                .filter(one -> numbers.contains(one.section()))
                .count();
        return numbers.size() + indicators + initiatives == 1
                ? ""
                : "下にある体系%d、指標%d、取組%dも一緒に削除します。".formatted(numbers.size() - 1, indicators, initiatives);
    }
}
