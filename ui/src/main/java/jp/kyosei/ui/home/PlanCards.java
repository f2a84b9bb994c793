package jp.kyosei.ui.home;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.micronaut.context.annotation.Prototype;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import jp.kyosei.backend.collection.CollectionService;
import jp.kyosei.backend.collection.RoundOverview;
import jp.kyosei.backend.collection.round.CollectionRound;
import jp.kyosei.backend.discussion.CommentWindow;
import jp.kyosei.backend.discussion.Discussion;
import jp.kyosei.backend.discussion.NoteRight;
import jp.kyosei.backend.discussion.thread.NoteReading;
import jp.kyosei.backend.evaluation.GradeLabel;
import jp.kyosei.backend.plan.PlanSummary;
import jp.kyosei.backend.reading.ReadingList;
import jp.kyosei.backend.reading.ReadingService;
import jp.kyosei.backend.results.ResultsService;
import jp.kyosei.backend.results.ResultsSheet;
import jp.kyosei.backend.tenancy.AccessPolicy;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.ui.plan.GradeChip;
import jp.kyosei.ui.plan.PlanAddress;
import jp.kyosei.ui.reading.WindowWords;

/** Lays out a plan with what waits in it for the person. */
@Prototype
final class PlanCards {
    private final ResultsService results;
    private final CollectionService collections;
    private final NoteReading discussions;
    private final ReadingService reading;
    private final Clock clock;
    private final AccessPolicy policy;

    PlanCards(
            ResultsService results,
            CollectionService collections,
            NoteReading discussions,
            ReadingService reading,
            Clock clock,
            AccessPolicy policy) {
        this.results = results;
        this.collections = collections;
        this.discussions = discussions;
        this.reading = reading;
        this.clock = clock;
        this.policy = policy;
    }

    Component card(Actor actor, PlanSummary summary) {
        PlanAddress address = new PlanAddress(summary.plan().slug());
        ResultsSheet sheet = results.results(actor, summary.plan().slug(), null);
        Span owner = new Span(summary.ownerName());
        owner.addClassName("owner");
        Div card = new Div(
                owner,
                new H3(new Anchor(address.results(), summary.plan().title())),
                new Paragraph("%s〜%s　%sの実績まで"
                        .formatted(
                                summary.plan().firstFiscalYear().longLabel(),
                                summary.plan().lastFiscalYear().longLabel(),
                                sheet.fiscalYear().longLabel())),
                counts(sheet),
                waiting(actor, sheet, address));
        collecting(actor, sheet, address).ifPresent(card::add);
        reading(actor, sheet, address).ifPresent(card::add);
        card.addClassName("plan-card");
        return card;
    }

    private static Component counts(ResultsSheet sheet) {
        Div counts = new Div();
        counts.addClassName("counts");
        for (GradeLabel grade : sheet.rules().grading().labels()) {
            long count = sheet.rows().stream()
                    .filter(row -> row.evaluation().grade() != null
                            && grade.label().equals(row.evaluation().grade().label()))
                    .count();
            counts.add(new Span(GradeChip.of(grade), new Span(" %d".formatted(count))));
        }
        return counts;
    }

    /** The collections under way, with the way into them. */
    private Optional<Component> collecting(Actor actor, ResultsSheet sheet, PlanAddress address) {
        if (!policy.figureSight(actor, sheet.content().plan().owner()).seesSubmitted()) {
            return Optional.empty();
        }
        RoundOverview overview =
                collections.overview(actor, sheet.content().plan().slug());
        Div links = new Div();
        links.addClassName("collecting");
        overview.rounds().stream().filter(CollectionRound::isOpen).forEach(round -> {
            String due = "%s 実績照会　期限 %d月%d日"
                    .formatted(
                            round.fiscalYear().longLabel(),
                            round.dueOn().getMonthValue(),
                            round.dueOn().getDayOfMonth());
            links.add(new Paragraph(new Span(due)));
            if (overview.secretariat()) {
                links.add(plain(address.collection(round.fiscalYear()), "進み具合を見る"));
            } else {
                overview.towns()
                        .forEach((code, name) ->
                                links.add(plain(address.entry(round.fiscalYear(), code.value()), name + "の実績を入力")));
            }
        });
        return links.getChildren().findAny().isPresent() ? Optional.of(links) : Optional.empty();
    }

    /** For the committee: how far the person has read, until when notes are taken, and the way there. */
    private Optional<Component> reading(Actor actor, ResultsSheet sheet, PlanAddress address) {
        if (!policy.speaksForCommittee(actor, sheet.content().plan().owner())) {
            return Optional.empty();
        }
        ReadingList list = reading.list(actor, sheet.content().plan().slug(), null);
        Div part = new Div();
        part.addClassName("home-reading");
        CommentWindow window = list.writing().window();
        if (window != null) {
            part.add(new Paragraph(window.title()), new Paragraph(WindowWords.of(window, LocalDate.now(clock))));
        }
        part.add(new Paragraph("%dのうち%dを読みました".formatted(list.lines().size(), list.read())));
        Anchor way = button(address.reading(), list.writing().allowed() ? "意見を書く" : "読む");
        way.addClassName("large");
        part.add(way);
        return Optional.of(part);
    }

    /** The filled one is the next step, which stands above. */
    private static Anchor plain(String href, String words) {
        Anchor button = new Anchor(href, words);
        button.addClassName("button");
        return button;
    }

    private static Anchor button(String href, String words) {
        Anchor button = new Anchor(href, words);
        button.addClassNames("button", "primary");
        return button;
    }

    private Component waiting(Actor actor, ResultsSheet sheet, PlanAddress address) {
        long unmeasured = sheet.rows().stream()
                .filter(row -> row.evaluation().grade() == null)
                .count();
        UnorderedList list = new UnorderedList();
        list.addClassName("waiting");
        if (policy.canKeepPlans(actor, sheet.content().plan().owner())) {
            long findings = sheet.rows().stream()
                    .flatMap(row -> row.findings().stream())
                    .filter(finding -> finding.confirmation() == null)
                    .count();
            if (findings > 0) {
                list.add(new ListItem(
                        new Anchor(address.results(sheet.fiscalYear()), "確かめていない指摘 %d 件".formatted(findings))));
            }
        }
        unanswered(actor, sheet, address).ifPresent(list::add);
        if (unmeasured > 0) {
            list.add(new ListItem(
                    new Anchor(address.summary(sheet.fiscalYear()), "実績を把握できていない指標 %d 件".formatted(unmeasured))));
        }
        return list;
    }

    /** What the secretariat, or a municipality, has not answered yet. */
    private Optional<ListItem> unanswered(Actor actor, ResultsSheet sheet, PlanAddress address) {
        if (!policy.figureSight(actor, sheet.content().plan().owner()).seesSubmitted()) {
            return Optional.empty();
        }
        Discussion discussion =
                discussions.overview(actor, sheet.content().plan().slug(), null);
        long mine = discussion.notes().stream()
                .filter(note -> note.awaitsAnswer() && note.rights().may(NoteRight.ANSWER))
                .count();
        if (mine == 0) {
            return Optional.empty();
        }
        String words = discussion.secretariat() ? "未回答の意見・質問 %d 件" : "回答をお願いされている意見・質問 %d 件";
        return Optional.of(new ListItem(
                new Anchor(address.notes(discussion.fiscalYear()) + "?state=mine", words.formatted(mine))));
    }
}
