package jp.kyosei.backend.plan;

/** A plan and who owns it. */
public record PlanSummary(Plan plan, String ownerSlug, String ownerName) {}
