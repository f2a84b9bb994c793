package jp.kyosei.backend.sheet.xlsx;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import jp.kyosei.backend.officefile.PartXml;
import jp.kyosei.backend.sheet.FileRefusals;
import jp.kyosei.backend.sheet.SheetLimits;
import org.xml.sax.Attributes;

/** The texts that the cells of a workbook point at. */
final class SharedTexts extends PartXml.Listener {
    private final List<String> texts = new ArrayList<>();
    private final RichText text = new RichText();

    private SharedTexts() {}

    static List<String> of(InputStream part) {
        SharedTexts shared = new SharedTexts();
        PartXml.read(part, shared);
        return shared.texts;
    }

    @Override
    public void open(int depth, String name, Attributes attributes) {
        if (depth == 2 && name.equals("si")) {
            text.clear();
        } else if (depth > 2) {
            text.open(name);
        }
    }

    @Override
    public void text(char[] characters, int start, int length) {
        text.text(characters, start, length);
    }

    @Override
    public void close(int depth, String name) {
        if (depth == 2 && name.equals("si")) {
            texts.add(text.joined());
            if (texts.size() > SheetLimits.SHARED_TEXTS) {
                throw FileRefusals.tooMany("セルの文字列", SheetLimits.SHARED_TEXTS);
            }
        } else if (depth > 2) {
            text.close(name);
        }
    }
}
