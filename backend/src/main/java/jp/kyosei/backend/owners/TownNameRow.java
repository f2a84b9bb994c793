package jp.kyosei.backend.owners;

import io.micronaut.core.annotation.Introspected;

/** A municipality of the register by its code. */
@Introspected
record TownNameRow(String code, String name) {}
