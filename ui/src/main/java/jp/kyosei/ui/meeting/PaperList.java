package jp.kyosei.ui.meeting;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import jp.kyosei.backend.meeting.Issue;
import jp.kyosei.backend.meeting.Material;
import jp.kyosei.backend.meeting.Meeting;
import jp.kyosei.backend.meeting.MeetingRight;
import jp.kyosei.ui.plan.PlanAddress;

/** The papers of a meeting by number, what was issued of them, and what has changed since. */
final class PaperList extends Div {
    private final PlanAddress address;

    /**
     * Shows the papers.
     *
     * @param changed how much has changed since, by the number of the paper; only where something has
     * @param replace asks whether to issue one anew
     */
    PaperList(Meeting meeting, Map<Integer, Integer> changed, Consumer<Material> replace) {
        address = new PlanAddress(meeting.plan().slug());
        if (meeting.materials().isEmpty()) {
            add(new Paragraph("資料はまだ決まっていません。"));
            return;
        }
        int sum = changed.values().stream().mapToInt(Integer::intValue).sum();
        if (sum > 0) {
            add(warning(meeting, sum, changed));
        }
        UnorderedList list = new UnorderedList();
        list.addClassName("paper-list");
        meeting.materials().forEach(material -> list.add(line(meeting, material, changed, replace)));
        add(list);
    }

    private Component warning(Meeting meeting, int sum, Map<Integer, Integer> changed) {
        Paragraph words = new Paragraph("発行後に変わったところが %d 件あります。発行した資料は変わっていません。　".formatted(sum));
        changed.keySet().stream().sorted().forEach(number -> meeting.materials().stream()
                .filter(material -> material.number() == number)
                .findFirst()
                .ifPresent(material -> words.add(
                        new Anchor(address.paper(meeting.id(), number) + "#differences", material.label() + "との違いを見る"),
                        new Span("　"))));
        Div box = new Div(words);
        box.addClassName("warning-box");
        return box;
    }

    private ListItem line(
            Meeting meeting, Material material, Map<Integer, Integer> changed, Consumer<Material> replace) {
        Span no = new Span(material.label());
        no.addClassName("paper-no");
        Div what = new Div(no);
        Optional<Issue> latest = material.latest();
        what.add(
                latest.isPresent()
                        ? new Anchor(address.paper(meeting.id(), material.number()), material.title())
                        : new Span(material.title()));
        Span issued = new Span(
                latest.map(issue -> "%s　%s が発行".formatted(MeetingWords.moment(issue.issuedAt()), issue.issuedBy()))
                        .orElse("まだ発行していません"));
        issued.addClassName("issued");
        what.add(issued);
        Optional.ofNullable(changed.get(material.number())).ifPresent(count -> {
            Span flag = new Span("発行後の変更 %d 件".formatted(count));
            flag.addClassNames("flag", "changed");
            what.add(flag);
        });
        ListItem line = new ListItem(what);
        line.addClassName("paper-line");
        if (latest.isPresent() && meeting.may(MeetingRight.ISSUE)) {
            Button again = new Button("差し替えて発行", click -> replace.accept(material));
            again.addClassName("button");
            again.getElement().setAttribute("aria-label", material.label() + "を差し替えて発行");
            line.add(again);
        }
        return line;
    }
}
