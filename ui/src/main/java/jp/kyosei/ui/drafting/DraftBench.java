package jp.kyosei.ui.drafting;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.kyosei.backend.indicator.IndicatorId;
import jp.kyosei.backend.plan.InitiativeId;
import jp.kyosei.backend.plan.Plan;
import jp.kyosei.backend.plan.Section;
import jp.kyosei.backend.plan.SectionId;
import jp.kyosei.backend.plan.draft.SectionOrder;
import jp.kyosei.backend.revision.drafting.DraftChange;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import jp.kyosei.ui.form.AskPlace;
import org.jspecify.annotations.Nullable;

/** The tree with its buttons, and beside it the form of the chosen thing. */
final class DraftBench extends Div implements DraftTools.Actions {
    private final DraftDesk desk;
    private final Clock clock;
    private final Map<MunicipalityCode, String> towns;
    private final DraftTree tree;
    private final DraftTools tools;
    private final AskPlace place = new AskPlace();
    private final Div form = new Div();
    private final AddBoxes boxes;

    DraftBench(DraftDesk desk, Clock clock, Map<MunicipalityCode, String> towns) {
        this.desk = desk;
        this.clock = clock;
        this.towns = towns;
        addClassName("draft-bench");
        tree = new DraftTree(this::open, this::drop);
        Div left = new Div();
        tools = new DraftTools(this, left);
        boxes = new AddBoxes(desk.draft().content().plan(), towns, this::added);
        left.add(tools, place, tree);
        left.addClassName("draft-left");
        form.addClassName("draft-form");
        add(left, form);
        desk.listen(this::show);
        show();
        nothingChosen();
    }

    private void show() {
        tree.show(desk.draft());
        Optional<TreeItem> chosen = tree.chosen();
        tools.show(chosen.isPresent(), chosen.filter(DraftBench::isSection).isPresent(), desk);
        if (chosen.isEmpty()) {
            nothingChosen();
        }
        form.getChildren()
                .filter(ThingForm.class::isInstance)
                .map(ThingForm.class::cast)
                .forEach(ThingForm::look);
    }

    private void nothingChosen() {
        form.removeAll();
        form.add(new Paragraph(
                desk.draft().content().sections().isEmpty()
                        ? "まだ何もありません。「体系を追加」から始めてください。"
                        : "左の一覧で体系・指標・取組を選ぶと、ここで内容を変えられます。"));
    }

    private void open(TreeItem item) {
        form.removeAll();
        form.add(formOf(item));
        tools.show(true, isSection(item), desk);
    }

    private ThingForm formOf(TreeItem item) {
        return switch (item.kind()) {
            case SECTION -> new SectionForm(desk, clock, section(new SectionId(item.id())), item.level());
            case INDICATOR -> new IndicatorForm(desk, clock, desk.draft().indicator(new IndicatorId(item.id())), towns);
            case INITIATIVE ->
                new InitiativeForm(desk, clock, desk.draft().initiative(new InitiativeId(item.id())), towns);
        };
    }

    private void added(DraftChange change, UUID id, String said) {
        desk.change(change, "");
        place.say(said);
        tree.choose(id).ifPresent(this::open);
    }

    @Override
    public void addSection() {
        Plan plan = desk.draft().content().plan();
        Optional<SectionId> chosen = tree.chosen().flatMap(this::sectionOf);
        SectionOrder order = desk.draft().order();
        // Below the chosen one where the plan has such a level, otherwise beside it.
        @Nullable
        SectionId parent = chosen.map(id -> order.level(id) < plan.levelNames().size()
                        ? id
                        : order.place(id).map(SectionOrder.Place::parent).orElse(null))
                .orElse(null);
        int level = parent == null ? 1 : order.level(parent) + 1;
        boxes.section(parent == null ? null : section(parent), plan.levelNames().get(level - 1))
                .askIn(place);
    }

    @Override
    public void addIndicator() {
        tree.chosen()
                .flatMap(this::sectionOf)
                .map(this::section)
                .map(boxes::indicator)
                .ifPresent(box -> box.askIn(place));
    }

    @Override
    public void addInitiative() {
        tree.chosen()
                .flatMap(this::sectionOf)
                .map(this::section)
                .map(boxes::initiative)
                .ifPresent(box -> box.askIn(place));
    }

    @Override
    public void move(int steps) {
        tree.chosen().flatMap(item -> moves().by(item, steps)).ifPresent(change -> change(change, "移しました。"));
    }

    @Override
    public void out() {
        tree.chosen().flatMap(item -> moves().out(item)).ifPresent(change -> change(change, "一段上げました。"));
    }

    @Override
    public void in() {
        tree.chosen().flatMap(item -> moves().in(item)).ifPresent(change -> change(change, "一段下げました。"));
    }

    private void drop(DraftTree.Dropped dropped) {
        moves().dropped(dropped).ifPresent(change -> change(change, "移しました。"));
    }

    @Override
    public void number() {
        SectionId below = tree.chosen().flatMap(this::sectionOf).orElse(null);
        change(new DraftChange.CountSections(below), "番号を振り直しました。");
    }

    @Override
    public void remove() {
        tree.chosen().ifPresent(item -> {
            DraftChange change =
                    switch (item.kind()) {
                        case SECTION ->
                            new DraftChange.RemoveSection(
                                    new SectionId(item.id()), desk.draft().version(new SectionId(item.id())), true);
                        case INDICATOR ->
                            new DraftChange.RemoveIndicator(
                                    new IndicatorId(item.id()), desk.draft().version(new IndicatorId(item.id())));
                        case INITIATIVE ->
                            new DraftChange.RemoveInitiative(
                                    new InitiativeId(item.id()), desk.draft().version(new InitiativeId(item.id())));
                    };
            RemoveBox.of(desk.draft(), item, reason -> {
                        desk.change(change, reason);
                        nothingChosen();
                        place.say("「%s」を削除しました。「元に戻す」で戻せます。".formatted(item.words()));
                    })
                    .askIn(place);
        });
    }

    @Override
    public void undo() {
        place.attempt(() -> {
            desk.undo();
            reopen();
            return "直前の変更を元に戻しました。";
        });
    }

    @Override
    public void redo() {
        place.attempt(() -> {
            desk.redo();
            reopen();
            return "元に戻した変更をやり直しました。";
        });
    }

    private void change(DraftChange change, String said) {
        place.attempt(() -> {
            desk.change(change, "");
            reopen();
            return said;
        });
    }

    /** What is shown of the chosen thing is what it is now. */
    private void reopen() {
        tree.chosen().ifPresentOrElse(this::open, this::nothingChosen);
    }

    private TreeMoves moves() {
        return new TreeMoves(desk.draft());
    }

    private Optional<SectionId> sectionOf(TreeItem item) {
        return isSection(item)
                ? Optional.of(new SectionId(item.id()))
                : tree.above(item).map(SectionId::new);
    }

    private Section section(SectionId id) {
        return desk.draft().section(id);
    }

    private static boolean isSection(TreeItem item) {
        return item.kind() == TreeItem.Kind.SECTION;
    }
}
