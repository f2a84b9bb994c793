package jp.kyosei.ui.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Main;

/** The first link of every page, for the keyboard: past the frame to the content. */
public final class SkipLink extends Anchor {
    private static final String MAIN_ID = "main";

    /** @param main where it leads, which is made fit for it */
    public SkipLink(Main main) {
        super("#" + MAIN_ID, "本文へ移る");
        main.setId(MAIN_ID);
        main.getElement().setAttribute("tabindex", "-1");
        addClassName("skip-link");
        setRouterIgnore(true);
    }
}
