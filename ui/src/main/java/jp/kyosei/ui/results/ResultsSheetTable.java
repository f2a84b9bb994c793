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
    public void setSheet(SheetContent sheet) {
        getElement().setPropertyBean("sheet", sheet);
    }
}
