package jp.kyosei.ui.plan;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.dom.Element;
import java.util.List;
import jp.kyosei.backend.figure.Minus;

/** A real table with a caption, column heads and row heads, for readers as for screen readers. */
@Tag("table")
public final class HtmlTable extends Component implements HasStyle {
    private final Element body = new Element("tbody");

    /** @param caption read aloud and shown above the table */
    public HtmlTable(String caption, List<String> heads) {
        getElement().setAttribute("class", "figures");
        Element captionElement = new Element("caption");
        captionElement.setText(caption);
        Element headRow = new Element("tr");
        for (String head : heads) {
            Element cell = new Element("th");
            cell.setAttribute("scope", "col");
            cell.setText(head);
            headRow.appendChild(cell);
        }
        Element head = new Element("thead");
        head.appendChild(headRow);
        getElement().appendChild(captionElement, head, body);
    }

    /** Where its rows stand. */
    Element body() {
        return body;
    }

    /** Begins a row with its head. */
    public Row row(Component head) {
        Row row = new Row();
        Element cell = new Element("th");
        cell.setAttribute("scope", "row");
        cell.appendChild(head.getElement());
        row.getElement().appendChild(cell);
        body.appendChild(row.getElement());
        return row;
    }

    /** Adds a line over the whole width that names the rows below it. */
    public void group(String title, int columns) {
        Element row = new Element("tr");
        row.setAttribute("class", "group");
        Element cell = new Element("th");
        cell.setAttribute("scope", "rowgroup");
        cell.setAttribute("colspan", Integer.toString(columns));
        cell.setText(title);
        row.appendChild(cell);
        body.appendChild(row);
    }

    /** Adds a row of one cell over the whole width, such as what unfolds below the row before it. */
    public Row below(Component content, int columns) {
        Row row = new Row();
        Element cell = new Element("td");
        cell.setAttribute("colspan", Integer.toString(columns));
        cell.appendChild(content.getElement());
        row.getElement().appendChild(cell);
        body.appendChild(row.getElement());
        return row;
    }

    /** A row being filled from left to right. */
    @Tag("tr")
    public static final class Row extends Component {
        private Row() {}

        /** Marks the row, for its looks. */
        public Row marked(String className) {
            getElement().setAttribute("class", className);
            return this;
        }

        /** Hides the row from everyone, or shows it again. */
        public Row hidden(boolean hidden) {
            if (hidden) {
                getElement().setAttribute("hidden", "");
            } else {
                getElement().removeAttribute("hidden");
            }
            return this;
        }

        public Row text(String text) {
            return cell("", text);
        }

        /** A figure: to the right, digits in columns. */
        public Row figure(String text) {
            return cell("figure", Minus.shown(text));
        }

        public Row cell(Component content) {
            Element cell = new Element("td");
            cell.appendChild(content.getElement());
            getElement().appendChild(cell);
            return this;
        }

        private Row cell(String className, String text) {
            Element cell = new Element("td");
            cell.setAttribute("class", className);
            cell.setText(text);
            getElement().appendChild(cell);
            return this;
        }
    }
}
