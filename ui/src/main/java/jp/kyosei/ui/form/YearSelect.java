package jp.kyosei.ui.form;

import com.vaadin.flow.component.select.Select;
import java.util.ArrayList;
import java.util.List;
import jp.kyosei.backend.figure.FiscalYear;

/** A choice of a fiscal year; this year is taken first. */
public final class YearSelect extends Select<FiscalYear> implements Refusable {
    /**
     * Makes one, the newest year first.
     *
     * @param now the year that is taken
     * @param back how many earlier years it offers
     * @param ahead how many later ones
     */
    public YearSelect(String label, FiscalYear now, int back, int ahead) {
        List<FiscalYear> years = new ArrayList<>();
        for (int year = now.year() + ahead; year >= now.year() - back; year--) {
            years.add(new FiscalYear(year));
        }
        setLabel(label);
        setItems(years);
        setItemLabelGenerator(FiscalYear::longLabel);
        setManualValidation(true);
        setValue(now);
    }

    /** Keeps its label from sight, where the place says what it is; it is read aloud. */
    public YearSelect inTable() {
        setAriaLabel(getLabel());
        setLabel("");
        return this;
    }

    /** Says what helps to choose. */
    public YearSelect hint(String words) {
        setHelperText(words);
        return this;
    }

    /** The chosen year. */
    public FiscalYear year() {
        return getValue();
    }
}
