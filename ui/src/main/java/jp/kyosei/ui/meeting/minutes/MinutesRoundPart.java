package jp.kyosei.ui.meeting.minutes;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import jp.kyosei.backend.meeting.MeetingId;
import jp.kyosei.backend.meeting.minutes.Correction;
import jp.kyosei.backend.meeting.minutes.MinutesRound;
import jp.kyosei.backend.meeting.minutes.Passage;
import jp.kyosei.backend.meeting.minutes.RoundService;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.RefusedException;
import jp.kyosei.backend.text.TextKind;
import jp.kyosei.ui.form.AskBox;
import jp.kyosei.ui.form.AskPlace;
import jp.kyosei.ui.form.DateBox;
import jp.kyosei.ui.form.TextBox;
import jp.kyosei.ui.meeting.MeetingWords;

/** Below minutes that are not approved: the members propose corrections, the secretariat asks for them and decides. */
final class MinutesRoundPart extends Div {
    private static final int USUAL_DAYS = 14;

    private final RoundService service;
    private final Clock clock;
    private final AskPlace place;
    private final Page page;

    /** The page of the minutes, as far as the round needs it. */
    interface Page {
        Actor actor();

        MeetingId meeting();

        /** Shows the minutes and the round as they are now. */
        void showAgain();

        /** Runs it where all that was written is saved, else the other. */
        void whenSaved(Runnable saved, Runnable unsaved);
    }

    MinutesRoundPart(RoundService service, Clock clock, AskPlace place, Page page) {
        this.service = service;
        this.clock = clock;
        this.place = place;
        this.page = page;
        addClassName("minutes-round");
    }

    /** @param written whether there is anything to ask about */
    void show(boolean written) {
        MinutesRound round = service.round(page.actor(), page.meeting());
        removeAll();
        LocalDate due = round.dueOn();
        if (round.mayOpen() && written) {
            add(new H2("委員による確認"), asking(round));
        } else if (round.mayPropose() && due != null) {
            add(
                    new H2("議事要旨の確認"),
                    new Paragraph("事務局が作った案です。訂正してほしい文があれば、%sまでに申し出てください。採用するかどうかは事務局が決め、結果はここに出ます。"
                            .formatted(MeetingWords.day(due))));
        } else if (round.open() && due != null) {
            add(new Paragraph("議事要旨の案です。委員による確認は%sまでです。".formatted(MeetingWords.day(due))));
        }
        if (!round.corrections().isEmpty()) {
            add(corrections(round));
        }
        if (round.mayPropose()) {
            add(passages(round));
        }
    }

    private Component asking(MinutesRound round) {
        LocalDate due = round.dueOn();
        Paragraph words = new Paragraph(
                round.open() && due != null
                        ? "委員が%sまで確認しています。まだ決めていない申し出は %d 件です。".formatted(MeetingWords.day(due), round.undecided())
                        : "承認の前に、この案を委員に確かめてもらえます。期限を決めると、委員にメールが届き、文ごとに訂正を申し出られます。");
        Div row = new Div(button(
                round.open() ? "確認の期限を変える" : "委員に確認を依頼する",
                () -> page.whenSaved(() -> ask(round), () -> place.say("保存していない変更があります。先に保存してください。"))));
        row.addClassName("button-row");
        return new Div(words, row);
    }

    private void ask(MinutesRound round) {
        DateBox day = new DateBox(
                "確認の期限",
                Optional.ofNullable(round.dueOn()).filter(due -> round.open()).orElseGet(() -> LocalDate.now(clock)
                        .plusDays(USUAL_DAYS)));
        AskBox box = AskBox.of(
                round.open() ? "確認の期限を変えます。委員にメールで知らせます。" : "委員に、議事要旨の案の確認を依頼します。公開していない案が委員に見えるようになります。",
                round.open() ? "期限を変える" : "依頼する",
                () -> attempt(() -> {
                    LocalDate due = day.day().orElseThrow(() -> new RefusedException("確認の期限の日を入力してください。"));
                    service.open(page.actor(), page.meeting(), due);
                    return "委員に確認を依頼しました（%sまで）。".formatted(MeetingWords.day(due));
                }));
        box.addComponentAtIndex(1, day);
        box.askIn(place);
    }

    private Component corrections(MinutesRound round) {
        UnorderedList list = new UnorderedList();
        list.addClassName("corrections");
        round.corrections().forEach(one -> list.add(correction(one, round.mayDecide())));
        return new Div(new H2("訂正の申し出（%d）".formatted(round.corrections().size())), list);
    }

    private ListItem correction(Correction one, boolean mayDecide) {
        Span state = new Span(one.state().label());
        state.addClassName("state-chip");
        state.getElement()
                .setAttribute(
                        "data-tone",
                        switch (one.state()) {
                            case OPEN -> "waiting";
                            case TAKEN -> "done";
                            case DECLINED -> "none";
                        });
        Div head = new Div(state, new Span("　%s　%s".formatted(one.by(), MeetingWords.moment(one.at()))));
        ListItem item = new ListItem(head, line("いまの文", one.passage()));
        item.add(line("訂正後", one.proposed().isEmpty() ? "（この文を除く）" : one.proposed()));
        if (!one.reason().isEmpty()) {
            item.add(line("理由", one.reason()));
        }
        if (!one.answer().isEmpty()) {
            item.add(line("事務局（%s）".formatted(one.answeredBy()), one.answer()));
        }
        if (mayDecide && one.state() == Correction.State.OPEN) {
            Div row = new Div(button("採用する", () -> take(one.id())), button("見送る", () -> decline(one.id())));
            row.addClassName("button-row");
            item.add(row);
        }
        return item;
    }

    private static Paragraph line(String label, String words) {
        return new Paragraph("%s：%s".formatted(label, plain(words)));
    }

    /** Without the signs of emphasis, which say nothing to people. */
    private static String plain(String words) {
        return words.replaceAll("(\\*\\*|__)(.+?)\\1", "$2");
    }

    private void take(UUID id) {
        page.whenSaved(
                () -> {
                    TextBox answer = new TextBox("申し出た委員へのことば（任意）", 2).of(TextKind.REASON);
                    AskBox box = AskBox.of(
                            "申し出のとおりに本文を直します。", "採用する", () -> decide(id, true, answer.getValue(), "採用し、本文を直しました。"));
                    box.addComponentAtIndex(1, answer);
                    box.askIn(place);
                },
                () -> place.say("保存していない変更があります。先に保存してください。"));
    }

    private void decline(UUID id) {
        AskBox.withReason(
                        "申し出を見送ります。本文は変わりません。",
                        "見送る理由（申し出た委員に見えます）",
                        "見送る",
                        reason -> decide(id, false, reason, "見送りました。"))
                .askIn(place);
    }

    private void decide(UUID id, boolean taken, String answer, String said) {
        attempt(() -> {
            service.decide(page.actor(), page.meeting(), id, taken, answer);
            return said;
        });
    }

    private Component passages(MinutesRound round) {
        UnorderedList list = new UnorderedList();
        list.addClassName("passages");
        round.passages().forEach(passage -> {
            Button propose = button("訂正を申し出る", () -> propose(passage));
            propose.setAriaLabel("「%s」の訂正を申し出る".formatted(plain(passage.words())));
            list.add(new ListItem(new Span(plain(passage.words())), propose));
        });
        return new Div(new H2("文を選んで訂正を申し出る"), list);
    }

    private void propose(Passage passage) {
        TextBox proposed = new TextBox("訂正後の文", 3).of(TextKind.NOTE).hint("空にすると、この文を除く申し出になります。");
        proposed.setValue(passage.words());
        TextBox reason = new TextBox("理由（任意）", 2).of(TextKind.REASON);
        AskBox box = AskBox.of(
                "「%s」の訂正を申し出ます。".formatted(plain(passage.words())),
                "申し出る",
                () -> attempt(() -> {
                    service.propose(
                            page.actor(), page.meeting(), passage.words(), proposed.getValue(), reason.getValue());
                    return "訂正を申し出ました。事務局の判断は、この画面に出ます。";
                }));
        box.addComponentAtIndex(1, reason);
        box.addComponentAtIndex(1, proposed);
        box.askIn(place);
    }

    private void attempt(Supplier<String> work) {
        place.attempt(work);
        page.showAgain();
    }

    private static Button button(String label, Runnable work) {
        Button button = new Button(label, click -> work.run());
        button.addClassName("button");
        return button;
    }
}
