package jp.kyosei.backend.officefile;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.xml.sax.Attributes;

/** What the parts of an Office file are, by its own list of types and by their names. */
public final class ContentTypes {
    /** The part that lists the types. */
    public static final String PART = "[Content_Types].xml";

    private static final List<String> MACROS = List.of("macroenabled", "vbaproject", "vbadata", "macrosheet");
    private static final List<String> ACTIVE_X = List.of("activex");

    private final Set<String> types = new HashSet<>();
    private final List<String> anywhere = new ArrayList<>();

    private ContentTypes() {}

    /**
     * Reads the list, as XML: in its text, types could be hidden or feigned by entities and comments.
     *
     * @param most bytes that the list may have
     * @throws OfficeFileException if there is no list, or it cannot be read
     */
    public static ContentTypes of(ZipParts parts, long most) {
        ContentTypes found = new ContentTypes();
        PartXml.read(parts.open(PART, most), found.new Types());
        found.anywhere.addAll(parts.names());
        return found;
    }

    /** Whether a type contains the word. */
    public boolean any(String word) {
        return types.stream().anyMatch(type -> type.contains(word));
    }

    /** The types, in lower case. */
    public Set<String> types() {
        return Set.copyOf(types);
    }

    /** Whether there are programs of the kind that a book or document carries. */
    public boolean hasMacros() {
        return names(MACROS);
    }

    /** Whether there are controls that run programs of the machine. */
    public boolean hasActiveX() {
        return names(ACTIVE_X);
    }

    /** Wherever such a word stands: rather one file too many is refused. */
    private boolean names(List<String> words) {
        return Stream.concat(anywhere.stream(), types.stream())
                .anyMatch(one -> words.stream().anyMatch(one::contains));
    }

    private final class Types extends PartXml.Listener {
        @Override
        public void open(int depth, String name, Attributes attributes) {
            String type = attributes.getValue("ContentType");
            if (type == null) {
                return;
            }
            String lower = type.strip().toLowerCase(Locale.ROOT);
            anywhere.add(lower);
            if (depth == 2) {
                types.add(lower);
            }
        }
    }
}
