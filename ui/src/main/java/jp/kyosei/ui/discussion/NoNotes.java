package jp.kyosei.ui.discussion;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import jp.kyosei.backend.discussion.Discussion;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.ui.plan.PlanAddress;

/** Said where no note is shown: because there is none, or because the filter leaves none. */
final class NoNotes extends Div {
    NoNotes(Discussion found, PlanAddress address, Runnable showAll) {
        addClassName("nothing");
        if (!found.notes().isEmpty()) {
            Button all = new Button("絞り込みをやめる", click -> showAll.run());
            all.addClassName("button");
            add(new Paragraph("この条件に合う意見・質問はありません。"), all);
            return;
        }
        add(
                new Paragraph("%sの意見・質問はまだありません。".formatted(found.fiscalYear().longLabel())),
                new Paragraph("意見は、実績一覧から指標のページを開いて書きます。体系や計画全体への意見は「体系と取組」から書けます。"));
        List<FiscalYear> others = found.years().stream()
                .filter(year -> !year.equals(found.fiscalYear()))
                .toList();
        others.forEach(year -> add(new Paragraph(new Anchor(address.notes(year), year.longLabel() + "の意見・質問を見る"))));
    }
}
