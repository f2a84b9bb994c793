package jp.kyosei.ui.form;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.progressbar.ProgressBar;
import java.util.OptionalLong;

/** How far a long piece of work is, in a bar and in words, with the rest as far as one can tell. */
public final class HeadwayBar extends Div {
    private static final int HUNDRED = 100;
    private static final int MINUTE = 60;
    private static final int FINE = 10;

    private final ProgressBar bar = new ProgressBar();
    private final Paragraph words = new Paragraph();

    /** @param doing what is being done, as its name to a screen reader */
    public HeadwayBar(String doing) {
        bar.setIndeterminate(true);
        bar.getElement().setAttribute("aria-label", doing);
        add(words, bar);
        words.setText("準備しています。");
    }

    /** @param share how much is done, from 0 to 1 */
    public void show(double share, OptionalLong secondsLeft) {
        bar.setIndeterminate(share <= 0);
        bar.setValue(Math.clamp(share, 0, 1));
        words.setText(
                share <= 0
                        ? "順番を待っています。"
                        : "%d％　%s"
                                .formatted(Math.round(share * HUNDRED), rest(secondsLeft))
                                .strip());
    }

    private static String rest(OptionalLong seconds) {
        if (seconds.isEmpty()) {
            return "";
        }
        long left = seconds.getAsLong();
        if (left > MINUTE) {
            return "残り 約%d分".formatted((left + MINUTE - 1) / MINUTE);
        }
        return left <= FINE ? "残り 約%d秒".formatted(left) : "残り 約%d秒".formatted((left + FINE - 1) / FINE * FINE);
    }
}
