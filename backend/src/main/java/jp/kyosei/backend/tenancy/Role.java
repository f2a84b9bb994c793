package jp.kyosei.backend.tenancy;

/** A role (権限), held by a person in one owner. The operator of the service holds none: it sees no plan data. */
public enum Role {
    CONTRIBUTOR("担当課入力", true),
    APPROVER("所属長承認", true),
    SECRETARIAT("事務局", true),
    COMMITTEE("懇談会委員", false),
    VIEWER("閲覧", true),
    ADMIN("団体管理者", true);

    private final String label;
    private final boolean sharedWithAlliances;

    Role(String label, boolean sharedWithAlliances) {
        this.label = label;
        this.sharedWithAlliances = sharedWithAlliances;
    }

    public String label() {
        return label;
    }

    /** Whether a holder in a municipality also reads the plans of the alliances which that municipality belongs to. */
    public boolean isSharedWithAlliances() {
        return sharedWithAlliances;
    }
}
