package jp.kyosei.ui.api.forged;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.Yaml;

/** The operations as the served OpenAPI description has them. */
record ApiDescription(List<Operation> operations) {
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");
    private static final int MOST_LEVELS = 6;

    /**
     * One operation.
     *
     * @param pathNames its variables, in order
     * @param fields of its JSON body, such as {@code participants[].name}; empty where it takes none
     * @param parts of its multipart body
     */
    record Operation(
            String method,
            String path,
            List<String> pathNames,
            List<String> queryNames,
            Set<String> fields,
            boolean takesJson,
            List<String> parts) {
        String name() {
            return method + " " + path;
        }
    }

    static ApiDescription of(String yaml) {
        Map<?, ?> document = new Yaml().load(yaml);
        Map<?, ?> schemas = map(map(document.get("components")).get("schemas"));
        List<Operation> operations = new ArrayList<>();
        map(document.get("paths")).forEach((path, item) -> map(item).forEach((method, operation) -> {
            if (METHODS.contains(method.toString())) {
                operations.add(operation(schemas, path.toString(), method.toString(), map(operation)));
            }
        }));
        return new ApiDescription(operations);
    }

    private static Operation operation(Map<?, ?> schemas, String path, String method, Map<?, ?> operation) {
        Map<?, ?> content = map(map(operation.get("requestBody")).get("content"));
        Set<String> fields = new LinkedHashSet<>();
        if (content.containsKey("application/json")) {
            fields(schemas, schema(content, "application/json"), "", 0, fields);
        }
        Set<String> parts = new LinkedHashSet<>();
        if (content.containsKey("multipart/form-data")) {
            fields(schemas, schema(content, "multipart/form-data"), "", 0, parts);
        }
        return new Operation(
                method.toUpperCase(Locale.ROOT),
                path,
                parameters(operation, "path"),
                parameters(operation, "query"),
                fields,
                content.containsKey("application/json"),
                List.copyOf(parts));
    }

    private static Map<?, ?> schema(Map<?, ?> content, String type) {
        return map(map(content.get(type)).get("schema"));
    }

    private static List<String> parameters(Map<?, ?> operation, String in) {
        return operation.get("parameters") instanceof List<?> list
                ? list.stream()
                        .map(ApiDescription::map)
                        .filter(parameter -> in.equals(parameter.get("in")))
                        .map(parameter -> String.valueOf(parameter.get("name")))
                        .toList()
                : List.of();
    }

    private static void fields(Map<?, ?> schemas, Map<?, ?> schema, String path, int level, Set<String> found) {
        Map<?, ?> resolved = resolved(schemas, schema);
        if (level > MOST_LEVELS) {
            throw new IllegalStateException("a schema that contains itself at " + path);
        }
        if ("array".equals(resolved.get("type"))) {
            found.add(path);
            fields(schemas, map(resolved.get("items")), path + "[]", level + 1, found);
        } else if (resolved.get("properties") instanceof Map<?, ?> properties) {
            if (!path.isEmpty()) {
                found.add(path);
            }
            properties.forEach((name, property) ->
                    fields(schemas, map(property), path.isEmpty() ? "" + name : path + "." + name, level + 1, found));
        } else if (!path.isEmpty()) {
            found.add(path);
        }
    }

    /** A reference, alone or among {@code allOf} to say that it may be null. */
    private static Map<?, ?> resolved(Map<?, ?> schemas, Map<?, ?> schema) {
        if (schema.get("$ref") instanceof String reference) {
            String name = reference.substring(reference.lastIndexOf('/') + 1);
            return resolved(schemas, map(Objects.requireNonNull(schemas.get(name), name)));
        }
        if (schema.get("allOf") instanceof List<?> all) {
            for (Object one : all) {
                if (map(one).containsKey("$ref")) {
                    return resolved(schemas, map(one));
                }
            }
        }
        return schema;
    }

    private static Map<?, ?> map(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? map : Map.of();
    }
}
