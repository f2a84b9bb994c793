package jp.kyosei.ui.history;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.kyosei.backend.collection.task.TaskState;
import jp.kyosei.backend.discussion.NoteKind;
import jp.kyosei.backend.discussion.NoteState;
import jp.kyosei.backend.discussion.Visibility;
import jp.kyosei.backend.figure.MissingReason;
import jp.kyosei.backend.publishing.Licence;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The JSON of a change in office words. */
final class ChangeWords {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("value", "値"),
            Map.entry("numerator", "分子"),
            Map.entry("denominator", "分母"),
            Map.entry("missing", "把握できない理由"),
            Map.entry("note", "注"),
            Map.entry("referenceYear", "値の年度"),
            Map.entry("state", "状態"),
            Map.entry("progress", "進捗状況・成果"),
            Map.entry("outlook", "今後の取組等"),
            Map.entry("initiatives", "事業名"),
            Map.entry("dueOn", "期限"),
            Map.entry("tasks", "件数"),
            Map.entry("departments", "担当課の数"),
            Map.entry("title", "題名"),
            Map.entry("indicators", "指標の数"),
            Map.entry("kind", "種類"),
            Map.entry("visibility", "見える人"),
            Map.entry("desk", "回答の担当"),
            Map.entry("code", "指摘"),
            Map.entry("revision", "版"),
            Map.entry("narratives", "評価文の公開"),
            Map.entry("publicNotes", "意見の公開"),
            Map.entry("licence", "利用条件"));

    private ChangeWords() {}

    /** — where there was nothing. */
    static String of(@Nullable String json) {
        if (json == null) {
            return "—";
        }
        try {
            JsonNode fields = JSON.readTree(json);
            return fields.properties().stream()
                    .filter(field -> !field.getValue().asString().isEmpty())
                    .map(field -> "%s：%s"
                            .formatted(
                                    NAMES.getOrDefault(field.getKey(), field.getKey()),
                                    value(field.getKey(), field.getValue().asString())))
                    .collect(Collectors.joining("、"));
        } catch (JacksonException e) {
            return json;
        }
    }

    private static String value(String field, String value) {
        return switch (field) {
            case "missing" ->
                Arrays.stream(MissingReason.values())
                        .filter(reason -> reason.name().equals(value))
                        .map(MissingReason::label)
                        .findFirst()
                        .orElse(value);
            case "state" ->
                Arrays.stream(TaskState.values())
                        .filter(state -> state.name().equals(value))
                        .map(TaskState::label)
                        .findFirst()
                        .or(() -> Optional.of(value)
                                .filter("ANSWERED"::equals)
                                .map(answered -> NoteState.ANSWERED.label()))
                        .or(() -> Optional.of(value).filter("OPEN"::equals).map(open -> "受付中"))
                        .or(() -> Optional.of(value).filter("CLOSED"::equals).map(closed -> "締切済"))
                        .orElse(value);
            case "narratives", "publicNotes" -> Boolean.parseBoolean(value) ? "する" : "しない";
            case "licence" -> label(Licence.values(), Licence::label, value);
            case "kind" -> label(NoteKind.values(), NoteKind::label, value);
            case "visibility" -> label(Visibility.values(), Visibility::label, value);
            default -> value;
        };
    }

    private static <T extends Enum<T>> String label(T[] all, Function<T, String> label, String name) {
        return Arrays.stream(all)
                .filter(one -> one.name().equals(name))
                .map(label)
                .findFirst()
                .orElse(name);
    }
}
