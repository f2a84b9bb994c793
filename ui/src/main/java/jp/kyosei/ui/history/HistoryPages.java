package jp.kyosei.ui.history;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import java.util.ArrayList;
import java.util.List;
import jp.kyosei.backend.tenancy.NotFoundException;

/**
 * A history a page at a time, the newest first.
 *
 * @param address where the history is, below the server
 * @param query which changes it shows, as it stands in the address
 */
record HistoryPages(String address, QueryParameters query, int page) {
    /** How many entries a page shows. */
    static final int A_PAGE = 100;

    private static final String PAGE = "page";

    /** @throws NotFoundException if the address names no page */
    static HistoryPages at(String address, QueryParameters query) {
        return new HistoryPages(
                address,
                query,
                query.getSingleParameter(PAGE).map(HistoryPages::number).orElse(1));
    }

    /** How many of the newest entries lie before this page. */
    int offset() {
        return (page - 1) * A_PAGE;
    }

    /** The ways to the neighbouring pages. */
    List<Component> ways(boolean more) {
        List<Component> ways = new ArrayList<>();
        if (page > 1) {
            ways.add(new Paragraph(new Anchor(to(page - 1), "‹ 新しいほうへ")));
        }
        if (more) {
            ways.add(new Paragraph(new Anchor(to(page + 1), "古いほうへ ›")));
        }
        return ways;
    }

    private String to(int other) {
        return new Location(address, query.excluding(PAGE).merging(PAGE, String.valueOf(other)))
                .getPathWithQueryParameters();
    }

    private static int number(String text) {
        if (!text.matches("[1-9][0-9]{0,5}")) {
            throw new NotFoundException();
        }
        return Integer.parseInt(text);
    }
}
