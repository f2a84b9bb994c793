package jp.kyosei.infra.parts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Writes the SBOM (CycloneDX) and the list of licences of all that is shipped: the jars as Maven knows them, the packages
 * of npm as the bundle of the screens holds them, and fonts. Ends with an error where a part says no licence, or one that
 * nobody has read, or where NOTICE does not name a part that has to be named.
 */
public final class ListParts {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private static final String OWN_GROUP = "jp.kyosei";
    private static final String FONT = ".*\\.(ttf|otf|ttc|woff2?)";

    private final Licences licences = Licences.read();
    private final Map<String, String> faults = new TreeMap<>();

    ListParts() {}

    /**
     * @param arguments the project's folder; the folder that holds Maven's part as {@code maven.json} and takes what is
     *     written; the version
     */
    public static void main(String[] arguments) throws IOException {
        Path root = Path.of(arguments[0]).normalize();
        Path target = Path.of(arguments[1]);
        ListParts listing = new ListParts();
        listing.list(root, target, arguments[2]);
        if (!listing.faults.isEmpty()) {
            System.err.println("Parts that must not be shipped like this:");
            listing.faults.forEach((part, fault) -> System.err.println("  " + part + ": " + fault));
            System.exit(1);
        }
    }

    private void list(Path root, Path target, String version) throws IOException {
        ObjectNode bom = (ObjectNode) JSON.readTree(target.resolve("maven.json").toFile());
        List<Part> parts = new ArrayList<>(jars(bom));
        List<Part> others = new ArrayList<>(bundled(
                JSON.readTree(root.resolve("ui/target/classes/META-INF/VAADIN/config/stats.json")
                        .toFile()),
                Licences.listed("npm", "npm.txt")));
        others.addAll(fonts(root, Licences.listed("file", "fonts.txt")));
        for (Part other : others) {
            parts.add(licences.known(other, faults));
        }
        checkNotice(Files.readString(root.resolve("NOTICE")), parts);
        complete(bom, others, version);
        Files.writeString(target.resolve("kyosei-" + version + ".cdx.json"), JSON.writeValueAsString(bom) + "\n");
        Files.writeString(target.resolve("LICENCES.txt"), told(parts, version));
    }

    /** What Maven would put on the class path, less our own jars; the licences are set right in the SBOM, too. */
    List<Part> jars(ObjectNode bom) {
        List<Part> parts = new ArrayList<>();
        for (JsonNode component : bom.path("components")) {
            String group = component.path("group").asText();
            if (group.equals(OWN_GROUP)) {
                continue;
            }
            List<String> spelled = new ArrayList<>();
            for (JsonNode licence : component.path("licenses")) {
                JsonNode one = licence.path("license");
                spelled.add(
                        licence.has("expression")
                                ? licence.path("expression").asText()
                                : one.path("id").asText(one.path("name").asText()));
            }
            Part part = licences.known(
                    new Part(
                            "maven",
                            group + "/" + component.path("name").asText(),
                            component.path("version").asText(),
                            spelled),
                    faults);
            putLicences((ObjectNode) component, part.licences());
            parts.add(part);
        }
        return parts;
    }

    /** The packages in the bundle, by the list that people keep; one of another version has to be read again. */
    List<Part> bundled(JsonNode stats, List<Part> listed) {
        Map<String, Part> known = new HashMap<>();
        listed.forEach(part -> known.put(part.name(), part));
        List<Part> parts = new ArrayList<>();
        for (Map.Entry<String, JsonNode> module : stats.path("npmModules").properties()) {
            Part part = known.get(module.getKey());
            String version = module.getValue().asText();
            if (part != null && part.version().equals(version)) {
                parts.add(part);
            } else {
                faults.put(
                        "pkg:npm/" + module.getKey() + "@" + version,
                        "is in the bundle and not in npm.txt; “npm view " + module.getKey() + "@" + version
                                + " license” tells its licence");
            }
        }
        if (parts.isEmpty()) {
            faults.put("pkg:npm", "no package of the bundle found: has Vaadin's build changed?");
        }
        return parts;
    }

    private List<Part> fonts(Path root, List<Part> listed) throws IOException {
        List<Part> parts = new ArrayList<>();
        for (String module : List.of("backend", "ui")) {
            try (Stream<Path> files = Files.walk(root.resolve(module).resolve("src/main"))) {
                for (Path file :
                        files.filter(file -> file.toString().matches(FONT)).toList()) {
                    String name = file.getFileName().toString();
                    listed.stream()
                            .filter(part -> part.name().equals(name))
                            .findFirst()
                            .ifPresentOrElse(parts::add, () -> faults.put(name, "is a font that is not in fonts.txt"));
                }
            }
        }
        return parts;
    }

    void checkNotice(String notice, List<Part> parts) {
        for (Part part : parts) {
            if (Licences.wantsNaming(part) && !notice.contains(part.shortName())) {
                faults.put(
                        part.key() + "@" + part.version(),
                        "is under " + String.join(" or ", part.licences()) + " and NOTICE does not name it");
            }
        }
    }

    Map<String, String> faults() {
        return faults;
    }

    private static void complete(ObjectNode bom, List<Part> others, String version) {
        ObjectNode product = (ObjectNode) bom.path("metadata").path("component");
        String before = product.path("bom-ref").asText();
        String reference = "pkg:generic/kyosei@" + version;
        product.put("name", "kyosei").put("version", version).put("type", "application");
        product.put("purl", reference).put("bom-ref", reference);
        product.put("description", "Kyosei: plans and figures of municipalities");
        ArrayNode components = (ArrayNode) bom.path("components");
        for (Part part : others) {
            String place = part.key().replace("/@", "/%40") + "@" + part.version();
            ObjectNode component = components.addObject();
            component.put("type", part.kind().equals("file") ? "file" : "library");
            component.put("bom-ref", place).put("name", part.name()).put("version", part.version());
            if (!part.kind().equals("file")) {
                component.put("purl", place);
            }
            putLicences(component, part.licences());
        }
        for (JsonNode dependency : bom.path("dependencies")) {
            if (dependency.path("ref").asText().equals(before)) {
                ObjectNode ours = (ObjectNode) dependency;
                ours.put("ref", reference);
                ArrayNode on = ours.withArray("dependsOn");
                others.forEach(part -> on.add(part.key().replace("/@", "/%40") + "@" + part.version()));
            }
        }
    }

    private static void putLicences(ObjectNode component, List<String> names) {
        ArrayNode licences = component.putArray("licenses");
        if (names.size() == 1) {
            licences.addObject().putObject("license").put("id", names.getFirst());
        } else if (!names.isEmpty()) {
            licences.addObject().put("expression", String.join(" OR ", names));
        }
    }

    private static String told(List<Part> parts, String version) {
        StringBuilder text = new StringBuilder("Kyosei " + version + ": parts by others, by licence\n");
        Licences.byLicence(parts).forEach((licence, those) -> {
            text.append("\n").append(licence).append("\n");
            those.stream()
                    .sorted(Comparator.comparing(Part::kind).thenComparing(Part::name))
                    .forEach(part -> text.append("  ")
                            .append(part.name())
                            .append(" ")
                            .append(part.version())
                            .append(part.kind().equals("maven") ? "" : " (" + part.kind() + ")")
                            .append("\n"));
        });
        return text.toString();
    }
}
