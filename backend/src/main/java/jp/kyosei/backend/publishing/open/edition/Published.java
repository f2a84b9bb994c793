package jp.kyosei.backend.publishing.open.edition;

/** A publication as others see it. */
public record Published(Head head, Outline outline) {}
