package jp.kyosei.backend.ruleset;

import io.micronaut.data.annotation.MappedEntity;

@MappedEntity
record RuleSetRow(int validFromFiscalYear, String rules, long version) {}
