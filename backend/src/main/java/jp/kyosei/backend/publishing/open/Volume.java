package jp.kyosei.backend.publishing.open;

import java.util.Map;
import java.util.function.Supplier;
import jp.kyosei.backend.publishing.open.edition.Head;
import jp.kyosei.backend.publishing.open.edition.Outline;
import jp.kyosei.backend.publishing.open.edition.Published;
import org.jspecify.annotations.Nullable;

/** A publication in memory: its packed document always, its pages while there is room for them. */
final class Volume {
    private final Head head;
    private final Outline outline;
    private final byte[] packed;
    private volatile @Nullable Pages pages;
    private volatile long usedAt;
    private @Nullable Map<String, Long> sizes;

    /** @param packed the document, see {@link Documents} */
    Volume(Head head, Outline outline, byte[] packed) {
        this.head = head;
        this.outline = outline;
        this.packed = packed;
    }

    /** Its answers by path, and how many bytes they take. */
    record Pages(Map<String, OpenPage> byPath, long weight) {
        Pages {
            byPath = Map.copyOf(byPath);
        }

        static Pages of(Map<String, OpenPage> byPath) {
            return new Pages(
                    byPath, byPath.values().stream().mapToLong(OpenPage::weight).sum());
        }
    }

    Head head() {
        return head;
    }

    Outline outline() {
        return outline;
    }

    Published published() {
        return new Published(head, outline);
    }

    /** The same, to be rendered anew. */
    Volume anew() {
        return new Volume(head, outline, packed);
    }

    /** How large its files are, by path: found out once. */
    synchronized Map<String, Long> sizes(Supplier<Map<String, Long>> weigher) {
        Map<String, Long> known = sizes;
        if (known == null) {
            known = Map.copyOf(weigher.get());
            sizes = known;
        }
        return known;
    }

    byte[] packed() {
        return packed;
    }

    /** Rendered now, if they are not there: once, however many ask at the same time. */
    Pages pages(Supplier<Pages> renderer, long now) {
        usedAt = now;
        Pages there = pages;
        return there == null ? rendered(renderer) : there;
    }

    private synchronized Pages rendered(Supplier<Pages> renderer) {
        Pages there = pages;
        if (there == null) {
            there = renderer.get();
            pages = there;
        }
        return there;
    }

    void forgetPages() {
        pages = null;
    }

    /** In bytes; 0 while nothing is rendered. */
    long weight() {
        Pages there = pages;
        return there == null ? 0 : there.weight();
    }

    long usedAt() {
        return usedAt;
    }
}
