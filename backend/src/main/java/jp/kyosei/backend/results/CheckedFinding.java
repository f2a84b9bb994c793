package jp.kyosei.backend.results;

import jp.kyosei.backend.actual.CheckConfirmation;
import jp.kyosei.backend.evaluation.Check;
import org.jspecify.annotations.Nullable;

/** A check (指摘), and the person's confirmation that the figure stands, if there is one. */
public record CheckedFinding(Check check, @Nullable CheckConfirmation confirmation) {}
