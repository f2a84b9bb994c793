package jp.kyosei.backend.publishing.open.data;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import jp.kyosei.backend.publishing.open.edition.Contact;
import jp.kyosei.backend.publishing.open.edition.Head;
import jp.kyosei.backend.publishing.open.edition.Paths;
import jp.kyosei.backend.publishing.open.edition.Published;

/**
 * The catalogue in DCAT 3, with what DCAT-AP asks for: a dataset for each published year, a distribution for each of its
 * files. The same statements as JSON-LD and as Turtle.
 */
public final class Catalogue {
    private static final String LANGUAGE = "http://publications.europa.eu/resource/authority/language/JPN";
    private static final String THEME = "http://publications.europa.eu/resource/authority/data-theme/GOVE";
    private static final String ANNUAL = "http://publications.europa.eu/resource/authority/frequency/ANNUAL";
    private static final String MEDIA_TYPE = "https://www.iana.org/assignments/media-types/";
    private static final String FILE_TYPE = "http://publications.europa.eu/resource/authority/file-type/";
    private static final String TITLE = "計画の実績の公開カタログ";
    private static final String DESCRIPTION = "市町村と圏域が公開した、計画の指標ごとの実績と評価の一覧";

    private final String server;
    private final List<Published> published;
    private final ToLongFunction<String> size;
    private final String path;

    /**
     * Makes a catalogue.
     *
     * @param server the address of the product, without a slash at the end
     * @param owner whose; empty for everybody's
     * @param published what of it
     * @param size of the file at a path below {@code /open/}, in bytes; 0 if it is not known
     */
    public Catalogue(String server, String owner, List<Published> published, ToLongFunction<String> size) {
        this.server = server;
        this.path = owner;
        this.published = List.copyOf(published);
        this.size = size;
    }

    private record Form(String path, String mediaType, String title) {
        /** As the authority table of the European Union calls it. */
        String fileType() {
            String ending = path.substring(path.lastIndexOf('.') + 1).toUpperCase(Locale.ROOT);
            return FILE_TYPE + ending;
        }
    }

    /** The publisher of the catalogue: its owner, or the product where it is everybody's. */
    private String publisherIri() {
        return iri(path) + (path.isEmpty() ? "#publisher" : "#owner");
    }

    private String publisherName() {
        return path.isEmpty() ? "Kyosei" : published.getFirst().head().ownerName();
    }

    private static List<String> keywords(Published one) {
        List<String> keywords = new ArrayList<>(
                List.of("計画", "指標", "KPI", "実績", one.head().year().longLabel()));
        keywords.addAll(one.outline().topics());
        keywords.addAll(one.outline().towns().values());
        return keywords.stream().distinct().toList();
    }

    private static String place(String code) {
        return "#municipality-" + code;
    }

    private static List<Form> forms(Head head) {
        List<Form> forms = new ArrayList<>();
        forms.add(new Form(head.path() + "/results.csv", "text/csv", "CSV（1指標1行）"));
        forms.add(new Form(head.path() + "/observations.csv", "text/csv", "CSV（指標・年度・市町村ごとに1行）"));
        forms.add(new Form(
                head.path() + "/results.xlsx",
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                "Excel"));
        forms.add(new Form(head.path() + "/results.json", "application/json", "JSON"));
        head.files()
                .forEach(file -> forms.add(new Form(
                        head.path() + "/" + file.name(),
                        file.contentType().split(";", 2)[0].strip(),
                        file.name())));
        return forms;
    }

    private String iri(String path) {
        return server + Paths.href(path);
    }

    private String dataset(Head head) {
        return iri(head.path()) + "#dataset";
    }

    private String distribution(Form form) {
        return iri(form.path()) + "#distribution";
    }

    private static String identifier(Head head) {
        return "%s/%s/%d".formatted(head.owner(), head.plan(), head.fiscalYear());
    }

    private static String description(Head head) {
        return "%sが公開した「%s」の%sの実績。指標ごとの目標値、実績値、進捗率、評価。"
                .formatted(head.ownerName(), head.title(), head.year().longLabel());
    }

    private static String instant(java.time.Instant at) {
        return DateTimeFormatter.ISO_INSTANT.format(at.truncatedTo(java.time.temporal.ChronoUnit.SECONDS));
    }

    public Map<String, Object> jsonLd() {
        Map<String, Object> catalogue = new LinkedHashMap<>();
        catalogue.put("@context", context());
        catalogue.put("@id", iri(path) + "#catalog");
        catalogue.put("@type", "dcat:Catalog");
        catalogue.put("dcterms:title", ja(TITLE));
        catalogue.put("dcterms:description", ja(DESCRIPTION));
        catalogue.put("dcterms:language", id(LANGUAGE));
        catalogue.put("foaf:homepage", id(iri(path)));
        catalogue.put(
                "dcterms:publisher",
                Map.of("@id", publisherIri(), "@type", "foaf:Agent", "foaf:name", ja(publisherName())));
        catalogue.put("dcat:dataset", published.stream().map(this::datasetJson).toList());
        return catalogue;
    }

    private Map<String, Object> datasetJson(Published one) {
        Head head = one.head();
        Map<String, Object> dataset = new LinkedHashMap<>();
        dataset.put("@id", dataset(head));
        dataset.put("@type", "dcat:Dataset");
        dataset.put("dcterms:identifier", identifier(head));
        dataset.put("dcterms:title", ja(head.fullTitle()));
        dataset.put("dcterms:description", ja(description(head)));
        Map<String, Object> publisher = new LinkedHashMap<>();
        publisher.put("@id", iri(head.owner()) + "#owner");
        publisher.put("@type", "foaf:Organization");
        publisher.put("foaf:name", ja(head.ownerName()));
        dataset.put("dcterms:publisher", publisher);
        Map<String, Object> contact = new LinkedHashMap<>();
        contact.put("@type", "vcard:Organization");
        contact.put("vcard:fn", ja(head.ownerName()));
        Contact line = new Contact(one.outline().contact());
        line.mail().ifPresent(mail -> contact.put("vcard:hasEmail", id("mailto:" + mail)));
        line.telephone().ifPresent(number -> contact.put("vcard:hasTelephone", id("tel:" + number)));
        if (!line.text().isEmpty()) {
            contact.put("vcard:note", ja(line.text()));
        }
        dataset.put("dcat:contactPoint", contact);
        dataset.put("dcat:keyword", keywords(one).stream().map(Catalogue::ja).toList());
        List<Map<String, Object>> places = new ArrayList<>();
        one.outline().towns().forEach((code, name) -> {
            Map<String, Object> place = new LinkedHashMap<>();
            place.put("@id", iri("") + place(code));
            place.put("@type", "dcterms:Location");
            place.put("dcterms:identifier", code);
            place.put("rdfs:label", ja(name));
            places.add(place);
        });
        if (!places.isEmpty()) {
            dataset.put("dcterms:spatial", places);
        }
        dataset.put("dcterms:issued", typed(instant(head.issued()), "xsd:dateTime"));
        dataset.put("dcterms:modified", typed(instant(head.modified()), "xsd:dateTime"));
        Map<String, Object> temporal = new LinkedHashMap<>();
        temporal.put("@type", "dcterms:PeriodOfTime");
        temporal.put("dcat:startDate", typed(head.fiscalYear() + "-04-01", "xsd:date"));
        temporal.put("dcat:endDate", typed(head.fiscalYear() + 1 + "-03-31", "xsd:date"));
        dataset.put("dcterms:temporal", temporal);
        dataset.put("dcterms:language", id(LANGUAGE));
        dataset.put("dcterms:accrualPeriodicity", id(ANNUAL));
        dataset.put("dcat:theme", id(THEME));
        dataset.put("dcat:version", Integer.toString(head.revision()));
        dataset.put("dcat:landingPage", id(iri(head.path())));
        if (!head.licence().iri().isEmpty()) {
            dataset.put("dcterms:license", id(head.licence().iri()));
        }
        dataset.put(
                "dcat:distribution",
                forms(head).stream().map(form -> distributionJson(head, form)).toList());
        return dataset;
    }

    private Map<String, Object> distributionJson(Head head, Form form) {
        Map<String, Object> distribution = new LinkedHashMap<>();
        distribution.put("@id", distribution(form));
        distribution.put("@type", "dcat:Distribution");
        distribution.put("dcterms:title", ja(form.title()));
        distribution.put("dcat:accessURL", id(iri(form.path())));
        distribution.put("dcat:downloadURL", id(iri(form.path())));
        distribution.put("dcat:mediaType", id(MEDIA_TYPE + form.mediaType()));
        distribution.put("dcterms:format", id(form.fileType()));
        if (size.applyAsLong(form.path()) > 0) {
            distribution.put(
                    "dcat:byteSize", typed(Long.toString(size.applyAsLong(form.path())), "xsd:nonNegativeInteger"));
        }
        distribution.put("dcterms:issued", typed(instant(head.issued()), "xsd:dateTime"));
        distribution.put("dcterms:modified", typed(instant(head.modified()), "xsd:dateTime"));
        if (!head.licence().iri().isEmpty()) {
            distribution.put("dcterms:license", id(head.licence().iri()));
        }
        return distribution;
    }

    private static Map<String, Object> context() {
        Map<String, Object> context = new LinkedHashMap<>();
        context.put("dcat", "http://www.w3.org/ns/dcat#");
        context.put("dcterms", "http://purl.org/dc/terms/");
        context.put("foaf", "http://xmlns.com/foaf/0.1/");
        context.put("rdfs", "http://www.w3.org/2000/01/rdf-schema#");
        context.put("vcard", "http://www.w3.org/2006/vcard/ns#");
        context.put("xsd", "http://www.w3.org/2001/XMLSchema#");
        return context;
    }

    private static Map<String, String> id(String iri) {
        return Map.of("@id", iri);
    }

    private static Map<String, String> ja(String text) {
        return Map.of("@value", text, "@language", "ja");
    }

    private static Map<String, String> typed(String value, String type) {
        return Map.of("@value", value, "@type", type);
    }

    public String turtle() {
        StringBuilder text = new StringBuilder();
        context().forEach((prefix, namespace) -> text.append("@prefix %s: <%s> .\n".formatted(prefix, namespace)));
        List<String> datasets =
                published.stream().map(one -> "<" + dataset(one.head()) + ">").toList();
        about(text, iri(path) + "#catalog", "dcat:Catalog", statements -> {
            statements.put("dcterms:title", japanese(TITLE));
            statements.put("dcterms:description", japanese(DESCRIPTION));
            statements.put("dcterms:language", resource(LANGUAGE));
            statements.put("foaf:homepage", resource(iri(path)));
            statements.put("dcterms:publisher", resource(publisherIri()));
            if (!datasets.isEmpty()) {
                statements.put("dcat:dataset", String.join(" , ", datasets));
            }
        });
        if (path.isEmpty()) {
            about(
                    text,
                    publisherIri(),
                    "foaf:Agent",
                    statements -> statements.put("foaf:name", japanese(publisherName())));
        }
        published.stream()
                .map(Published::head)
                .collect(Collectors.toMap(Head::owner, head -> head, (one, same) -> one, LinkedHashMap::new))
                .values()
                .forEach(head -> about(
                        text,
                        iri(head.owner()) + "#owner",
                        "foaf:Organization",
                        statements -> statements.put("foaf:name", japanese(head.ownerName()))));
        Map<String, String> towns = new LinkedHashMap<>();
        published.forEach(one -> towns.putAll(one.outline().towns()));
        towns.forEach((code, name) -> about(text, iri("") + place(code), "dcterms:Location", statements -> {
            statements.put("dcterms:identifier", quoted(code));
            statements.put("rdfs:label", japanese(name));
        }));
        published.forEach(one -> turtle(text, one));
        return text.toString();
    }

    private void turtle(StringBuilder text, Published one) {
        Head head = one.head();
        List<Form> forms = forms(head);
        about(text, dataset(head), "dcat:Dataset", statements -> {
            statements.put("dcterms:identifier", quoted(identifier(head)));
            statements.put("dcterms:title", japanese(head.fullTitle()));
            statements.put("dcterms:description", japanese(description(head)));
            statements.put("dcterms:publisher", resource(iri(head.owner()) + "#owner"));
            statements.put("dcat:contactPoint", contact(one));
            statements.put(
                    "dcat:keyword",
                    keywords(one).stream().map(Catalogue::japanese).collect(Collectors.joining(" , ")));
            if (!one.outline().towns().isEmpty()) {
                statements.put(
                        "dcterms:spatial",
                        one.outline().towns().keySet().stream()
                                .map(code -> resource(iri("") + place(code)))
                                .collect(Collectors.joining(" , ")));
            }
            dates(statements, head);
            statements.put(
                    "dcterms:temporal",
                    "[ a dcterms:PeriodOfTime ; dcat:startDate \"%d-04-01\"^^xsd:date ; dcat:endDate \"%d-03-31\"^^xsd:date ]"
                            .formatted(head.fiscalYear(), head.fiscalYear() + 1));
            statements.put("dcterms:language", resource(LANGUAGE));
            statements.put("dcterms:accrualPeriodicity", resource(ANNUAL));
            statements.put("dcat:theme", resource(THEME));
            statements.put("dcat:version", quoted(Integer.toString(head.revision())));
            statements.put("dcat:landingPage", resource(iri(head.path())));
            licence(statements, head);
            statements.put(
                    "dcat:distribution",
                    forms.stream().map(form -> resource(distribution(form))).collect(Collectors.joining(" , ")));
        });
        forms.forEach(form -> about(text, distribution(form), "dcat:Distribution", statements -> {
            statements.put("dcterms:title", japanese(form.title()));
            statements.put("dcat:accessURL", resource(iri(form.path())));
            statements.put("dcat:downloadURL", resource(iri(form.path())));
            statements.put("dcat:mediaType", resource(MEDIA_TYPE + form.mediaType()));
            statements.put("dcterms:format", resource(form.fileType()));
            if (size.applyAsLong(form.path()) > 0) {
                statements.put(
                        "dcat:byteSize", "\"%d\"^^xsd:nonNegativeInteger".formatted(size.applyAsLong(form.path())));
            }
            dates(statements, head);
            licence(statements, head);
        }));
    }

    private static String contact(Published one) {
        Contact line = new Contact(one.outline().contact());
        StringBuilder text = new StringBuilder("[ a vcard:Organization ; vcard:fn ")
                .append(japanese(one.head().ownerName()));
        line.mail().ifPresent(mail -> text.append(" ; vcard:hasEmail ").append(resource("mailto:" + mail)));
        line.telephone()
                .ifPresent(number -> text.append(" ; vcard:hasTelephone ").append(resource("tel:" + number)));
        if (!line.text().isEmpty()) {
            text.append(" ; vcard:note ").append(japanese(line.text()));
        }
        return text.append(" ]").toString();
    }

    private static void dates(Map<String, String> statements, Head head) {
        statements.put("dcterms:issued", "\"%s\"^^xsd:dateTime".formatted(instant(head.issued())));
        statements.put("dcterms:modified", "\"%s\"^^xsd:dateTime".formatted(instant(head.modified())));
    }

    private static void licence(Map<String, String> statements, Head head) {
        if (!head.licence().iri().isEmpty()) {
            statements.put("dcterms:license", resource(head.licence().iri()));
        }
    }

    private interface Statements {
        void say(Map<String, String> statements);
    }

    private static void about(StringBuilder text, String subject, String type, Statements said) {
        Map<String, String> statements = new LinkedHashMap<>();
        said.say(statements);
        text.append("\n<%s> a %s".formatted(subject, type));
        statements.forEach((predicate, object) ->
                text.append(" ;\n    ").append(predicate).append(' ').append(object));
        text.append(" .\n");
    }

    /** Paths are encoded, so that no character ends the reference. */
    private static String resource(String iri) {
        return "<" + iri + ">";
    }

    private static String japanese(String text) {
        return quoted(text) + "@ja";
    }

    private static String quoted(String text) {
        return '"'
                + text.replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("\n", "\\n")
                        .replace("\r", "\\r")
                + '"';
    }
}
