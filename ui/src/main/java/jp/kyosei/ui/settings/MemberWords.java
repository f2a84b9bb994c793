package jp.kyosei.ui.settings;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.stream.Collectors;
import jp.kyosei.backend.clock.JapaneseDay;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.owners.Member;
import jp.kyosei.backend.owners.alliance.Agreement;
import jp.kyosei.backend.owners.alliance.Membership;
import org.jspecify.annotations.Nullable;

/** Members of an alliance in words. */
public final class MemberWords {
    private MemberWords() {}

    /** 一関市（中心市） */
    public static String called(Membership member) {
        return member.name() + (member.latest().centre() ? "（中心市）" : "");
    }

    /** 令和2年度〜、or each time that it joined. */
    public static String terms(Membership member) {
        return member.terms().stream().map(MemberWords::term).collect(Collectors.joining("、"));
    }

    /** Each with its day, the text to be unfolded. */
    public static Component agreements(Membership member) {
        Div all = new Div();
        member.agreements().forEach(agreement -> all.add(agreement(agreement)));
        if (member.agreements().isEmpty()) {
            all.add(new Span("—"));
        }
        return all;
    }

    private static String term(Member term) {
        @Nullable FiscalYear last = term.lastFiscalYear();
        return term.firstFiscalYear().longLabel() + "〜" + (last == null ? "" : last.longLabel());
    }

    private static Component agreement(Agreement agreement) {
        String words = "%s　%s議決".formatted(agreement.kind().label(), JapaneseDay.words(agreement.resolvedOn()));
        String title = agreement.title().isEmpty() ? "" : "　" + agreement.title();
        if (agreement.text().isEmpty()) {
            return new Paragraph(words + title);
        }
        Paragraph text = new Paragraph(agreement.text());
        text.addClassName("agreement-text");
        return new NativeDetails(words + title, text);
    }
}
