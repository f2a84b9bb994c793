package jp.kyosei.ui.people;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import java.util.ArrayList;
import java.util.List;
import jp.kyosei.backend.tenancy.NotFoundException;

/**
 * A list a page at a time.
 *
 * @param address where it is, below the server
 * @param query whom it shows, as it stands in the address
 */
record PeoplePages(String address, QueryParameters query, int page) {
    /** How many lines a page shows. */
    static final int A_PAGE = 50;

    private static final String PAGE = "page";

    /** @throws NotFoundException if the address names no page */
    static PeoplePages at(String address, QueryParameters query) {
        String page = query.getSingleParameter(PAGE).orElse("1");
        if (!page.matches("[1-9][0-9]{0,4}")) {
            throw new NotFoundException();
        }
        return new PeoplePages(address, query, Integer.parseInt(page));
    }

    int offset() {
        return (page - 1) * A_PAGE;
    }

    /** The ways to the neighbouring pages. */
    List<Component> ways(int total) {
        List<Component> ways = new ArrayList<>();
        if (page > 1) {
            ways.add(new Paragraph(new Anchor(to(page - 1), "‹ 前の%d人".formatted(A_PAGE))));
        }
        if (offset() + A_PAGE < total) {
            ways.add(new Paragraph(new Anchor(to(page + 1), "次の%d人 ›".formatted(A_PAGE))));
        }
        return ways;
    }

    private String to(int other) {
        return new Location(address, query.excluding(PAGE).merging(PAGE, String.valueOf(other)))
                .getPathWithQueryParameters();
    }
}
