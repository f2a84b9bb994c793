package jp.kyosei.backend.tenancy;

/** What an owner is: one municipality (市町村) or an alliance of several (圏域). */
public enum OwnerKind {
    MUNICIPALITY,
    ALLIANCE
}
