package jp.kyosei.backend.vision;

import io.micronaut.data.annotation.MappedEntity;
import java.util.UUID;

@MappedEntity("vision_theme")
record ThemeRow(UUID id, String title, long version) {
    Theme theme() {
        return new Theme(id, title, version);
    }
}
