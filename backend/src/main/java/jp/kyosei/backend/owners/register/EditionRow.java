package jp.kyosei.backend.owners.register;

import io.micronaut.core.annotation.Introspected;
import java.time.LocalDate;

@Introspected
record EditionRow(LocalDate asOf, String source) {}
