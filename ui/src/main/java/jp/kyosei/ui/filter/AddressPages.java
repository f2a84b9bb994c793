package jp.kyosei.ui.filter;

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
 * @param query what it is narrowed to, as it stands in the address
 * @param size how many lines a page shows
 * @param page from 1
 */
public record AddressPages(String address, QueryParameters query, int size, int page) {
    private static final String PAGE = "page";

    /** @throws NotFoundException if the address names no page */
    public static AddressPages at(String address, QueryParameters query, int size) {
        String page = query.getSingleParameter(PAGE).orElse("1");
        if (!page.matches("[1-9][0-9]{0,4}")) {
            throw new NotFoundException();
        }
        return new AddressPages(address, query, size, Integer.parseInt(page));
    }

    /** How many lines lie before this page. */
    public int offset() {
        return (page - 1) * size;
    }

    /**
     * The ways to the neighbouring pages.
     *
     * @param more whether there is a page after this one
     */
    public List<Component> ways(boolean more, String back, String on) {
        List<Component> ways = new ArrayList<>();
        if (page > 1) {
            ways.add(new Paragraph(new Anchor(to(page - 1), "‹ " + back)));
        }
        if (more) {
            ways.add(new Paragraph(new Anchor(to(page + 1), on + " ›")));
        }
        return ways;
    }

    /**
     * The same, counted.
     *
     * @param total how many lines there are in all
     * @param counter such as 人
     */
    public List<Component> ways(int total, String counter) {
        return ways(offset() + size < total, "前の%d%s".formatted(size, counter), "次の%d%s".formatted(size, counter));
    }

    private String to(int other) {
        QueryParameters first = query.excluding(PAGE);
        return new Location(address, other == 1 ? first : first.merging(PAGE, String.valueOf(other)))
                .getPathWithQueryParameters();
    }
}
