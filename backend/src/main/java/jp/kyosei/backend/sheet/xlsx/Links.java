package jp.kyosei.backend.sheet.xlsx;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import jp.kyosei.backend.officefile.PartXml;
import jp.kyosei.backend.officefile.ZipParts;
import jp.kyosei.backend.sheet.FileRefusals;
import jp.kyosei.backend.sheet.SheetLimits;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;

/** The relationships of a part: what other parts it is made of. Those that lead out of the file are left out. */
final class Links extends PartXml.Listener {
    private final String folder;
    private final Map<String, Link> byId = new HashMap<>();

    /**
     * @param kind the last word of its type, {@code worksheet}; the same in both varieties of the standard
     * @param target the name of a part
     */
    record Link(String kind, String target) {}

    private Links(String folder) {
        this.folder = folder;
    }

    /** @param part its name; empty for the whole file */
    static Links of(ZipParts parts, String part) {
        int slash = part.lastIndexOf('/') + 1;
        String folder = part.substring(0, slash);
        String name = folder + "_rels/" + part.substring(slash) + ".rels";
        Links links = new Links(folder);
        if (parts.has(name)) {
            PartXml.read(parts.open(name, SheetLimits.DIRECTORY_BYTES), links);
        }
        return links;
    }

    @Nullable
    Link byId(@Nullable String id) {
        return id == null ? null : byId.get(id);
    }

    /** The one link of that kind; the first in any order if there are several. */
    @Nullable
    String target(String kind) {
        return byId.values().stream()
                .filter(link -> link.kind.equals(kind))
                .map(Link::target)
                .findFirst()
                .orElse(null);
    }

    @Override
    public void open(int depth, String name, Attributes attributes) {
        String id = attributes.getValue("Id");
        String type = attributes.getValue("Type");
        String target = attributes.getValue("Target");
        if (depth != 2 || id == null || type == null || target == null) {
            return;
        }
        if (!"External".equals(attributes.getValue("TargetMode"))) {
            String kind = type.substring(type.lastIndexOf('/') + 1);
            if (byId.put(id, new Link(kind, resolved(target))) != null) {
                throw FileRefusals.broken();
            }
        }
    }

    private String resolved(String target) {
        String slashes = target.replace('\\', '/');
        Deque<String> path = new ArrayDeque<>();
        for (String step : (slashes.startsWith("/") ? slashes : folder + slashes).split("/", -1)) {
            if (step.equals("..")) {
                path.pollLast();
            } else if (!step.isEmpty() && !step.equals(".")) {
                path.addLast(step);
            }
        }
        return String.join("/", path).toLowerCase(Locale.ROOT);
    }
}
