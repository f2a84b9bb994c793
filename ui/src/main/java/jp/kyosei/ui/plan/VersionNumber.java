package jp.kyosei.ui.plan;

import com.vaadin.flow.router.RouteParameters;
import jp.kyosei.backend.tenancy.NotFoundException;

/** The number of a version in an address. */
public final class VersionNumber {
    private static final int MOST_DIGITS = 4;

    private VersionNumber() {}

    /** @throws NotFoundException if it is none */
    public static int of(RouteParameters parameters) {
        String text = parameters.get("number").orElse("");
        if (text.isEmpty()
                || text.length() > MOST_DIGITS
                || !text.chars().allMatch(letter -> letter >= '0' && letter <= '9')) {
            throw new NotFoundException();
        }
        return Integer.parseInt(text);
    }
}
