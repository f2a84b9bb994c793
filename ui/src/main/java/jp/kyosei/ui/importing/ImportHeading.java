package jp.kyosei.ui.importing;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import java.time.format.DateTimeFormatter;
import jp.kyosei.backend.clock.JapanTime;
import jp.kyosei.backend.importing.inbox.DataImport;
import jp.kyosei.backend.plan.PlanPeriod;

/** Over an import: the file, what it is brought in for, who chose it and when. */
final class ImportHeading extends Div {
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm");

    ImportHeading(DataImport found) {
        H1 heading = new H1(found.fileName());
        heading.getElement().setAttribute("dir", "auto");
        add(
                heading,
                new Paragraph("%s　いちばん新しい実績 %s　%s が %s に選びました。"
                        .formatted(
                                found.isNewPlan() ? newPlan(found) : "登録済みの計画へ",
                                found.newestActuals().longLabel(),
                                found.createdBy(),
                                WHEN.format(found.createdAt().atZone(JapanTime.ZONE)))));
    }

    private static String newPlan(DataImport found) {
        PlanPeriod period = found.period();
        return "新しい計画「%s」%s".formatted(found.title(), period == null ? "" : "（%s）".formatted(period.label()));
    }
}
