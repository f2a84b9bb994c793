package jp.kyosei.ui.history;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.RouteParameters;
import java.util.ArrayList;
import java.util.List;
import jp.kyosei.backend.tenancy.NotFoundException;

/** A history a page at a time, the newest first. */
record HistoryPages(String address, int page) {
    /** How many entries a page shows. */
    static final int A_PAGE = 100;

    /** @throws NotFoundException if the address names no page */
    static HistoryPages at(String address, RouteParameters parameters) {
        return new HistoryPages(
                address, parameters.get("page").map(HistoryPages::number).orElse(1));
    }

    /** How many of the newest entries lie before this page. */
    int offset() {
        return (page - 1) * A_PAGE;
    }

    /** The ways to the neighbouring pages. */
    List<Component> ways(boolean more) {
        List<Component> ways = new ArrayList<>();
        if (page > 1) {
            ways.add(new Paragraph(new Anchor(address + "/" + (page - 1), "‹ 新しいほうへ")));
        }
        if (more) {
            ways.add(new Paragraph(new Anchor(address + "/" + (page + 1), "古いほうへ ›")));
        }
        return ways;
    }

    private static int number(String text) {
        if (!text.matches("[1-9][0-9]{0,5}")) {
            throw new NotFoundException();
        }
        return Integer.parseInt(text);
    }
}
