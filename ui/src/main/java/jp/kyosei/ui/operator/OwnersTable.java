package jp.kyosei.ui.operator;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.kyosei.backend.clock.JapanTime;
import jp.kyosei.backend.owners.AllianceKind;
import jp.kyosei.backend.owners.OwnerState;
import jp.kyosei.backend.owners.keeping.KeptOwner;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import jp.kyosei.ui.plan.HtmlTable;
import jp.kyosei.ui.plan.ScrollingTable;
import org.jspecify.annotations.Nullable;

/** Owners in rows, with numbers and no plan. */
final class OwnersTable {
    private static final DateTimeFormatter DAY = JapanTime.moments("uuuu/MM/dd");
    private static final double BYTES_OF_A_MEGABYTE = 1024.0 * 1024.0;

    private OwnersTable() {}

    static Component of(List<KeptOwner> owners, String caption) {
        HtmlTable table = new HtmlTable(caption, List.of("団体", "種類", "状態", "利用者", "計画", "指標", "添付（MB）", "最後の変更"));
        table.addClassName("owners-table");
        for (KeptOwner owner : owners) {
            table.row(new Anchor(OwnersAddress.owner(owner.slug()), owner.name()))
                    .text(kind(owner))
                    .cell(state(owner.state()))
                    .figure(number(owner.size().people()))
                    .figure(number(owner.size().plans()))
                    .figure(number(owner.size().indicators()))
                    .figure(megabytes(owner.size().fileBytes()))
                    .text(day(owner.size().lastChange()));
        }
        return new ScrollingTable(table, OwnersView.TITLE);
    }

    static Span state(OwnerState state) {
        Span chip = new Span(state.label());
        chip.addClassName("state-chip");
        chip.getElement()
                .setAttribute(
                        "data-tone",
                        switch (state) {
                            case TRIAL -> "doing";
                            case RUNNING -> "done";
                            case ENDING -> "returned";
                        });
        return chip;
    }

    /** 岩手県 032069, or 定住自立圏 2市町. */
    static String kind(KeptOwner owner) {
        AllianceKind form = owner.allianceKind();
        if (form != null) {
            return "%s　%d市町".formatted(form.label(), owner.members());
        }
        MunicipalityCode code = owner.municipality();
        return Stream.of(owner.prefecture(), code == null ? null : code.value())
                .filter(part -> part != null)
                .collect(Collectors.joining("　"));
    }

    static String number(int count) {
        return "%,d".formatted(count);
    }

    static String megabytes(long bytes) {
        return "%,.1f".formatted(bytes / BYTES_OF_A_MEGABYTE);
    }

    static String day(@Nullable Instant moment) {
        return moment == null ? "—" : DAY.format(moment);
    }
}
