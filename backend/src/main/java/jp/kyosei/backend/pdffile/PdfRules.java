package jp.kyosei.backend.pdffile;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What no file may hold that is passed on to others: whatever acts by itself, carries other files, or fetches something. A
 * link that a person follows is no such thing, nor is a page at which the file opens.
 */
final class PdfRules {
    /** Types of actions (12.6.4) and of annotations that only programs need. */
    private static final Set<String> ACTIONS =
            Set.of("JavaScript", "Launch", "SubmitForm", "ImportData", "GoToE", "RichMediaExecute", "GoTo3DView");

    private static final Set<String> MEDIA_ACTIONS = Set.of("Rendition", "Movie", "Sound");
    private static final Set<String> CARRIERS =
            Set.of("FileAttachment", "RichMedia", "Movie", "Screen", "Sound", "3D", "EmbeddedFile");
    private static final List<String> ACTIVE_KEYS = List.of("JS", "JavaScript", "AA", "XFA");
    private static final List<String> ACTIVE_LINKS = List.of("javascript:", "vbscript:", "data:");
    private static final String GO_TO = "GoTo";

    private final Map<Long, Boolean> openable = new HashMap<>();
    private final Set<Long> opened = new HashSet<>();
    private PdfContent worst = PdfContent.PLAIN;

    /**
     * Looks at an object and at all within it.
     *
     * @param number its own; -1 where nothing can refer to it
     * @param stream whether data follow it
     */
    void look(long number, PdfValue value, boolean stream) {
        openable.merge(number, isPlace(value), Boolean::logicalAnd);
        if (stream && value instanceof PdfValue.Entries entries) {
            // In a stream, F is where its data lie instead: another file (7.3.8.2).
            note(entries.has("F"), PdfContent.FROM_OUTSIDE);
        }
        look(value);
    }

    /** After all objects: the worst of what was found. */
    PdfContent found() {
        boolean acts = opened.stream().anyMatch(number -> !openable.getOrDefault(number, true));
        return acts ? PdfContent.ACTIVE : worst;
    }

    private void look(PdfValue value) {
        switch (value) {
            case PdfValue.Items items -> items.values().forEach(this::look);
            case PdfValue.Entries entries -> {
                check(entries);
                entries.entries().forEach(entry -> look(entry.value()));
            }
            case PdfValue.Name name -> {}
            case PdfValue.Text text -> {}
            case PdfValue.Word word -> {}
            case PdfValue.Reference reference -> {}
        }
    }

    private void check(PdfValue.Entries entries) {
        note(isNamed(entries, "S", ACTIONS), PdfContent.ACTIVE);
        note(ACTIVE_KEYS.stream().anyMatch(entries::has), PdfContent.ACTIVE);
        note(entries.all("URI").anyMatch(PdfRules::isActiveLink), PdfContent.ACTIVE);
        entries.all("OpenAction").forEach(this::checkOpening);
        note(
                isNamed(entries, "S", MEDIA_ACTIONS)
                        || isNamed(entries, "Subtype", CARRIERS)
                        || isNamed(entries, "Type", CARRIERS)
                        || entries.has("EmbeddedFiles")
                        || entries.all("EF").anyMatch(PdfRules::isThing),
                PdfContent.CARRYING);
        note(
                (entries.isNamed("S", "GoToR") && entries.all("F").anyMatch(PdfRules::isElsewhere))
                        || (entries.isNamed("Subtype", "Form")
                                && entries.all("Ref").anyMatch(PdfRules::isThing)),
                PdfContent.FROM_OUTSIDE);
    }

    private void checkOpening(PdfValue value) {
        if (value instanceof PdfValue.Reference(long number)) {
            opened.add(number);
        } else {
            note(!isPlace(value), PdfContent.ACTIVE);
        }
    }

    /** A place in the file itself, or a step to it and nothing after. */
    private static boolean isPlace(PdfValue value) {
        return switch (value) {
            case PdfValue.Entries entries ->
                entries.has("S")
                        && entries.all("S").allMatch(type -> type.equals(new PdfValue.Name(GO_TO)))
                        && !entries.has("Next");
            case PdfValue.Reference reference -> false;
            case PdfValue.Items items -> true;
            case PdfValue.Name name -> true;
            case PdfValue.Text text -> true;
            case PdfValue.Word word -> true;
        };
    }

    private static boolean isNamed(PdfValue.Entries entries, String key, Set<String> names) {
        return entries.all(key).anyMatch(value -> value instanceof PdfValue.Name(String text) && names.contains(text));
    }

    private static boolean isThing(PdfValue value) {
        return value instanceof PdfValue.Entries || value instanceof PdfValue.Reference;
    }

    private static boolean isActiveLink(PdfValue value) {
        if (!(value instanceof PdfValue.Text(String bytes))) {
            return false;
        }
        String address = bytes.replaceAll("[\\x00-\\x20\\xFE\\xFF]", "").toLowerCase(Locale.ROOT);
        return ACTIVE_LINKS.stream().anyMatch(address::startsWith);
    }

    /** Another machine's file: to look for it there tells that machine who looks. */
    private static boolean isElsewhere(PdfValue value) {
        return switch (value) {
            case PdfValue.Text(String bytes) -> {
                String name = bytes.replaceAll("[\\x00\\xFE\\xFF]", "")
                        .replace('\\', '/')
                        .strip();
                yield name.startsWith("//") || name.contains("://");
            }
            case PdfValue.Entries entries -> entries.entries().stream().anyMatch(entry -> isElsewhere(entry.value()));
            case PdfValue.Reference reference -> true;
            case PdfValue.Items items -> false;
            case PdfValue.Name name -> false;
            case PdfValue.Word word -> false;
        };
    }

    /** The kinds stand in the order of their weight, behind the harmless one. */
    private void note(boolean holds, PdfContent content) {
        if (holds && (worst == PdfContent.PLAIN || content.compareTo(worst) < 0)) {
            worst = content;
        }
    }
}
