package jp.kyosei.ui.discussion;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.kyosei.backend.committee.CommitteeMember;
import jp.kyosei.backend.committee.MemberId;
import jp.kyosei.backend.discussion.Author;
import jp.kyosei.backend.tenancy.OwnerId;
import jp.kyosei.ui.form.PlainSelect;
import org.jspecify.annotations.Nullable;

/** The secretariat writes for a member who is on paper alone: asked for by a button, since it is seldom. */
final class WrittenFor extends Div {
    private static final String SELF = "";

    private @Nullable PlainSelect whose;

    WrittenFor(NoteDesk desk, OwnerId owner) {
        addClassNames("written-for", "no-print");
        Button begin = new Button("書面の委員に代わって入力する", click -> offer(desk, owner));
        begin.addClassName("link-button");
        add(begin);
    }

    /** For whom what is typed is written; nobody if the secretariat writes for itself. */
    Optional<MemberId> member() {
        return Optional.ofNullable(whose)
                .flatMap(PlainSelect::getOptionalValue)
                .filter(id -> !id.equals(SELF))
                .map(id -> new MemberId(UUID.fromString(id)));
    }

    private void offer(NoteDesk desk, OwnerId owner) {
        removeAll();
        List<CommitteeMember> onPaper = desk.notes().committee().members(desk.actor(), owner).stream()
                .filter(CommitteeMember::isOnPaper)
                .toList();
        if (onPaper.isEmpty()) {
            add(new Paragraph("名簿に、書面の委員（ログインを持たない委員）がいません。"));
            return;
        }
        Map<String, String> choices = new LinkedHashMap<>();
        choices.put(SELF, "事務局として書く");
        onPaper.forEach(member -> choices.put(member.id().value().toString(), member.name() + Author.FOR_SOMEBODY));
        PlainSelect select = new PlainSelect("誰の意見・質問か", choices).hint("選んだ委員の名前で載り、事務局が入力したことも示されます。");
        whose = select;
        add(select);
        select.focus();
    }
}
