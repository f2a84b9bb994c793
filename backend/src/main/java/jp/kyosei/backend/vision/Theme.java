package jp.kyosei.backend.vision;

import java.util.UUID;

/** A theme under which phrases are gathered. */
public record Theme(UUID id, String title, long version) {}
