package jp.kyosei.backend.report.pdf;

import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.render.Box;
import com.openhtmltopdf.render.PageBox;
import com.openhtmltopdf.slf4j.Slf4jLogger;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.kyosei.backend.report.paper.Paper;
import jp.kyosei.backend.report.paper.PrintedText;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.w3c.dom.Element;

/**
 * Writes papers as one PDF file: letters embedded, tagged for screen readers, with bookmarks. Nothing is fetched from anywhere
 * while it is set.
 */
public final class PdfWriter {
    private static final Logger LOG = LoggerFactory.getLogger(PdfWriter.class);

    /** Pages settle at once, or after a row or two has moved. */
    private static final int MOST_TRIALS = 5;

    static {
        XRLog.setLoggerImpl(new Slf4jLogger());
    }

    private PdfWriter() {}

    /** The papers one after the other, as a file of that title. */
    public static byte[] write(String title, List<Paper> papers) {
        try {
            return write(title, papers, PrintedText.LINES_OF_A_CELL);
        } catch (RuntimeException e) {
            // The engine fails where a row finds no page; with lower rows everybody still has the paper.
            LOG.warn("a paper could not be set, and is set again with less in each cell", e);
            return write(title, papers, PrintedText.FEW_LINES_OF_A_CELL);
        }
    }

    private static byte[] write(String title, List<Paper> papers, int mostLines) {
        try {
            PaperHtml.Breaks breaks = PaperHtml.Breaks.NONE;
            PaperLetters letters = new PaperLetters();
            for (int trial = 1; ; trial++) {
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                try (PdfBoxRenderer renderer =
                        renderer(PaperHtml.of(title, papers, breaks, mostLines, letters), letters, bytes)) {
                    renderer.layout();
                    PaperHtml.Breaks found = breaks(renderer, papers, breaks.pushed());
                    if (found.equals(breaks) || trial == MOST_TRIALS) {
                        renderer.createPDF();
                        return letters.named(bytes.toByteArray());
                    }
                    breaks = found;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a paper could not be written as PDF", e);
        }
    }

    private static PdfBoxRenderer renderer(String html, PaperLetters letters, ByteArrayOutputStream bytes) {
        PdfRendererBuilder builder = new PdfRendererBuilder();
        letters.addTo(builder);
        builder.usePdfUaAccessibility(true);
        builder.useUriResolver((base, uri) -> uri.startsWith("#") ? uri : null);
        builder.withProducer("Kyosei");
        builder.withHtmlContent(html, null);
        builder.toStream(bytes);
        return builder.buildPdfRenderer();
    }

    /** Which rows stand first and last on their pages, and which headings would be parted from what follows. */
    private static PaperHtml.Breaks breaks(PdfBoxRenderer renderer, List<Paper> papers, Set<String> pushedBefore) {
        Map<String, Integer> pages = new LinkedHashMap<>();
        List<PageBox> found = renderer.getRootBox().getLayer().getPages();
        collect(renderer.getRootBox(), found, pages);
        Set<String> tops = new HashSet<>();
        Set<String> bottoms = new HashSet<>();
        Set<String> pushed = new HashSet<>(pushedBefore);
        int table = 0;
        for (Paper paper : papers) {
            for (Paper.Block block : paper.blocks()) {
                if (block instanceof Paper.Block.Table shown) {
                    for (int row = 1; row < shown.rows().size(); row++) {
                        String before = PaperHtml.id(table, row - 1);
                        String id = PaperHtml.id(table, row);
                        if (!pages.getOrDefault(before, 0).equals(pages.getOrDefault(id, 0))) {
                            tops.add(id);
                            bottoms.add(before);
                            push(shown, table, row - 1, pages, pushed);
                        }
                    }
                    table++;
                }
            }
        }
        return new PaperHtml.Breaks(tops, bottoms, pushed);
    }

    /** A heading at the foot of a page, with all headings right above it, goes to the next. */
    private static void push(
            Paper.Block.Table shown, int table, int last, Map<String, Integer> pages, Set<String> pushed) {
        int first = last;
        while (first >= 0 && shown.rows().get(first).manner().isHeading() && samePage(pages, table, first, last)) {
            first--;
        }
        if (first < last) {
            pushed.add(PaperHtml.id(table, first + 1));
        }
    }

    private static boolean samePage(Map<String, Integer> pages, int table, int one, int other) {
        return pages.getOrDefault(PaperHtml.id(table, one), 0)
                .equals(pages.getOrDefault(PaperHtml.id(table, other), 0));
    }

    private static void collect(Box box, List<PageBox> pages, Map<String, Integer> found) {
        Element element = box.getElement();
        if (element != null
                && element.getTagName().equals("tr")
                && !element.getAttribute("id").isEmpty()) {
            found.putIfAbsent(element.getAttribute("id"), page(box.getAbsY(), pages));
            return;
        }
        for (int child = 0; child < box.getChildCount(); child++) {
            collect(box.getChild(child), pages, found);
        }
    }

    private static int page(int y, List<PageBox> pages) {
        for (int page = 0; page < pages.size(); page++) {
            if (y < pages.get(page).getBottom()) {
                return page;
            }
        }
        return pages.size();
    }
}
