package jp.kyosei.backend.owners.alliance;

import io.micronaut.core.annotation.Introspected;

@Introspected
record ContactRow(String municipalityCode, String department, String name, String mail, String telephone) {}
