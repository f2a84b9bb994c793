package jp.kyosei.backend.meeting.paper;

import io.micronaut.serde.annotation.Serdeable;

/**
 * The narrative (評価文) of the paper's year as issued.
 *
 * @param town whose it is; empty for one of the whole owner
 * @param progress 進捗状況・成果
 * @param outlook 今後の取組等
 * @param initiatives 具体的な取組
 */
@Serdeable
public record IssuedNarrative(String town, String progress, String outlook, String initiatives) {}
