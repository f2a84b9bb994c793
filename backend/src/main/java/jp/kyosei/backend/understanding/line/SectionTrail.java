package jp.kyosei.backend.understanding.line;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.kyosei.backend.understanding.SectionHeading;

/** The sections in force while rows are read, from the top level down. */
public final class SectionTrail {
    private static final Pattern PAGE_TITLE =
            Pattern.compile("(?s).*(?:資料|【[^】]*】|実績|ビジョン|総合戦略|ページ|一覧).*|[-－]?\\s*[0-9０-９]+\\s*[-－]?"
                    // a year alone, of which the table below is
                    + "|[^\\p{L}0-9]*(?:令和|平成|[RHＲＨ])\\s*(?:元|[0-9０-９]{1,2})\\s*(?:年度?)?[^\\p{L}]*");
    private static final Pattern NUMBERED =
            Pattern.compile("(?s)^\\s*([0-9０-９]{1,3}(?:[-－.．][0-9０-９]{1,3})*|[（(][0-9０-９]{1,3}[)）])[\\s　.．、:：]*(.*)$");

    private final List<SectionHeading> current = new ArrayList<>();
    /** Lone texts that are section headings unless a page header follows. */
    private final List<SectionHeading> waiting = new ArrayList<>();

    /** From the top level down. */
    public List<SectionHeading> current() {
        return current;
    }

    /** A new heading ends those below it; the same one again changes nothing. */
    public void set(int level, String text) {
        set(heading(level, text));
    }

    /** The sections from a level on end. */
    public void end(int level) {
        if (current.size() >= level) {
            current.subList(level - 1, current.size()).clear();
        }
    }

    /** A lone text, which is a heading unless a page begins below it. */
    public void wait(int level, String text) {
        waiting.add(heading(level, text));
    }

    /** Those that wait are headings. */
    public void takeWaiting() {
        waiting.forEach(this::set);
        waiting.clear();
    }

    /** A page begins: of those that wait, its titles are none. */
    public void dropPageTitles() {
        waiting.removeIf(heading ->
                PAGE_TITLE.matcher(heading.title()).matches() || heading.title().isEmpty());
    }

    private void set(SectionHeading heading) {
        int index = Math.min(heading.level() - 1, current.size());
        SectionHeading placed = new SectionHeading(index + 1, heading.number(), heading.title());
        if (index < current.size() && current.get(index).equals(placed)) {
            return;
        }
        current.subList(index, current.size()).clear();
        current.add(placed);
    }

    private static SectionHeading heading(int level, String text) {
        String joined = text.replaceAll("\\s*\\n\\s*", "").strip();
        Matcher numbered = NUMBERED.matcher(joined);
        return numbered.matches()
                ? new SectionHeading(level, numbered.group(1), numbered.group(2).strip())
                : new SectionHeading(level, "", joined);
    }
}
