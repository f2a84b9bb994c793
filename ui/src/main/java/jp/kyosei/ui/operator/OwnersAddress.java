package jp.kyosei.ui.operator;

/** Where the operator's screens are, below the server and without a leading slash. */
public final class OwnersAddress {
    public static final String LIST = "service/owners";
    static final String NEW = "service/new-owner";
    static final String NEW_ALLIANCE = NEW + "?kind=alliance";

    private OwnersAddress() {}

    static String owner(String slug) {
        return LIST + "/" + slug;
    }
}
