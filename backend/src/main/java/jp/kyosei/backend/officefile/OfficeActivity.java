package jp.kyosei.backend.officefile;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;

/**
 * What an Office file would do by itself when somebody opens it, or carries with it: templates and pictures from elsewhere,
 * objects of other programs, commands and queries. Links that a person follows stay; so do links to figures of other
 * workbooks, whose values the file holds itself.
 */
public final class OfficeActivity {
    /** A chart keeps its figures in a workbook of its own, which is looked at as well. */
    private static final Pattern OF_A_CHART =
            Pattern.compile("(word|xl|ppt)/(charts|chartex|diagrams)/_rels/[^/]+\\.rels");

    private static final Pattern COMMAND_FIELD = Pattern.compile(
            "\\s*(ddeauto|dde|includetext|includepicture|include|import|link|database)\\b.*", Pattern.DOTALL);
    private static final Pattern COMMAND_ACTION =
            Pattern.compile("ppaction://(program|macro|ole|customshow\\?.*program).*");

    /** To other parts of the world; the last is how other workbooks are named whose figures stand in formulas. */
    private static final Set<String> LINKS =
            Set.of("hyperlink", "externallinkpath", "externallinklongpath", "xlpathmissing");

    private static final Set<String> LINK_SCHEMES = Set.of("http", "https", "mailto", "ftp", "file", "tel");
    private static final Pattern SCHEME = Pattern.compile("([a-z][a-z0-9+.-]+):.*", Pattern.DOTALL);
    private static final long MOST_OF_A_PART = 64L * 1024 * 1024;
    private static final int MOST_NESTED = 2;

    private final ZipParts parts;
    private final int depth;
    private @Nullable Kind found;

    /** What is the matter. */
    public enum Kind {
        /** A template, a picture, a page or a film that lies elsewhere and is fetched on opening. */
        FROM_OUTSIDE,
        /** An object of another program (OLE), or a file packed into the file. */
        OBJECT,
        /** A command to another program (DDE), a query of a database, an add-in. */
        COMMAND
    }

    private OfficeActivity(ZipParts parts, int depth) {
        this.parts = parts;
        this.depth = depth;
    }

    /**
     * Looks through all parts.
     *
     * @throws OfficeFileException if one of them cannot be read
     */
    public static Optional<Kind> of(ZipParts parts) {
        return of(parts, 0);
    }

    private static Optional<Kind> of(ZipParts parts, int depth) {
        OfficeActivity activity = new OfficeActivity(parts, depth);
        ContentTypes types = ContentTypes.of(parts, MOST_OF_A_PART);
        activity.note(types.any("oleobject"), Kind.OBJECT);
        activity.note(types.any("webextension"), Kind.COMMAND);
        activity.note(types.any("spreadsheetml.connections"), Kind.COMMAND);
        activity.note(types.any("querytable"), Kind.COMMAND);
        for (String name : parts.names()) {
            activity.look(name);
            if (activity.found != null) {
                break;
            }
        }
        return Optional.ofNullable(activity.found);
    }

    private void look(String name) {
        if (name.endsWith(".rels")) {
            PartXml.read(parts.open(name, MOST_OF_A_PART), new Links(name));
        } else if (name.startsWith("word/") && name.endsWith(".xml")) {
            PartXml.read(parts.open(name, MOST_OF_A_PART), new Fields());
        } else if (name.endsWith(".xml") && (name.startsWith("xl/externallinks/") || name.startsWith("ppt/"))) {
            PartXml.read(parts.open(name, MOST_OF_A_PART), new Commands());
        } else {
            note(name.endsWith(".bin") && name.contains("oleobject"), Kind.OBJECT);
        }
    }

    private void note(boolean holds, Kind kind) {
        if (holds && found == null) {
            found = kind;
        }
    }

    /** What a part is connected with (ISO/IEC 29500-2, 9.3). */
    private final class Links extends PartXml.Listener {
        private final String name;

        Links(String name) {
            this.name = name;
        }

        @Override
        public void open(int depth, String element, Attributes attributes) {
            String type = lower(attributes.getValue("Type"));
            String target = lower(attributes.getValue("Target"));
            if (type.isEmpty() || target.isEmpty()) {
                return;
            }
            String kind = type.substring(type.lastIndexOf('/') + 1);
            boolean outside = lower(attributes.getValue("TargetMode")).equals("external") || leadsOut(target);
            note(kind.equals("oleobject") || kind.equals("afchunk") || kind.equals("control"), Kind.OBJECT);
            note(outside && !LINKS.contains(kind), Kind.FROM_OUTSIDE);
            note(outside && kind.equals("hyperlink") && !isLink(target), Kind.COMMAND);
            if (kind.equals("package") && !outside) {
                packed(target);
            }
        }

        private void packed(String target) {
            note(!OF_A_CHART.matcher(name).matches(), Kind.OBJECT);
            String part =
                    "%s/%s".formatted(name.substring(0, name.indexOf('/')), target.replaceFirst("^(\\.\\./|/)+", ""));
            String found = parts.has(part) ? part : target.replaceFirst("^(\\.\\./|/)+", "");
            if (OfficeActivity.this.found == null && parts.has(found)) {
                nested(found);
            }
        }
    }

    private void nested(String part) {
        if (depth >= MOST_NESTED) {
            note(true, Kind.OBJECT);
            return;
        }
        byte[] content = parts.bytes(part, MOST_OF_A_PART);
        if (!ZipParts.startsAsZip(content)) {
            note(true, Kind.OBJECT);
            return;
        }
        ZipParts inner = ZipParts.of(content, MOST_OF_A_PART, PoiLimits.PARTS);
        ContentTypes types = ContentTypes.of(inner, MOST_OF_A_PART);
        note(types.hasMacros() || types.hasActiveX(), Kind.OBJECT);
        of(inner, depth + 1).ifPresent(kind -> note(true, kind));
    }

    /** Fields of Word (17.16), whose text may be cut into many pieces. */
    private final class Fields extends PartXml.Listener {
        private final StringBuilder field = new StringBuilder();
        private boolean inside;

        @Override
        public void open(int depth, String element, Attributes attributes) {
            switch (element) {
                case "fldSimple" -> check(attribute(attributes, "instr"));
                case "instrText" -> inside = true;
                case "fldChar", "p" -> {
                    check(field.toString());
                    field.setLength(0);
                }
                case "OLEObject", "objectEmbed", "objectLink" -> note(true, Kind.OBJECT);
                default -> {}
            }
        }

        @Override
        public void text(char[] characters, int start, int length) {
            if (inside) {
                field.append(characters, start, length);
            }
        }

        @Override
        public void close(int depth, String element) {
            inside = inside && !element.equals("instrText");
            if (depth == 1) {
                check(field.toString());
            }
        }

        private void check(String text) {
            note(COMMAND_FIELD.matcher(text.toLowerCase(Locale.ROOT)).matches(), Kind.COMMAND);
        }
    }

    /** Links by which Excel asks other programs, and buttons by which PowerPoint starts them. */
    private final class Commands extends PartXml.Listener {
        @Override
        public void open(int depth, String element, Attributes attributes) {
            note(element.equals("ddeLink") || element.equals("oleLink"), Kind.COMMAND);
            note(element.equals("oleObj"), Kind.OBJECT);
            note(COMMAND_ACTION.matcher(lower(attribute(attributes, "action"))).matches(), Kind.COMMAND);
        }
    }

    private static boolean leadsOut(String target) {
        String plain = target.replace('\\', '/');
        return plain.startsWith("//") || SCHEME.matcher(plain).matches();
    }

    private static boolean isLink(String target) {
        var scheme = SCHEME.matcher(target.strip());
        // A drive's letter is no scheme.
        return !scheme.matches() || scheme.group(1).length() == 1 || LINK_SCHEMES.contains(scheme.group(1));
    }

    /** By its local name, whatever the prefix. */
    private static String attribute(Attributes attributes, String name) {
        for (int index = 0; index < attributes.getLength(); index++) {
            if (List.of(attributes.getLocalName(index), attributes.getQName(index))
                    .contains(name)) {
                return attributes.getValue(index);
            }
        }
        return "";
    }

    private static String lower(@Nullable String text) {
        return text == null ? "" : text.strip().toLowerCase(Locale.ROOT);
    }
}
