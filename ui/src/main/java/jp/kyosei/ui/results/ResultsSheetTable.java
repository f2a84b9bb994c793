package jp.kyosei.ui.results;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.dependency.JsModule;

/** The dense table of a plan's results, with filters, keyboard and print; drawn in the browser from one value. */
@Tag("kyosei-results-sheet")
@JsModule("./results/kyosei-results-sheet.ts")
@CssImport("./results/results-sheet.css")
public final class ResultsSheetTable extends Component {
    private static final String NO = "event.detail.no";
    private static final String CODE = "event.detail.code";
    private static final String YEAR = "event.detail.year";

    /** A finding that somebody wants to confirm; what comes from the browser is looked up by whoever hears of it. */
    interface Asked {
        void confirm(String no, String code, int year);
    }

    void whenAsked(Asked asked) {
        getElement()
                .addEventListener(
                        "confirm-check",
                        event -> asked.confirm(
                                event.getEventData().path(NO).asString(""),
                                event.getEventData().path(CODE).asString(""),
                                event.getEventData().path(YEAR).asInt(0)))
                .addEventData(NO)
                .addEventData(CODE)
                .addEventData(YEAR);
    }

    public void setSheet(SheetContent sheet) {
        getElement().setPropertyBean("sheet", sheet);
    }
}
