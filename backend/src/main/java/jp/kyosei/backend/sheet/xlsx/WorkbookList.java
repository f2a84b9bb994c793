package jp.kyosei.backend.sheet.xlsx;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import jp.kyosei.backend.officefile.PartXml;
import jp.kyosei.backend.sheet.FileRefusals;
import jp.kyosei.backend.sheet.SheetLimits;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;

/** The part that lists the sheets of a workbook. */
final class WorkbookList extends PartXml.Listener {
    private static final int LONGEST_NAME = 255;

    private final Links links;
    private final List<Entry> visible = new ArrayList<>();
    private final List<Entry> all = new ArrayList<>();
    private final Set<String> names = new HashSet<>();
    private int sheets;
    private boolean from1904;

    /** @param part the name of the part that holds the cells */
    record Entry(String name, String part) {}

    WorkbookList(Links links) {
        this.links = links;
    }

    /** Sheets with cells that a person can see, in the order of their tabs. */
    List<Entry> visible() {
        return visible;
    }

    /** The same with the hidden ones. */
    List<Entry> all() {
        return all;
    }

    int count() {
        return sheets;
    }

    boolean from1904() {
        return from1904;
    }

    @Override
    public void open(int depth, String name, Attributes attributes) {
        if (depth == 2 && name.equals("workbookPr")) {
            String value = attributes.getValue("date1904");
            from1904 = "1".equals(value) || "true".equals(value);
        } else if (depth == 3 && name.equals("sheet")) {
            add(attributes);
        }
    }

    private void add(Attributes attributes) {
        sheets++;
        if (sheets > SheetLimits.SHEETS) {
            throw FileRefusals.tooMany("シート", SheetLimits.SHEETS);
        }
        String name = attributes.getValue("name");
        if (name == null
                || name.isBlank()
                || name.length() > LONGEST_NAME
                || !names.add(name.toLowerCase(Locale.ROOT))) {
            throw FileRefusals.broken("シートの名前が空か、重なっています");
        }
        Links.Link link = links.byId(id(attributes));
        if (link == null) {
            throw FileRefusals.broken("シート「%s」の中身がありません".formatted(name));
        }
        if (!link.kind().equals("worksheet")) {
            return;
        }
        Entry entry = new Entry(name, link.target());
        all.add(entry);
        String state = attributes.getValue("state");
        if (state == null || state.equals("visible")) {
            visible.add(entry);
        }
    }

    /** {@code r:id}, whose namespace differs between the varieties of the standard. */
    private static @Nullable String id(Attributes attributes) {
        for (int at = 0; at < attributes.getLength(); at++) {
            if (attributes.getLocalName(at).equals("id")
                    && attributes.getURI(at).endsWith("/relationships")) {
                return attributes.getValue(at);
            }
        }
        return null;
    }
}
