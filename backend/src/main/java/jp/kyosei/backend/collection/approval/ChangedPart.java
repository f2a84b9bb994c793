package jp.kyosei.backend.collection.approval;

/**
 * A part of a row that has changed since the superior saw it last.
 *
 * @param part how the screens call it: 実績, 進捗状況・成果, 今後の取組等, 事業名
 * @param before empty where there was nothing
 * @param now empty where nothing is left
 */
public record ChangedPart(String part, String before, String now) {}
