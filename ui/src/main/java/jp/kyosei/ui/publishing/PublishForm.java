package jp.kyosei.ui.publishing;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.figure.Minus;
import jp.kyosei.backend.publishing.Licence;
import jp.kyosei.backend.publishing.PublicationPreview;
import jp.kyosei.backend.publishing.PublicationState;
import jp.kyosei.backend.publishing.PublishOrder;
import jp.kyosei.backend.publishing.PublishedYear;
import jp.kyosei.backend.publishing.YearPublication;
import jp.kyosei.backend.text.TextKind;
import jp.kyosei.ui.form.CheckBox;
import jp.kyosei.ui.form.LineBox;
import jp.kyosei.ui.form.PlainSelect;
import jp.kyosei.ui.plan.HtmlTable;
import jp.kyosei.ui.plan.PlanAddress;
import jp.kyosei.ui.plan.ScrollingTable;

/** What goes along, what everybody would see of it, and the button that lets it go. */
final class PublishForm extends Div {
    /** A screen of them; the page of versions tells more. */
    private static final int MOST_CORRECTIONS = 100;

    private final YearPublication year;
    private final PlanAddress address;
    private final Function<PublishOrder, PublicationPreview> preview;
    private final CheckBox narratives = new CheckBox("評価文も公開する");
    private final CheckBox notes = new CheckBox("意見と回答も公開する");
    private final PlainSelect licence;
    private final LineBox contact = new LineBox("問い合わせ先").of(TextKind.NAME);
    private final Div shown = new Div();

    PublishForm(
            YearPublication year,
            String lastContact,
            PlanAddress address,
            Function<PublishOrder, PublicationPreview> preview,
            Consumer<PublishOrder> publish,
            Runnable cancel) {
        this.year = year;
        this.address = address;
        this.preview = preview;
        addClassName("publish-form");
        Map<String, String> licences = new LinkedHashMap<>();
        Arrays.stream(Licence.values()).forEach(one -> licences.put(one.name(), one.label()));
        licence = new PlainSelect("利用条件", licences);
        PublishOrder last = year.order();
        if (last != null) {
            narratives.setValue(last.narratives());
            notes.setValue(last.notes());
            licence.setValue(last.licence().name());
        }
        contact.setValue(lastContact);
        contact.setWidthFull();
        contact.setHelperText("課の名前、電話番号、メールアドレスなどを1行で書いてください。公開ページとデータカタログに書かれます。");
        narratives.addValueChangeListener(change -> look());
        notes.addValueChangeListener(change -> look());
        Button go = new Button(
                year.state() == PublicationState.PUBLISHED ? "この内容に差し替える" : "この内容で公開する",
                click -> publish.accept(order()));
        go.addClassNames("button", "primary");
        Button leave = new Button("やめる", click -> cancel.run());
        leave.addClassName("button");
        Div buttons = new Div(go, leave);
        buttons.addClassName("button-row");
        add(
                new H3("%sの公開".formatted(year.fiscalYear().longLabel())),
                narratives.hint("担当課が書いた評価文と、値がない理由の説明文です。選ばないと、理由は「中止」などの区分だけが出ます。"),
                notes.hint("見える人が「公開」の意見と、その回答だけです。書いた人の名前は出ません。"),
                licence.hint("公開ページとデータカタログに書かれます。"),
                contact,
                replaces(),
                shown,
                buttons);
        look();
    }

    private PublishOrder order() {
        return new PublishOrder(
                year.fiscalYear(),
                narratives.getValue(),
                notes.getValue(),
                Licence.valueOf(licence.getValue()),
                contact.getValue());
    }

    /** What everybody reads of the revision that is replaced. */
    private Paragraph replaces() {
        return new Paragraph(
                year.state() == PublicationState.PUBLISHED
                        ? "公開ページの「版と正誤表」に、いまの版から変わった値が、前の値とともに出ます（文章は、改めたことだけ）。" + "前の値を残さないときは、いちど取り下げてから公開してください。"
                        : "差し替えると、変わった値が公開ページの「版と正誤表」に出ます。");
    }

    private void look() {
        PublicationPreview found = preview.apply(order());
        shown.removeAll();
        shown.addClassName("publish-preview");
        if (found.isEmpty()) {
            shown.add(new Paragraph("この年度には確定した実績がないため、公開できません。実績照会で確定してから公開してください。"));
            return;
        }
        shown.add(counts(found), extent(found), blanks(found));
        if (year.state() == PublicationState.PUBLISHED) {
            shown.add(corrections(found.corrections()));
        }
    }

    private static Component counts(PublicationPreview found) {
        HtmlTable table = new HtmlTable("公開ページに出る評価ごとの指標の数", List.of("評価", "この年度", "前年度"));
        found.document().judgedBy().forEach(label -> table.row(new Span(label.label()))
                .figure(Integer.toString(label.count()))
                .figure(Integer.toString(label.previous())));
        return new ScrollingTable(table, "公開ページに出る評価ごとの指標の数");
    }

    private static Component extent(PublicationPreview found) {
        FiscalYear first = new FiscalYear(found.document().years().getFirst());
        return new Paragraph("指標 %d、%sからの実績、評価文 %d、意見 %d が公開されます。担当課と担当者の名前、指摘、覚書は出ません。"
                .formatted(found.document().rows().size(), first.longLabel(), found.narratives(), found.notes()));
    }

    /** 正誤表, as everybody would read it. */
    private Component corrections(List<PublishedYear.Correction> corrections) {
        if (corrections.isEmpty()) {
            return new Paragraph("いま公開している版から変わったところはありません。");
        }
        String title = "正誤表に出る、いまの版から変わったところ（%d か所）".formatted(corrections.size());
        HtmlTable table = new HtmlTable(title, List.of("指標", "項目", "いまの版", "新しい版"));
        corrections.stream().limit(MOST_CORRECTIONS).forEach(correction -> table.row(new Span(
                        correction.no().isEmpty() ? "計画" : "No.%s %s".formatted(correction.no(), correction.name())))
                .text(correction.cell())
                .text(correction.before().isEmpty() ? "（表示しません）" : Minus.shown(correction.before()))
                .text(Minus.shown(correction.after())));
        Div all = new Div(new ScrollingTable(table, "正誤表に出る、変わったところ"));
        if (corrections.size() > MOST_CORRECTIONS) {
            all.add(new Paragraph("ほかに %d か所が変わっています。".formatted(corrections.size() - MOST_CORRECTIONS)));
        }
        return all;
    }

    private Component blanks(PublicationPreview found) {
        if (found.blanks().isEmpty()) {
            return new Paragraph("この年度の値は、すべての指標にあります。");
        }
        HtmlTable table =
                new HtmlTable("この年度の値が出ない指標（%d）".formatted(found.blanks().size()), List.of("指標", "公開ページでは", "出る言葉"));
        found.blanks().forEach(blank -> table.row(new Anchor(
                        address.indicator(blank.no(), year.fiscalYear()),
                        "No.%s %s".formatted(blank.no(), blank.name())))
                .text(blank.why().label())
                .text(blank.shown().isEmpty() ? "—" : blank.shown()));
        return new ScrollingTable(table, "この年度の値が出ない指標");
    }
}
